"""A Word file seen piece by piece: its paragraphs and tables, their words, and which is which."""
