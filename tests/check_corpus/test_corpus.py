"""The labelled corpus: what is built is what was written, and every label is true of it."""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from tests.check_corpus import CHECKS, HALVES, HERE, Document, documents, fingerprints, folders
from tests.check_corpus.building import build, source_of, variant_of
from tests.check_corpus.labels import plain
from tests.check_corpus.reading import words_of
from tests.check_corpus.scoring import planted

FOLDERS = [folder for half in HALVES for folder in folders(half)]
FIELDS = {
    *("case_id", "kind", "language", "office", "local_policing_body", "chief_officer", "force"),
    *("report", "last_day", "graded_areas", "findings", "invited_on", "comments_due_on"),
    *("comments_received_on", "chief_officer_comments", "signatory", "signed_on"),
    *("planned_publication_on", "checked_on", "lateness_reason", "people"),
}
MONTHS = "January February March April May June July August September October November December"
A_DATE = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: day)?(?: of)? ({'|'.join(MONTHS.split())}) (\d{{4}})\b"
)
IN_FIGURES = re.compile(r"\b(\d\d)/(\d\d)/(\d\d)\b")
A_WEEKDAY = re.compile(rf"\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),? {A_DATE.pattern[2:]}")
LATE_IN_THE_PERIOD = timedelta(days=45)

every_folder = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


@cache
def everything() -> tuple[Document, ...]:
    return tuple(document for half in HALVES for document in documents(half))


def of_half(half: str) -> list[Document]:
    return [document for document in everything() if document.half == half]


def words_in_source(folder: Path) -> str:
    return plain("\n".join(source_of(folder).lines).replace("**", ""))


def dates_in(text: str) -> Iterator[date]:
    for day, month, year in A_DATE.findall(text):
        yield date(int(year), MONTHS.split().index(month) + 1, int(day))
    for day, month, year in IN_FIGURES.findall(text):
        if int(day) <= 31 and 1 <= int(month) <= 12:
            yield date(2000 + int(year), int(month), int(day))


def test_the_blind_half_is_as_large_as_was_asked() -> None:
    assert sum(document.is_clean for document in of_half("blind")) >= 14
    assert sum(not document.is_clean for document in of_half("blind")) >= 45


@pytest.mark.parametrize("half", ["blind", "third"])
def test_a_half_written_without_sight_of_the_checks_is_as_it_was_frozen(half: str) -> None:
    # A label is mended only where it is wrong, never to suit the checks: README.md says how.
    frozen = json.loads((HERE / half / "frozen.json").read_text(encoding="utf-8"))
    assert fingerprints(half) == frozen


def test_every_named_check_has_at_least_three_defects_in_the_blind_half() -> None:
    count = planted(of_half("blind"))
    assert {check: count[check] for check in CHECKS if count[check] < 3} == {}


def test_the_open_half_is_as_large_as_was_asked() -> None:
    assert sum(document.is_clean for document in of_half("open")) >= 12
    assert sum(not document.is_clean for document in of_half("open")) >= 55


def test_every_named_check_has_at_least_two_defects_in_the_open_half() -> None:
    count = planted(of_half("open"))
    assert {check: count[check] for check in CHECKS if count[check] < 2} == {}


def test_the_third_half_is_as_large_as_was_asked() -> None:
    assert sum(document.is_clean for document in of_half("third")) >= 12
    assert sum(not document.is_clean for document in of_half("third")) >= 36


def test_every_named_check_has_at_least_two_defects_in_the_third_half() -> None:
    count = planted(of_half("third"))
    assert {check: count[check] for check in CHECKS if count[check] < 2} == {}


def test_a_variant_of_the_third_half_has_one_to_four_defects() -> None:
    many = {one.name: len(one.labels) for one in of_half("third") if not one.is_clean}
    assert {name: count for name, count in many.items() if not 1 <= count <= 4} == {}


def test_the_later_responses_are_as_many_as_were_written() -> None:
    assert sum(document.is_clean for document in of_half("later")) == 63
    assert sum(not document.is_clean for document in of_half("later")) >= 130


def test_a_label_names_a_check_of_the_format_or_says_that_it_does_not() -> None:
    named = {
        check
        for document in everything()
        for label in document.labels
        if not label.own
        for check in label.named
    }
    also = {check for document in everything() for check in document.also}
    assert (named | also) - set(CHECKS) == set()


def test_a_label_about_an_answer_or_an_altered_finding_names_its_finding() -> None:
    about = {"altered_finding", "force_action_only", "deadline_not_answered"}
    about |= {"unanswered_recommendation", "duplicate_finding"}
    nameless = [
        (document.name, label.words)
        for document in everything()
        for label in document.labels
        if label.kind in about and label.finding is None
    ]
    assert nameless == []


def test_every_document_has_a_name_of_its_own() -> None:
    count = Counter((document.half, document.name) for document in everything())
    assert [name for name, times in count.items() if times > 1] == []


def test_the_words_of_every_label_stand_in_its_document() -> None:
    astray = [
        (document.name, label.words)
        for document in everything()
        if any(label.words for label in document.labels)
        for words in [words_of(document.data)]
        for label in document.labels
        if plain(label.words) not in words
    ]
    assert astray == []


@every_folder
def test_the_facts_have_the_fields_of_the_format(folder: Path) -> None:
    facts = json.loads((folder / "facts.json").read_text(encoding="utf-8"))
    assert set(facts) == FIELDS
    finding = {"ref", "class", "text", "area", "grade", "addressee", "deadline"}
    assert all(set(one) == finding for one in facts["findings"])
    assert all(len(one["text"]) > 20 for one in facts["findings"])
    assert len({one["ref"] for one in facts["findings"]}) == len(facts["findings"])


@every_folder
def test_the_grade_of_a_finding_is_that_of_its_area(folder: Path) -> None:
    facts = source_of(folder).facts
    grades = {one["area"]: one["grade"] for one in facts["graded_areas"]}
    assert all(one["grade"] == grades.get(one["area"]) for one in facts["findings"])


@every_folder
def test_the_words_of_a_deadline_stand_in_its_finding(folder: Path) -> None:
    for one in source_of(folder).facts["findings"]:
        if one["deadline"]:
            assert plain(one["deadline"]["raw"]) in plain(one["text"])
            assert date.fromisoformat(one["deadline"]["date"]).year > 2018


@every_folder
def test_a_clean_response_holds_every_finding_comment_grade_and_name(folder: Path) -> None:
    source = source_of(folder)
    words, facts = words_of(build(source)), source.facts
    wanted = [one["text"] for one in facts["findings"]]
    wanted += facts["chief_officer_comments"]
    wanted += [part for one in facts["graded_areas"] for part in one.values()]
    if folder.parent.name != "later":  # there they may be called by their titles alone
        wanted += [facts["chief_officer"]["name"], facts["force"]["name"]]
    # A draft need not be signed, and a chair signs without the courtesy title.
    wanted += [facts["signatory"]["name"].split(maxsplit=1)[-1]] if facts["signed_on"] else []
    assert [text for text in wanted if plain(text) not in words] == []


@every_folder
def test_the_days_of_a_case_come_in_an_order_that_can_be(folder: Path) -> None:
    facts = source_of(folder).facts
    published = facts["report"]["published_on"]
    last = (date.fromisoformat(published) + timedelta(days=55)).isoformat()
    assert facts["last_day"] == last
    received = facts["comments_received_on"]
    days = [published, facts["invited_on"], received, facts["signed_on"]]
    days.append(facts["planned_publication_on"])
    known = [day for day in days if day]
    assert known == sorted(known)
    assert facts["invited_on"] < facts["comments_due_on"]
    assert known[-1] <= last
    assert bool(received) == bool(facts["chief_officer_comments"])


@every_folder
def test_a_clean_response_names_no_weekday_that_does_not_fit(folder: Path) -> None:
    text = "\n".join(source_of(folder).lines)
    for match in A_WEEKDAY.finditer(text):
        (day,) = dates_in(match.group())
        assert day.strftime("%A") == match[1], match.group()


@every_folder
def test_a_clean_response_names_no_last_day_but_the_right_one(folder: Path) -> None:
    source = source_of(folder)
    last = date.fromisoformat(source.facts["last_day"])
    spoken = re.compile(
        r"last day|56 days|fifty-six|fifty-sixth|period|runs? out|due by|must respond|"
        r"to be answered by|must do so by|for doing so",
        re.IGNORECASE,
    )
    for line in source.lines:
        for sentence in re.split(r"(?<=[.!?]) ", line):
            near = [day for day in dates_in(sentence) if abs(day - last) < timedelta(days=4)]
            if spoken.search(sentence) and near:
                assert last in near, sentence


@every_folder
def test_a_clean_response_keeps_days_of_its_case_as_the_facts_have_them(folder: Path) -> None:
    source = source_of(folder)
    days = set(dates_in("\n".join(source.lines)))
    published = date.fromisoformat(source.facts["report"]["published_on"])
    assert published in days
    if source.facts["signed_on"]:
        assert date.fromisoformat(source.facts["signed_on"]) in days


@every_folder
def test_every_edit_changes_what_is_built(folder: Path) -> None:
    source = source_of(folder)
    clean = build(source)
    planted_here = tomllib.loads((folder / "defects.toml").read_text(encoding="utf-8"))
    for variant in planted_here["variant"]:
        made = variant_of(source, variant, folder.name, folder.parent.name)
        assert made.labels
        assert made.data != clean or made.facts != source.facts


def test_building_twice_gives_the_same_bytes() -> None:
    again = {document.name: document.data for document in documents("blind")}
    assert again == {document.name: document.data for document in of_half("blind")}


def test_every_part_of_every_document_is_well_formed_and_named_once() -> None:
    for document in everything():
        with ZipFile(BytesIO(document.data)) as archive:
            names = archive.namelist()
            assert len(names) == len(set(names)), document.name
            for name in names:
                if name.endswith((".xml", ".rels")):
                    etree.fromstring(archive.read(name))


@every_folder
def test_another_library_opens_a_response_and_finds_its_words(folder: Path) -> None:
    source = source_of(folder)
    opened = docx.Document(BytesIO(build(source)))
    words = plain(" ".join(one.text or "" for one in opened.element.body.iter() if _is_text(one)))
    assert plain(str(source.facts["report"]["published_on"])[:4]) in words
    assert len(opened.paragraphs) > 5


def _is_text(element: etree._Element) -> bool:
    return str(element.tag).endswith("}t")


def test_a_clean_document_holds_no_change_on_track_comment_or_hidden_word() -> None:
    for document in everything():
        if document.is_clean:
            with ZipFile(BytesIO(document.data)) as archive:
                body = archive.read("word/document.xml").decode()
                assert "word/comments.xml" not in archive.namelist()
                assert not re.search(r"<w:(ins|del|vanish|highlight)\b", body), document.name
