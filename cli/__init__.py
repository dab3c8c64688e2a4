"""The same acts from a terminal: `section55 …`."""
