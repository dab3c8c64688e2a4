"""One case on a terminal, for a person to read."""

from typing import Any

from cli.finding_list import show_whom
from cli.several_hands import show_hands
from cli.telling import show, show_table, spoken

LONGEST_TEXT = 90


def show_sheet(case: dict[str, Any]) -> None:
    """Show a case whole."""
    _head(case)
    _dates(case["dates"])
    _findings(case)
    _comments(case)
    _papers(case)
    _signing(case["signing"])
    _publications(case["publications"])
    _history(case["history"])


def _head(case: dict[str, Any]) -> None:
    show(f"{case['reference']}  {case['title']}")
    lead = f", led by {case['lead']}" if case["lead"] else ""
    show(f"Stage: {spoken(case['stage'])}; route: {case['route']}{lead}.")
    if case["ended_because"]:
        show(f"Ended because: {case['ended_because']}")
    show(_next(case))
    if case["ours_because"]:
        show(f"Ours, because: {case['ours_because']}")
    for warning in _warnings(case):
        show(f"Look: {warning}")


def _warnings(case: dict[str, Any]) -> list[str]:
    beside = [case["list_and_file"]] if case["list_and_file"] else []
    return [*case["warnings"], *case["dates"]["oddities"], *beside]


def _next(case: dict[str, Any]) -> str:
    who = f" ({case['who']})" if case["who"] else ""
    return f"Next: {case['next']}{who}."


def _dates(dates: dict[str, Any]) -> None:
    state = "provisional" if dates["provisional"] else "confirmed"
    show("\nDates")
    show(f"  Published {dates['published']} ({state}; {dates['source']}).")
    for one in dates["told"]:
        show(f"  Told: {one['date'] or one['raw']} ({one['source']}: “{one['raw']}”).")
    show(f"  {dates['explained']}")
    if dates["responded_on"]:
        show(f"  The response was published on {dates['responded_on']}.")
    else:
        show(f"  Today: {dates['day']}. The target is {dates['target']}.")
    for name in ("embargoed_until", "released_at", "planned_for"):
        if dates[name]:
            show(f"  {spoken(name).capitalize()}: {dates[name]}.")


def _findings(case: dict[str, Any]) -> None:
    state = "confirmed" if case["findings_confirmed"] else "not yet confirmed"
    show(f"\nFindings ({len(case['findings'])}, {state})")
    rows = [
        [
            f["key"],
            f["reference"],
            spoken(f["concerns"]),
            "yes" if f["answered"] else "no",
            f["deadline"] or "",
            _short(f["text"]),
        ]
        for f in case["findings"]
    ]
    show_table(("key", "reference", "concerns", "answered", "deadline", "text"), rows)
    for one in case["findings"]:
        if one["inspectors_number"] or one["inspectors_status"]:
            told = ", ".join(filter(None, (one["inspectors_number"], one["inspectors_status"])))
            show(f"  {one['key']} with the inspectors: {told}.")
    for one in case["dropped"]:
        show(f"  {one['key']} is off the list: {one['because']}. {_short(one['text'])}")
    show_whom(case["findings"])
    for said in case["found_before"]:
        show(f"  {said}")


def _comments(case: dict[str, Any]) -> None:
    show("\nComments of the chief officer")
    for one in case["forces"]:
        due = f", asked for by {one['comments_due_on']}" if one["comments_due_on"] else ""
        invited = f", invited on {one['invited_on']}" if one["invited_on"] else ""
        show(f"  {one['name']}: {spoken(one['comments'])}{invited}{due}.")
    for one in case["submissions"]:
        klass = one["class"] or "not yet classed"
        out = ", left out" if one["left_out"] else ""
        show(f"  Number {one['number']}: {one['file']}, {one['received_on']}, {klass}{out}.")


def _papers(case: dict[str, Any]) -> None:
    show("\nVersions")
    rows = [
        [v["number"], spoken(v["kind"]), v["made_at"], v["made_by"], v["sha256"][:12], v["note"]]
        for v in case["versions"]
    ]
    show_table(("number", "kind", "made", "by", "SHA-256", "note"), rows)
    show_hands(case)
    show("\nLetters")
    rows = [[m["key"], spoken(m["state"]), m["to"]] for m in case["letters"]]
    show_table(("key", "state", "to"), rows)


def _signing(signing: dict[str, Any] | None) -> None:
    if signing is None:
        return
    show(f"\nSigning, round {signing['round']} ({signing['state']}), dated {signing['dated']}")
    show(f"  manifest {signing['manifest_sha256']}")
    for one in signing["signatures"]:
        under = f", under {one['instrument']}" if one["instrument"] else ""
        how = "" if one["given"] == "here" else f", given elsewhere: {one['given']}"
        show(f"  {spoken(one['step'])} by {one['person']} at {one['at']}{under}{how}")


def _publications(publications: list[dict[str, Any]]) -> None:
    if not publications:
        return
    show("\nPublication")
    rows = [
        [
            spoken(p["publisher"]),
            spoken(p["state"]),
            p["address"] or "",
            spoken(p["proof"] or ""),
            p["seen_at"] or "",
            p["trouble"] or "",
        ]
        for p in publications
    ]
    show_table(("publisher", "state", "address", "proof", "seen", "trouble"), rows)


def _history(history: list[dict[str, Any]]) -> None:
    show("\nHistory")
    rows = [
        [h["seq"], (h["acted_at"] or "")[:16], h["who"], spoken(h["what"]), _told(h["facts"])]
        for h in history
    ]
    show_table(("", "when", "who", "what", ""), rows)


def _told(facts: dict[str, Any]) -> str:
    return _short(", ".join(f"{spoken(k)} {v}" for k, v in facts.items() if v not in (None, "")))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_TEXT else f"{line[: LONGEST_TEXT - 1]}…"
