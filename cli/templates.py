"""An office's own templates: `template check`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cli.given import a_file
from cli.telling import show, show_json, tell

if TYPE_CHECKING:
    from casework.documents.descriptions import DocumentDescription
    from casework.documents.workshop.faults import Verdict

REFUSED = 2
NAMED_IN_ADVICE = 12
"""Unused fields named at a terminal; the JSON has them all."""


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    room = typer.Typer(no_args_is_help=True, help="Templates: Word files you may make your own.")
    room.callback()(_room)
    room.command("check")(check)
    app.add_typer(room, name="template")


def _room() -> None:
    """Keep `check` a command of its own, though it is the only one."""


def check(
    file: Annotated[str, typer.Argument(metavar="FILE.docx")],
    like: Annotated[
        str | None, typer.Option(metavar="NAME", help="As this document type, for a lone file.")
    ] = None,
    fields: Annotated[
        Literal["response", "letter"] | None,
        typer.Option(help="With these fields, for a lone file of no document type."),
    ] = None,
    language: Annotated[
        str, typer.Option(metavar="LANGUAGE", help="With --fields: en-GB or cy-GB.")
    ] = "en-GB",
    out: Annotated[
        str | None, typer.Option("-o", "--out", metavar="FOLDER", help="Write the previews here.")
    ] = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Look for every fault of a template, and make previews of it with invented data."""
    from casework.errors import CaseworkError

    try:
        verdict, files = _checked(file, like, fields, language, out)
    except CaseworkError as fault:
        if json:
            show_json({"refusal": True, "error": str(fault)})
        raise
    name = Path(file).name
    if json:
        from casework.documents.workshop.exchange import as_json

        show_json(as_json(name, verdict, files))
    else:
        _show(name, verdict, files)
    if not verdict.usable:
        raise typer.Exit(REFUSED)


def _checked(
    file: str, like: str | None, fields: str | None, language: str, out: str | None
) -> tuple["Verdict", dict[str, list[str]]]:
    data, _ = a_file(file)
    from casework.documents.workshop.check import check_template
    from cli.preview_files import write_previews

    description = _description(Path(file), like, fields, language)
    verdict = check_template(data, description)
    files = write_previews(verdict.previews, description, Path(out)) if out else {}
    return verdict, files


def _description(
    file: Path, like: str | None, fields: str | None, language: str
) -> "DocumentDescription":
    """Return the document type a template is judged by."""
    from casework.documents.descriptions import FIELDS, DocumentDescription, read_description
    from casework.errors import RefusedInputError
    from casework.settings import settings

    if like and fields:
        raise RefusedInputError("Give --like or --fields, not both: a document type has fields.")
    if fields:
        return DocumentDescription(file.stem, file.stem, fields, language, FIELDS[fields], ())
    folder = settings().templates / like if like else file.absolute().parent
    if not (folder / "document.toml").is_file():
        message = (
            f"There is no document type {like}: look into {settings().templates}."
            if like
            else f"There is no document.toml beside {file.name}: say with --like NAME which "
            "document type it is made for, or with --fields what it is filled with."
        )
        raise RefusedInputError(message)
    return read_description(folder)


def _show(name: str, verdict: "Verdict", files: dict[str, list[str]]) -> None:
    if verdict.usable:
        show(f"{name} can be used.")
    else:
        count = len(verdict.faults)
        show(f"{name} cannot be used yet: {count} {'fault' if count == 1 else 'faults'}.")
    for fault in verdict.faults:
        show(f"\n  {fault.message}")
        if fault.where:
            show(f"    In {fault.where}.")
    _show_previews(verdict, files)
    unused = [advice.where for advice in verdict.advice]
    if unused:
        more = f" and {len(unused) - NAMED_IN_ADVICE} more" if unused[NAMED_IN_ADVICE:] else ""
        show(f"\nFields it never uses: {', '.join(unused[:NAMED_IN_ADVICE])}{more}.")


def _show_previews(verdict: "Verdict", files: dict[str, list[str]]) -> None:
    if not verdict.previews:
        tell("No previews were made: put the faults right first.")
        return
    show("\nPreviews")
    for preview in verdict.previews:
        made = f"{preview.words} words" if preview.document else "not made"
        show(f"  {preview.name}: {preview.shows}: {made}")
        for file in files.get(preview.name, ()):
            show(f"    {file}")
