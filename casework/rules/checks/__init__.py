"""What offices really get wrong: one check, one file. They advise and block; none of them edits.

Each check is a function that takes a response and yields what it noticed. Its
name is the one under which it is told, docs/formats.md.
"""
