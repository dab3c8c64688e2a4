"""The law and the house rules: pure functions, no clock, no input or output."""
