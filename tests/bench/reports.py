"""Invented reports of any length, in the inspectors' page manner, as a web page and as a PDF."""

from itertools import count
from typing import NamedTuple

import typst

AREAS = (
    "Preventing crime",
    "Treatment of the public",
    "Responding to the public",
    "Investigating crime",
    "Protecting vulnerable people",
    "Managing offenders",
    "Developing a positive workplace",
    "Good use of resources",
)
TITLE = "PEEL 2023–25: An inspection of Warwickshire Police"
PUBLISHED = "14 October 2022"
RUNNING_HEAD = "HMICFRS inspection report"

_SENTENCES = (
    "Officers know the places they work in & the people who live there.",
    "In most of the cases we looked at, case {n} the longest of them, a supervisor read the plan.",
    "Staff told us that they are sent to other duties more often than they were a year ago.",
    "The force records what it does, but it can’t yet tell what its work has changed.",
    "We saw good work with councils, schools and health services across the county.",
)

_SEEN = "In half of the records we looked at, nobody did."


class MadeReport(NamedTuple):
    """A report, and how many findings were put into it."""

    data: bytes
    findings: int


def _finding(n: int) -> str:
    return (
        f"The force should make sure that team {n} has the people and the skills it needs, "
        f"and should review this by the end of stage {n}."
    )


def _paragraph(n: int) -> str:
    return " ".join(_SENTENCES).format(n=n)


def web_report(size: int) -> MadeReport:
    """Return a saved web page of about `size` bytes: a box with one finding in each section."""
    sections: list[str] = []
    length = 0
    for n in count(1):
        section = _web_section(n)
        if length + len(section.encode()) > size:
            break
        sections.append(section)
        length += len(section.encode())
    return MadeReport(_web_page("\n".join(sections)).encode(), len(sections))


def _web_section(n: int) -> str:
    body = "\n".join(f"<p>{_escaped(_paragraph(10 * n + m))}</p>" for m in range(8))
    return (
        f'<section id="s{n}"><h2>{AREAS[n % 8]}, part {n}</h2>\n'
        '<p class="grade"><strong>Adequate</strong></p>\n'
        f'<div class="box"><h3>Area for improvement</h3>\n<p><strong>{_finding(n)}</strong></p>'
        f"\n<p>{_escaped(_paragraph(n))}</p></div>\n<h3>Main findings</h3>\n{body}</section>"
    )


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;")


def _web_page(body: str) -> str:
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{TITLE} - HMICFRS'
        "</title><style>.box { border: 2px solid }</style></head><body>"
        '<header><nav><ul><li><a href="/">Home</a></li></ul></nav></header>'
        f'<main id="content"><h1>{TITLE}</h1><p>Published on: {PUBLISHED}</p>{body}</main>'
        "<footer><p>Crown copyright</p></footer></body></html>"
    )


def pdf_report(pages: int) -> MadeReport:
    """Return a PDF of so many full pages, a bordered finding on every fourth."""
    boxed = [n for n in range(1, pages + 1) if n % 4 == 1]
    body = "\n#pagebreak()\n".join(
        _pdf_page(n, boxed=n in boxed, first=n == 1) for n in range(1, pages + 1)
    )
    source = (
        '#set document(date: none)\n#set page(paper: "a4", margin: 2.2cm, '
        f"header: [#set text(8pt); {RUNNING_HEAD}], "
        "footer: context [#set text(8pt); #h(1fr) #counter(page).display()])\n"
        '#set text(size: 10.5pt, lang: "en", hyphenate: false)\n'
        "#show heading: set block(above: 1.4em, below: 0.9em)\n"
        "#show heading.where(level: 1): set text(22pt)\n"
        "#show heading.where(level: 2): set text(16pt)\n"
        "#show heading.where(level: 3): set text(13pt)\n" + body
    )
    return MadeReport(bytes(typst.compile(source.encode(), format="pdf")), len(boxed))


def _pdf_page(n: int, *, boxed: bool, first: bool) -> str:
    parts = [f"= {TITLE}\nPublished on: {PUBLISHED}"] if first else []
    if boxed:
        parts += [
            f"== {AREAS[n % 8]}, part {n}\n*Adequate*",
            f"#block(stroke: 1pt, inset: 9pt)[\n=== Area for improvement\n*{_finding(n)}*",
            f"{_SEEN}\n]",
            "=== Main findings",
        ]
    parts += [_paragraph(10 * n + m) for m in range(6 if boxed else 9)]
    return "\n\n".join(parts)
