"""The child process that renders a template: `python -I -m casework.documents.workshop.child`.

It binds its own hands before it reads a byte of the template.
"""

from __future__ import annotations

import json
import resource
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from casework.errors import CaseworkError

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER_GIVEN: Final = 2
OPEN_FILES: Final = 64


def main() -> None:
    """Render the template of a folder once for every set of fields in its order."""
    if len(sys.argv) != FOLDER_GIVEN:
        sys.exit("Give the folder of the template.")
    folder = Path(sys.argv[1])
    order = json.loads((folder / "order.json").read_text(encoding="utf-8"))
    bind(order)
    sets = order["values"]
    try:
        _render(folder, sets)
    except CaseworkError:
        for number in range(len(sets)):
            with _told(folder, number):
                raise


def bind(order: dict[str, Any]) -> None:
    """Limit what this process may use: time, memory, sizes of files, and no further processes."""
    seconds = order["processor_seconds"]
    # The first limit ends the process with a signal that tells why, the second in any case.
    _limit(resource.RLIMIT_CPU, seconds, seconds + 1)
    for what, most in (
        (resource.RLIMIT_AS, order["memory"]),
        (resource.RLIMIT_FSIZE, order["file"]),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _limit(what, most, most)


def _limit(what: int, most: int, at_the_latest: int) -> None:
    # Not every system knows every limit; the clock of the parent holds in any case.
    with suppress(ValueError, OSError):
        resource.setrlimit(what, (most, at_the_latest))


def _render(folder: Path, sets: list[dict[str, Any]]) -> None:
    # Nothing of Word or of the template language is loaded before the hands are bound.
    from casework.documents.render import compile_template  # noqa: PLC0415
    from casework.documents.workshop.plain import from_plain  # noqa: PLC0415
    from models.shapes.word import Stamp  # noqa: PLC0415

    template = compile_template(folder / "template.docx")
    described = template.description
    stamp = Stamp("preview", "preview", described.type, described.language, 1, "", template.sha256)
    for number, plain in enumerate(sets):
        with _told(folder, number):
            made = folder / f"{number}.part"
            made.write_bytes(template.render(from_plain(described.fields, plain), stamp))
            made.rename(folder / f"{number}.docx")


@contextmanager
def _told(folder: Path, number: int) -> Iterator[None]:
    """Write down, as a sentence, why one document could not be made."""
    try:
        yield
    except CaseworkError as refused:
        sentence = str(refused)
    except MemoryError:
        sentence = "The template could not be rendered: it asks for too much memory."
    except RecursionError:
        sentence = "The template could not be rendered: its tags are nested too deeply."
    else:
        return
    (folder / f"{number}.txt").write_text(sentence, encoding="utf-8")


if __name__ == "__main__":
    main()
