"""`section55`: the same acts as everywhere else, from a terminal.

Every costly library is imported inside the command that needs it, so that
`section55 --help` answers in half a second.
"""

from typing import Any

import typer
from typer.core import TyperGroup

from cli import (
    answering,
    branches,
    cases,
    checking,
    checking_out,
    colleagues,
    comments,
    companion_letters,
    findings,
    guest_links,
    invitations,
    keeping,
    letters,
    letting_pass,
    merging,
    office,
    opening,
    plain_files,
    publishing,
    reading_back,
    remarks,
    review,
    running,
    searching,
    signing,
    sources,
    standing,
    templates,
    tokens,
    updates,
    users,
    wording,
)
from cli.faults import exit_code_of


class SpokenFaults(TyperGroup):
    """The commands, with every fault told in a sentence and none as a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; turn what it raises into a sentence and an exit code."""
        try:
            return super().invoke(ctx)
        except Exception as fault:
            code = exit_code_of(fault)
            if code is None:
                raise
            raise typer.Exit(code) from fault


app = typer.Typer(
    name="section55",
    cls=SpokenFaults,
    help="From an inspection report to a published, proved response (Police Act 1996, s.55).",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)

for room in (
    plain_files,
    reading_back,
    checking,
    merging,
    office,
    opening,
    cases,
    searching,
    findings,
    answering,
    invitations,
    letters,
    companion_letters,
    comments,
    guest_links,
    colleagues,
    checking_out,
    review,
    updates,
    branches,
    remarks,
    signing,
    letting_pass,
    standing,
    publishing,
    keeping,
    running,
    sources,
    templates,
    wording,
    users,
    tokens,
):
    room.add_to(app)
