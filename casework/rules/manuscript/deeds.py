"""Who does what in an answer: the body acts, the body says why not, or only the force acts.

Police Act 1996 s.55(5B) asks for the action that *the body* has taken or
proposes, or for the reason why it takes none.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from models.shapes.checking import Facts

_SENTENCE: Final = re.compile(r"(?<=[.!?;])[”\"’')\]]*\s+|\n+")
_HELD: Final = (
    r"(?:hold\w*|held|account\w*|scrutin\w+|monitor\w*|review\w*|overs(?:ee\w*|aw)|oversight"
    r"|challeng\w+|report\w*|present\w*|tracked?|tracking|discuss\w*|updat\w+|consider\w*"
    r"|examin\w+|assur\w+|check\w*|tested|follow\w*|brought|taken|provid\w+|suppl\w+|sent|shar\w+"
    r"|raised|agenda|items?|fund\w*|commission\w*|publish\w*|govern\w+|agree[ds]?|approv\w+)"
)
_ATTITUDE: Final = re.compile(
    r"(?:welcom\w+|not(?:e|es|ed|ing)|pleas\w+|glad|delighted|assured|reassured|reassurance"
    r"|assurances?|satisfied|confident|confidence|aware|informed|told|advised|encourag(?:ed|ing)"
    r"|heartened|grateful|thank\w*|concern(?:ed|s)?|worried|disappoint\w+|agree[ds]?|accept\w*"
    r"|acknowledg\w+|recognis\w+|understand\w*|understood|know\w*|share[sd]?|hop(?:e|es|ed|ing)"
    r"|believ\w+|think\w*|thought|appreciat\w+|commend\w*|prais\w+|see|sees|seen|hear\w*|learn\w*"
    r"|support(?:s|ed)?|proud|content|clear|mindful|respect\w*|agreement|aim|impressed|sure|certain"
    r"|appreciative|conscious|keen|feel\w*|felt|that|which|who|for|in|on|with|by|at|of|from|as)",
    re.IGNORECASE,
)
_BETWEEN: Final = (
    r"(?:have|has|had|am|are|is|was|were|be|been|being|will|would|shall|can|could|may|do|does|did"
    r"|also|therefore|already|now|fully|very|most|particularly|remain\w*|continue\w*|to|and|both"
    r"|further|greatly|strongly|myself|own|given|received|obtained|sought|taken|full|some|the"
    r"|naturally|of|course|again|always|extremely|especially|clearly|still|therefore|however|indeed"
    r"|made|make|much|reason|grounds|every|good|been|has|content)"
)
_AND_THEN: Final = re.compile(
    rf"\s+to\s+\w+"
    rf"|[^.]{{0,80}}?\b(?:and|but|so)\s+(?:\w+\s+)?(?:have|am)\s+(?:{_BETWEEN}\s+)*(?!{_ATTITUDE.pattern}\b)\w+"
    rf"|[^.]{{0,40}}?\b(?:and|but|so)\s+(?:\w+\s+)?(?:will|shall)\s+(?:{_BETWEEN}\s+)*(?!{_ATTITUDE.pattern}\b)\w+"
    r"|[^.]{0,80}?\b(?:and|but)\s+(?:\w+ly\s+)?(?:fund|ask|chair|hold|meet|attend|monitor|review|scrutinise|commission"
    r"|publish|keep|visit|receive|raise|lead|pay|provide|require|seek|check|follow|propose|intend|challenge)\b",
    re.IGNORECASE,
)
"""Behind a mere attitude, an action all the same: "agreed to fund", "welcome it and have asked"."""
_GRANTED: Final = re.compile(
    r"\s+(?!(?:with|that|this|it|and|the\s+(?:finding|recommendation|force|inspect|service))\b)[\w£]",
    re.IGNORECASE,
)
"""Behind "agreed", what was granted: "agreed two more posts"."""
_COMING: Final = re.compile(
    r"\b(?:will|shall|have|has|am|are|is)\b|[’'](?:ll|ve|m|re)\b", re.IGNORECASE
)
_NO_ACTION: Final = re.compile(
    r"\bno\s+(?:\w+\s+){0,3}?(?:actions?|steps?|response|role|changes?|remit|powers?|jurisdiction)\b"
    r"|\bnothing\s+(?:further|more|to)\b"
    r"|\bnone\s+(?:is|are|was|were)\s+(?:proposed|needed|required|intended|necessary|planned)\b"
    r"|\b(?:not|n[’']t|neither|nor)\s+(?:\w+\s+){0,3}?(?:propos\w+|intend\w*|plan\w*|accept\w*|agree\w*"
    r"|act|take|taking|duplicat\w+|appl(?:y|ies|icable)|concern|relate|address\w*|direct\w*|mine"
    r"|ours|for\s+(?:me|us)|within|persuaded|believe|consider|need\w*|requir\w+|seek|commission)\b"
    r"|\b(?:reject|dispute|disagree)\w*\b"
    r"|\b(?:address\w*|direct\w*|for|fall\w*|matter|rest|rests|belong\w*|lie|lies|aimed)\s+"
    r"(?:\w+\s+){0,2}?(?:to|for|with|at|under)?\s*(?:the\s+)?(?:home\s+office|home\s+secretary|college"
    r"|national|npcc|ministry|crown|cps|government|secretary|others\b|other\s+(?:bodies|agencies|organisations|partners|people)|another\s+body"
    r"|nhs|department|council|councils|local\s+authorit\w+)\b"
    r"|\b(?:outside|beyond)\s+(?:of\s+)?(?:\w+[’']?s?\s+){1,3}?(?:powers?|remit|role|control|gift"
    r"|responsibilit\w+|functions?|authority)\b"
    r"|\b(?:this|it|these|both|which|recommendation|action|work|requirement|both|they)\b[^.]{0,40}?"
    r"\b(?:already|has|have|is|was|were|are|now)\b[^.]{0,20}?"
    r"\b(?:complet\w*|done|clos\w+|discharg\w+|met|implement\w+|in\s+place|deliver\w+|achiev\w+)\b"
    r"|\b(?:see|refer\s+to|as\s+set\s+out|answered|covered|dealt\s+with|as\s+explained|same|apply)\b[^.]{0,40}"
    r"\b(?:recommendations?|area|afi|above|below|paragraphs?|answer|response|section)\b",
    re.IGNORECASE,
)
_THEIR_OWN: Final = re.compile(
    r"\bour\s+(?:\w+\s+)?(?:officers?|call\s+handlers?|control\s+room|contact|front\s*line|detectives?"
    r"|investigators?|sergeants?|supervisors?|force|constabulary|custody|response\s+teams?"
    r"|neighbourhood|crews?|chief\s+officers?)\b",
    re.IGNORECASE,
)
_SOMEBODY: Final = re.compile(
    r"\b(?:deputy|assistant)\s+chief\b|\bsuperintendents?\b|\bchief\s+inspectors?\b"
    r"|\bofficers?\b|\bsergeants?\b|\bcall\s+handlers?\b|\bpolic(?:e|ing)\b|\bteams?\b|\bstaff\b"
    r"|\bcontrol\s+room\b|\bdetectives?\b|\bcommand\b|\bsupervisors?\b|\bdepartment\b|\b(?:dcc|acc)\b",
    re.IGNORECASE,
)
_MEETING: Final = re.compile(
    r"\b(?:my|our|[Cc]ommissioner[’']s|[Mm]ayor[’']s|[Bb]oard[’']s)\s+((?:[A-Z][\w-]+\s+"
    r"(?:and\s+|to\s+|for\s+|of\s+)?){1,5})"
)
FEW: Final = 4
"""Words of an answer that says nothing yet."""


@dataclass(frozen=True)
class Body:
    """How a response names its body, and what it says that the body does."""

    facts: Facts
    words: str
    """All words of the response that are the body's own."""

    @cached_property
    def names(self) -> frozenset[str]:
        """Return every name of the body and of who speaks for it, in small letters."""
        body, office = self.facts.local_policing_body, self.facts.office
        told = {
            body.title,
            office.name,
            body.name,
            self.facts.signatory.name,
            *self._short(body.title),
        }
        told |= set(self._short(self.facts.signatory.title))
        surname = body.name.split()[-1:] if len(body.name.split()) > 1 else []
        return frozenset(name.casefold() for name in (*told, *surname) if len(name) > 2)  # noqa: PLR2004

    def _short(self, title: str) -> set[str]:
        """Return what a long title is cut to: its initials, its last word, its office."""
        bare = re.split(r"\s+(?:for|of)\s+", title, maxsplit=1)[0].strip()
        initials = "".join(word[0] for word in re.findall(r"[A-Z][\w’']*", bare))
        last = bare.split()[-1] if bare.split() else ""
        if last.casefold() == self.facts.chief_officer.title.casefold():
            last = ""
        return {bare, last, initials, *((f"O{initials}",) if len(initials) > 1 else ())}

    @cached_property
    def _meetings(self) -> frozenset[str]:
        """Return the names of the body's own meetings: those it calls its own once."""
        found = {" ".join(one[1].split()).casefold() for one in _MEETING.finditer(self.words)}
        return frozenset(re.sub(r"\s+(?:and|to|for|of)$", "", one) for one in found if " " in one)

    @cached_property
    def _subject(self) -> re.Pattern[str]:
        office = (
            r"(?:my|our)\s+(?:\w+\s+){0,3}?(?:office|team|staff|deput\w+|board|panel|executive|officers?"
            r"|head|volunteers|visitors|lead|plan|committee|meetings?|members?|auditors?|performance"
            r"|governance|scrutiny|adviser|director|analysts?|budget|precept|fund\w*|grants?)"
        )
        usual = (
            r"(?:(?:the\s+)?(?:deputy\s+)?(?:mayor|commissioner|local\s+policing\s+body)"
            r"|(?:the\s+)?lead\s+member|(?<![\w ])members"
            r"|the\s+(?:precept|police\s+and\s+crime\s+plan"
            r"|board|chair|chief\s+executive|(?:joint\s+)?(?:independent\s+)?audit\s+(?:\w+\s+){0,3}committee|police\s+authority|committee|assembly"
            r"|office\s+of\s+the\s+\w+))"
        )
        if self.facts.chief_officer.title.casefold() == "commissioner":
            usual = usual.replace("|commissioner", "")
        names = "|".join(re.escape(name) for name in sorted(self.names, key=len, reverse=True))
        named = rf"|(?:the\s+)?(?:deputy\s+)?(?:{names})" if names else ""
        return re.compile(
            rf"(?<!\w)(?:I(?:[’'](?:ll|ve|m|d))?|we(?:[’'](?:ll|ve|re|d))?|{office}|{usual}{named})"
            rf"(?:[’']s\s+(?:\w+\s+){{0,2}}?\w+)?(?!\w)(?!\s+has\s+(?:told|assured|informed)\s+me)"
            rf"((?:[\s,]+{_BETWEEN}\b)*)[\s,]+(?P<verb>[\w’'-]+)",
            re.IGNORECASE,
        )

    @cached_property
    def _held(self) -> re.Pattern[str]:
        """Words by which an answer tells that the body follows the work, whoever the subject is."""
        meetings = [re.escape(one) for one in self._meetings]
        names = [rf"(?:the\s+)?{re.escape(name)}" for name in self.names]
        whom = "|".join(
            [
                r"me\b|us\b|(?:my|our)\s+\w+",
                r"holding[\s-]+to[\s-]+account|accountability\s+(?:board|meeting|forum)\w*",
                r"(?:the\s+)?(?:deputy\s+)?(?:mayor|commissioner)\b|(?:police[\w\s,]{0,24}\s+)?panel\b",
                r"(?:joint\s+)?(?:independent\s+)?audit\s+(?:\w+\s+){0,3}committee",
                *meetings,
                *names,
            ]
        )
        return re.compile(
            rf"\b{_HELD}\b[^.]{{0,90}}?\b(?:to|by|with|at|through|before|from|of|in|via|on|under)\s+"
            rf"(?:(?:the|a|each|every|next)\s+)*(?:{whom})"
            r"|\b(?:be|been|being|are|is)\s+(?:sought|requested|asked\s+for|scrutinised|challenged"
            r"|held\s+to\s+account|commissioned)\b(?![^.]{0,30}\bby\s+the\s+(?:force|constab|service|chief))"
            r"|\bprecept\b[^.]{0,40}\b(?:pays?|paid|funds?|funded|provides?|will)\b"
            rf"|\bactions?\s+(?:by|for|of)\s+(?:{whom})"
            r"|\bh(?:old\w*|eld)\s+(?:the\s+|our\s+|my\s+)?(?:chief|force|constab\w+|service|him|her|them|police|cc)\b"
            r"[^.]{0,60}\bto\s+account\b|\bheld\s+to\s+account\b",
            re.IGNORECASE,
        )

    @cached_property
    def force(self) -> re.Pattern[str]:
        """Words that name the force or one of its people."""
        facts = self.facts
        names = {facts.force.name, *facts.force.aliases, facts.chief_officer.title} - {""}
        named = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        usual = r"the\s+(?:force|constabulary|service|chief\s+\w+)|chief\s+constable|they"
        return re.compile(rf"\b(?:{usual}{'|' if named else ''}{named})\b", re.IGNORECASE)

    def acts(self, words: str) -> bool:
        """Return whether words tell something that the body does, did or will do."""
        return any(self._acts(sentence) for sentence in sentences(words))

    def _acts(self, sentence: str) -> bool:
        if _THEIR_OWN.search(sentence):
            return False
        for found in self._subject.finditer(sentence):
            behind = sentence[found.end() :]
            verb = found["verb"]
            if not _ATTITUDE.fullmatch(verb) or _AND_THEN.match(behind):
                return True
            if verb.casefold() == "agreed" and _GRANTED.match(behind):
                return True
        return self._held.search(sentence) is not None

    def commits(self, sentence: str) -> bool:
        """Return whether a sentence tells what the body has done, is doing or will do."""
        for found in self._subject.finditer(sentence):
            told = found.group()[: found.start("verb") - found.start()]
            if _COMING.search(told) and not _ATTITUDE.fullmatch(found["verb"]):
                return True
        return self._held.search(sentence) is not None

    def declines(self, words: str) -> bool:
        """Return whether words say that there is no action, or why there is none."""
        return _NO_ACTION.search(words) is not None

    def answers(self, words: str) -> bool:
        """Return whether words are an answer under s.55(5B): an action, or why there is none."""
        return self.acts(words) or self.declines(words)

    def tells_force_only(self, words: str) -> bool:
        """Return whether words tell what the force does and nothing that the body does."""
        told = len(words.split()) > FEW and bool(
            self.force.search(words) or _SOMEBODY.search(words) or _THEIR_OWN.search(words)
        )
        return told and not self.answers(words)


def sentences(words: str) -> Iterable[str]:
    """Return the sentences of some words."""
    return (one for one in _SENTENCE.split(words) if one and one.strip())
