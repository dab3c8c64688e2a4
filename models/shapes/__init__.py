"""Plain values that cross floors: no table, no behaviour beyond their own words."""
