"""Promises of how a response is read."""
