"""What else waits for a person beside the next act of a case: said in the same breath."""

from collections.abc import Sequence

from casework.rules.next_act import NEXT
from casework.rules.wording import counted, joined
from models.words import Role, Stage


def with_loose_ends(
    words: str, role: Role | None, *, remarks: int, beside: Sequence[int], updates: str = ""
) -> tuple[str, Role | None]:
    """Return the next act of a case with what must be settled before it, or beside it.

    `remarks` counts those nobody has decided; `beside` are the numbers of edits
    kept beside the current version, of which nobody has said what becomes of them;
    `updates` says how many updates from the record wait, and where.
    """
    ends = loose_ends(remarks, beside, updates)
    if not ends or role is None:
        return words, role
    if (words, role) == NEXT[Stage.IN_REVIEW]:
        return f"{ends}, then {words}", role
    return f"{words}; also {ends}", role


def loose_ends(remarks: int, beside: Sequence[int], updates: str = "") -> str:
    """Return what is open, as something to do; nothing if nothing is."""
    ends = [f"decide the {updates}"] if updates else []
    if remarks:
        ends.append(f"decide {counted(remarks, 'open remark')}")
    if beside:
        versions = "version" if len(beside) == 1 else "versions"
        numbers = joined([str(number) for number in beside])
        ends.append(f"take over or settle {versions} {numbers}, kept beside")
    return joined(ends)
