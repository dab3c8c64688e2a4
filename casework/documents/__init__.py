"""Word files in and out: render, regions, gate, read-back and published forms."""
