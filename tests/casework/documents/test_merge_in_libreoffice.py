"""A response that a reviewer edits in LibreOffice, read back and brought up to date.

The file is rendered by the service's own template, edited and saved by the office itself, once
straight to Word's format and once by way of its own. It judges the merge, too.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from casework.documents.gate import inspect
from casework.documents.merge import SERVICE, merge
from casework.documents.merge.marks_again import with_marks_again
from casework.documents.packing import unpack
from casework.documents.read_back import read_back
from casework.documents.regions import read_regions
from casework.documents.stamp import read_stamp
from models.review_words import MergeOutcome
from models.shapes.word import ChangeKind
from tests.casework.documents.fields import STAMP
from tests.conftest import find_or_leave_out
from tests.editors import office
from tests.office import story
from tests.office.desk import Shown, reviewed

if TYPE_CHECKING:
    from pathlib import Path

    from models.shapes.merging import Merged
    from models.shapes.word import ReadBack

pytestmark = [pytest.mark.libreoffice, pytest.mark.slow, pytest.mark.xdist_group("office")]

AT = datetime(2022, 11, 20, 9, 0, tzinfo=UTC)

SAVED_AS = {"as a Word file": ("docx",), "by way of the office's own format": ("odt", "docx")}
"""How the reviewer saves: the formats one after the other."""
WAYS = tuple(SAVED_AS)
DEEDS = {"edited": story.EDITS, "worked over": story.HARDER_EDITS}
EVERY = [(what, way) for what in DEEDS for way in WAYS]

IN_A_CONTROL: dict[str, story.Deed] = {
    "a deletion": ("tracks", "deletes", "which matches "),
    "an insertion": ("tracks", "types", "I welcome this report", " warmly"),
}
"""What the office cannot save under tracking: changes of words in a content control."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """What one sitting at the office left behind."""

    folder: Path
    base: bytes
    mine: bytes

    def file(self, what: str, way: str) -> bytes:
        """Return a file as the reviewer saved it."""
        return self.path(what, way).read_bytes()

    def path(self, what: str, way: str) -> Path:
        """Return where a file was saved."""
        return self.folder / f"{what}, {way}.docx"

    def merged(self, way: str, what: str = "edited") -> Merged:
        """Return the merge of a file the reviewer edited."""
        return merge(self.base, self.file(what, way), self.mine, AT)


@pytest.fixture(scope="module")
def sitting(tmp_path_factory: pytest.TempPathFactory) -> Sitting:
    """Return what the reviewer saved: the file edited, and the file only opened."""
    if not office.knows_the_office():
        find_or_leave_out("python3-uno")
    folder = tmp_path_factory.mktemp("sitting")
    base = story.written(story.the_response())
    mine = story.written(story.the_response_later())
    made = Sitting(folder, base, mine)
    source = folder / "base.docx"
    source.write_bytes(base)
    work: list[tuple[Path, tuple[story.Deed, ...], Path]] = []
    for what, deeds in (*DEEDS.items(), ("opened", ())):
        for way, formats in SAVED_AS.items():
            *between, last = (made.path(what, way).with_suffix(f".{f}") for f in formats)
            steps = [source, *between, last]
            acts = (deeds, *[()] * len(between))
            work += zip(steps, acts, steps[1:], strict=False)
    work += [(source, (deed,), made.path(what, WAYS[0])) for what, deed in IN_A_CONTROL.items()]
    reviewed(work)
    return made


def lines(read: ReadBack) -> list[tuple[str | None, str, str]]:
    """Return each block's region, kind and words."""
    return [(block.region, block.kind, block.text) for block in read.blocks]


def words(data: bytes) -> list[str]:
    """Return the words of a file, a block a line."""
    return [block.text for block in read_back(data).blocks]


# Reading back what the office wrote.


def test_a_file_the_office_only_opened_reads_as_it_was_written(sitting: Sitting) -> None:
    before, after = read_back(sitting.base), read_back(sitting.file("opened", WAYS[0]))
    assert lines(after) == lines(before)
    assert after.stamp == STAMP
    assert after.unmapped == after.obstacles == ()


def test_the_offices_own_format_loses_the_mark_of_the_table_alone(sitting: Sitting) -> None:
    before, after = read_back(sitting.base), read_back(sitting.file("opened", WAYS[1]))
    lost = [line for line in lines(before) if line not in lines(after)]
    assert [region for region, _, _ in lost] == ["grades"]
    assert [text for _, _, text in lines(after)] == [text for _, _, text in lines(before)]
    assert after.stamp == STAMP


def edited_words(before: list[str]) -> list[str]:
    """Return the words the file must have after the reviewer's edits, told without the office."""
    quotation = next(text for text in before if text.startswith("Quotations from"))
    changed = {
        "Reference: S55-2022-001": f"Reference: S55-2022-001{story.TYPED}",
        story.OVERVIEW[0]: f"{story.OVERVIEW[0][:-1]}{story.TYPED_IN_A_CONTROL}.",
        story.an_answer(2)[1]: story.an_answer(2)[1].replace("2 of", f"2{story.PUT_IN} of"),
        story.an_answer(8)[0]: story.REWRITTEN,
    }
    gone = {story.OVERVIEW[1], story.an_answer(5)[1]}
    after = [changed.get(text, text) for text in before if text not in gone]
    after.insert(after.index(story.an_answer(6)[1]) + 1, story.OWN)
    at = after.index(quotation)
    after[at : at + 1] = [story.OVERVIEW[1], quotation.replace(story.TAKEN_OUT, "")]
    return [edited_table(text) if text.startswith("Area\t") else text for text in after]


def edited_table(text: str) -> str:
    """Return the words of the table of grades after the reviewer's edits."""
    rows = text.split("\n")
    area, _ = rows[2].split("\t")
    rows[2] = f"{area}\t{story.CELL}"
    return "\n".join([*rows, "\t".join(story.ROW)])


@pytest.mark.parametrize("way", WAYS)
def test_the_reviewers_words_are_read_back_where_they_were_written(
    sitting: Sitting, way: str
) -> None:
    data = sitting.file("edited", way)
    assert inspect(data).accepted
    assert words(data) == edited_words(words(sitting.base))


@pytest.mark.parametrize("way", WAYS)
def test_the_reviewers_changes_and_comment_are_read_back_by_name(
    sitting: Sitting, way: str
) -> None:
    read = read_back(sitting.file("edited", way))
    assert [(change.kind, change.author, change.words) for change in read.changes] == [
        (ChangeKind.INSERTED, story.REVIEWER, story.PUT_IN),
        (ChangeKind.DELETED, story.REVIEWER, story.TAKEN_OUT.strip()),
    ]
    (comment,) = read.comments
    assert (comment.author, comment.words) == (story.REVIEWER, story.SAID)
    assert (comment.region, comment.about) == ("f003_answer", f"{story.SECOND} in month 3")
    bold = [span.text for block in read.region("f001_answer") for span in block.spans if span.bold]
    assert bold == [story.BOLD]


@pytest.mark.parametrize("way", WAYS)
def test_every_region_holds_what_the_reviewer_left_in_it(sitting: Sitting, way: str) -> None:
    base, read = read_back(sitting.base), read_back(sitting.file("edited", way))
    edited = {"overview", "f002_answer", "f005_answer", "f008_answer", "grades"}
    for key in read_regions(sitting.base).keys() - edited:
        assert read.region_text(key) == base.region_text(key), key
    assert read.region_text("overview") == f"{story.OVERVIEW[0][:-1]}{story.TYPED_IN_A_CONTROL}."
    assert read.region_text("f005_answer") == story.an_answer(5)[0]
    assert read.region_text("f008_answer") == f"{story.REWRITTEN}\n{story.an_answer(8)[1]}"
    assert story.OWN in [block.text for block in read.blocks if block.region is None]


@pytest.mark.parametrize("what", IN_A_CONTROL)
def test_a_change_tracked_inside_a_control_is_refused_in_words(sitting: Sitting, what: str) -> None:
    report = inspect(sitting.file(what, WAYS[0]))
    assert not report.accepted
    (reason,) = report.blocked
    assert reason.where == "word/document.xml"
    assert "LibreOffice damaged the file" in reason.message
    assert "edit it in Word" in reason.message


# Bringing it up to date.


@pytest.mark.parametrize("way", WAYS)
def test_all_that_changed_is_proposed_and_only_the_rewritten_answer_conflicts(
    sitting: Sitting, way: str
) -> None:
    found = Counter((item.region, item.outcome) for item in sitting.merged(way).items)
    quiet = {MergeOutcome.UNCHANGED, MergeOutcome.KEPT}
    assert {key: number for key, number in found.items() if key[1] not in quiet} == {
        ("grades", MergeOutcome.UPDATED): 1,
        ("f008_answer", MergeOutcome.CONFLICT): 1,
        ("f013_text", MergeOutcome.UPDATED): 1,
        ("c1_lead", MergeOutcome.UPDATED): 1,
        ("c1_comments", MergeOutcome.UPDATED): 1,
        ("c1_comments", MergeOutcome.ADDED): 7,
        ("c1_end", MergeOutcome.UPDATED): 1,
    }
    assert sitting.merged(way).unmerged == ()


@pytest.mark.parametrize("way", WAYS)
def test_paragraphs_split_joined_and_struck_out_elsewhere_keep_no_update_back(
    sitting: Sitting, way: str
) -> None:
    found = sitting.merged(way, "worked over")
    assert found.count(MergeOutcome.CONFLICT) == 0
    assert found.count(MergeOutcome.ADDED) == 7
    read = read_back(found.data)
    assert [comment.author for comment in read.comments] == [story.REVIEWER]
    updated = {item.region for item in found.items if item.outcome is MergeOutcome.UPDATED}
    assert updated == {"grades", "f008_answer", "f013_text", "c1_lead", "c1_comments", "c1_end"}


@pytest.mark.parametrize(("what", "way"), EVERY)
def test_the_merged_file_passes_the_gate_and_keeps_its_stamp(
    sitting: Sitting, what: str, way: str
) -> None:
    merged = sitting.merged(way, what).data
    assert inspect(merged).accepted
    assert read_stamp(merged) == STAMP


@pytest.mark.parametrize("way", WAYS)
def test_the_conflict_is_told_in_a_comment_with_both_texts(sitting: Sitting, way: str) -> None:
    read = read_back(sitting.merged(way).data)
    theirs, ours = sorted(read.comments, key=lambda comment: comment.author == SERVICE)
    assert (theirs.author, theirs.words) == (story.REVIEWER, story.SAID)
    assert (ours.author, ours.around) == (SERVICE, story.REWRITTEN)
    assert story.an_answer(8)[0] in ours.words
    assert story.NEW_ANSWER[0] in ours.words


@pytest.mark.parametrize("way", WAYS)
def test_without_edits_taking_all_gives_the_new_text(sitting: Sitting, way: str) -> None:
    merged = merge(sitting.base, sitting.file("opened", way), sitting.mine, AT)
    assert merged.count(MergeOutcome.CONFLICT) == 0
    assert words(merged.data) == words(sitting.mine)


@pytest.mark.parametrize("way", WAYS)
def test_a_source_that_says_the_same_leaves_the_file_as_it_was(sitting: Sitting, way: str) -> None:
    edited = sitting.file("edited", way)
    assert merge(sitting.base, edited, sitting.base, AT).data == edited


# The office's own judgement.


@dataclass(frozen=True, slots=True)
class Judged:
    """What the office says of the reviewer's file and of its merge, all refused and all taken."""

    theirs_refused: Shown
    theirs_taken: Shown
    merged_refused: Shown
    merged_taken: Shown


@pytest.fixture(scope="module")
def judged(sitting: Sitting) -> dict[tuple[str, str], Judged]:
    """Return what the office says of each; it reads copies without controls, or it misreads."""
    copies = [path for what, way in EVERY for path in _copies(sitting, what, way)]
    verdicts = ("reject", "accept")
    said = reviewed([(path, (("decides", v),), None) for path in copies for v in verdicts])
    return {key: Judged(*said[4 * n : 4 * n + 4]) for n, key in enumerate(EVERY)}


def _copies(sitting: Sitting, what: str, way: str) -> tuple[Path, Path]:
    paths = [sitting.path(f"{what} {name} to judge", way) for name in ("file", "merge")]
    made = sitting.file(what, way), sitting.merged(way, what).data
    for path, data in zip(paths, made, strict=True):
        path.write_bytes(office.without_controls(data))
    return paths[0], paths[1]


def paragraphs(read: ReadBack) -> list[str]:
    """Return what was read as the office lists it: paragraph by paragraph, cell by cell."""
    found = (part for block in read.blocks for part in re.split(r"[\t\n]", block.text))
    return [part.strip() for part in found if part.strip()]


def without_caption(listed: list[str]) -> list[str]:
    """Return what the office lists, without what belongs to the table for us."""
    return [line.strip() for line in listed if line.strip() and not line.startswith("Table 1:")]


@pytest.mark.parametrize(("what", "way"), EVERY)
def test_we_read_what_the_office_shows_with_all_accepted_and_all_refused(
    sitting: Sitting, judged: dict[tuple[str, str], Judged], what: str, way: str
) -> None:
    said, data = judged[what, way], sitting.file(what, way)
    assert paragraphs(read_back(data)) == without_caption(said.theirs_taken.paragraphs)
    assert paragraphs(read_back(data, "rejected")) == without_caption(
        said.theirs_refused.paragraphs
    )
    merged = sitting.merged(way, what).data
    assert paragraphs(read_back(merged)) == without_caption(said.merged_taken.paragraphs)


@pytest.mark.parametrize(("what", "way"), EVERY)
def test_refusing_all_in_the_office_gives_what_it_gives_of_the_reviewers_file(
    judged: dict[tuple[str, str], Judged], what: str, way: str
) -> None:
    theirs, merged = judged[what, way].theirs_refused, judged[what, way].merged_refused
    assert merged.paragraphs == theirs.paragraphs, office.first_apart(
        merged.paragraphs, theirs.paragraphs
    )


@pytest.mark.parametrize("way", WAYS)
def test_taking_all_in_the_office_keeps_the_reviewers_words_and_brings_the_comments(
    judged: dict[tuple[str, str], Judged], way: str
) -> None:
    taken = judged["edited", way].merged_taken.paragraphs
    whole = "\n".join(taken)
    kept = (story.TYPED, story.TYPED_IN_A_CONTROL, story.PUT_IN, story.OWN, story.CELL)
    for said in (*kept, *story.ROW, story.REWRITTEN, story.NEW_WORDS, *story.WRITTEN):
        assert said in whole, said
    for gone in (story.TAKEN_OUT, story.an_answer(5)[1], story.OLD_WORDS, "[Awaited]"):
        assert gone not in whole, gone
    at = taken.index(story.OVERVIEW[1])
    assert taken[at + 1].startswith("Quotations from the report contain information")
    first = taken.index(story.WRITTEN[0])
    assert tuple(taken[first : first + len(story.WRITTEN)]) == story.WRITTEN
    assert taken[taken.index(story.REGRADED) + 1] == story.NEW_GRADE


@pytest.mark.parametrize("way", WAYS)
def test_the_office_lists_every_change_under_its_authors_name(
    judged: dict[tuple[str, str], Judged], way: str
) -> None:
    theirs, merged = judged["edited", way].theirs_taken, judged["edited", way].merged_taken
    by_reviewer = Counter({(story.REVIEWER, "Insert"): 1, (story.REVIEWER, "Delete"): 1})
    assert theirs.changes == by_reviewer
    assert merged.changes & by_reviewer == by_reviewer
    assert {author for author, _ in merged.changes} == {story.REVIEWER, SERVICE}
    assert merged.changes[SERVICE, "Insert"] >= 4
    assert merged.changes[SERVICE, "Delete"] >= 2
    assert theirs.comments == [(story.REVIEWER, story.SAID)]
    assert [author for author, _ in merged.comments] == [story.REVIEWER, SERVICE]


# Marks that an editor lost.


def test_the_marks_an_editor_lost_are_put_back(sitting: Sitting) -> None:
    edited = sitting.file("edited", WAYS[1])
    regions = read_regions(sitting.base).keys()
    assert regions - read_regions(edited).keys() == {"grades"}
    marked = with_marks_again(edited, sitting.base)
    assert read_regions(marked).keys() == regions
    assert read_back(marked).region("grades")[-1].text == edited_table(
        read_back(sitting.base).region("grades")[-1].text
    )
    assert words(marked) == words(edited)


def test_a_file_whose_marks_are_all_there_is_left_alone(sitting: Sitting) -> None:
    edited = sitting.file("edited", WAYS[0])
    assert with_marks_again(edited, sitting.base) == edited


@pytest.mark.parametrize("way", WAYS)
def test_a_merge_alters_no_part_but_the_text_and_the_comments(sitting: Sitting, way: str) -> None:
    before, after = unpack(sitting.file("edited", way)), unpack(sitting.merged(way).data)
    assert before.keys() == after.keys()
    differ = {name for name in before if before[name] != after[name]}
    assert differ == {"word/document.xml", "word/comments.xml"}
