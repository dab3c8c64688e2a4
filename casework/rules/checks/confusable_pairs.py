"""Pairs of words that are taken for one another, each with the words that give it away."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from casework.rules.manuscript.phrases import phrase

_SETS: Final = {
    "DET": "the a an this that these those my our their its his her your any some no such every "
    "each both all",
    "BE": "is are was were be been being am isn't aren't wasn't weren't",
    "MODAL": "will would can could should must may might shall to not cannot won't don't didn't",
    "HAVE": "have has had having",
    "I": "i we they you who he she it and or also then that which",
    "WHOM": "those people victims victim families communities community residents officers staff "
    "children businesses anyone everyone survivors individuals him her them me us",
    "CHANGE": "change changes improvement improvements reform reforms arrest arrests savings "
    "transfer transition repairs a real lasting meaningful this such sustainable cultural "
    "significant necessary positive genuine",
    "OWNED": "own role response performance duties officers work findings comments plans efforts "
    "experience experiences views report families needs caseloads workloads victims concerns case "
    "cases lives crimes crime job homes rights safety trust confidence children risk area duty "
    "force communities community time best understanding approach ability support",
}
_TABLE: Final = """
!CHANGE BE HAVE | effected > affected | !CHANGE
BE | effected > affected | by
MODAL | effect > affect | !CHANGE . and on or of
adverse positive negative significant direct full little no knock-on an the immediate | affect > effect | on from in of and .
into take takes took | affect > effect |
the negative positive adverse knock-on cumulative | affects > effects |
| affects > effects | of
the a an its their his her my our your no some any | affect > effect |
the | loose > loss | of
which that it this who crime | effects > affects | DET WHOM how
DET | principle > principal | !. of is that and in for to by behind on which or applies underpins remains means holds was has set at as with can should guides from being requires stands
| principle > principal | occupation reason reasons cause causes aim aims objective objectives concern concerns focus purpose source sources residence officer officers investigator adviser town towns change changes finding findings risk risks
in on as of | principal > principle | !areas town towns place residence cause role city offices
| principal > principle | of that
guiding key core basic founding underlying these those peelian nolan seven policing ethical same of general the | principals > principles |
DET | principal > principle | . is and that
!MODAL I officers staff lawyers WHOM . | advise > advice |
MODAL | advice > advise | DET WHOM on against callers that
i we they who you he she | advice > advise |
| adviced > advised |
!MODAL I officers staff WHOM forces . | practise > practice |
best good current common working poor professional and of these their its recording investigative | practises > practices |
will would can could should must may might cannot they we who officers | practice > practise |
to | practice > practise | DET how law safely regularly
!MODAL I councils authorities . | license > licence |
| it's > its | !. DET not been clear important vital essential right true likely possible also now still too only good great encouraging pleasing disappointing hard difficult easy worth in on at about because why how what when where who just more less very so fair crucial imperative evident obvious understandable unclear of to for as by from with better worse one time up down out over part *ing *ed *ly *able *ible
| it's > its | findings policing recording understanding handling training working funding vetting building learning staffing planning reporting
that because and but think believe clear . | its > it is | a an not important clear vital essential been also too
in of with from to about into on for at by improve improved increase increased manage meet met raised reduce reduced support share shared give given make made take took do did know knew have has had of all | there > their | OWNED
!BE . out over up down from here and get got go went go | there > their | own views duties caseloads workloads comments findings role performance needs concerns lives homes rights work plans
| our > are | being also not currently now
in of by to with for from at on | are > our | own officers communities force residents victims response comments
| suites > suits | his her the their our my you me us
| their > there | is are was were has have will remains remain would may should can must might could isn't
| who's > whose | OWNED names name
| whose > who's | been going not the a in responsible
MODAL never | loose > lose |
| loosing > losing |
has have had was were is are been being | lead > led | !responsibility responsibilities role roles officer officers time times force forces agency member for on in inspector and or
more less fewer better worse greater higher lower rather longer larger smaller sooner earlier stronger faster slower other bigger easier harder safer poorer quicker wider deeper | then > than |
cases officers crimes calls victims reports often quickly effectively time money people | then > than | last expected previously any ever
| too > to | the be ensure make see have do my our their this address improve it its
BE far way | to > too | many few much slow long often late high low early little narrow
should could would must might | of > have | !course the
to will would that which also and | complement > compliment | WHOM
| complimentary > complementary | to with work approach role roles activity measures services
will would that which and also to | compliment > complement | existing other each work that those our
that which this | compliments > complements |
staff officer officers force workforce team low high poor good improve improved improving boost their police lift damage damaged on of | moral > morale | !duty duties obligation obligations authority compass case grounds high courage imperative standards leadership injury and questions
police key trained specialist military support | personal > personnel | . are were who have has will in from and must should at on with
| stationary > stationery | order supplies costs budget
seek sought take took legal independent leading instructed instruct from of | council > counsel | . and on before to 's
and or but . that obtained sought taken legal | council's > counsel's | advice opinion
borough county city district parish town local unitary | counsel > council |
| elicit > illicit | drugs substances trade tobacco finance images goods activity
| illicit > elicit | views information responses evidence comments
| insure > ensure | !against vehicles cars property
| insured > ensured | that
| formally > formerly | known called part
BE been | formerly > formally | invited adopted approved agreed signed submitted accepted closed discharged responded
the | passed > past | year years months weeks month week decade inspection performance twelve three two five few
BE been HAVE | past > passed | to by on between over the
officers victims crimes calls they we who which staff people there | where > were | !the a an it they there we he she i this these those in at on my our their its his her
areas cases instances situations circumstances places occasions examples point stage | were > where | DET we it they there officers victims i he she
away different apart received far results resulting taken drawn suffer suffered benefit benefited heard came comes moved moving aside learn learned | form > from |
reports evidence comments learning feedback data letter support information assurance figures | form > from | DET other victims partners hmicfrs officers
MODAL i we fully cannot | except > accept | DET that responsibility
all every everyone none nothing forces areas recommendations findings | accept > except | for in where one two
result respect number part view terms spite light use because instead outcome quality level range lack protection end role majority understanding | off > of |
| proceeding > preceding | year years months report inspection
BE been | breeched > breached |
a the data any serious | breech > breach |
BE more less heavily too | dependant > dependent | on upon
loose lost lose within catch | site > sight | of
sight | of > of the | of
a the key leading important vital central crucial my its their his her active this | roll > role | . of in and to for within as that
to will would and of the | role > roll | out
MODAL and i we also | here > hear | from about evidence
as a the | hole > whole | . and
| lessens > lessons | learned learnt
a the good excellent this | peace > piece | of
| quiet > quite | rightly clear a clearly right properly often simply the
have has had was were been be | scene > seen |
a more the very most and that | through > thorough | review investigation investigations understanding assessment examination inspection analysis and
| thorough > through | the a its my our their
last this each next per a every | weak > week | . and in of
| week > weak | performance supervision areas leadership governance processes
consider decide ask know see assess determine establish check of on clear about | weather > whether |
| weather > whether | the or it they officers a i we to
am is are was were feel be remain | confidant > confident | that in of
MODAL and | device > devise | DET new
a the this | devise > device |
local all the our | residence > residents | of and who in have are
police visible the a uniformed | presents > presence | in on of and
police strong visible | presence > presents |
| aloud > allowed | to by for
| asses > assess |
to will and of | asses > assess | DET how
| casual > causal | link links factor factors relationship
| pubic > public |
| manger > manager |
| currant > current |
| trail > trial | period scheme basis
in of the | later > latter | . of case two point
| knew > new | DET arrangements system process
MODAL and which who that | pray > prey | on upon
kept keep be been fully | appraised > apprised | of
| faired > fared | better worse well badly
released on | bale > bail | .
| affectively > effectively |
| practicing > practising |
| preventative > preventive | !measures action work policing activity approach interventions
| ensued > ensured | that
| compliant > complaint | about against from handling
| cites > sites | of
BE been HAVE | cited > sited | in at
| discreet > discrete | areas projects teams units elements pieces groups categories tasks functions
BE remain more very act | discrete > discreet | . about and
| adverse > averse | to
"""
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
END: Final = "."
"""Stands for no word right beside: the sentence ends there, or a sign stands between."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The words that may, or may not, stand beside a word for it to be the wrong one."""

    words: frozenset[str]
    endings: tuple[str, ...] = ()
    none_of: bool = False

    def fits(self, word: str) -> bool:
        """Return whether a word beside gives the wrong one away."""
        if not self.words and not self.endings:
            return True
        is_one = word in self.words or (bool(self.endings) and word.endswith(self.endings))
        return is_one is not self.none_of


@dataclass(frozen=True, slots=True)
class Pair:
    """A word that stands in the place of another one."""

    wrong: str
    meant: str
    before: Beside
    after: Beside


def _pairs() -> Iterator[Pair]:
    for line in _TABLE.strip().splitlines():
        before, change, after = (part.strip() for part in line.split("|"))
        wrong, meant = change.split(" > ")
        yield Pair(wrong, meant.replace("'", "’"), _beside(before), _beside(after))


def _beside(words: str) -> Beside:
    none_of = words.startswith("!")
    known = " ".join(_SETS.get(word, word) for word in words.removeprefix("!").split()).split()
    endings = tuple(word[1:] for word in known if word.startswith("*"))
    return Beside(frozenset(w for w in known if not w.startswith("*")), endings, none_of)


PAIRS: Final[dict[str, list[Pair]]] = {}
"""Every pair by its wrong word, in small letters, with a straight apostrophe."""
for _pair in _pairs():
    PAIRS.setdefault(_pair.wrong, []).append(_pair)


@dataclass(frozen=True, slots=True)
class Slip:
    """A wrong word where it stands, and the stretch of words that gives it away."""

    start: int
    end: int
    first: int
    last: int
    meant: str


_COMPARED: Final = phrase(
    r"\b(?:more|less|fewer)\s+(?:\w+\s+){1,2}(then)\s+(?!the (?:next|following)|by|to)\w"
)
"""More of something *then*: the comparison may stand two words before."""


def slips(words: str) -> Iterator[Slip]:
    """Yield each word of a text that, by its neighbours, is taken for another one."""
    for compared in _COMPARED.finditer(words):
        yield Slip(*compared.span(1), compared.start(), compared.end(1), "than")
    found = list(_WORD.finditer(words))
    plain = [one.group().casefold().replace("’", "'") for one in found]
    for at, word in enumerate(plain):
        for pair in PAIRS.get(word, ()):
            first = _before(words, found, plain, at)
            last = at + 1 if at + 1 < len(found) and _touch(words, found, at) else at
            before = plain[first] if first < at else END
            after = plain[last] if last > at else END
            if pair.before.fits(before) and pair.after.fits(after):
                one = found[at]
                yield Slip(
                    one.start(), one.end(), found[first].start(), found[last].end(), pair.meant
                )
                break


def _touch(words: str, found: list[re.Match[str]], at: int) -> bool:
    return not words[found[at].end() : found[at + 1].start()].strip()


def _before(words: str, found: list[re.Match[str]], plain: list[str], at: int) -> int:
    """Return the number of the word before, adverbs passed over; its own if nothing touches it."""
    place = at
    while place and _touch(words, found, place - 1):
        place -= 1
        if not plain[place].endswith("ly"):
            return place
    return at
