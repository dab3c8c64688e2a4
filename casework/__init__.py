"""The work of answering a report."""
