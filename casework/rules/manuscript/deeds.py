"""Who does what in an answer: the body acts, the body says why not, or only the force acts.

Police Act 1996 s.55(5B) asks for the action that *the body* has taken or
proposes, or for the reason why it takes none.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from casework.rules.manuscript.courtesies import mere_words, past_adverbs
from casework.rules.manuscript.deed_words import (
    AND_THEN,
    ARRANGED,
    ASKED_FOR,
    AT_ITS_WISH,
    ATTITUDE,
    AUTHORITY,
    BEHIND_LABEL,
    BETWEEN,
    COMING,
    DONE_ALREADY,
    FEW,
    GRANTED,
    HELD,
    IN_BRACKETS,
    IS_A_DEED,
    IS_MOVED,
    IS_TO_COME,
    ITS_MEETING,
    ITS_PEOPLE,
    LABELS,
    LONGEST_LOOKED_THROUGH,
    MEETING,
    NO_ACTION,
    OBLIQUE,
    OFFICES,
    PRONOUN,
    SENTENCE,
    SOMEBODY,
    THEIR_OWN,
    TO_DO,
    USUAL,
    VERB,
    is_asked,
)
from casework.rules.manuscript.paperwork import is_of_the_paper
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.pointing_away import POINTS_ONLY, points_to, sends_on, words_of
from casework.rules.manuscript.sentences import in_pieces
from models.shapes.checking import Facts


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
        told |= set(self._short(self.facts.signatory.title)) | set(self._defined(told))
        surname = body.name.split()[-1:] if len(body.name.split()) > 1 else []
        return frozenset(name.casefold() for name in (*told, *surname) if len(name) > 2)  # noqa: PLR2004

    def _defined(self, names: Iterable[str]) -> Iterable[str]:
        """Return what the response itself calls a name for short: `Mayor's Office … (MOPAC)`."""
        for name in names:
            if len(name) > 4 and len(self.words) < LONGEST_LOOKED_THROUGH:  # noqa: PLR2004
                found = re.search(rf"{re.escape(name)}\s*{IN_BRACKETS}", self.words)
                yield from found.groups() if found else ()

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
        found = {" ".join(one[1].split()).casefold() for one in MEETING.finditer(self.words)}
        return frozenset(re.sub(r"\s+(?:and|to|for|of)$", "", one) for one in found if " " in one)

    @cached_property
    def _subject(self) -> re.Pattern[str]:
        usual = USUAL
        body = self.facts.local_policing_body.title
        if self.facts.chief_officer.title.casefold() == "commissioner":
            usual = usual.replace("|commissioner", "")
        if "authority" in f"{self.facts.office.name} {body}".casefold():
            usual = rf"(?:{usual}|{AUTHORITY})"
        names = "|".join(re.escape(name) for name in sorted(self.names, key=len, reverse=True))
        named = rf"|(?:the\s+)?(?:deputy\s+)?(?:{names})" if names else ""
        return phrase(
            rf"(?<!\w)(?:I(?:[’'](?:ll|ve|m|d))?|we(?:[’'](?:ll|ve|re|d))?|{OFFICES}|{usual}{named})"
            rf"(?:[’']s\s+(?:\w+\s+){{0,2}}?\w+)?(?!\w)(?!\s+has\s+(?:told|assured|informed)\s+me)"
            rf"((?:[\s,]+{BETWEEN}\b)*)[\s,]+(?P<verb>[\w’'-]+)"
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
        return phrase(
            rf"\b{HELD}\b[^.]{{0,90}}?\b(?:to|by|with|at|through|before|from|of|in|via|on|under)\s+"
            rf"(?:(?:the|a|each|every|next)\s+)*(?:{whom})"
            r"|\b(?:be|been|being|are|is)\s+(?:sought|requested|asked\s+for|scrutinised|challenged"
            r"|held\s+to\s+account|commissioned|funded)\b(?![^.]{0,30}\bby\s+the\s+(?:force|constab|service|chief))"
            r"|\bprecept\b[^.]{0,40}\b(?:pays?|paid|funds?|funded|provides?|will)\b"
            rf"|\bactions?\s+(?:by|for|of)\s+(?:{whom})"
            r"|\bh(?:old\w*|eld)\s+(?:the\s+|our\s+|my\s+)?(?:chief|force|constab\w+|service|him|her|them|police|cc)\b"
            r"[^.]{0,60}\bto\s+account\b|\bheld\s+to\s+account\b"
            rf"|{AT_ITS_WISH}|{ASKED_FOR}"
        )

    @cached_property
    def force(self) -> re.Pattern[str]:
        """Words that name the force or one of its people."""
        facts = self.facts
        names = {facts.force.name, *facts.force.aliases, facts.chief_officer.title} - {""}
        named = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        usual = r"the\s+(?:force|constabulary|service|chief\s+\w+)|chief\s+constable|they"
        return phrase(
            rf"\b(?:{usual}{'|' if named else ''}{named})\b(?!\s+and\s+crime\b|,\s+fire\b)"
        )

    def acts(self, words: str) -> bool:
        """Return whether words tell something that the body does, did or will do."""
        spoken_of, named = True, False
        for sentence in sentences(words):
            if is_of_the_paper(sentence):
                continue
            if self._acts(sentence) or (spoken_of and self._acts_as_before(sentence)):
                return True
            if named and ITS_PEOPLE.match(sentence):
                return True
            spoken_of = self._is_spoken_of(sentence, before=spoken_of)
            # "Her officers" are only the body's where it was just named.
            named = spoken_of and (named or next(self._subjects(sentence), None) is not None)
        return False

    def _subjects(self, sentence: str) -> Iterator[re.Match[str]]:
        """Yield the body with what it does, but for a label such as `The Mayor's answer:`."""
        for found in self._subject.finditer(sentence):
            is_label = LABELS.match(found["verb"]) is not None
            if not (is_label and BEHIND_LABEL.match(sentence, found.end())):
                yield found

    def _is_spoken_of(self, sentence: str, *, before: bool) -> bool:
        """Return whether "he", "she" or "it" in the next sentence is the body."""
        body, force = next(self._subjects(sentence), None), self._doing(sentence)
        if body is not None:
            return force is None or body.start() < force.start()
        return before and force is None

    def _acts_as_before(self, sentence: str) -> bool:
        """Return whether a sentence goes on with what the body, named before, does."""
        found, force = PRONOUN.search(sentence), self._doing(sentence)
        if found and (force is None or found.start() < force.start()):
            goes_on = COMING.search(found["told"]) is not None or found["verb"].endswith("ed")
            if goes_on and not only_felt(sentence, found.start("verb"))[0]:
                return True
        theirs = ITS_MEETING.search(sentence)
        if theirs is None or force is None:
            return theirs is not None
        opens = not sentence[: theirs.start()].strip() and theirs.end() <= force.start()
        return opens and COMING.match(sentence[theirs.end() :].strip()) is not None

    def _acts(self, sentence: str) -> bool:
        if THEIR_OWN.search(sentence) or self._does_nothing(sentence):
            return False
        if TO_DO.match(sentence):
            return True
        for found in self._subjects(sentence):
            verb, end = only_felt(sentence, found.start("verb"))
            behind = sentence[end:]
            if not verb or AND_THEN.match(behind):
                return True
            coming = IS_TO_COME.search(found.group()) is not None
            if coming and IS_A_DEED.match(sentence, end - len(verb)):
                return True
            agrees = verb.casefold() == "agreed" or (coming and verb.casefold() == "agree")
            if agrees and (GRANTED.match(behind) or ARRANGED.match(behind)):
                return True
        return self._held.search(sentence) is not None

    def only_feels(self, sentence: str) -> bool:
        """Return whether a sentence opens with the body, and tells only what it thinks or feels."""
        found = next(self._subjects(sentence), None)
        if found is None or sentence[: found.start()].strip(" \t“\"‘'–-"):
            return False
        if IS_TO_COME.search(found.group()):
            return False
        verb, end = only_felt(sentence, found.start("verb"))
        return bool(verb) and AND_THEN.match(sentence, end) is None

    def commits(self, sentence: str) -> bool:
        """Return whether a sentence tells what the body has done, is doing or will do."""
        for found in self._subject.finditer(sentence):
            told = found.group()[: found.start("verb") - found.start()]
            if COMING.search(told) and not only_felt(sentence, found.start("verb"))[0]:
                return True
        return self._held.search(sentence) is not None

    @cached_property
    def _theirs(self) -> re.Pattern[str]:
        """Words that the force said, or its chief officer."""
        return words_of(self.force.pattern)

    def points_away(self, sentence: str) -> bool:
        """Return whether a sentence only sends its reader to others' words, or nowhere."""
        if POINTS_ONLY.fullmatch(sentence.strip()):
            return True
        told = next(self._subjects(sentence), None)
        if told is not None:
            return sends_on(sentence, told.start("verb"), self._theirs)
        return points_to(sentence, self._theirs)

    def _does_nothing(self, sentence: str) -> bool:
        return IS_MOVED.search(sentence) is not None or self.points_away(sentence)

    def declines(self, words: str) -> bool:
        """Return whether words say that there is no action, or why there is none."""
        told = "\n".join(
            one for one in sentences(words) if not (is_of_the_paper(one) or self.points_away(one))
        )
        return NO_ACTION.search(told) is not None or any(
            not is_asked(told, one.end()) for one in DONE_ALREADY.finditer(told)
        )

    def answers(self, words: str) -> bool:
        """Return whether words are an answer under s.55(5B): an action, or why there is none."""
        return self.acts(words) or self.declines(words)

    def tells_force_only(self, words: str) -> bool:
        """Return whether words tell what the force does and nothing that the body does."""
        told = any(self._tells_of_force(sentence) for sentence in sentences(words))
        return told and not self.answers(words)

    def _tells_of_force(self, sentence: str) -> bool:
        if len(sentence.split()) <= FEW or is_of_the_paper(sentence):
            return False
        if self._does_nothing(sentence):
            return False
        if THEIR_OWN.search(sentence):
            return True
        return self._doing(sentence) is not None

    def _doing(self, sentence: str) -> re.Match[str] | None:
        """Return the force, or one of its people, where they do something in a sentence."""
        found = (*self.force.finditer(sentence), *SOMEBODY.finditer(sentence))
        told = (one for one in found if not OBLIQUE.search(sentence[: one.start()]))
        return min(told, key=lambda one: one.start(), default=None)


def only_felt(sentence: str, at: int) -> tuple[str, int]:
    """Return the words at a verb that tell of an attitude, and where they end; else nothing."""
    at = past_adverbs(sentence, at)
    found = mere_words(sentence, at)
    if found:
        return found.group(), found.end()
    verb = VERB.match(sentence, at)
    if verb and ATTITUDE.fullmatch(verb.group()):
        return verb.group(), verb.end()
    return "", at


def sentences(words: str) -> Iterable[str]:
    """Return the sentences of some words."""
    told = (one for one in SENTENCE.split(words) if one and one.strip())
    return (piece for one in told for piece in in_pieces(one))
