"""Pairs of words that are taken for one another, each with the words that give it away."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple


class Pair(NamedTuple):
    """A word that stands in the place of another one."""

    shape: re.Pattern[str]
    """Matches the wrong word as its group `wrong`, with what gives it away."""
    meant: str


_ALWAYS: Final = {
    "DET": "the a an this that these those my our their its his her your any some no such",
    "BE": "is are was were be been being am",
    "MODAL": "will would can could should must may might shall to not",
    "HAVE": "have has had having",
    "WHOM": "those people victims victim families communities community residents officers staff "
    "children businesses anyone everyone survivors individuals",
    "KIND": "best good current common working poor professional investigative safeguarding "
    "promising effective policing innovative recording national existing bad",
}
_TABLE: Final = """
WHOM | effected > affected |
BE | effected > affected | by
HAVE | effected > affected | DET victims confidence performance residents trust communities
MODAL | effect > affect | DET how victims public confidence service performance outcomes trust
adverse positive negative significant direct full little no knock-on | affect > effect |
into take takes took | affect > effect | on from in
an the | affect > effect | of on
the negative positive adverse | affects > effects | of
DET | principle > principal | concern concerns aim aims
DET | principle > principal | reason reasons objective objectives finding
DET | principle > principal | area areas role source cause
DET | principle > principal | causes method means officer risk issue
DET | principle > principal | driver priority duty purpose function partner recommendation
guiding key core basic founding underlying | principals > principles |
these those Peelian Nolan seven policing | principals > principles |
in | principal > principle | and but with we I accept agree
matter point question | of principal > of principle |
the | principals > principles | of set that
DET legal clear good further expert prevention give gives gave given giving | advise > advice |
seek seeking sought provide provides | advise > advice |
provided providing receive received appropriate | advise > advice |
the on of | advise > advice | from given of on to that
MODAL we I they who | advice > advise | DET victims people officers staff him
MODAL we I they who | advice > advise | her them me us on against callers
BE | adviced > advised |
KIND in | practise > practice |
KIND | practises > practices |
MODAL | practice > practise | DET their as law medicine regularly
driving firearms firearm alcohol premises | license > licence |
DET | license > licence | holder holders fee was is for
 | it’s > its | own role response performance officers
 | it’s > its | staff findings finding recommendations report
 | it’s > its | duty duties plans plan processes workforce
 | it’s > its | approach use victims service ability area
 | it’s > its | resources communities inspection
 | it’s > its | progress obligations responsibilities responsibility
that because and but think believe clear | its > it is | a an not
that because and but think believe clear | its > it is | important clear vital essential
 | there > their | own role response performance duties
 | there > their | findings comments plans efforts experience
| there > their | experiences views report needs caseloads workloads victims
| their > there | is are was were has have will remains remain
 | who’s > whose | role job responsibility needs case cases
 | who’s > whose | views lives work crimes report performance
MODAL | loose > lose | DET confidence trust sight officers staff focus momentum faith
risk risks without avoid of | loosing > losing |
HAVE which | lead > led | to by
more less fewer better worse greater higher | then > than |
lower rather longer larger smaller sooner earlier later | then > than |
cases officers crimes calls victims reports | then > than | last expected previously
BE | to > too | many few slow long often late high low early
should could would must might | of > have | been had done taken made given seen known gone acted
BE | complimentary > complementary | to with
MODAL which and | compliment > complement | DET existing other
which | compliments > complements | DET existing other
staff officer low high poor improve improving workforce boost | moral > morale |
police trained specialist military | personal > personnel |
| stationary > stationery | order supplies costs budget
seek sought legal independent leading instructed | council > counsel |
borough county city district parish town local | counsel > council |
| elicit > illicit | drugs substances trade tobacco finance images
MODAL | insure > ensure | that DET all victims we every it they
| formally > formerly | known called
BE | formerly > formally | invited adopted approved agreed signed submitted accepted
in the | passed > past | year years months weeks
officers victims cases | where > were | not being also still found missed made
crimes calls delays | where > were | not being also still found missed made
opportunities who which | where > were | not being also still found missed made
that there they we | where > were | not being also still found missed made
officers victims cases crimes calls delays | where > were | given told able unable
officers victims cases crimes calls delays | where > were | assessed identified recorded pleased
opportunities who which that there they we | where > were | given told able unable
opportunities who which that there they we | where > were | assessed identified recorded pleased
areas cases instances situations circumstances | were > where | the we it they there
away different apart received reports | form > from | DET other victims partners
evidence comments taken results learning feedback | form > from | DET other victims partners
| pubic > public |
BE | breeched > breached |
DET data serious | breech > breach |
BE | dependant > dependent | on upon
loose lost lose within | site > sight | of
discharge discharged exercise exercised | there > their |
| practicing > practising |
| affectively > effectively |
| proceeding > preceding | year years months report
| adverse > averse | to
MODAL | except > accept | DET all this
| ensued > ensured | that
| compliant > complaint | about against from handling
"""


def _pairs() -> Iterator[Pair]:
    for line in _TABLE.strip().splitlines():
        before, change, after = (part.strip() for part in line.split("|"))
        wrong, meant = change.split(" > ")
        shape = rf"\b(?P<wrong>{_spelt(wrong)})\b"
        if before:
            shape = rf"\b(?:{_any_of(before)})\s+(?:\w+ly\s+)?{shape}"
        if after:
            shape = rf"{shape}(?:\s+(?:{_any_of(after)}))"
        yield Pair(re.compile(shape, re.IGNORECASE), meant)


def _any_of(words: str) -> str:
    known = " ".join(_ALWAYS.get(word, word) for word in words.split()).split()
    return "|".join(rf"{re.escape(word)}\b" for word in known)


def _spelt(word: str) -> str:
    return re.escape(word).replace("’", "[’']").replace(r"\ ", r"\s+")


PAIRS: Final = tuple(_pairs())
