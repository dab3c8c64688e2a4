"""Every document type there is passes the workshop, with every preview of invented data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casework.documents.descriptions import read_description
from casework.documents.render import compile_template
from casework.documents.workshop.apart import Rendering
from casework.documents.workshop.lint import lint_template
from casework.documents.workshop.preview_data import samples
from casework.documents.workshop.previews import judge
from tests.casework.documents.fields import STAMP
from tests.casework.documents.planted import TEMPLATES

if TYPE_CHECKING:
    from pathlib import Path

FOLDERS = sorted(path.parent for path in TEMPLATES.glob("*/document.toml"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_template_that_is_shipped_has_no_fault(folder: Path) -> None:
    template = (folder / "template.docx").read_bytes()
    faults, _ = lint_template(template, read_description(folder))
    assert faults == ()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_preview_says_all_it_is_given_once_and_opens_again(folder: Path) -> None:
    # Here and not apart: two dozen child processes would take a minute.
    compiled = compile_template(folder / "template.docx")
    given = samples(compiled.description)
    made = [Rendering(compiled.render(sample.values, STAMP)) for sample in given]
    previews, faults = judge(given, made)
    assert faults == ()
    assert all(preview.words > 50 for preview in previews)
    assert {"empty", "one", "thirty", "awkward"} <= {preview.name for preview in previews}
