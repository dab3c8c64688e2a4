"""Whether a letter can be made as it was asked for: each refusal says what to do."""

from dataclasses import dataclass
from datetime import date

from casework.companion_letters.kinds import KINDS, Day, LetterKind, To
from casework.errors import NotAllowedError, RefusedInputError
from casework.record.desk import Desk, spoken
from casework.record.dossier import Dossier
from casework.record.letter_files import WELSH_TWINS
from casework.rules.wording import british_date, joined, sentence_start
from models import Case, CaseForce
from models.words import Language, Regime


@dataclass(frozen=True, slots=True)
class Wish:
    """A letter as somebody asks for it."""

    kind: str
    """A word of `KINDS`."""
    due: date | None = None
    version: int = 0
    force: str = ""
    language: Language = Language.ENGLISH


def kind_of(wish: Wish) -> LetterKind:
    """Return the kind of letter that is wished for; refuse a wish that names too much."""
    kind = KINDS.get(wish.kind)
    if kind is None:
        message = f"There is no letter “{wish.kind}”: there are {joined(list(KINDS))}."
        raise RefusedInputError(message)
    if wish.language is Language.WELSH and kind.type not in WELSH_TWINS:
        twins = joined([spoken(one) for one in sorted(WELSH_TWINS)])
        message = f"The {spoken(kind.type)} has no Welsh twin: the {twins} has one."
        raise RefusedInputError(message)
    if wish.version and not kind.version:
        raise RefusedInputError(f"The {spoken(kind.type)} names no version: leave --version out.")
    if kind.version and not wish.version:
        message = f"Say which version the {spoken(kind.type)} is about: --version NUMBER."
        raise RefusedInputError(message)
    if wish.force and kind.to is not To.CHIEF_OFFICER:
        message = f"The {spoken(kind.type)} is not written to a force: leave --force out."
        raise RefusedInputError(message)
    return kind


def check_case(desk: Desk, case: Case, kind: LetterKind, wish: Wish) -> None:
    """Refuse a letter that does not fit how far the case has come, or the office."""
    if case.regime is Regime.DISCRETIONARY:
        message = (
            f"{case.reference} is answered at the office’s discretion: these letters cite duties "
            "of section 55 that it does not have."
        )
        raise NotAllowedError(message)
    if case.stage not in kind.stages:
        raise NotAllowedError(f"{case.reference} is {spoken(case.stage)}: {kind.not_now}.")
    if wish.language not in desk.settings.languages:
        message = (
            "The office’s settings hold no Welsh names: add the section [welsh] and load them "
            "again."
        )
        raise NotAllowedError(message)


def check_offered(desk: Desk, wish: Wish) -> None:
    """Refuse a letter that the office has switched off."""
    if wish.kind in desk.settings.documents.switched_off:
        message = f"The {wish.kind} is switched off by the office’s administrator: make another."
        raise NotAllowedError(message)


def check_track(kind: LetterKind, track: CaseForce) -> None:
    """Refuse a letter that would tell the chief officer something untrue."""
    if kind.comments is not None and track.state not in kind.comments:
        message = f"The force’s comments are “{spoken(track.state)}”: {kind.untrue}."
        raise NotAllowedError(message)


def due_day(
    desk: Desk, file: Dossier, kind: LetterKind, wish: Wish, track: CaseForce | None
) -> date | None:
    """Return the day the letter names: the one on the record, or the one given."""
    if kind.day is Day.GIVEN:
        return _given(desk, file, kind, wish)
    settled = track.comments_due_on if track and kind.day is Day.COMMENTS_DUE else None
    if wish.due not in {None, settled}:
        raise RefusedInputError(_other_day(kind, settled))
    return settled


def _given(desk: Desk, file: Dossier, kind: LetterKind, wish: Wish) -> date:
    if wish.due is None:
        message = f"Say by when the {spoken(kind.type)} is to be done: --due DATE."
        raise RefusedInputError(message)
    if wish.due < desk.hand.today:
        message = f"{british_date(wish.due)} has passed: give a date that is to come."
        raise RefusedInputError(message)
    if wish.due > file.last_day:
        message = (
            f"{british_date(wish.due)} is after the last day, {british_date(file.last_day)}: "
            "give an earlier date."
        )
        raise RefusedInputError(message)
    return wish.due


def _other_day(kind: LetterKind, settled: date | None) -> str:
    if settled is None:
        return f"The {spoken(kind.type)} names no day: leave --due out."
    return sentence_start(
        f"comments are asked for by {british_date(settled)}: a letter does not change that, "
        "`section55 invite --extend DATE` does."
    )
