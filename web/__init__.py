"""The front desk: pages for the people of the office, and for those it writes to."""
