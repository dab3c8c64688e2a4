"""A provision of the law cited for what another provision says."""

import re
from collections.abc import Iterator
from typing import Final

from casework.rules.checks.cited_for import INSPECTORS_COPY, cited_for
from casework.rules.checks.law_words import (
    A_REPORT_WAS,
    AND_THE_FIFTH,
    ASKED_FOR,
    BY_US,
    HEADED,
    INSPECTORS_DO,
    INVITES,
    INVITING,
    IS_ITS_RESPONSE,
    IS_OUR_RESPONSE,
    IS_PUBLISHED,
    IT_IS_MADE,
    OBLIGES_US,
    OF_OTHERS,
    OF_THIS_PAPER,
    OTHER_DUTIES,
    PUBLISHES,
    RESPONDING,
    SECURITY,
    SETS_OUT,
    TO_COMMENT,
    UNDER,
    WE_DO,
    WHAT_I_PUBLISH,
    WITH_OURS,
)
from casework.rules.checks.noticing import at, at_most_a_note, noticed
from casework.rules.checks.police_acts import ACT, acts_that_are_none
from casework.rules.manuscript.cited_law import Citation, citations_in
from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.phrases import each_of
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "wrong_citation"

SECTION: Final = "55"

_KNOWN: Final = each_of("1 2 3 4 5 5a 5b 6 7")
"""Sub-sections of section 55, the last two inserted in 2017 standing behind (5)."""

_INSPECTORS_DUTIES: Final = frozenset({"1", "2", "3"})

_PUBLISHING: Final = frozenset({"5", "5a", "5b", "6"})

_OF_THE_ACT: Final = re.compile(r",?\s{1,9}(?:of|in)\s{1,9}the\s.*$", re.DOTALL)

_LIKE_IT: Final = frozenset(
    {"5", "45", "50", "51", "52", "53", "54", "56", "57", "58", "65", "155", "555"}
)
"""Sections that a slip of the keyboard makes of section 55."""

_OURS_ALONE: Final = frozenset({"5a", "5b"})

_NEAREST: Final = frozenset({"45", "53", "54", "56", "57", "65", "155", "555"})
"""Sections with none of the sub-sections in which section 55 lays its duties on the body."""

_NEVER_CITED: Final = "7"
"""The sub-section that lays no duty on anybody."""


def wrong_citation(response: Response) -> Iterator[Observation]:
    """Yield each citation of a provision that does not say what it is cited for."""
    for passage in response.passages:
        severity = at_most_a_note(response, passage, Severity.ERROR)
        for one in citations_in(passage.words):
            fault = _fault(one)
            if fault is not None:
                message, right = fault
                weight = (
                    severity if severity is Severity.NOTE or _is_sure(one) else Severity.WARNING
                )
                spot = at(passage, _in_doubt(one))
                yield noticed(CHECK, weight, message, spot, suggestion=right)
        yield from _of_no_police_act(passage, severity)


def _in_doubt(one: Citation) -> str:
    """Return what of a citation is wrong: of our Act, the provision alone."""
    ours = one.act.casefold().startswith(("police act", "the police act"))
    return _OF_THE_ACT.sub("", one.words) if ours and one.year in {"", ACT[-4:]} else one.words


def _is_sure(one: Citation) -> bool:
    """Return whether a sentence leaves no doubt whose duty a provision is cited for.

    A sub-section that does not exist is wrong whatever it is cited for.
    """
    if one.section == SECTION and one.sub and one.sub not in _KNOWN:
        return True
    if one.section == SECTION and one.sub == _NEVER_CITED:
        return False
    if one.act and not one.act.casefold().startswith(("police", "the police", "act")):
        return False
    told = cited_for(one)
    if told is not None and told[1] != "5":
        return False
    return any(
        pattern.search(words) is not None
        for pattern, words in (
            (BY_US, one.before),
            (IS_OUR_RESPONSE, one.before or one.clause),
            (WHAT_I_PUBLISH, one.clause),
        )
    )


def _fault(one: Citation) -> tuple[str, str] | None:
    if one.section == SECTION:
        return _of_another_act(one) or _of_another_sub(one)
    return _of_another_section(one)


def _of_another_act(one: Citation) -> tuple[str, str] | None:
    acts = one.act.casefold()
    if not acts or one.act.casefold() in {"act", "the act"}:
        return None
    if acts.startswith("police act") and one.year in {"", "1996"}:
        return None
    if not RESPONDING.search(one.sentence) and not acts.startswith("police"):
        return None
    return (
        f"Section 55 is a section of the {ACT}, not of the {one.act}.",
        f"section 55(5) of the {ACT}",
    )


def _of_another_sub(one: Citation) -> tuple[str, str] | None:
    if not one.sub:
        return None
    right = f"section 55(5) of the {ACT}"
    if one.sub not in _KNOWN:
        return f"Section 55 of the {ACT} has no sub-section ({one.sub}).", right
    if one.sub in _INSPECTORS_DUTIES and _claims(one) and not SECURITY.search(one.sentence):
        message = (
            f"“{one.words}” is a duty of the inspectors: the duty to publish this response is in "
            "section 55(5)."
        )
        return message, right
    if one.sub == "4" and (
        _claims_publication(one) or not (_may_invite(one) or _of_another_purpose(one))
    ):
        message = (
            f"“{one.words}” is about inviting the chief officer’s comments: the duty to publish "
            f"this "
            "response is in section 55(5)."
        )
        return message, right
    if one.sub in _PUBLISHING and _only_invites(one):
        message = (
            f"“{one.words}” is not about inviting the chief officer’s comments: section 55(4) is."
        )
        return message, f"section 55(4) of the {ACT}"
    return _of_another_purpose(one)


def _of_another_purpose(one: Citation) -> tuple[str, str] | None:
    told = cited_for(one)
    if told is None and one.sub == _NEVER_CITED:
        right = f"section 55(5) of the {ACT}"
        return f"“{one.words}” lays no duty on the body: which sub-section is meant?", right
    if told is None:
        return None
    what, right = told
    message = f"“{one.words}” is not about {what}: section 55({right}) is."
    return message, f"section 55({right}) of the {ACT}"


def _only_invites(one: Citation) -> bool:
    """Return whether a clause tells of the invitation and of nothing that is published."""
    invites = INVITES.search(one.before) or (
        "invit" in one.before.casefold() and TO_COMMENT.match(one.behind)
    )
    return bool(invites) and not PUBLISHES.search(one.clause)


def _claims(one: Citation) -> bool:
    """Return whether a sentence says that the body does something under a provision."""
    if INSPECTORS_DO.search(one.clause) and not BY_US.search(one.before):
        return False
    if INSPECTORS_COPY.search(one.clause) or _is_of_a_report(one):
        return False
    return WE_DO.search(one.clause) is not None or IT_IS_MADE.match(one.clause) is not None


def _is_of_a_report(one: Citation) -> bool:
    """Return whether a later clause goes on about the report, which its sentence begins with."""
    goes_on = one.sentence.find(one.clause) > 0 and HEADED.match(one.before) is not None
    return goes_on and A_REPORT_WAS.match(one.sentence) is not None


def _claims_publication(one: Citation) -> bool:
    return (
        not INVITING.search(one.clause)
        and IS_PUBLISHED.search(one.clause) is not None
        and not INSPECTORS_DO.search(one.clause)
        and not AND_THE_FIFTH.search(one.clause)
    )


def _may_invite(one: Citation) -> bool:
    """Return whether a sentence may speak of the invitation, and does not oblige to publish."""
    told = ASKED_FOR.search(one.sentence) is not None
    obliges = any(p.search(one.behind) for p in (OBLIGES_US, WHAT_I_PUBLISH, SETS_OUT))
    return (told and not obliges) or AND_THE_FIFTH.search(one.clause) is not None


def _of_another_section(one: Citation) -> tuple[str, str] | None:
    """Return what is wrong where another section is given as the duty to respond."""
    acts = one.act.casefold()
    if _is_made_under(one):
        return _not_the_duty(one)
    if acts and not acts.startswith(("police act", "the police act")):
        return _responds_under(one, r"police|crime|local government")
    if _is_next_door(one):
        return _meant_here(one)
    ours = one.sub in _OURS_ALONE or (one.sub == "5" and WITH_OURS.search(one.clause))
    if not acts and one.section in _LIKE_IT and ours:
        return _responds_under(one, "")
    if not acts and not (one.section in _LIKE_IT and UNDER.search(one.clause)):
        return None
    return _responds_under(one, "")


def _is_next_door(one: Citation) -> bool:
    """Return whether our sub-section is cited, of a section beside ours, for what ours says."""
    ours = one.sub in _PUBLISHING and one.year in {"", ACT[-4:]}
    return ours and one.section in _NEAREST and OF_THIS_PAPER.search(one.clause) is not None


def _meant_here(one: Citation) -> tuple[str, str]:
    """Return the sub-section of section 55 that is meant by that of its neighbour."""
    right = f"section 55({one.sub.upper()}) of the {ACT}"
    return f"“{one.words}” is not what is meant here: the duty is in {right}.", right


def _responds_under(one: Citation, acts: str) -> tuple[str, str] | None:
    claim = any(words.search(one.clause) for words in (WHAT_I_PUBLISH, IS_OUR_RESPONSE, OBLIGES_US))
    others = OTHER_DUTIES.search(one.clause) or INSPECTORS_DO.search(one.clause)
    if not claim or others or not RESPONDING.search(one.clause):
        return None
    if acts and not re.search(acts, one.act, re.IGNORECASE):
        return None
    return _not_the_duty(one)


def _is_made_under(one: Citation) -> bool:
    """Return whether this paper itself is said to be made under another section of the Act."""
    if one.section not in _LIKE_IT or not (one.year == ACT[-4:] or one.sub == "5"):
        return False
    if one.act and not one.act.casefold().startswith(("police act", "the police act")):
        return False
    if OF_OTHERS.search(one.sentence) or INSPECTORS_DO.search(one.sentence):
        return False
    made = IT_IS_MADE.match(one.sentence) or (
        one.sentence.startswith(one.clause) and HEADED.match(one.before)
    )
    named = one.sub == "5" and not one.before.strip() and IS_ITS_RESPONSE.match(one.behind)
    return bool(made or named)


def _not_the_duty(one: Citation) -> tuple[str, str]:
    message = (
        f"The duty to publish this response is in section 55(5) of the {ACT}, not in {one.words}."
    )
    return message, f"section 55(5) of the {ACT}"


def _of_no_police_act(passage: Passage, severity: Severity) -> Iterator[Observation]:
    """Yield a Police Act of a year in which there was none, where no provision of it is cited."""
    cited = [one.words for one in citations_in(passage.words)]
    for wrong in acts_that_are_none(passage.words):
        if not any(wrong in one for one in cited):
            message = f"“{wrong}” is not the Act under which responses are published: {ACT}."
            spot = at(passage, wrong)
            yield noticed(CHECK, severity, message, spot, suggestion=ACT, replaces=True)
