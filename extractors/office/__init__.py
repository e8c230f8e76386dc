"""Old and open word processor formats (.doc, .rtf, .odt): by way of LibreOffice to .docx."""
