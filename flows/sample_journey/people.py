"""The acts of people, played: dated, by name, through the service's own functions."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordDocument

from casework.documents.merge.taking import updates_taken
from casework.documents.regions import fill_regions
from casework.record.hand import LONDON, Hand

DATA = Path(__file__).parent / "data"
REPORT = DATA / "report.html"
NEXT_MEETING = "at its next meeting"


def at(month: int, day: int, hour: int = 9, minute: int = 0) -> datetime:
    """Return a moment of the journey: London time, 2022."""
    return datetime(2022, month, day, hour, minute, tzinfo=LONDON)


def by(person: str, moment: datetime) -> Hand:
    """Return the hand of a person of the journey at a moment."""
    return Hand(now=moment, person=person, system_user="sample journey")


@dataclass(frozen=True, slots=True)
class Words:
    """What the people of the journey write."""

    overview: list[str]
    reply: list[str]
    answers: Mapping[str, str]
    corrected: Mapping[str, Any]
    """What is put right on the record once the file has been edited."""
    chief_officer: Mapping[str, Any]


def words() -> Words:
    """Return what the people of the journey write, from its data file."""
    return Words(**tomllib.loads((DATA / "words.toml").read_text(encoding="utf-8")))


def office_settings(site_address: str) -> str:
    """Return the invented office's settings, its public pages served on this machine."""
    text = (DATA / "office.toml").read_text(encoding="utf-8")
    public = 'site_address = "https://www.arden-commissioner.example/section-55"'
    return text.replace(public, f'site_address = "{site_address}"')


def drop_report(folder: Path, moment: datetime) -> None:
    """Put the saved page of the report where the watcher looks."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / REPORT.name
    path.write_bytes(REPORT.read_bytes())
    saved = moment.timestamp() - 60
    os.utime(path, (saved, saved))


def chief_officers_letter(said: Words) -> bytes:
    """Return the chief officer's comments as the Word file a force would send."""
    letter = Document()
    for paragraph in said.chief_officer["paragraphs"]:
        letter.add_paragraph(paragraph)
    return _saved(letter)


@dataclass
class Reviewer:
    """Somebody who edits the Word file: fills the answers in and adds a paragraph of their own."""

    said: Words

    @cached_property
    def fills(self) -> dict[str, list[str]]:
        """Return the words typed into each place of the document."""
        answers = {f"{key}_answer": [text] for key, text in self.said.answers.items()}
        return {"overview": self.said.overview, "c1_reply": self.said.reply, **answers}

    def edit(self, data: bytes) -> bytes:
        """Return the file as saved after the edit."""
        typed = fill_regions(data, self.fills)
        document = Document(BytesIO(typed))
        last = document.paragraphs[-1]
        last.insert_paragraph_before(
            f"This response will be laid before the Police and Crime Panel {NEXT_MEETING}."
        )
        return _saved(document)

    def decide(self, data: bytes) -> bytes:
        """Return the file as saved after its updates were accepted, and something else edited."""
        document = Document(BytesIO(updates_taken(data)))
        for paragraph in document.paragraphs:
            for run in paragraph.runs:
                if NEXT_MEETING in run.text:
                    run.text = run.text.replace(NEXT_MEETING, "on 9 December 2022")
        return _saved(document)


def _saved(document: WordDocument) -> bytes:
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()
