"""Tokens by which other systems act for a person: `tokens make`, `tokens list`, `tokens revoke`."""

from typing import TYPE_CHECKING, Annotated

import typer

from cli.acting import By, act
from cli.given import now
from cli.telling import show, show_table
from cli.what_next import the_record

if TYPE_CHECKING:
    from models import ApiToken

tokens = typer.Typer(help="Tokens by which other systems act for a person.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.add_typer(tokens, name="tokens")


@tokens.command("list")
def show_tokens(
    person: Annotated[str, typer.Option("--of", metavar="PERSON", help="Only this person's.")] = "",
) -> None:
    """List the tokens of everybody, the latest first, and whether each still works."""
    from casework.access import standing, tokens_of
    from casework.record.desk import found

    record, moment = the_record(), now()
    with record.reading() as session:
        office = record.office(session)
        known = record.settings_of(session, office).person(person)
        rows = tokens_of(session, found(office.id), known.key if known else person)
    if not rows:
        show("No token has been made.")
        return
    lines = [
        [
            str(row.id),
            row.name,
            who.name,
            _what_it_may(row),
            row.expires_at.date().isoformat(),
            row.used_at.strftime("%Y-%m-%d %H:%M UTC") if row.used_at else "never",
            standing(row, moment),
        ]
        for row, who in rows
    ]
    show_table(("token", "for", "acts for", "may", "until", "last used", "state"), lines)


def _what_it_may(row: "ApiToken") -> str:
    if row.sure_by:
        return "read, act and sign"
    return "read and act" if row.may_write else "read"


@act(tokens, "make")
def make(
    by: By,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="What it is for: the other system's name.")
    ],
    write: Annotated[
        bool, typer.Option("--write", help="It may act in this person's name, and not only read.")
    ] = False,
    days: Annotated[
        int | None, typer.Option(metavar="N", help="How long it works; 90 days if left out.")
    ] = None,
) -> None:
    """Print a token that acts for the person named with --as; once."""
    from casework.access import TOKEN_DAYS, NewToken, hash_of, make_token, new_secret
    from casework.errors import RefusedInputError

    secret = f"s55_{new_secret()}"
    new = NewToken(hash_of(secret), name, write, TOKEN_DAYS if days is None else days)
    if make_token(the_record(), by.hand(), new) != new.secret_sha256:
        message = (
            "This token was made already and printed then: take it back with "
            "`section55 tokens revoke`, and make another."
        )
        raise RefusedInputError(message)
    show(secret)
    show("It is printed only once. Whoever holds it acts for this person.")


@act(tokens, "revoke")
def revoke(
    by: By,
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="As `tokens list` shows it.")],
) -> None:
    """Take a token back: it opens nothing any more."""
    from casework.access import revoke_token

    name = revoke_token(the_record(), by.hand(), number)
    show(f"Token {number}, {name}, opens nothing any more.")
