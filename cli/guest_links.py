"""Links for the people of a force, who have no account here: `guest-link`, `guest-links`."""

from typing import TYPE_CHECKING, Annotated

import typer

from cli.acting import By, act
from cli.given import now
from cli.invitations import Force
from cli.opening import Reference
from cli.telling import show, show_table, spoken
from cli.what_next import the_record

if TYPE_CHECKING:
    from models import GuestLink, GuestStatement

SHOWN = 200
"""Characters of what was said that stand in a list."""


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    act(app, "guest-link")(guest_link)
    app.command("guest-links")(guest_links)


def guest_link(
    by: By,
    reference: Reference,
    force: Force = "",
    version: Annotated[
        int, typer.Option("--fact-check", metavar="VERSION", help="To check this version's facts.")
    ] = 0,
    days: Annotated[
        int | None, typer.Option(metavar="N", help="How long it works; 28 days if left out.")
    ] = None,
    revoke: Annotated[
        int | None, typer.Option(metavar="NUMBER", help="Take this link back instead.")
    ] = None,
) -> None:
    """Print a link by which a force sends its comments, or checks a version's facts; once."""
    from casework.access import revoke_guest_link

    if revoke is None:
        _make(by, reference, force, version, days)
        return
    revoke_guest_link(the_record(), by.hand(), reference, revoke)
    show(f"{reference}: link {revoke} opens nothing any more.")


def _make(by: By, reference: str, force: str, version: int, days: int | None) -> None:
    from casework.access import GUEST_DAYS, NewGuestLink, hash_of, make_guest_link, new_secret
    from casework.errors import RefusedInputError
    from casework.wiring import front_desk

    secret = new_secret()
    new = NewGuestLink(hash_of(secret), force, version, GUEST_DAYS if days is None else days)
    if make_guest_link(the_record(), by.hand(), reference, new) != new.secret_sha256:
        message = (
            "This link was made already and printed then: take it back with --revoke NUMBER "
            f"(`section55 guest-links {reference}` lists them), and make another."
        )
        raise RefusedInputError(message)
    show(f"{front_desk()[2]}/g/{secret}")
    show("It is printed only once. Send it to the force, and to nobody else.")


def guest_links(reference: Reference) -> None:
    """List the links made for a case, whether each still works, and what was said by them."""
    from casework.record.desk import find_case, found
    from casework.record.guests import links_of, statements_of

    record = the_record()
    with record.reading() as session:
        case = find_case(session, found(record.office(session).id), reference)
        links = links_of(session, found(case.id))
        said = statements_of(session, found(case.id))
    if not links:
        show(f"{reference}: no link has been made.")
        return
    show_table(("link", "force", "for", "until", "state"), [_link(row) for row in links])
    if said:
        show("")
        show_table(
            ("when", "who they say they are", "what they said"), [_said(row) for row in said]
        )


def _link(row: "GuestLink") -> list[str]:
    what = spoken(row.purpose) + (f" of version {row.version}" if row.version else "")
    old = "too old" if row.expires_at <= now() else "works"
    until = row.expires_at.date().isoformat()
    return [str(row.id), row.force_key, what, until, "taken back" if row.revoked_at else old]


def _said(row: "GuestStatement") -> list[str]:
    parts = [spoken(row.kind)]
    if row.submission_id:
        parts[0] = f"comments number {row.submission_id}, called {row.klass}"
    if row.cleared_by:
        parts.append(f"cleared by {row.cleared_by}")
    if row.wanted_until:
        parts.append(f"until {row.wanted_until}")
    if row.words:
        parts.append(" ".join(row.words.split())[:SHOWN])
    when = row.said_at.strftime("%Y-%m-%d %H:%M UTC")
    return [when, f"{row.name} ({row.rank}), {row.email}", "; ".join(parts)]
