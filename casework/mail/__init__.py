"""How letters leave the office and how their failures come back."""
