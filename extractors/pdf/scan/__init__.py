"""Pages that are pictures: what a reader sees on them, found by OpenCV and read by Tesseract, as a Page of primitives.

A picture is turned level, its ruled lines, painted areas and marks are found, and what is printed, on whatever paint,
is read. What comes of it is a Page like that of a digital page, and nothing after it knows of OCR; the words that
Tesseract was unsure of are told beside it.
"""
