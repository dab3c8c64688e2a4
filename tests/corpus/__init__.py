"""Reports in the inspectors' manner with their truths, and the scorer of a reading."""
