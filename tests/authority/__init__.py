"""Who may do what: the one table, gone through cell by cell at every door of the service."""
