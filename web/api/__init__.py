"""The same acts for other systems: JSON under /api/v1, one room for each noun."""
