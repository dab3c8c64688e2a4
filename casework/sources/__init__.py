"""Where reports come from: one source, one file, one saved sample."""
