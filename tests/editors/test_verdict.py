"""The judges' own reading of tracked changes, on markup one can see through."""
# WordprocessingML broken over lines is harder to read than a long line.

from __future__ import annotations

import pytest

from tests.editors.canonical import canonical, first_difference
from tests.editors.lines import lines_of
from tests.editors.markup import W14_SPACE, W_SPACE, packed, parse
from tests.editors.verdict import accepted, rejected

BY = 'w:id="1" w:author="Us" w:date="2022-11-20T09:00:00Z"'
OTHER = 'w:id="2" w:author="Priya Nair" w:date="2022-11-20T09:00:00Z"'


def document(body: str) -> bytes:
    spaces = f'xmlns:w="{W_SPACE}" xmlns:w14="{W14_SPACE}"'
    root = f"<w:document {spaces}><w:body>{body}<w:sectPr/></w:body></w:document>"
    return packed({"word/document.xml": root.encode()})


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def gone(text: str) -> str:
    return f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'


def para(*inner: str, mark: str = "", look: str = "") -> str:
    mark = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{look}{mark}</w:pPr>{''.join(inner)}</w:p>"


INS, DEL = f"<w:ins {BY}/>", f"<w:del {BY}/>"
TABLE = f"<w:tbl><w:tr><w:tc>{para(run('cell'))}</w:tc></w:tr></w:tbl>"

NEW = f"<w:ins {BY}>{run('new')}</w:ins>"
HEAD = f"<w:tr><w:tc>{para(run('head'))}</w:tc></w:tr>"

CASES = {
    "words put in": (
        para(run("a "), f"<w:ins {BY}>{run('new ')}</w:ins>", run("b")),
        ["a b"],
        ["a new b"],
    ),
    "words taken out": (
        para(run("a "), f"<w:del {BY}>{gone('old ')}</w:del>", run("b")),
        ["a old b"],
        ["a b"],
    ),
    "a paragraph put in": (
        para(run("a")) + para(f"<w:ins {BY}>{run('new')}</w:ins>", mark=INS) + para(run("b")),
        ["a", "b"],
        ["a", "new", "b"],
    ),
    "a paragraph taken out": (
        para(run("a")) + para(f"<w:del {BY}>{gone('old')}</w:del>", mark=DEL) + para(run("b")),
        ["a", "old", "b"],
        ["a", "b"],
    ),
    "a paragraph before a table cannot join it": (
        para(run("a")) + para(f"<w:ins {BY}>{run('new')}</w:ins>", mark=INS) + TABLE,
        ["a", "", "cell"],
        ["a", "new", "cell"],
    ),
    "the paragraph above joins the new one before a table": (
        para(run("a"), mark=INS) + para(f"<w:ins {BY}>{run('new')}</w:ins>") + TABLE,
        ["a", "cell"],
        ["a", "new", "cell"],
    ),
    "a paragraph split": (para(run("a "), mark=INS) + para(run("b")), ["a b"], ["a ", "b"]),
    "a paragraph moved": (
        para(f"<w:moveFrom {BY}>{run('x')}</w:moveFrom>", mark=f"<w:moveFrom {BY}/>")
        + para(run("a"))
        + para(f"<w:moveTo {BY}>{run('x')}</w:moveTo>", mark=f"<w:moveTo {BY}/>")
        + para(run("b")),
        ["x", "a", "b"],
        ["a", "x", "b"],
    ),
    "a row put in": (
        f"<w:tbl>{HEAD}<w:tr><w:trPr>{INS}</w:trPr><w:tc>{para(NEW)}</w:tc></w:tr></w:tbl>",
        ["head"],
        ["head", "new"],
    ),
    "a change by somebody else stays": (
        para(
            run("a "),
            f"<w:ins {OTHER}>{run('theirs ')}</w:ins>",
            f"<w:ins {BY}>{run('ours')}</w:ins>",
        ),
        ["a theirs "],
        ["a theirs ours"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_all_is_refused_and_taken_as_word_does_it(case: str) -> None:
    body, refused, taken = CASES[case]
    assert [line.text for line in lines_of(rejected(document(body), "Us"))] == refused
    assert [line.text for line in lines_of(accepted(document(body), "Us"))] == taken


def test_a_refused_look_is_the_old_one() -> None:
    change = f"<w:rPrChange {BY}><w:rPr><w:i/></w:rPr></w:rPrChange>"
    changed = document(para(f"<w:r><w:rPr><w:b/>{change}</w:rPr><w:t>a</w:t></w:r>"))
    before = document(para("<w:r><w:rPr><w:i/></w:rPr><w:t>a</w:t></w:r>"))
    assert not first_difference(rejected(changed, "Us"), rejected(before, "Us"))


def test_runs_that_look_alike_are_one_run() -> None:
    one, two = para(run("ab")), para(run("a"), "<w:r/>", run("b"))
    bold = para(run("a"), "<w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r>")
    shapes = [
        canonical(parse(f'<x xmlns:w="{W_SPACE}">{p}</x>'.encode())) for p in (one, two, bold)
    ]
    assert shapes[0] == shapes[1] != shapes[2]


def test_a_word_that_changed_is_a_difference() -> None:
    before, after = (rejected(document(para(run(text))), "Us") for text in ("a b", "a c"))
    assert "a b" in first_difference(before, after)
