"""The template workshop: what an office's own template can do wrong, found before it is used.

Lint without rendering (`lint`), then previews rendered in a process of their own (`apart`,
`child`); `check` is both. Nothing is imported here: the child loads this page before its limits.
"""
