"""What a database was told to write and to keep: asked after each cell, and costing nothing."""

import re
from typing import Any, Final

from sqlalchemy import Connection, Engine, event

WRITES: Final = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)', re.IGNORECASE)


class Written:
    """The tables in which something was written and kept since it was last asked.

    Told by the driver, whichever way the service wrote: a roll-back takes back
    what its transaction did, so a refusal that wrote nothing shows nothing.
    """

    def __init__(self, engine: Engine) -> None:
        """Begin to listen at a database."""
        self._kept: set[str] = set()
        event.listen(engine, "before_cursor_execute", self._told)
        event.listen(engine, "commit", self._keeps)
        event.listen(engine, "rollback", self._undoes)

    def taken(self) -> set[str]:
        """Return the tables, and begin anew."""
        kept, self._kept = self._kept, set()
        return kept

    def _told(self, connection: Connection, _cursor: Any, statement: str, *_: Any) -> None:
        said = WRITES.match(statement)
        if said:
            _pending(connection).add(said[1])

    def _keeps(self, connection: Connection) -> None:
        self._kept |= _pending(connection)
        _pending(connection).clear()

    def _undoes(self, connection: Connection) -> None:
        _pending(connection).clear()


def _pending(connection: Connection) -> set[str]:
    pending: set[str] = connection.info.setdefault("section55_pending", set())
    return pending
