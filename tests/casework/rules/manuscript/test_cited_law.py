# ruff: noqa: E501 - one case, one line
"""A provision is read as it is cited, with its sub-section, its Act and its clause."""

import pytest

from casework.rules.manuscript.cited_law import citations_in


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("section 55(5) of the Police Act 1996", ("section 55(5) of the Police Act 1996", "55", "5", "Police Act 1996")),
        ("s. 55 (I) Police Act 1996", ("s. 55 (I) Police Act 1996", "55", "1", "Police Act 1996")),
        ("s55(l)", ("s55(l)", "55", "1", "")),
        ("section 55(II) here", ("section 55(II)", "55", "2", "")),
        ("section 55(III) here", ("section 55(III)", "55", "3", "")),
        ("section 55.5A of it", ("section 55.5A", "55", "5a", "")),
        ("section 55, sub-section (6)", ("section 55, sub-section (6)", "55", "6", "")),
        ("section 55 of the Police Act", ("section 55", "55", "", "Police Act")),
        ("section 17 of the Data Protection Act 2018", ("section 17 of the Data Protection Act 2018", "17", "", "Data Protection Act 2018")),
    ],
)  # fmt: skip
def test_a_provision_is_cited(words: str, told: tuple[str, str, str, str]) -> None:
    (one,) = citations_in(f"I respond under {words}.")
    assert (one.words, one.section, one.sub, one.act) == told
    assert one.before == "I respond under "


def test_a_citation_belongs_to_its_own_clause() -> None:
    words = "It was inspected under section 54, and I respond under section 55(5); so it is."
    first, second = citations_in(f"It began. {words}")
    assert first.clause == "It was inspected under section 54"
    assert second.clause == "I respond under section 55(5)"
    assert second.sentence == words
