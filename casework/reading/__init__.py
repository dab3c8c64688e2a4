"""Pages, PDFs and pasted text become blocks; submissions become paragraphs."""
