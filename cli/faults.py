"""What went wrong, told at a terminal: a sentence, and an exit code."""

import traceback
from datetime import UTC, datetime
from pathlib import Path

from cli.telling import tell

REFUSED = 2
OURS = 1
DATABASE_ROOM = "sqlalchemy"


def exit_code_of(fault: Exception) -> int | None:
    """Tell a fault and return the exit code for it; None if it is the parser's own to tell."""
    if type(fault).__module__.startswith("typer"):
        return None
    if isinstance(fault, BrokenPipeError):
        # Whoever read us has read enough (`section55 list | head`).
        return OURS
    # Costs nothing here: whoever raised one has imported it.
    from casework.errors import CaseworkError

    if isinstance(fault, CaseworkError):
        tell(str(fault))
        return REFUSED
    if isinstance(fault, OSError) or type(fault).__module__.startswith(DATABASE_ROOM):
        tell(f"It could not be done, and nothing was changed: {_first_line(fault)}.")
        return REFUSED
    tell(
        f"This is a fault of the service, not of yours ({_first_line(fault)}). Nothing half-done "
        f"is kept. {_written_down(fault)}"
    )
    return OURS


def _first_line(fault: Exception) -> str:
    said = getattr(fault, "orig", None) or getattr(fault, "strerror", None) or fault
    words = (str(said).splitlines() or [""])[0].strip().rstrip(".")
    name = getattr(fault, "filename", None)
    return f"{words or type(fault).__name__}{f' ({name})' if name else ''}"


def _written_down(fault: Exception) -> str:
    """Write the fault where somebody who mends it will look, and say where that is."""
    from casework.settings import settings

    try:
        log: Path = settings().outputs / "record" / "logs" / "faults.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as page:
            page.write(f"{datetime.now(UTC).isoformat()}\n")
            page.writelines(traceback.format_exception(fault))
    except Exception:  # noqa: BLE001  there is nowhere left to write it
        return "It could not be written down."
    return f"What happened in detail stands in {log}: send that to whoever looks after the service."
