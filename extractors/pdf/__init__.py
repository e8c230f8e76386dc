"""Digital PDF files: from glyphs and drawn shapes to a Document."""
