"""`search`: words found in everything the record holds; the index made anew."""

from typing import TYPE_CHECKING, Annotated

import typer

from cli.telling import show, show_json, tell
from cli.what_next import the_record

if TYPE_CHECKING:
    from casework.record.search_results import CaseHits, Hit, Results

HEADS = {
    "case": "the case",
    "finding": "finding",
    "answer": "answer",
    "comments": "comments",
    "remark": "remark",
    "report": "report",
    "version": "version",
}


def add_to(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.command("search", context_settings={"ignore_unknown_options": True})(search)


def search(
    words: Annotated[
        list[str] | None,
        typer.Argument(help="Words; a “quoted phrase”; -word for one that must not stand there."),
    ] = None,
    *,
    case: Annotated[str, typer.Option("--case", help="Look into this case only.")] = "",
    page: Annotated[int, typer.Option("--page", min=1, help="Page of the cases found.")] = 1,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Make the index anew from the record first.")
    ] = False,
    json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Find words in reports, findings, answers, comments, remarks and Word files."""
    from casework.errors import RefusedInputError
    from casework.record.search_waiting import read_waiting
    from casework.record.search_waiting import rebuild as make_anew

    record = the_record()
    typed = " ".join(_as_typed(word) for word in words or ())
    if rebuild:
        tell(f"The index was made anew: {make_anew(record)} texts were read.")
        if not typed:
            return
    from casework.rules.asked_words import asked

    if asked(typed).is_empty:
        message = "Give at least one word that should be found: section55 search hate crime"
        raise RefusedInputError(message)
    read_waiting(record)
    found = _found(typed, case, page)
    if json:
        show_json(_values(found))
    else:
        _show(found)


def _as_typed(word: str) -> str:
    # The shell has taken the quotation marks off what was typed as one.
    said = word.encode("utf-8", "replace").decode()
    return f'"{said}"' if " " in said and '"' not in said else said


def _found(typed: str, case: str, page: int) -> "Results":
    from casework.record.search import search as look
    from casework.record.search_results import Reader, Wanted
    from casework.rules.asked_words import asked

    # Whoever has the record's file in hand may read all of it: `show` hides nothing either.
    everything = Reader(lambda _: True, background=True)
    wanted = Wanted(reference=case.strip().upper(), number=page)
    return look(the_record(), asked(typed), wanted, everything)


def _show(found: "Results") -> None:
    if not found.cases:
        show("Nothing was found. Look for fewer words, or for the beginning of one.")
        return
    pages = f", page {found.number} of {found.pages}" if found.pages > 1 else ""
    show(f"Places: {found.number_of_hits}. Cases: {found.number_of_cases}{pages}.")
    for case in found.cases:
        show()
        show(f"{case.reference}  {case.title}")
        for hit in case.hits:
            show(f"  {_where(hit)}: {_words(hit)}")
        if case.found > len(case.hits):
            show(f"  All {case.found} places: --case {case.reference}")


def _where(hit: "Hit") -> str:
    version = f" {hit.version}" if hit.version else ""
    place = f" {hit.place}" if hit.place else ""
    return f"{HEADS[hit.kind.value]}{version}{place}"


def _words(hit: "Hit") -> str:
    said = "".join(f"[{part.words}]" if part.marked else part.words for part in hit.snippet)
    return " ".join(said.split())


def _values(found: "Results") -> dict[str, object]:
    return {
        "cases": found.number_of_cases,
        "places": found.number_of_hits,
        "page": found.number,
        "pages": found.pages,
        "found": [_case(case) for case in found.cases],
    }


def _case(case: "CaseHits") -> dict[str, object]:
    return {
        "reference": case.reference,
        "title": case.title,
        "stage": case.stage.value,
        "published": case.published.isoformat(),
        "places": case.found,
        "hits": [
            {
                "kind": hit.kind.value,
                "place": hit.place,
                "version": hit.version or None,
                "snippet": [{"words": part.words, "found": part.marked} for part in hit.snippet],
            }
            for hit in case.hits
        ],
    }
