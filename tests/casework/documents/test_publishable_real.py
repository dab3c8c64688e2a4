"""What the service's own template gives, published; and the proof that a site shows it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casework.documents.publishable import missing_words, publishable_forms, words_of_html
from casework.documents.publishable.signs import UNSEEN, drawable, spelt_out
from casework.documents.read_back import read_back
from casework.documents.render import compile_template
from models.shapes.word import PublishableForms, PublishedDetails, TextKind
from tests.casework.documents.fields import STAMP, a_finished_response

TEMPLATE = Path(__file__).parents[3] / "templates/documents/response-by-area/template.docx"
DETAILS = PublishedDetails("Response", "en-GB", "An office", date(2022, 12, 5))


@pytest.fixture(scope="module")
def signed() -> bytes:
    return compile_template(TEMPLATE).render(a_finished_response(), STAMP)


@pytest.fixture(scope="module")
def forms(signed: bytes) -> PublishableForms:
    return publishable_forms(signed, DETAILS)


def test_a_rendered_response_reads_back_with_its_regions_and_nothing_unsaid(signed: bytes) -> None:
    read = read_back(signed)
    assert read.stamp == STAMP
    assert read.left_overs == ()
    assert read.region("f020_text")[0].kind is TextKind.QUOTE
    assert read.region_text("f001_answer")
    assert read.unmapped == read.obstacles == ()
    assert {edge.kind for edge in read.edges} == {"header", "footer"}


def test_a_rendered_response_is_published_with_every_answer(
    signed: bytes, forms: PublishableForms
) -> None:
    for number in range(1, 21):
        answer = " ".join(read_back(signed).region_text(f"f{number:03}_answer").split())
        assert answer in forms.words


def site(article: str) -> bytes:
    return (
        "<!doctype html><title>Response | Office</title>"
        "<nav><a>Home</a> <a>Response to PEEL</a></nav>"
        f"<main><div class=a><p>Share this page</p>{article}</div></main><footer>Cookies</footer>"
    ).encode()


def test_a_page_that_holds_the_response_lacks_nothing(forms: PublishableForms) -> None:
    assert missing_words(forms.html, forms.words) is None
    assert missing_words(site(forms.fragment.decode()), forms.words) is None


def test_what_a_website_does_to_signs_is_no_difference() -> None:
    words = "The force’s “multi\u2011agency” hub\u00a0– 5 × 3 … anti-social."
    changed = (
        "<p>The force's &quot;multi-<b>agency</b>&quot; hub &mdash; 5 x 3 ... anti&shy;-social.</p>"
    )
    assert missing_words(site(changed), words) is None


def test_a_word_split_by_emphasis_is_one_word_and_two_cells_are_two() -> None:
    page = b"<main><p>un<em>happy</em></p><table><tr><td>a</td><td>b</td></tr></table>x<br>y</main>"
    assert words_of_html(page) == "unhappy a b x y"


@pytest.mark.parametrize(
    ("page", "missing"),
    [
        ("<p>one two four five</p>", "three four five"),
        ("<p>one three two four five</p>", "three four five"),
        ("<p>one two three four</p>", "five"),
        ("<p>one two three</p>" + "<p>advert</p>" * 200 + "<p>four five</p>", "four five"),
        ("", "one two three four five"),
        ("<script>one two three four five</script>", "one two three four five"),
    ],
)
def test_what_a_page_lacks_is_named(page: str, missing: str) -> None:
    assert missing_words(site(page), "one two three four five") == missing


def test_the_number_a_conversion_ate_is_missed() -> None:
    assert missing_words(site("<p>7% of crime</p>"), "96.7% of crime") == "96.7% of crime"


def test_words_that_stand_earlier_on_the_page_do_not_mislead() -> None:
    assert (
        missing_words(site("<p>one two</p><p>pause</p><p>one two three</p>"), "one two three")
        is None
    )


def test_a_page_nested_deeper_than_python_calls_is_read() -> None:
    page = b"<div>" * 5000 + b"deep" + b"</div>" * 5000
    assert missing_words(page, "deep") is None


@given(st.lists(st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1)))
def test_a_page_of_the_very_words_lacks_none_and_one_word_less_is_seen(words: list[str]) -> None:
    from html import escape

    whole = " ".join(words)
    assert missing_words(f"<main>{escape(whole)}</main>".encode(), whole) is None
    assert missing_words(b"<main>x</main>", whole + " \u0175ordNowhere") is not None


@given(st.text())
@example("\U000e0001")
def test_spelling_out_leaves_only_signs_the_fonts_can_draw_and_does_nothing_twice(
    text: str,
) -> None:
    once = spelt_out(text)
    inked = UNSEEN.sub("", once)
    assert drawable().issuperset(inked) or inked.isascii()
    assert spelt_out(once) == once


@pytest.mark.parametrize("letters", ["ŵŷŴŶâêîôûŵ", "“”‘’–—…•", "£€½×→≤≥✓☐", "\u2011\u00a0"])
def test_the_letters_of_welsh_and_of_office_english_are_drawn(letters: str) -> None:
    assert spelt_out(letters) == letters
