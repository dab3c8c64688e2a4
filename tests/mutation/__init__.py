"""Do the tests notice when a rule is wrong? `make mutate` changes the rules and sees."""
