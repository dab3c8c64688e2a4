# ruff: noqa: E501 - text quoted whole, as the page prints it
"""PDFs made in the test: the same invented report in one column and in two."""

import typst

_PAGE = """#set page(paper: "a4", margin: (x: 2.4cm, y: 2.6cm),
  header: [#set text(8pt); HMICFRS #h(1fr) PEEL 2023–25: Loamshire Police],
  footer: context [#set text(8pt); #h(1fr) #counter(page).display()])
#set text(size: 11pt, lang: "en", region: "GB")
#set par(leading: 0.65em, spacing: 1.1em)
#show heading: set block(above: 1.4em, below: 0.8em)
#show heading.where(level: 1): set text(24pt)
#show heading.where(level: 2): set text(17pt)
#show heading.where(level: 3): set text(13pt)
"""

_BODY = """
= PEEL 2023–25: An inspection of Loamshire Police
Published on: 5 March 2024

#outline(depth: 2)

== Overall summary
We inspected Loamshire Police, as His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services, in the autumn. We graded the force across two areas of policing. We have identified three areas for improvement and one cause of concern.

+ The force needs to improve how it answers the public.
+ The force should be proud of its officers.

#columns(COLUMNS)[
== Responding to the public
*Requires improvement*

Loamshire Police requires improvement at responding to the public.

#block(stroke: 1pt, inset: 10pt, width: 100%)[
=== Area for improvement
*The force needs to answer emergency calls more quickly than it does today.*

The force answered seven in ten emergency calls within ten seconds.#super[4] Callers waited longest at night, when fewer people work in the control room, and the force can’t say how many of them gave up.
]
=== Main findings
FILLER

#block(fill: luma(230), inset: 10pt, width: 100%)[
=== Areas for improvement
*The force should assess the risk to every caller, and do so again when help is late.*

In half of the calls we listened to, nobody did.

*The force should tell callers how to keep evidence safe.*

We saw this on few records.
]

FILLER

== Investigating crime
*Inadequate*

#block(stroke: 1pt, inset: 10pt, width: 100%)[
=== Cause of concern
*The force doesn’t investigate crime well enough, and victims pay the price for it.*

Supervisors are too few.

=== Recommendations
Loamshire Police should, within three months:
- make sure that each investigation has a plan, which a supervisor has read and agreed with the officer in the case; and
- tell victims what happens next.

By 30 September 2024, the force should review its training & publish what it finds.
]

FILLER
]
"""
FILLER = " ".join(
    f"Paragraph {n} tells how the work is done in the county, at length and with no demand of "
    "anybody, so that the columns fill and the sentences run on from one page to the next one."
    for n in range(1, 15)
)


def typeset_report(columns: int = 1) -> bytes:
    """Return the report as a PDF with running headers, page numbers and boxes."""
    source = _PAGE + _BODY.replace("COLUMNS", str(columns)).replace("FILLER", FILLER)
    return bytes(typst.compile(source.encode(), format="pdf"))


def typeset(text: str) -> bytes:
    """Return any typst source as a PDF."""
    return bytes(typst.compile(text.encode(), format="pdf"))
