"""Previews of a template: made apart, opened again, and compared word for word with their data."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from casework.documents.gate import inspect
from casework.documents.packing import unpack
from casework.documents.read_back import read_back
from casework.documents.region_places import key_of_control
from casework.documents.wordml import DOCUMENT_PART, SDT, cleaned, parse
from casework.documents.workshop.apart import USUAL, Limits, Rendering, render_apart
from casework.documents.workshop.faults import Fault, Preview
from casework.documents.workshop.plain import as_plain
from casework.documents.workshop.preview_data import Sample, samples
from casework.errors import CaseworkError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casework.documents.descriptions import DocumentDescription, Fields
    from models.shapes.word import ReadBack

LEFT_TAG: Final = re.compile(r"\{[{%]|[}%]\}")
PLACES: Final = {
    "text": "text", "answer": "answer", "force_position": "position",
    "paragraphs": "comments", "reply": "reply",
}  # fmt: skip
"""Fields of a finding or of comments, and the end of the key of the place they belong in."""
SINGLE: Final = ("overview", "monitoring")
SERIAL: Final = re.compile(r"\bw(\d{3})a ")


def make_previews(
    template: bytes, description: DocumentDescription, limits: Limits = USUAL
) -> tuple[tuple[Preview, ...], tuple[Fault, ...]]:
    """Return the previews of a template, made apart, and what is wrong with any of them."""
    given = samples(description)
    values = [sample.values for sample in given]
    return judge(given, render_apart(template, description, values, limits))


def judge(
    given: Sequence[Sample], made: Sequence[Rendering]
) -> tuple[tuple[Preview, ...], tuple[Fault, ...]]:
    """Return renderings as previews, and each thing that is wrong with them once."""
    previews: list[Preview] = []
    faults: dict[str, Fault] = {}
    for sample, rendering in zip(given, made, strict=True):
        preview, found = _judged(sample, rendering)
        previews.append(preview)
        for fault in found:
            faults.setdefault(fault.message, fault)
    return tuple(previews), tuple(faults.values())


def _judged(sample: Sample, rendering: Rendering) -> tuple[Preview, list[Fault]]:
    where = f"the preview “{sample.name}” ({sample.shows})"
    nothing = Preview(sample.name, sample.shows, None)
    if rendering.document is None:
        return nothing, [Fault("not_rendered", where, rendering.refusal)]
    blocked = inspect(rendering.document).blocked
    if blocked:
        message = f"The gate would keep the document out: {blocked[0].message}"
        return nothing, [Fault("kept_out", where, message)]
    try:
        read = read_back(rendering.document)
    except CaseworkError as error:
        message = f"The document could not be read again: {error}"
        return nothing, [Fault("not_readable", where, message)]
    said = "\n".join(block.text for block in read.blocks)
    preview = Preview(sample.name, sample.shows, rendering.document, len(said.split()))
    wrong = [*_doubled(rendering.document), *_wrong(sample.values, read, said)]
    faults = [Fault(kind, where, message) for kind, message in wrong]
    return preview, faults


def _doubled(document: bytes) -> Iterator[tuple[str, str]]:
    """Tell of keys that two marked places of the document bear: none of them could be filled."""
    keys = Counter(map(key_of_control, parse(unpack(document)[DOCUMENT_PART]).iter(SDT)))
    for key, count in keys.items():
        if key and count > 1:
            yield "duplicate_region", f"The document has {count} marked places with the key {key}."


def _wrong(values: Fields, read: ReadBack, said: str) -> Iterator[tuple[str, str]]:
    found = LEFT_TAG.search(SERIAL.sub("", said))
    if found:
        near = " ".join(said[max(0, found.start() - 30) : found.end() + 30].split())
        yield "left_tag", f"A tag was printed instead of carried out, near “{near}”."
    yield from _cut_short(as_plain(values), said)
    yield from _not_once(as_plain(values), read)


def _cut_short(plain: dict[str, Any], said: str) -> Iterator[tuple[str, str]]:
    """Tell of texts that begin in the document and do not go on as they should."""
    text = _spaced(said)
    for path, words in _texts(plain, ""):
        begin = SERIAL.match(words)
        if begin and text.count(begin[0].strip()) != text.count(_spaced(words)):
            yield (
                "lost_words",
                f"The words of {path} are cut short or changed where they hold & or <.",
            )


def _not_once(plain: dict[str, Any], read: ReadBack) -> Iterator[tuple[str, str]]:
    """Tell of paragraphs that their marked place does not hold, or holds twice."""
    for key, path, paragraphs in _belonging(plain):
        words = _spaced(read.region_text(key))
        if not words:
            continue
        for paragraph in paragraphs:
            count = words.count(_spaced(paragraph))
            if count != 1:
                times = "does not hold" if count == 0 else f"holds {count} times"
                short = " ".join(paragraph.split()[:6])
                yield "misplaced_words", f"The place {key} {times} “{short} …” of {path}."


def _belonging(plain: dict[str, Any]) -> Iterator[tuple[str, str, list[str]]]:
    for name in SINGLE:
        if plain.get(name):
            yield name, name, list(plain[name])
    found = [finding for group in plain.get("groups", ()) for finding in group["findings"]]
    for one, of in [(f, "finding") for f in found] + [
        (c, "comment") for c in plain.get("comments", ())
    ]:
        for field, end in PLACES.items():
            if one.get(field):
                yield f"{one['key']}_{end}", f"{of}.{field}", list(one[field])


def _texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner, path)
    elif isinstance(value, str):
        yield path, value


def _spaced(words: str) -> str:
    return " ".join(cleaned(words).casefold().split())
