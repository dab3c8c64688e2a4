"""A reviewer at LibreOffice: an editor that is not of these tests' own making."""
