# ruff: noqa: E501 - text quoted whole, as the page prints it
import time
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casework.errors import RefusedInputError
from casework.reading.document import read_document
from models.shapes.reading import BlockKind

SOUND = (
    "<main><h1>PEEL 2021/22: An inspection of Loamshire Police</h1>"
    "<p>HMICFRS inspected the force.</p><h3>Area for improvement</h3><p>The force should act.</p></main>"
)


def texts(data: bytes | str) -> list[str]:
    raw = data.encode() if isinstance(data, str) else data
    return [block.text for block in read_document(raw, "report.html").blocks]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\x00\x00\r\n ", "empty"),
        (b"PK\x03\x04rest", "Word"),
        (b"\xd0\xcf\x11\xe0rest", "old Word"),
        (b"{\\rtf1 hello}", "rich-text"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (bytes(range(256)) * 40, "not a page"),
        (b"%PDF-1.7\ngarbage", "damaged PDF"),
        (b"<html><body></body></html>", "no text"),
        (
            b"<html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1></body></html>",
            "message",
        ),
        (
            b"<html><body><h1>Access Denied</h1><p>You don't have permission.</p></body></html>",
            "message",
        ),
        (
            b"<html><body><h1>Sorry, page not found</h1><p>Try the search.</p></body></html>",
            "message",
        ),
        (
            b"<html><title>Just a moment...</title><body><p>Verifying you are human</p></body></html>",
            "message",
        ),
        (b"<html><body><h1>502 Bad Gateway</h1><p>nginx</p></body></html>", "message"),
    ],
)
def test_what_is_no_report_is_refused_in_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(RefusedInputError, match=words) as refusal:
        read_document(data, "report.html")
    assert str(refusal.value).endswith(".")
    assert "\n" not in str(refusal.value)


def test_a_file_over_the_limit_is_refused() -> None:
    with pytest.raises(RefusedInputError, match="larger than 60 MB"):
        read_document(b"a" * (60 * 1024 * 1024 + 1), "report.txt")


def test_a_long_report_that_speaks_of_errors_is_no_error_page() -> None:
    page = SOUND + "<p>Access denied was the message officers saw.</p>" + "<p>word </p>" * 500
    assert "The force should act." in texts(page)


def test_special_characters_survive_and_control_characters_do_not() -> None:
    page = "<p>A &amp; B &lt;c&gt; {{d}} 🚓 nul\x00l\x07 e\u0301</p><p>more</p>"
    assert texts(page)[0] == "A & B <c> {{d}} 🚓 null é"


def test_an_old_page_in_windows_1252_keeps_its_apostrophes() -> None:
    assert texts("<html><body><p>The force’s plan</p></body></html>".encode("cp1252")) == [
        "The force’s plan"
    ]


def test_menus_notices_and_hidden_words_are_not_read() -> None:
    page = (
        "<body><nav><ul><li><a>Recommendations</a></li></ul></nav>"
        "<div><h2>Cookies on this site</h2><p>We use cookies to make this website work.</p></div>"
        "<ul><li><a href=1>One</a></li><li><a href=2>Two</a></li></ul>"
        "<p>The words <span class='visually-hidden'>opens in a new tab</span>stay.<sup><a href='#n1'>1</a></sup></p>"
        "<button>Print</button><footer><p>© Crown copyright</p></footer></body>"
    )
    assert texts(page) == ["The words stay."]


def test_a_comment_inside_a_word_leaves_no_gap() -> None:
    assert texts("<p>re<!-- x -->port</p>") == ["report"]


def test_lists_keep_their_depth_and_bold_paragraphs_their_weight() -> None:
    page = "<ol><li>One:<ul><li>a</li><li>b</li></ul></li><li>Two</li></ol><p><b>Bold</b>.</p>"
    blocks = read_document(page.encode(), "x").blocks
    assert [(b.text, b.level, b.ordered) for b in blocks[:4]] == [
        ("One:", 1, True), ("a", 2, False), ("b", 2, False), ("Two", 1, True),
    ]  # fmt: skip
    assert blocks[4].emphasised


def test_a_box_is_told_by_its_own_heading_whatever_its_class() -> None:
    page = (
        "<main><h2>Area</h2><p>text</p><div><div><h4>Area for improvement</h4></div>"
        "<div><p>The force should act at once.</p></div></div><p>after</p></main>"
    )
    boxes = [block.box for block in read_document(page.encode(), "x").blocks]
    assert boxes[2] == boxes[3] is not None
    assert boxes[4] != boxes[3]


def test_pasted_text_has_headings_items_and_rejoined_lines() -> None:
    text = (
        "PEEL 2021/22: Loamshire\n\nA sentence that was broken by hand at the margin of the page\n"
        "goes on here.\n\n  1. First:\n    a. inner\n  2. Second\n"
    )
    blocks = read_document(text.encode(), "x.txt").blocks
    assert [(b.kind, b.text, b.level) for b in blocks] == [
        (BlockKind.HEADING, "PEEL 2021/22: Loamshire", 2),
        (
            BlockKind.PARAGRAPH,
            "A sentence that was broken by hand at the margin of the page goes on here.",
            0,
        ),
        (BlockKind.ITEM, "First:", 1),
        (BlockKind.ITEM, "inner", 2),
        (BlockKind.ITEM, "Second", 1),
    ]


HOSTILE = {
    "nested divs": "<div>" * 100_000 + "x",
    "nested lists": "<ul><li>" * 100_000 + "x",
    "nested tables": "<table><tr><td>" * 60_000 + "x",
    "reopened emphasis": "".join(f"<p><b a={n}>x" for n in range(60_000)),
    "misnested": "<div></b></div></b><i>" * 60_000 + "x",
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(200_000)) + ">x",
    "open comments": "<!--" * 300_000 + "x",
    "unclosed tags": "<a" * 500_000,
    "unclosed scripts": "x" + "<script>" * 300_000,
    "five megabytes": "<section><h3>Area for improvement</h3><p>The force should act.</p></section>"
    * 68_000,
    "one long line": "word " * 1_000_000,
    "many lines": "1. x\n" * 200_000,
    "indents": "".join(" " * (n % 500) + f"- {n}\n" for n in range(20_000)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markup_is_read_or_refused_in_bounded_time(name: str) -> None:
    started = time.process_time()
    with suppress(RefusedInputError):
        read_document(HOSTILE[name].encode(), "hostile.html")
    assert time.process_time() - started < 30


@pytest.mark.parametrize(
    "make", [lambda n: "<div>" * n, lambda n: "<section><h3>Heads</h3><p>x</p>" * n]
)
def test_reading_time_grows_no_faster_than_the_page(make: Callable[[int], str]) -> None:
    def seconds(size: int) -> float:
        page = (make(size) + "The end.").encode()
        best = 9e9
        for _ in range(3):
            started = time.process_time()
            read_document(page, "x.html")
            best = min(best, time.process_time() - started)
        return best

    seconds(500)
    assert seconds(20_000) < 8 * max(seconds(5_000), 0.01)


FRAGMENTS = st.lists(
    st.sampled_from(
        ["<div>", "</div>", "<p>", "<b>", "</b>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td>", "</table>",
         "<h2>", "</h2>", "<!--", "-->", "<script>", "</script>", "<sup>1</sup>", "<br>", "&amp;", "Recommendation 1",
         "The force should", "<a href=x>", "\x00", "🚓", "<form>", "<main>", "</main>", "\ud7ff", "<", ">", "'", '"']
    ) | st.text(max_size=12),
    max_size=60,
).map("".join)  # fmt: skip


@given(FRAGMENTS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_reading_any_markup_ends_in_blocks_or_a_refusal(markup: str) -> None:
    for data in (markup.encode("utf-8", "replace"), f"<html>{markup}".encode("utf-8", "replace")):
        with suppress(RefusedInputError):
            assert read_document(data, "x").blocks


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"%PDF-1.7\n", b"<html>", b"\xff\xfe", b"\xef\xbb\xbf"]),
)
@settings(max_examples=150, deadline=None)
def test_reading_any_bytes_ends_in_blocks_or_a_refusal(data: bytes, head: bytes) -> None:
    with suppress(RefusedInputError):
        assert read_document(head + data, "x").blocks
