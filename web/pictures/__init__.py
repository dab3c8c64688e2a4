"""Pictures: where each line and mark of one stands. Pure; the words are the templates'."""
