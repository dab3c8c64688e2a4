"""From a folder of the corpus to Word files: the response as it is, and each of its variants."""

import json
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.check_corpus.body import Body
from tests.check_corpus.labels import Document, Label, plain
from tests.check_corpus.package import Package
from tests.check_corpus.planting import plant
from tests.check_corpus.source import Facts, Source, edited, read_source


def build(source: Source, operations: Sequence[Sequence[Any]] = ()) -> bytes:
    """Return a response as a Word file."""
    body = Body(source)
    package = Package(body.written(), body.parts, source.manner)
    plant(package, operations)
    return package.packed()


def source_of(folder: Path) -> Source:
    """Return the response of a folder before it is built."""
    facts = json.loads((folder / "facts.json").read_text(encoding="utf-8"))
    return read_source((folder / "response.txt").read_text(encoding="utf-8"), facts)


def built(folder: Path, half: str) -> Iterator[Document]:
    """Yield the clean response of a folder, then its defective variants."""
    source = source_of(folder)
    yield Document(folder.name, half, build(source), source.facts)
    planted = tomllib.loads((folder / "defects.toml").read_text(encoding="utf-8"))
    for variant in planted.get("variant", []):
        yield variant_of(source, variant, folder.name, half)


def variant_of(source: Source, variant: dict[str, Any], folder: str, half: str) -> Document:
    """Return one defective variant."""
    changed = edited(source, variant.get("edits", []))
    return Document(
        name=f"{folder}/{variant['name']}",
        half=half,
        data=build(changed, variant.get("raw", [])),
        facts=changed.facts,
        labels=tuple(_label(source.facts, *given) for given in variant["labels"]),
        also=tuple(variant.get("also", [])),
    )


def _label(facts: Facts, check: str, words: str, reference: str = "") -> Label:
    """Return a label with the finding it is about: named, or the one whose words it gives."""
    about = [
        (str(one["ref"]), str(one["text"]))
        for one in facts["findings"]
        if one["ref"] == reference
        or (not reference and words and plain(words) in plain(one["text"]))
    ]
    return Label(check, words, about[0] if len(about) == 1 else None)
