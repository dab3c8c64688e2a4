"""Promises of the checks, one file for each."""
