"""Word documents (.docx, .docm) read into a Document: ``word.extract.extract_docx``."""
