"""The pages of docs/ that are printed from the code: `python -m tests.generated_docs [--check]`."""

import sys
from collections.abc import Callable, Mapping
from difflib import unified_diff
from pathlib import Path

from casework.documents.template_builder.fields_page import fields_page
from casework.rules.authority_page import authority_page
from casework.rules.progress_page import stages_page
from web.api.app import api_page

DOCS = Path(__file__).parents[1] / "docs"
PAGES: Mapping[str, Callable[[], str]] = {
    "api.md": api_page,
    "authority.md": authority_page,
    "stages.md": stages_page,
    "template-fields.md": fields_page,
}


def difference(name: str) -> str:
    """Return how a page in docs/ differs from what the code says; empty if it does not."""
    path = DOCS / name
    there = path.read_text(encoding="utf-8") if path.is_file() else ""
    lines = unified_diff(
        there.splitlines(keepends=True),
        PAGES[name]().splitlines(keepends=True),
        f"docs/{name}",
        "what the code says",
    )
    return "".join(lines)


def main(asked: list[str]) -> int:
    """Print the pages, or with --check only say whether they are what the code says."""
    if "--check" in asked:
        found = "".join(difference(name) for name in PAGES)
        sys.stdout.write(
            f"{found}\nThe pages are not what the code says: make docs\n" * bool(found)
        )
        return int(bool(found))
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
