"""How fast reports are read and responses written: figures, never a test that fails."""
