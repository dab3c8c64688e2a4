"""Promises of the flows, made before a real engine."""
