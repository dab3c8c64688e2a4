"""What stands in the way, let pass by name: `in-the-way`, `waive`, `explain`, `override`."""

from typing import Annotated, Any

import typer

from cli.acting import By, act
from cli.opening import Reference
from cli.telling import show, show_json
from cli.what_next import the_record

Key = Annotated[str, typer.Argument(metavar="KEY", help="As `section55 in-the-way` shows it.")]
Why = Annotated[str, typer.Argument(metavar="REASON", help="In a sentence.")]
Number = Annotated[int, typer.Argument(metavar="NUMBER", help="Of the waiver or override.")]


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("in-the-way")(in_the_way)
    act(app, "waive")(waive)
    act(app, "explain")(explain)
    act(app, "override")(override)
    act(app, "look-at-override")(look_at)
    act(app, "take-back-waiver")(take_back)


def in_the_way(
    reference: Reference,
    *,
    json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Show what stands in the way of signing and publication, and what was let pass."""
    from casework.record.hand import Hand
    from casework.sign_off import everything_in_the_way
    from casework.wiring import doors
    from cli.given import now

    door = doors()
    found = everything_in_the_way(door.record, Hand(now=now()), reference, door.library)
    told: list[dict[str, Any]] = [
        {
            "key": one.block.key,
            "words": one.block.words,
            "let_pass_by": one.block.let_pass.value if one.block.let_pass else None,
            "let_pass": _excuse(one.excuse),
        }
        for one in found
    ]
    if json:
        show_json(told)
        return
    for one in told:
        passed = one["let_pass"]
        mark = f"let pass by number {passed['number']}: {passed['reason']}" if passed else "stands"
        show(f"{one['key']}  {one['words']}")
        show(f"          {mark}")
    if not told:
        show(f"Nothing stands in the way of {reference}.")


def _excuse(row: Any) -> dict[str, Any] | None:
    if row is None:
        return None
    looked = row.looked_at.isoformat() if row.looked_at else None
    return {
        "number": row.number,
        "kind": row.kind.value,
        "reason": row.reason,
        "made_at": row.made_at.isoformat(),
        "looked_at": looked,
    }


def waive(by: By, reference: Reference, key: Key, reason: Why) -> None:
    """Waive an error of a check, by name; the signatories see it."""
    from casework.sign_off import waive_check
    from casework.wiring import doors

    door = doors()
    number = waive_check(door.record, by.hand(), reference, door.library, key, reason)
    show(f"{reference}: waived, number {number}. It holds for these words alone.")


def explain(by: By, reference: Reference, key: Key, reason: Why) -> None:
    """Put on the record why a duty of section 55 is not kept."""
    from casework.sign_off import explain_limb

    number = explain_limb(the_record(), by.hand(), reference, key, reason)
    show(f"{reference}: the reason is on the record, number {number}.")


def override(by: By, reference: Reference, key: Key, reason: Why) -> None:
    """Override what stands in the way, as the monitoring officer."""
    from casework.sign_off import override_block
    from casework.wiring import doors

    door = doors()
    number = override_block(door.record, by.hand(), reference, door.library, key, reason)
    show(f"{reference}: overridden, number {number}. A second person is to look at it:")
    show(f"  section55 look-at-override {reference} {number} --as NAME")


def look_at(by: By, reference: Reference, number: Number) -> None:
    """Say, as a second person, that you have looked at an override."""
    from casework.sign_off import look_at_override

    reason = look_at_override(the_record(), by.hand(), reference, number)
    show(f"{reference}: override {number} is flagged no more. Its reason: {reason}")


def take_back(by: By, reference: Reference, number: Number) -> None:
    """Take a waiver, a reason or an override back."""
    from casework.sign_off import end_excuse

    end_excuse(the_record(), by.hand(), reference, number)
    show(f"{reference}: number {number} is taken back; what it let pass stands in the way again.")
