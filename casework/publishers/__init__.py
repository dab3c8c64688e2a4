"""Where responses go: one publisher, one file, one promise."""
