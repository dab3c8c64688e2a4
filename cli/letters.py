"""What became of the letters: `letters`, `sent`, `resend`, `bounced`, `acknowledged`."""

import json as json_text
from typing import TYPE_CHECKING, Annotated

import typer

from cli.acting import By, act
from cli.given import a_file
from cli.opening import Reference
from cli.telling import show, show_json, show_table, spoken
from cli.what_next import file_of, show_next, the_record

if TYPE_CHECKING:
    from models import Mail

Key = Annotated[str, typer.Argument(metavar="KEY", help="As `section55 letters` shows it.")]


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("letters")(letters)
    act(app, "sent")(sent)
    act(app, "resend")(resend)
    act(app, "bounced")(bounced)
    act(app, "acknowledged")(acknowledged)


def letters(reference: Reference, *, json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """List the letters of a case, each with its key and how far it has come."""
    rows = [letter_values(mail) for mail in file_of(the_record(), reference).mails]
    if json:
        show_json(rows)
        return
    heads = ("key", "state", "to", "subject")
    show_table(heads, [[r["key"], spoken(r["state"]), r["to"], r["subject"]] for r in rows])


def letter_values(mail: "Mail") -> dict[str, object]:
    """Return one letter as plain values."""
    return {
        "key": mail.key,
        "kind": mail.kind.value,
        "state": mail.state.value,
        "to": ", ".join(email for _, email in json_text.loads(mail.recipients)),
        "subject": mail.subject,
        "sent_at": mail.sent_at.isoformat() if mail.sent_at else None,
        "by_hand": mail.by_hand,
        "reply": mail.reply,
    }


def sent(by: By, key: Key) -> None:
    """Confirm, by name, that a letter was sent."""
    from casework.letters_out import confirm_sent

    confirm_sent(the_record(), by.hand(), key)
    show(f"{key}: sent, on your word.")
    _after(by, key)


def resend(by: By, key: Key) -> None:
    """Send a letter again of which nobody knew whether it had gone: it has not."""
    from casework.letters_out import send_again

    send_again(the_record(), by.hand(), key)
    show(f"{key}: it will be sent again.")
    _after(by, key)


def acknowledged(by: By, key: Key, words: str) -> None:
    """File an acknowledgement of a letter, in its own words."""
    from casework.letters_out import acknowledge

    acknowledge(the_record(), by.hand(), key, words)
    show(f"{key}: acknowledged.")
    _after(by, key)


def bounced(
    by: By,
    key: Annotated[str, typer.Argument(metavar="[KEY]", help="Left out with --notice.")] = "",
    reason: Annotated[str, typer.Argument(metavar="[REASON]")] = "",
    notice: Annotated[
        str | None, typer.Option(metavar="FILE.eml", help="The notice that came back.")
    ] = None,
) -> None:
    """Record that a letter came back: a bounced invitation is no invitation."""
    if notice is not None:
        key, reason = _from_notice(notice, key)
    from casework.errors import RefusedInputError
    from casework.letters_out import confirm_bounced

    if not key or not reason.strip():
        raise RefusedInputError("Give the letter's key and the reason, or --notice FILE.eml.")
    known = confirm_bounced(the_record(), by.hand(), key, reason)
    show(f"{known}: came back ({reason}).")
    _after(by, known)


def _from_notice(path: str, key: str) -> tuple[str, str]:
    """Return (Message-ID or key, reason) of a notice of failed delivery."""
    data, name = a_file(path)
    from casework.errors import RefusedInputError
    from casework.mail.bounces import read_bounce

    bounce = read_bounce(data)
    if bounce is None:
        message = f"{name} is no notice of failed delivery: give the letter's KEY and a REASON."
        raise RefusedInputError(message)
    if not (bounce.message_id or key):
        message = f"{name} does not say which letter came back: give its KEY beside --notice."
        raise RefusedInputError(message)
    return key or bounce.message_id, f"{bounce.recipient}: {bounce.reason}"


def _after(by: By, key: str) -> None:
    """Close the case if that was the last copy, and show what happens next."""
    from casework.publication import close_when_copied

    reference = key.partition(":")[0]
    if not reference.startswith("S55-"):
        return
    if ":copy:" in key and close_when_copied(the_record(), by.service("close"), reference):
        show(f"{reference}: both copies have gone, the case is closed.")
    show_next(reference)
