"""Whom a finding addresses: the grammatical subject of "should", not every body it names."""

import re
from collections.abc import Sequence

from casework.rules.findings.normal import plain
from casework.rules.findings.wording import is_stem, sentences
from models.shapes.bodies import AddressedBody

_BEFORE = r"(?:(?:the|all|both|other|these|those|relevant)\s+)*"
_INITIALS_AFTER = r"(?:\s*\((?:the\s+)?[A-Za-z]{2,8}\))?(?![\w-])"
_OUR_FORCE = r"the\s+(?:police\s+)?(?:force|constabulary|service)(?![\w-])(?!s)"
_MODAL = re.compile(r"\b(?:should|must|needs?\s+to|need\s+to|needed\s+to)\b", re.IGNORECASE)
_RECOMMENDED = re.compile(
    r"^.{0,60}?\brecommends?\s+(?:that\b|to\b)|^.{0,200}?\b(?:report|inspection|inspections|letter)\s+"
    r"(?:said|found|stated|recommended|noted)\s+that\b",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"^(?:by|within|with|without|from|after|before|until|on|in|at|over|during|as|if|when|where|whenever|once|unless|"
    r"because|since|so|to|through|using|working|together|alongside|including|supported|led|following|for|"
    r"immediately|urgently|where\w*|no\s+later|not\s+later|and\s+by|based|given|drawing|building|having|while|although|"
    r"subject|under|via|consulting|which|who|whose)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"^(?:it|they|he|she|this|these)$", re.IGNORECASE)
_PRINTED_NAME = re.compile(
    r"^(?:[Tt]he\s+)?(?P<name>(?:[A-Z][\w'-]+(?:\s+(?:and|of|&))?\s+){1,6}?(?:Police(?:\s+Service)?|Constabulary))\b"
)
_LINK = re.compile(r"\s*(?:[,;/&]\s*(?:and\s+)?|\band\s+)", re.IGNORECASE)
_WHERE = re.compile(r"(?:in|of|across)\s+England(?:\s+and\s+Wales)?", re.IGNORECASE)
_HOW_MANY = re.compile(
    r"^(?:(?:too\s+)?(?:some|many|most|few|several|not\s+all|all|no)\s+(?:of\s+(?:the|these)\s+)?)+",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"(?:by\s[^,]{3,60},\s+)?(?:it|there|this|an?)\b[^.,]{0,120}\b(?:should|must)\s+be\b",
    re.IGNORECASE,
)
_MOST_WORDS_OF_A_NAME = 6
_LONGEST_CLAUSE = 600
"""Characters before "should" in which its subject is looked for."""
_CUT = re.compile(
    r"\s+(?:in|of(?!\s+(?-i:[A-Z]))|with|which|that|who|for|to|from|at|on|across|leads?\b|should)\s",
    re.IGNORECASE,
)


class Addressees:
    """Finds addressees in one report, whose own force or forces are known."""

    def __init__(self, forces: Sequence[str], bodies: Sequence[AddressedBody]) -> None:
        """Take the forces the report names in its title, and the register of bodies."""
        self._own = forces[0] if len(forces) == 1 else None
        self._known = [(_pattern_of(name), name) for name in forces]
        self._known += [(_pattern_of(name), body.name) for body in bodies for name in body.names]
        self._known.append((re.compile(_OUR_FORCE, re.IGNORECASE), self._own or "forces"))

    def of(self, text: str, headed: str = "") -> tuple[str, ...]:
        """Return the addressees of a finding, in the order of the sentence.

        `headed` are the words of a heading or column that may name them: they
        decide where the finding is an order without a subject.
        """
        found = self._in_text(text)
        if found:
            return found
        if headed and not _PASSIVE.match(plain(text[:_LONGEST_CLAUSE])):
            return self.listed_in(headed) or self.default
        return self.default

    def _in_text(self, text: str) -> tuple[str, ...]:
        earlier = ""
        for sentence in _sentences_before_bullets(text):
            modal = self._modal(sentence)
            if modal is not None:
                found = self._subjects(sentence[:modal], earlier)
                if found:
                    return found
            elif recommends := _RECOMMENDED.match(sentence):
                return self._first_name(sentence[recommends.end() :][:_LONGEST_CLAUSE])
            earlier += sentence + " "
        return ()

    @property
    def default(self) -> tuple[str, ...]:
        """Return whom a finding without a "should" addresses."""
        return (self._own,) if self._own else ()

    def listed_in(self, text: str) -> tuple[str, ...]:
        """Return the bodies of a heading or a cell that lists bodies and nothing else."""
        found: list[str] = []
        rest = plain(text[:_LONGEST_CLAUSE].replace("\n", "; ")).strip(" .:;")
        while rest:
            name, length = self._at_start(rest)
            if name is None:
                return ()
            found.append(name)
            rest = _WHERE.sub("", rest[length:].lstrip())
            linked = _LINK.match(rest)
            if rest and not linked:
                return ()
            rest = rest[linked.end() :] if linked else ""
        return tuple(dict.fromkeys(found))

    def opening(self, text: str) -> tuple[str, ...]:
        """Return whom a statement is about: "Some forces don't make sure …" is about forces."""
        first = sentences(plain(text[:_LONGEST_CLAUSE]))[:1]
        return self._names(_HOW_MANY.sub("", first[0])) if first else ()

    @staticmethod
    def _modal(sentence: str) -> int | None:
        """Return where the main clause's "should" stands: the first outside an if-clause."""
        for modal in _MODAL.finditer(sentence):
            clause = sentence[: modal.start()]
            opens_with_if = re.match(r"\s*(?:if|where|when)\b", clause, re.IGNORECASE)
            if opens_with_if and "," not in clause and "," in sentence[modal.end() :]:
                continue
            return modal.start()
        return None

    def _subjects(self, before: str, earlier: str) -> tuple[str, ...]:
        clause = _RECOMMENDED.sub("", before[-_LONGEST_CLAUSE:]).strip(" ,")
        pieces = [piece.strip() for piece in clause.split(",")]
        if self._names(clause) and not _ADVERBIAL.match(clause):
            whole = self._names(clause)
            if _is_plain_list(clause):
                return whole
        subject = [piece for piece in pieces if piece and not _ADVERBIAL.match(piece)]
        if not subject:
            return self._first_name(clause)
        if subject and _PRONOUN.match(subject[-1]):
            earlier = earlier[-_LONGEST_CLAUSE:]
            return self._first_name(clause) or self._first_name(earlier) or self.default
        found: list[str] = []
        for piece in subject:
            found += self._names(piece)
        if found:
            return tuple(dict.fromkeys(found))
        return self._unknown(subject)

    def _names(self, piece: str) -> tuple[str, ...]:
        """Return the bodies a piece of the subject lists, read from its start."""
        found: list[str] = []
        rest = piece.strip()
        while rest:
            rest = re.sub(
                r"^(?:and|or|both|also|&|,)\s+", "", rest.strip(" ,"), flags=re.IGNORECASE
            )
            name, length = self._at_start(rest)
            if name is None:
                break
            found.append(name)
            rest = self._after_modifier(rest[length:])
        return tuple(dict.fromkeys(found))

    def _at_start(self, text: str) -> tuple[str | None, int]:
        best: tuple[str | None, int] = (None, 0)
        for pattern, short in self._known:
            match = pattern.match(text)
            if match and match.end() > best[1]:
                best = (short, match.end())
        printed = _PRINTED_NAME.match(text)
        if printed and printed.end() > best[1]:
            best = (printed["name"], printed.end())
        return best

    def _after_modifier(self, rest: str) -> str:
        """Return what follows the next "and" that leads to another known body, else nothing."""
        for link in re.finditer(r"(?:,|\band\b|\bor\b|&)\s*", rest):
            following = re.sub(r"^(?:and|or)\s+", "", rest[link.end() :])
            if self._at_start(following)[0]:
                return following
        return ""

    def _first_name(self, text: str) -> tuple[str, ...]:
        for start in re.finditer(r"(?<![\w-])(?=\w)", text):
            name, _ = self._at_start(text[start.start() :])
            if name:
                return (name,)
        return ()

    @staticmethod
    def _unknown(subject: Sequence[str]) -> tuple[str, ...]:
        """Return a body nobody foretold, by its own words ("the Welsh Government")."""
        words = _CUT.split(subject[-1] + " ", maxsplit=1)[0].strip()
        bare = re.sub(r"^(?:the|all|every|each|an?)\s+", "", words, flags=re.IGNORECASE).split()
        alone = len(bare) == 1 and words == bare[0] and not bare[0].isupper()
        is_name = (
            not alone
            and 0 < len(bare) <= _MOST_WORDS_OF_A_NAME
            and all(word[0].isupper() or word in {"and", "of"} for word in bare)
        )
        return (" ".join(bare),) if is_name else ()


def _pattern_of(name: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in plain(name).split())
    return re.compile(_BEFORE + words + _INITIALS_AFTER, re.IGNORECASE)


def _sentences_before_bullets(text: str) -> list[str]:
    """Return the sentences of the finding's paragraphs, up to the stem that its bullets follow."""
    found: list[str] = []
    for line in text.split("\n"):
        found += sentences(plain(line))
        if is_stem(line) or not line.rstrip().endswith((".", "?")):
            break
    return found


def _is_plain_list(clause: str) -> bool:
    """Return whether no piece of the clause is an aside ("…, with others, …")."""
    return not any(_ADVERBIAL.match(piece.strip()) for piece in clause.split(","))
