"""A reviewer at LibreOffice: an editor that is not of these tests' making, worked by its own doors."""
