import pytest

from casework.sources.hints import forces_in, kind_hinted
from models.words import ReportKind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("PEEL 2023–2025: An inspection of Barsetshire Police", ReportKind.PEEL),
        ("State of Policing: The annual assessment 2022", ReportKind.STATE_OF_POLICING),
        ("Barsetshire – National child protection inspection", ReportKind.CHILD_PROTECTION),
        ("Report on an inspection of police custody in Barsetshire", ReportKind.CUSTODY),
        ("Barsetshire Police: cause of concern revisit letter", ReportKind.REVISIT_LETTER),
        ("A joint thematic inspection of rape", ReportKind.JOINT),
        ("A peeling wall and a custodian", None),
        ("", None),
    ],
)
def test_a_title_hints_at_its_kind(words: str, kind: ReportKind | None) -> None:
    assert kind_hinted(words) is kind


def test_a_force_is_named_only_by_its_whole_name() -> None:
    forces = ("Barset", "Barsetshire Police", "King’s Lynn", "Lynn")
    assert forces_in("An inspection of Barsetshire\u00a0police and King's Lynn", forces) == (
        "Barsetshire Police",
        "King’s Lynn",
        "Lynn",
    )
    assert forces_in("Barsetshire-on-Sea", ("Barset",)) == ()
