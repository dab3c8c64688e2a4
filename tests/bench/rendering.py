"""How fast a response is rendered, beside every renderer of Word templates known to us.

All are given the same words, loops and conditions, in their own languages, and
the same fields; a time counts only where the document says the same.
"""

import io
import json
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment
from lxml import etree

from casework.documents import wordml as word
from casework.documents.mark_places import with_mark_places
from casework.documents.packing import pack_parts, unpack
from casework.documents.render import CompiledTemplate, compile_template
from casework.documents.template_language import tied_environment
from models.shapes.response import ResponseFields
from tests.bench.node_peers import CannotRenderError, NodePeer, node_peers, say
from tests.bench.timing import Figure, Peer, Seconds, check, measure, measure_beside
from tests.bench.translation import BRACES, NUMBERS, PLUSES, STORY, Translation, take_controls_off
from tests.bench.writing import TEMPLATE, USUAL, a_response_of
from tests.casework.documents.fields import STAMP

ROOM = "Rendering a response"
TOO_LONG = 2.0
"""Seconds after which a peer is not asked again."""
DIALECTS = {
    "docxtemplater": BRACES,
    "easy-template-x": BRACES,
    "carbone": NUMBERS,
    "docx-templates": PLUSES,
}


def figures() -> Iterator[Figure]:
    """Yield the figures of rendering: beside all peers to 1,000 findings, alone at 10,000."""
    template = compile_template(TEMPLATE)
    bare = _without_regions(template)
    with node_peers() as others, tempfile.TemporaryDirectory() as folder:
        for number in (10, USUAL, 100, 1000):
            values = a_response_of(number)
            ours = template.render(values, STAMP)
            context = {name: getattr(values, name) for name in values.__slots__}
            theirs = _docxtpl(context)
            peers = [
                Peer("ours, without regions", lambda values=values: bare.render(values, STAMP)),  # type: ignore[misc]
                Peer(f"docxtpl {version('docxtpl')}", lambda context=context: _docxtpl(context)),  # type: ignore[misc]
            ]
            for other in others:
                peers += _ready(other, ours, context, Path(folder))
            yield from measure_beside(
                ROOM,
                f"{number:,} findings",
                lambda values=values: template.render(values, STAMP),  # type: ignore[misc]
                check("both documents say the same words", holds=_text(ours) == _text(theirs)),
                peers=peers,
                target=0.005 if number == USUAL else None,
            )
    yield _longest(template, a_response_of(10_000))


def _longest(template: CompiledTemplate, values: ResponseFields) -> Figure:
    said = " ".join(_text(template.render(values, STAMP)))
    last = check("the last finding is there", holds=f"Response to AFI {10_000}" in said)
    return measure(ROOM, "10,000 findings", lambda: template.render(values, STAMP), last)


def _without_regions(template: CompiledTemplate) -> CompiledTemplate:
    """Return our template without marked places: what the peers are given."""
    patch, env = DocxTemplate(TEMPLATE).patch_xml, tied_environment()
    changing = dict(template.changing)
    for name, part in unpack(TEMPLATE.read_bytes()).items():
        if STORY.fullmatch(name):
            root = word.parse(part)
            take_controls_off(root)
            source = patch(word.serialise(root).decode())
            changing[name] = env.from_string(with_mark_places(source))
    return replace(template, changing=changing)


def _docxtpl(context: dict[str, object]) -> bytes:
    template, saved = DocxTemplate(TEMPLATE), io.BytesIO()
    template.render(context, Environment(autoescape=True))
    template.save(saved)
    return saved.getvalue()


def _ready(other: NodePeer, ours: bytes, context: dict[str, Any], folder: Path) -> Iterator[Peer]:
    """Yield a peer of another language, if what it makes says the same as ours."""
    translated = Translation(unpack(TEMPLATE.read_bytes()), DIALECTS[other.name])
    template, data, made = (
        folder / f"{other.name}.{kind}" for kind in ("docx", f"{len(ours)}.json", "made.docx")
    )
    template.write_bytes(pack_parts({**unpack(ours), **translated.parts}))
    data.write_text(json.dumps(translated.body.data(context)), encoding="utf-8")
    try:
        took = other.render(template, data, made)
        wrong = "" if _said(made.read_bytes()) == _said(ours) else "text differs"
    except (CannotRenderError, etree.XMLSyntaxError) as fault:
        took, wrong = Seconds(), f"gives no document that can be read ({fault})"
    if wrong:
        say(f"{other.title}: {wrong}: not compared")
    elif took > TOO_LONG:
        yield Peer(f"{other.title} (once)", lambda: took)
    else:
        yield Peer(other.title, lambda: other.render(template, data))


def _text(data: bytes) -> list[str]:
    root = etree.fromstring(unpack(data)[word.DOCUMENT_PART])
    return [word.text_of(paragraph) for paragraph in root.iter(word.P)]


def _said(data: bytes) -> list[str]:
    """Return the paragraphs that say something: some peers leave blank ones for their tags."""
    return [text.strip() for text in _text(data) if text.strip()]
