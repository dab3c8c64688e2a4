"""Sign-off: `submit`, `sign`, `send-back`."""

import re
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from cli.acting import By, act
from cli.given import LONDON, a_day_or_none, a_file, a_moment
from cli.opening import Reference
from cli.telling import show
from cli.what_next import file_of, show_next, the_record

if TYPE_CHECKING:
    from casework.record.record import Record
    from casework.rules.signing import Amendment

PLACE_KEY = re.compile(r"[a-z][a-z0-9_]*")


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    act(app, "submit")(submit)
    act(app, "sign")(sign)
    act(app, "send-back")(send_back)
    act(app, "approve")(approve)
    act(app, "certify")(certify)


def submit(
    by: By,
    reference: Reference,
    dated: Annotated[
        str | None, typer.Option(metavar="DATE", help="The date the response will bear.")
    ] = None,
    signed_by: Annotated[
        str, typer.Option(metavar="PERSON", help="A deputy, if not the holder.")
    ] = "",
) -> None:
    """Submit the current version for signature: the text is frozen."""
    day = a_day_or_none(dated)
    from casework.sign_off import submit as freeze
    from casework.wiring import doors

    door = doors()
    beside = file_of(door.record, reference).branches
    number = freeze(door.record, by.hand(), reference, door.library, day, signed_by)
    round_ = file_of(door.record, reference).round
    show(f"{reference}: signing round {number} is open; signatures bind the manifest")
    show(f"  {round_.manifest_sha256 if round_ else ''}")
    for said in _unanswered(door.record, reference):
        show(f"Look: {said}")
    for row in beside:
        show(f"Look: version {row.number} is kept beside and not settled: its edits are not in it.")
    show_next(reference)


def _unanswered(record: "Record", reference: str) -> list[str]:
    """Return a sentence for each question to a colleague that still waits for its reply."""
    from casework.record.colleagues import unanswered

    file = file_of(record, reference)
    with record.reading() as session:
        return [said for _, said in unanswered(session, file.case)]


def sign(
    by: By,
    reference: Reference,
    given_by: Annotated[str, typer.Option(metavar="PERSON", help="Who signed elsewhere.")] = "",
    how: Annotated[str, typer.Option(help="Ink, e-mail, minute …")] = "",
    evidence: Annotated[
        str | None, typer.Option(metavar="FILE", help="The scan, the mail.")
    ] = None,
    given_at: Annotated[
        str | None, typer.Option(metavar="MOMENT", help="When it was given.")
    ] = None,
) -> None:
    """Give the next signature of the route; or record one given elsewhere, with its evidence."""
    if given_by or how or evidence:
        step = _record(by, reference, given_by, how, evidence, given_at)
    else:
        _refuse_where_forbidden(reference)
        from casework.sign_off import give_signature

        step = give_signature(the_record(), by.hand(), reference)
    show(f"{reference}: {step}.")
    show_next(reference)


def _refuse_where_forbidden(reference: str) -> None:
    from casework.errors import NotAllowedError

    record = the_record()
    with record.reading() as session:
        settings = record.settings_of(session, record.office(session))
    if not settings.house_rules.terminal_signatures_allowed:
        message = (
            "This office takes no signatures at a terminal. One given elsewhere can be recorded: "
            f"`section55 sign {reference} --given-by PERSON --how TEXT --evidence FILE`."
        )
        raise NotAllowedError(message)


def _record(
    by: By, reference: str, given_by: str, how: str, evidence: str | None, given_at: str | None
) -> str:
    from casework.errors import RefusedInputError
    from casework.sign_off import record_signature
    from casework.sign_off.signatures import GivenElsewhere

    if not (given_by and how and evidence):
        message = "A signature given elsewhere needs all of --given-by, --how and --evidence."
        raise RefusedInputError(message)
    data, _ = a_file(evidence)
    hand = by.hand()
    moment = _given(given_at, hand.at)
    if moment > hand.now:
        raise RefusedInputError("The signature cannot have been given in the future.")
    given = GivenElsewhere(given_by, how, data)
    return record_signature(the_record(), hand, reference, given, moment)


def _given(words: str | None, otherwise: datetime) -> datetime:
    return (a_moment(words) if words else otherwise).astimezone(LONDON)


def approve(
    by: By,
    reference: Reference,
    subject_to: Annotated[
        list[str] | None,
        typer.Option(
            metavar="AMENDMENT",
            help="An amendment it is subject to, `PLACE: WORDS` or the words alone. Once for each.",
        ),
    ] = None,
) -> None:
    """Approve, or sign; with --subject-to it goes back to have amendments made first."""
    if not subject_to:
        sign(by, reference)
        return
    _refuse_where_forbidden(reference)
    from casework.sign_off import approve_subject_to

    wanted = [_amendment(words) for words in subject_to]
    numbers = approve_subject_to(the_record(), by.hand(), reference, wanted)
    show(f"{reference} is in review again, subject to amendments: remarks {', '.join(numbers)}.")
    show("Once they are taken and it is submitted anew, a second officer certifies them.")
    show_next(reference)


def _amendment(words: str) -> "Amendment":
    from casework.rules.signing import Amendment

    place, colon, rest = words.partition(":")
    key = place.strip()
    # A place is a single word of small letters; any other colon belongs to the words.
    if colon and PLACE_KEY.fullmatch(key):
        return Amendment(rest.strip(), key)
    return Amendment(words)


def certify(
    by: By,
    reference: Reference,
    refuse: Annotated[
        str, typer.Option(metavar="REASON", help="What else was changed: it is asked again.")
    ] = "",
) -> None:
    """Certify that only the amendments were made to which an approval was subject."""
    record = the_record()
    if refuse:
        from casework.sign_off import refuse_certificate

        refuse_certificate(record, by.hand(), reference, refuse)
        show(f"{reference}: whoever approved it is asked again.")
    else:
        _refuse_where_forbidden(reference)
        from casework.sign_off import certify as give_certificate
        from casework.sign_off import texts_to_compare

        old, new = texts_to_compare(record, by.hand("look"), reference)
        compared = (old.manifest_sha256, new.manifest_sha256)
        step = give_certificate(record, by.hand(), reference, compared)
        show(f"{reference}: {step}, versions {old.copy_version} and {new.copy_version} compared.")
    show_next(reference)


def send_back(by: By, reference: Reference, reason: str) -> None:
    """Send a response back into review, with a reason: all signatures are void."""
    from casework.sign_off import send_back as take_back

    take_back(the_record(), by.hand(), reference, reason)
    show(f"{reference} is in review again; its signatures are void.")
    show_next(reference)
