"""Build every default template again: `python -m casework.documents.template_builder`."""

from __future__ import annotations

from pathlib import Path

from casework.documents.template_builder.build import build_template
from casework.documents.template_builder.wording import WORDING_FILE

TEMPLATES = Path(__file__).parents[3] / "templates" / "documents"


def build_all(templates: Path = TEMPLATES) -> None:
    """Write the template.docx of every document type that has its wording here."""
    for wording in sorted(templates.glob(f"*/{WORDING_FILE}")):
        (wording.parent / "template.docx").write_bytes(build_template(wording.parent))


if __name__ == "__main__":
    build_all()
