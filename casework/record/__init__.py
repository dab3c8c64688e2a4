"""The record: find a case, move a case, write its history and its errands.

The only room in which a stage changes.
"""
