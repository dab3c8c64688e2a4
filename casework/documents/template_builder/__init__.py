"""The builder of the default templates: wording from `templates/`, looks from `parts/`.

Offices replace `template.docx` with their own; only the defaults are built.
Run by hand: `python -m casework.documents.template_builder`.
"""
