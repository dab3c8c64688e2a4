"""The file a merge hands out: comments in its parts, fresh numbers, the law, and nothing unsafe."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from casework.documents.merge import SERVICE, UnsafeMergeError, merge
from casework.documents.merge import merging as merging_room
from casework.documents.merge.exchange import as_json
from casework.documents.merge.law import is_kept
from casework.documents.merge.pen import Pen
from casework.errors import RefusedInputError
from models.review_words import MergeOutcome
from models.shapes.merging import Merged, MergeItem
from tests.casework.documents.raw_word import W, para, word_file
from tests.casework.documents.three_versions import (
    AT,
    BETH,
    Outcome,
    merged_files,
    region,
    struck,
    typed,
)
from tests.editors.markup import (
    AUTHOR,
    DATE,
    DEL,
    DOCUMENT,
    ID,
    INS,
    RELATIONS,
    TYPES,
    packed,
    parse,
    parts_of,
)
from tests.editors.notes import COMMENTS, notes_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

OLD, EDITED, NEW = "The force should act.", "The force must act.", "The force could act."
BODY = region("a", OLD) + region("b", "Records are kept.") + para("The end.")
UPDATED = BODY.replace("kept", "held")
CLASHING = BODY.replace(OLD, NEW)
THEIRS = BODY.replace(OLD, EDITED)


def clash(comments: str = "") -> Outcome:
    """Return a merge with one conflict, into a file with these comments."""
    theirs = word_file(THEIRS, comments=comments) if comments else word_file(THEIRS)
    return merged_files(word_file(BODY), theirs, word_file(CLASHING))


def remarks(*numbers: int) -> str:
    """Return a comments part with a reviewer's comments of these numbers."""
    inner = "".join(
        f'<w:comment w:id="{number}" {BETH} w:initials="BH">{para("Sure?")}</w:comment>'
        for number in numbers
    )
    return f"<w:comments {W}>{inner}</w:comments>"


def test_a_file_without_comments_gets_a_part_for_them_with_its_relation_and_type() -> None:
    outcome = clash()
    before, after = parts_of(outcome.theirs), parts_of(outcome.merged.data)
    assert after.keys() - before.keys() == {COMMENTS}
    (relation,) = (r for r in parse(after[RELATIONS]) if r.get("Type", "").endswith("/comments"))
    assert relation.get("Target") == "comments.xml"
    (kind,) = (t for t in parse(after[TYPES]) if t.get("PartName") == f"/{COMMENTS}")
    assert kind.get("ContentType", "").endswith("wordprocessingml.comments+xml")
    (note,) = notes_of(after)
    assert note.author == SERVICE


def test_a_part_that_takes_the_usual_name_is_not_written_over() -> None:
    parts = parts_of(word_file(THEIRS)) | {COMMENTS: b"<other/>"}
    merged = merge(word_file(BODY), packed(parts), word_file(CLASHING), AT)
    after = parts_of(merged.data)
    assert after[COMMENTS] == b"<other/>"
    assert SERVICE.encode() in after["word/comments1.xml"]


def test_comments_that_are_there_stay_first_and_keep_their_numbers() -> None:
    outcome = clash(comments=remarks(0, 7))
    notes = notes_of(parts_of(outcome.merged.data))
    assert [(note.number, note.author) for note in notes] == [
        ("0", "Beth Hale"),
        ("7", "Beth Hale"),
        ("8", SERVICE),
    ]


def test_comments_under_another_name_are_found_by_their_relation() -> None:
    parts = parts_of(word_file(THEIRS, comments=remarks(3)))
    parts["word/notes/said.xml"] = parts.pop(COMMENTS)
    for name in (RELATIONS, TYPES):
        parts[name] = parts[name].replace(b"comments.xml", b"notes/said.xml")
    merged = merge(word_file(BODY), packed(parts), word_file(CLASHING), AT)
    assert [note.author for note in notes_of(parts_of(merged.data))] == ["Beth Hale", SERVICE]


def test_the_comment_is_dated_and_signed_and_hangs_on_the_paragraph_it_is_about() -> None:
    outcome = clash()
    comment = parse(parts_of(outcome.merged.data)[COMMENTS])[0]
    assert (comment.get(AUTHOR), comment.get(DATE)) == (SERVICE, "2022-11-20T09:00:00Z")
    paragraph = next(outcome.root.iter("{*}p"))
    assert [c.tag.rpartition("}")[2] for c in paragraph if c.get(ID) == comment.get(ID)] == [
        "commentRangeStart",
        "commentRangeEnd",
    ]
    assert paragraph.find("{*}r/{*}commentReference") is not None


def test_the_numbers_of_changes_are_fresh_whatever_reviewers_used() -> None:
    theirs = word_file(UPDATED.replace("held", "kept") + para(typed("More.", 41) + struck("x", 7)))
    outcome = merged_files(word_file(BODY), theirs, word_file(UPDATED))
    marks = list(outcome.root.iter(INS, DEL))
    numbers = [mark.get(ID) for mark in marks]
    assert len(set(numbers)) == len(numbers)
    assert all(int(m.get(ID, "")) > 41 for m in marks if m.get(AUTHOR) == SERVICE)
    assert {m.get(DATE) for m in marks if m.get(AUTHOR) == SERVICE} == {"2022-11-20T09:00:00Z"}


def test_equal_files_give_equal_bytes_and_another_hour_only_another_date() -> None:
    files = word_file(BODY), word_file(THEIRS), word_file(CLASHING.replace("kept", "held"))
    first = merge(*files, AT)
    assert merge(*files, AT) == first
    later = merge(*files, AT.replace(hour=17))
    assert [i.outcome for i in later.items] == [i.outcome for i in first.items]
    assert later.data != first.data


def test_a_file_that_needs_nothing_comes_back_byte_for_byte_however_it_was_packed() -> None:
    theirs = packed(parts_of(word_file(UPDATED)))
    assert merge(word_file(BODY), theirs, word_file(UPDATED), AT).data == theirs


def test_a_file_with_undecided_changes_of_the_service_is_refused_in_one_sentence() -> None:
    files = word_file(BODY), word_file(UPDATED)
    pending = merge(files[0], files[0], files[1], AT).data
    with pytest.raises(RefusedInputError, match="accept or reject each of them in Word"):
        merge(files[0], pending, files[1], AT)


def test_what_is_no_word_document_is_refused() -> None:
    good = word_file(BODY)
    parts = parts_of(good)
    nameless = packed({name: part for name, part in parts.items() if name != DOCUMENT})
    bodyless = packed({**parts, DOCUMENT: f"<w:document {W}/>".encode()})
    torn = packed({**parts, DOCUMENT: parts[DOCUMENT][:-20]})
    for bad in (b"no zip at all", nameless, bodyless, torn):
        with pytest.raises(RefusedInputError):
            merge(good, bad, good, AT)


def strikes_for_good(_: Pen, runs: list[etree._Element]) -> list[etree._Element]:
    """Take runs out and track nothing."""
    for run in runs:
        around = run.getparent()
        assert around is not None
        around.remove(run)
    return []


def signs_as_another(
    self: Pen, tag: str, own: Callable[[Pen, str], etree._Element]
) -> etree._Element:
    mark = own(self, tag)
    mark.set(AUTHOR, "Somebody else")
    return mark


def test_words_taken_out_untracked_break_the_law_and_nothing_is_handed_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Pen, "strike", strikes_for_good)
    with pytest.raises(UnsafeMergeError) as caught:
        merge(word_file(BODY), word_file(BODY), word_file(UPDATED), AT)
    assert b"held" in parts_of(caught.value.refused)[DOCUMENT]
    assert "nothing was written" in str(caught.value)


def test_a_change_in_another_name_breaks_the_law(monkeypatch: pytest.MonkeyPatch) -> None:
    own = Pen.mark
    monkeypatch.setattr(Pen, "mark", lambda self, tag: signs_as_another(self, tag, own))
    monkeypatch.setattr(merging_room, "has_changes", lambda root: len(root) > 1)
    monkeypatch.setattr(merging_room, "_check_decided", lambda _: None)
    with pytest.raises(UnsafeMergeError):
        merged_with_clash()


def merged_with_clash() -> None:
    merge(word_file(BODY), word_file(THEIRS), word_file(CLASHING.replace("kept", "held")), AT)


COMMENT = re.compile(rb'<w:comment w:id="3".*?</w:comment>', re.DOTALL)
BREACHES: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "a word nobody tracked": (DOCUMENT, lambda part: part.replace(b"The end", b"An end")),
    "a reviewer's words gone": (DOCUMENT, lambda part: part.replace(b"must", b"")),
    "another part touched": ("word/styles.xml", lambda part: part.replace(b"Arial", b"Times")),
    "a part added": ("word/more.xml", lambda _: b"<more/>"),
    "a reviewer's comment lost": (COMMENTS, lambda part: COMMENT.sub(b"", part)),
    "a reviewer's comment altered": (COMMENTS, lambda part: part.replace(b"Sure?", b"Sure.")),
    "a relation lost": (
        RELATIONS,
        lambda part: re.sub(rb"<Relationship .*?/>", b"", part, count=1),
    ),
    "a type of part altered": (TYPES, lambda part: part.replace(b"styles+xml", b"other+xml")),
}
PLUMBING = (COMMENTS, RELATIONS, TYPES)


@pytest.mark.parametrize(("name", "breach"), BREACHES.values(), ids=BREACHES)
def test_the_law_sees_every_breach(name: str, breach: Callable[[bytes], bytes]) -> None:
    outcome = clash(comments=remarks(3))
    theirs, after = parts_of(outcome.theirs), parts_of(outcome.merged.data)
    assert is_kept(after, theirs, DOCUMENT, {"4"}, PLUMBING)
    broken = {**after, name: breach(after.get(name, b""))}
    assert broken != after
    assert not is_kept(broken, theirs, DOCUMENT, {"4"}, PLUMBING)


def test_the_law_sees_a_part_that_was_lost() -> None:
    outcome = clash()
    theirs, after = parts_of(outcome.theirs), parts_of(outcome.merged.data)
    del after["word/numbering.xml"]
    assert not is_kept(after, theirs, DOCUMENT, {"0"}, PLUMBING)


def test_the_account_has_the_keys_of_the_exchange_format_and_counts_its_items() -> None:
    mine = word_file(CLASHING.replace("kept", "held"))
    outcome = merged_files(word_file(BODY), word_file(THEIRS), mine)
    told = as_json(outcome.merged)
    assert list(told) == [
        "added", "updated", "removed", "conflicts", "kept", "items", "unmerged", "safe",
    ]  # fmt: skip
    assert (told["updated"], told["conflicts"], told["safe"]) == (1, 1, True)
    assert told["items"][0] == {
        "region": "a",
        "outcome": "conflict",
        "old": OLD,
        "new": NEW,
        "theirs": EDITED,
    }


def test_only_what_a_reviewer_can_decide_on_counts_as_a_proposal() -> None:
    for outcome, proposes in (
        (MergeOutcome.UPDATED, True),
        (MergeOutcome.CONFLICT, True),
        (MergeOutcome.KEPT, False),
        (MergeOutcome.UNCHANGED, False),
    ):
        assert Merged(b"", (MergeItem("a", outcome, "", "", ""),)).proposes is proposes
