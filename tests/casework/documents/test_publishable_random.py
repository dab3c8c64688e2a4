"""Documents made at random: what was put in is read back, and every form says it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape

from hypothesis import given, settings
from hypothesis import strategies as st

from casework.documents.publishable import publishable_forms, words_of_html
from casework.documents.read_back import read_back
from models.shapes.word import PublishedDetails, Script, Span, TextBlock, TextKind
from tests.casework.documents.raw_word import W, para, run, word_file

if TYPE_CHECKING:
    from collections.abc import Iterable

DETAILS = PublishedDetails("Response", "en-GB", "An office", date(2022, 12, 5))
LETTERS = "abcdefghij ŵŷâô’“”–&<>#*_$@/\\{}[]()0123456789.,%£"
WORDS = st.text(LETTERS, min_size=1, max_size=20).filter(lambda words: bool(words.strip()))


class Made(NamedTuple):
    """A piece of a document: its WordprocessingML, what must be read, and its own words."""

    xml: str
    block: TextBlock
    words: str


@st.composite
def spans(draw: st.DrawFn) -> tuple[Span, ...]:
    """Return spans no two of which next to each other look alike."""
    made: list[Span] = []
    for words in draw(st.lists(WORDS, min_size=1, max_size=4)):
        span = Span(
            words,
            bold=draw(st.booleans()),
            italic=draw(st.booleans()),
            underline=draw(st.booleans()),
            script=draw(st.sampled_from(Script)),
        )
        if not made or _look(made[-1]) != _look(span):
            made.append(span)
    return tuple(made)


def _look(span: Span) -> tuple[object, ...]:
    return span.bold, span.italic, span.underline, span.script


def runs(of: Iterable[Span]) -> str:
    """Return spans as runs of a paragraph."""
    heights = {Script.ABOVE: "superscript", Script.BELOW: "subscript"}
    out = ""
    for span in of:
        look = "<w:b/>" * span.bold + "<w:i/>" * span.italic
        look += '<w:u w:val="single"/>' * span.underline
        if span.script:
            look += f'<w:vertAlign w:val="{heights[span.script]}"/>'
        out += run(escape(span.text), look)
    return out


@st.composite
def paragraphs(draw: st.DrawFn) -> Made:
    """Return a paragraph, a heading or a quotation."""
    of = draw(spans())
    style, kind, level = draw(
        st.sampled_from(
            [
                ("", TextKind.PARAGRAPH, 0),
                ("Heading1", TextKind.HEADING, 1),
                ("Heading2", TextKind.HEADING, 2),
                ("Heading4", TextKind.HEADING, 4),
                ("Finding", TextKind.QUOTE, 0),
            ]
        )
    )
    if kind is TextKind.HEADING:
        of = tuple(Span(span.text) for span in of[:1])
    block = TextBlock(kind, of, level=level)
    return Made(para(runs(of), style), block, block.text)


@st.composite
def items(draw: st.DrawFn) -> Made:
    """Return an item of a bulleted list."""
    of, depth = draw(spans()), draw(st.integers(0, 1))
    mark = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="2"/></w:numPr>'
    block = TextBlock(TextKind.ITEM, of, level=depth + 1)
    return Made(para(runs(of), "", mark), block, block.text)


@st.composite
def tables(draw: st.DrawFn) -> Made:
    """Return a table with a header row."""
    wide = draw(st.integers(1, 3))
    rows = draw(st.lists(st.lists(WORDS, min_size=wide, max_size=wide), min_size=2, max_size=3))
    cells = tuple(
        tuple((TextBlock(TextKind.PARAGRAPH, (Span(words),)),) for words in row) for row in rows
    )
    head = "<w:trPr><w:tblHeader/></w:trPr>"
    xml = "".join(
        f"<w:tr>{'' if number else head}"
        + "".join(f"<w:tc>{para(escape(words))}</w:tc>" for words in row)
        + "</w:tr>"
        for number, row in enumerate(rows)
    )
    block = TextBlock(TextKind.TABLE, rows=cells, header_rows=1)
    words = "\n".join("\n".join(row) for row in rows)
    return Made(f"<w:tbl><w:tblPr/>{xml}</w:tbl>", block, words)


@st.composite
def noted(draw: st.DrawFn) -> Made:
    """Return a paragraph with a footnote; its number is filled in by the document."""
    words = draw(WORDS)
    block = TextBlock(TextKind.PARAGRAPH, (Span(words),))
    return Made(runs(block.spans), block, words)


BLOCKS = st.lists(st.one_of(paragraphs(), items(), tables()), max_size=8)


def the_whole(made: list[Made], notes: list[Made]) -> tuple[bytes, list[TextBlock], str]:
    """Return a Word file, the blocks that must be read, and the words in order."""
    body, blocks, words, parts, tails = para("T", "Title"), [], ["T"], "", []
    blocks.append(TextBlock(TextKind.TITLE, (Span("T"),)))
    for each in made:
        body, words = body + each.xml, [*words, each.words]
        blocks.append(each.block)
    for number, each in enumerate(notes, start=1):
        reference = f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'
        body += para(each.xml + reference)
        led = Span(f"[{number}]", note=number)
        blocks.append(TextBlock(TextKind.PARAGRAPH, (*each.block.spans, led)))
        words.append(f"{each.words}[{number}]")
        parts += f'<w:footnote w:id="{number}">{para("Note " + str(number))}</w:footnote>'
        note = TextBlock(
            TextKind.ITEM, (Span(f"Note {number}"),), None, 1, f"[{number}]", note=number
        )
        tails.append(note)
    words += [f"[{n}] Note {n}" for n in range(1, len(notes) + 1)]
    file = word_file(body, footnotes=f"<w:footnotes {W}>{parts}</w:footnotes>")
    return file, [*blocks, *tails], " ".join(" ".join(words).split())


@settings(max_examples=60, deadline=None)
@given(BLOCKS, st.lists(noted(), max_size=2))
def test_what_was_put_in_is_read_back(made: list[Made], notes: list[Made]) -> None:
    data, blocks, _ = the_whole(made, notes)
    read = read_back(data)
    assert list(read.blocks) == blocks
    assert read.unmapped == read.obstacles == ()


@settings(max_examples=25, deadline=None)
@given(BLOCKS, st.lists(noted(), max_size=2))
def test_every_form_says_what_was_put_in(made: list[Made], notes: list[Made]) -> None:
    data, _, words = the_whole(made, notes)
    forms = publishable_forms(data, DETAILS)
    assert forms.words == words == words_of_html(forms.html)
    assert publishable_forms(data, DETAILS) == forms


PIECES = st.lists(st.tuples(st.sampled_from(["kept", "ins", "del", "moveTo", "moveFrom"]), WORDS))


@settings(max_examples=60, deadline=None)
@given(PIECES)
def test_each_view_reads_the_words_that_stand_in_it(pieces: list[tuple[str, str]]) -> None:
    def made(kind: str, words: str) -> str:
        if kind == "del":
            gone = f'<w:r><w:delText xml:space="preserve">{escape(words)}</w:delText></w:r>'
            return f'<w:del w:author="A">{gone}</w:del>'
        inner = run(escape(words))
        return inner if kind == "kept" else f'<w:{kind} w:author="A">{inner}</w:{kind}>'

    data = word_file(para(run("x") + "".join(made(*piece) for piece in pieces)))
    accepted, rejected = read_back(data), read_back(data, "rejected")
    added, gone = {"ins", "moveTo"}, {"del", "moveFrom"}
    assert accepted.blocks[0].text == "x" + "".join(w for k, w in pieces if k not in gone)
    assert rejected.blocks[0].text == "x" + "".join(w for k, w in pieces if k not in added)
    told = "".join("".join(change.words.split()) for change in accepted.changes)
    assert told == "".join("".join(w.split()) for k, w in pieces if k != "kept")
