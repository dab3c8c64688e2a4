"""What a force sends is kept as it came; only final comments enter a response, verbatim."""

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from casework import comments, sign_off
from casework.documents.regions import read_regions
from casework.drafting import write_draft
from casework.errors import CaseworkError, NotAllowedError, RefusedInputError
from casework.letters_out import confirm_sent
from casework.record.bytes import digest
from casework.record.dossier import paragraphs_of
from casework.record.hand import the_service
from casework.record.offices import load_office
from models.words import CommentsClass, CommentsState, Stage
from tests.builders import (
    CHIEF_EXECUTIVE,
    HEAD,
    OFFICER,
    TEMPLATES,
    Service,
    at,
    by,
    word_file_of,
)
from tests.reports import TWO_FORCES, a_page, rows

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = (
    "We welcome A&E <report> {{ and }} its “findings” \U0001f46e.",
    "Caf\u00e9 Noir 50\u00a0% — we accept each of them.",
)
AWAITED = ("[Awaited]",)
UNSAID = "Operation Heron is not public"
FINAL, DRAFT, BACKGROUND = CommentsClass.FINAL, CommentsClass.DRAFT, CommentsClass.BACKGROUND


@pytest.fixture(autouse=True)
def _a_small_report(service: Service) -> None:
    service.report = a_page()


def stored(service: Service, reference: str, text: str, name: str = "c.txt", day: int = 2) -> int:
    hand = by(OFFICER, at(11, day))
    return comments.store_submission(service.record, hand, reference, text.encode(), name)


def classed(
    service: Service,
    reference: str,
    number: int,
    klass: CommentsClass,
    day: int = 2,
    **more: Any,
) -> str:
    hand = by(OFFICER, at(11, day))
    return comments.class_submission(
        service.record, hand, reference, number, klass, **{"cleared_by": "Supt Talbot", **more}
    )


def drafted(service: Service, reference: str, day: int = 2) -> dict[str, tuple[str, ...]]:
    write_draft(service.record, the_service(at(11, day, 12)), reference, TEMPLATES)
    return read_regions(service.word_file(reference))


@pytest.mark.parametrize("kind", ["docx", "txt"])
def test_final_comments_stand_word_for_word_in_the_response_and_the_original_is_kept(
    service: Service, kind: str
) -> None:
    reference = service.invited()
    data = word_file_of(*WORDS) if kind == "docx" else "\n\n".join(WORDS).encode()
    hand = by(OFFICER, at(11, 2))
    number = comments.store_submission(service.record, hand, reference, data, f"CC/../re.{kind}")
    again = comments.store_submission(
        service.record, by(OFFICER, at(11, 3)), reference, data, "the same.txt"
    )
    assert again == number
    assert drafted(service, reference)["c1_comments"] == AWAITED  # nobody has said what it is yet
    classed(service, reference, number, FINAL)
    assert drafted(service, reference)["c1_comments"] == WORDS
    (row,) = service.file(reference).submissions
    assert (row.sha256, row.cleared_by) == (digest(data), "Supt Talbot")
    (copy,) = (service.folder / "cases" / reference / "received").iterdir()
    assert copy.read_bytes() == data


def test_drafts_and_background_never_leave_the_record(service: Service) -> None:
    reference = service.invited()
    for klass in (DRAFT, BACKGROUND):
        number = stored(service, reference, f"{UNSAID}: {klass.value}.")
        assert classed(service, reference, number, klass) == "sent"
    service.comment(reference, "We welcome it.")
    write_draft(service.record, the_service(at(11, 2, 12)), reference, TEMPLATES)
    service.check_in(reference, service.edited(reference))
    hand = by(OFFICER, at(11, 21))
    sign_off.submit(service.record, hand, reference, TEMPLATES, at(11, 30).date())
    made = [p for p in service.folder.rglob("*") if p.is_file() and p.parent.name != "received"]
    assert {p.suffix for p in made} >= {".docx", ".html", ".pdf"}
    assert [p.name for p in made if _tells(p)] == []
    assert any(_tells(p) for p in service.folder.rglob("received/*"))


def _tells(path: Path) -> bool:
    """Return whether a file says the secret, packed or not; the record itself may."""
    if "record" in path.parts[-2:]:
        return False
    data = path.read_bytes()
    words = UNSAID.encode()
    if path.suffix == ".docx":
        from casework.documents.packing import unpack

        return any(words in part for part in unpack(data).values())
    if path.suffix == ".pdf":
        import pdfplumber

        with pdfplumber.open(path) as pdf:
            return UNSAID in " ".join(" ".join((p.extract_text() or "") for p in pdf.pages).split())
    return words in data


def test_comments_that_came_before_the_report_are_refused(service: Service) -> None:
    reference = service.open()
    before = rows(service.record)
    early = replace(by(OFFICER, at(10, 20)), acted_at=at(10, 13))
    for act in (
        lambda: comments.store_submission(service.record, early, reference, b"Good.", "c.txt"),
        lambda: comments.record_nil_return(service.record, early, reference, "by telephone"),
    ):
        with pytest.raises(RefusedInputError, match="14 October 2022"):
            act()
    assert rows(service.record) == before


def test_what_cannot_be_taken_as_final_is_told_and_changes_nothing(service: Service) -> None:
    reference = service.invited()
    number = stored(service, reference, "We welcome it.")
    before = rows(service.record)
    refused: dict[str, Callable[[], object]] = {
        "who in the force": lambda: classed(service, reference, number, FINAL, cleared_by=" "),
        "No words": lambda: classed(service, reference, number, FINAL, paragraphs=[" ", "\x00"]),
        "numbered 99": lambda: classed(service, reference, 99, FINAL),
        "how the force": lambda: comments.record_nil_return(
            service.record, by(OFFICER, at(11, 2)), reference, ""
        ),
    }
    for said, act in refused.items():
        with pytest.raises(CaseworkError, match=said):
            act()
    assert rows(service.record) == before
    assert service.file(reference).forces[0].state is CommentsState.SENT


def test_a_person_puts_the_extracted_words_right_before_they_are_final(service: Service) -> None:
    reference = service.invited()
    number = stored(service, reference, "Wc welcorne it.")
    classed(service, reference, number, FINAL, paragraphs=["We welcome\x00 it.", "", "All of it."])
    (row,) = service.file(reference).submissions
    assert paragraphs_of(row) == ("We welcome it.", "All of it.")
    assert drafted(service, reference)["c1_comments"] == ("We welcome it.", "All of it.")
    with pytest.raises(NotAllowedError, match="new text"):
        classed(service, reference, number, DRAFT)


def test_a_new_final_text_takes_the_place_of_the_old_one(service: Service) -> None:
    reference = service.commented()
    service.comment(reference, "Our second thoughts.", at(11, 3))
    assert drafted(service, reference, 3)["c1_comments"] == ("Our second thoughts.",)
    assert [row.superseded for row in service.file(reference).submissions] == [True, False]


@pytest.mark.parametrize("swept", [True, False])
def test_comments_after_the_date_are_late_by_name_whether_or_not_silence_was_recorded(
    service: Service, *, swept: bool
) -> None:
    reference = service.invited()
    if swept:
        comments.close_silent(service.record, the_service(at(11, 4)), reference)
    service.comment(reference, "We welcome it, late.", at(11, 8))
    force = service.file(reference).forces[0]
    assert (force.state, force.received_on) == (CommentsState.LATE, at(11, 8).date())
    assert drafted(service, reference, 8)["c1_comments"] == ("We welcome it, late.",)
    classed(service, reference, service.file(reference).submissions[0].id or 0, FINAL, 9)
    assert service.file(reference).forces[0].state is CommentsState.LATE


def test_a_nil_return_closes_the_track_and_comments_may_still_follow(service: Service) -> None:
    reference = service.invited()
    hand = by(OFFICER, at(10, 25))
    assert comments.record_nil_return(service.record, hand, reference, "e-mail of 25.10.") == "nil"
    assert comments.close_silent(service.record, the_service(at(11, 10)), reference) == 0
    service.comment(reference, "After all, we welcome it.", at(10, 28))
    assert service.file(reference).forces[0].state is CommentsState.FINAL


def test_comments_after_signing_go_to_a_person_included_they_void(service: Service) -> None:
    reference = service.signed()
    number = stored(service, reference, "One more thing.", day=30)
    before = rows(service.record)
    with pytest.raises(NotAllowedError, match="--include"):
        classed(service, reference, number, FINAL, 30)
    assert rows(service.record) == before
    assert service.file(reference).case.stage is Stage.SIGNED
    classed(service, reference, number, FINAL, 30, include=True)
    file = service.file(reference)
    assert (file.case.stage, file.round) == (Stage.IN_REVIEW, None)
    drafted(service, reference, 30)
    service.take_updates(reference, at(11, 30, 16))
    assert drafted(service, reference, 30)["c1_comments"] == ("One more thing.",)


def test_comments_declined_after_signing_keep_the_signatures(service: Service) -> None:
    reference = service.signed()
    number = stored(service, reference, "One more thing.", day=30)
    hand = by(CHIEF_EXECUTIVE, at(11, 30))
    with pytest.raises(RefusedInputError, match="why"):
        comments.decline_late_comments(service.record, hand, reference, number, " ")
    comments.decline_late_comments(service.record, hand, reference, number, "came after signature")
    file = service.file(reference)
    assert (file.case.stage, len(file.signatures)) == (Stage.SIGNED, 3)
    standing = file.final_comments("warwickshire")
    assert standing
    assert standing.id != number
    with pytest.raises(NotAllowedError, match="stand in the response"):
        comments.decline_late_comments(
            service.record, by(CHIEF_EXECUTIVE, at(11, 30)), reference, standing.id or 0, "no more"
        )
    classed(service, reference, number, FINAL, 30, include=True)  # a person thinks again
    drafted(service, reference, 30)
    service.take_updates(reference, at(11, 30, 16))
    assert drafted(service, reference, 30)["c1_comments"] == ("One more thing.",)


def test_a_published_response_does_not_change_by_comments(service: Service) -> None:
    reference = service.scheduled()
    from casework import publication

    service.server.outcome = type(service.server.outcome).UNKNOWN  # the copies are not out yet
    publication.publish(
        service.record, the_service(at(12, 5, 10)), reference, service.doors.publication
    )
    assert service.file(reference).case.stage is Stage.PUBLISHED
    number = comments.store_submission(
        service.record, by(OFFICER, at(12, 6)), reference, b"Too late.", "c.txt"
    )
    with pytest.raises(NotAllowedError, match="correct"):
        comments.class_submission(
            service.record, by(OFFICER, at(12, 6)), reference, number, FINAL, "X", include=True
        )
    assert service.file(reference).round is not None


def test_two_forces_of_one_case_are_invited_and_heard_each_for_itself(service: Service) -> None:
    load_office(service.record, TWO_FORCES, "office.toml", at(10, 2))
    service.report = a_page(
        "PEEL 2021/22: A joint inspection of Warwickshire Police and West Mercia Police"
    )
    reference = service.open()
    assert [f.force_key for f in service.file(reference).forces] == ["warwickshire", "westmercia"]
    assert len(service.file(reference).mails) == 2
    hand = by(OFFICER, at(10, 17))
    with pytest.raises(RefusedInputError, match="--force"):
        comments.store_submission(service.record, hand, reference, b"We agree.", "c.txt")
    confirm_sent(service.record, hand, f"{reference}:westmercia:invitation:1")
    states = {f.force_key: f.state.value for f in service.file(reference).forces}
    assert states == {"warwickshire": "prepared", "westmercia": "sent"}
    numbers = [
        comments.store_submission(
            service.record, by(HEAD, at(10, 20)), reference, b"We agree.", "c.txt", name
        )
        for name in ("Warwickshire", "West Mercia Police")
    ]
    assert len(set(numbers)) == 2
    comments.class_submission(
        service.record, by(HEAD, at(10, 20)), reference, numbers[1], FINAL, "Ch Insp Vole"
    )
    words = drafted(service, reference)
    assert (words["c1_comments"], words["c2_comments"]) == (AWAITED, ("We agree.",))
    assert json.loads(service.file(reference).submissions[0].paragraphs) == ["We agree."]
