"""Words that stand, or cannot stand, beside "there", "it's", "too" and the like."""

from typing import Final


def any_of(words: str) -> str:
    """Return a pattern of one of some words; `*ly` is every word that ends so."""
    told = [rf"\w+{one[1:]}" if one.startswith("*") else one for one in words.split()]
    return f"(?:{'|'.join(told)})"


_WHO: Final = "i we you they he she it"
_OWNERS: Final = "my our your their his her its"
_HERE: Final = "the a an this that these those"
_DONE: Final = (
    "told given made taken found held kept left met sent shown known done brought drawn heard lost "
    "paid built dealt seen put set"
)
_STATES: Final = (
    "able unable aware unaware likely unlikely pleased also still already being overdue asked"
)
_PLACES: Final = (
    "of in to at with for from by on within against through over into under about between towards "
    "across during after before throughout among"
)
_LITTLE: Final = (
    "and or but nor if when while where because since as so than then not no too also both all "
    "which who until without"
)
_ADVERBS: Final = (
    "now never always still just already only even once twice again soon often either alone ever "
    "later earlier sometimes perhaps"
)
_OWN_DOING: Final = "*ing *ed *ly"
PREPOSITION: Final = any_of(_PLACES)
PARTICIPLE: Final = rf"(?:\w{{2,20}}[^e\W]ed|{any_of(f'{_DONE} {_STATES}')})"
ONLY_WHERE: Final = (
    f"(?!{any_of('needed required requested allowed permitted warranted identified agreed')}"
    f"|{any_of('indicated used stated justified considered noted specified provided possible')})"
)
"""Behind "where": what is often said shortly, "where needed"."""
_PLACES_THEMSELVES: Final = any_of(
    "areas cases instances situations circumstances places occasions examples points stages "
    "services locations forces homes streets suites times meetings incidents"
)
PLURAL: Final = (
    rf"(?:(?!{_PLACES_THEMSELVES}\b)\w{{2,20}}[^\Ws]s|"
    rf"{any_of('they we who there children people women men police')})"
)
HOW_MANY: Final = r"(?:of\s+(?:them|these|those|which|whom)|none|many|others|both|most|some|who)"
SUBJECT: Final = any_of(
    f"{_HERE} {_WHO} {_OWNERS} there people victims officers children police needed possible "
    "appropriate necessary one no all some users *ing supplied"
)
BEHIND_THERE: Final = any_of(
    f"{_PLACES} {_LITTLE} {_ADVERBS} {_HERE} {_WHO} {_OWNERS} them me us him one *ly *ed *ing "
    "is are was were be been isn aren wasn weren has have had hasn haven hadn will won would "
    "wouldn can cannot could couldn should shouldn must may might shall need needs needn ought "
    "used do does did don didn doesn remain remains exist exists seem seems appear appears come "
    "comes came go goes went follow follows stand stands stood lies lay today yesterday tomorrow "
    "am pm first last next more less some any every each many most few two three told said say "
    "says saw see tell knew know felt feel found find spoke speak took take made make gave give "
    "got get met meet work works live lives happens arose arise arises wrap"
)
BEFORE_THERE: Final = any_of(
    "are is was were be been out over up down get got go went going who staff people those "
    "officers stay live work then hi hello whatever if while when once"
)
BEHIND_IS: Final = any_of(
    f"{_PLACES} {_LITTLE} {_ADVERBS} {_HERE} {_OWNERS} {_OWN_DOING} {_DONE} *able *ible *ful *ous "
    "*ive been going got here there out up down next responsible new what right able is it one "
    "more less most like off behind safe happy sure well ready fine good fit ill sick young old "
    "unable aware likely free wrong true fair fast written meant based short long worth high low "
    "hard quick slow few many much very quite rather far near late early welcome open"
)
BEHIND_IT_IS: Final = any_of(
    f"{_HERE} {_OWNERS} {_DONE} *ed to that enough and or but as in on at from for by when us me "
    "them him well so not how what out up down off more all both here there now"
)
BEFORE_TOO: Final = any_of(
    f"{_WHO} here there this that these those others officers staff victims forces people partners"
)
"""Who, or where, something is besides: "officers too report it"."""
BEHIND_TOO: Final = any_of(
    f"{_PLACES} {_LITTLE} {_WHO} has is are was were have had will must should can could would "
    "may did do does that many much few little long late early often soon slow fast high low big "
    "small short great large serious easy hard difficult far close quick narrow wide broad heavy "
    "weak strong thin ill old young new near good bad poor rich rare rough tight loose light dark "
    "deep simple complex vague brief busy costly sure proud keen tired ready afraid modest severe "
    "strict lax blunt risky remote tall scarce crude coarse common *ly *ed *ing *ful *ous *ive "
    "*able *ible *ant *ent *al *ic *less *some *sy"
)
BEFORE_OFF: Final = any_of(
    r"set sets setting call\w* sign\w* cut\w* put\w* pay pays paid laid lay tak\w+ took switch\w* "
    r"turn\w* drop\w* go goes went gone going time day days hours get\w* got writ\w+ wrote kick\w* "
    r"well better worse far sleep\w* ward\w* hold\w* see\w* come\w* came fall\w* fell show\w* "
    r"tail\w* trade\w* start\w* keep\w* kept rul\w+ break\w* brush\w* round\w* seal\w* fenc\w+ "
    r"block\w* rop\w+ mov\w+ driv\w+ rid\w+ run\w* liv\w+ warn\w* scar\w+ hiv\w+ spin\w* fend\w* "
    r"ring\w* rip\w* head\w* tip\w* pull\w* carr\w+ buy\w* send\w* sent stand\w* finish\w* mark\w* "
    r"tick\w* check\w* hand\w* clock\w* log\w* lift\w* br[io]\w+ giv\w+ gave one on and or are is "
    r"was were be been camera cameras phones? lights? not dog officers staff they people face "
    r"stop\w* clos\w+ clear\w* los\w+ tear\w* wear\w* play\w* shav\w+ let lets top\w* read\w* "
    r"sell\w* sold step\w* jump\w* ran direct\w* just miles? metres? yards right straight money "
    r"weeks? months? hour it them him her me us you steal\w* cool\w* dri\w+ wip\w+"
)
"""Words that make a verb, or a time, with "off"."""
BEHIND_OFF: Final = any_of(
    "duty work road site sick peak record line and or from in on at by to for with before after "
    "when as during again only"
)
BEHIND_OF: Final = any_of(
    f"not also the a an in at on still now all both often never always being those these to more "
    f"less as of too so for from by under with within no likely able available good high low "
    f"{_OWN_DOING} *able *ible *ful {_DONE}"
)
MONTHS_AND_SEASONS: Final = any_of(
    "january february march april may june july august september october november december spring "
    "summer autumn winter christmas easter monday tuesday wednesday thursday friday saturday sunday"
)
HIGHER: Final = any_of(
    "later older further newer younger braver kinder easier closer nearer safer fairer cheaper "
    "clearer quicker slower faster smaller larger longer shorter higher lower greater fewer "
    "stronger weaker better worse wider narrower earlier sooner busier healthier likelier other "
    "rather elsewhere different"
)
_NEVER_COMPARE: Final = (
    r"(?:(?:septem|octo|novem|decem|num|mem)ber|officer|commissioner|manager|minister|offender|partner"
    r"|under|over|after|ever|never|whether|together|letter|matter|order|paper|power|offer|answer"
    r"|consider|remember|summer|winter|register|quarter|chapter|computer|danger|user)"
)
"""Words that end as "longer" does, and compare nothing."""
TO_COMPARE: Final = any_of(
    r"more less fewer rather other others otherwise else better worse further elsewhere "
    r"different\w* sooner worth same twice double half nothing anything something no prefer\w* "
    rf"(?!{_NEVER_COMPARE}\b)\w{{2,20}}er"
)
"""Words that "than" goes back to."""
_COMING: Final = (
    "come comes came coming benefit benefited suffer suffered drawn taken away apart learn learned "
    "learnt far heard draw hear choose begin originate originated made called"
)
BEFORE_FROM: Final = "".join(f"(?<!{word} )" for word in _COMING.split())
"""No word before that "from" may end a sentence with: "where it came from"."""
