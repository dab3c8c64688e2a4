"""How each database is asked for words: FTS5 in SQLite, tsvector in PostgreSQL.

Terms hold folded letters and digits only, so that nothing typed can mean
anything to either of them; and they are handed over as values all the same.
"""

from typing import Any

from sqlalchemy import ColumnElement, cast, column, literal_column, table
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlmodel import Session, col, select

from casework.rules.asked_words import Asked, Term
from models import SearchPiece


def standing_in(session: Session, what: Asked) -> ColumnElement[bool]:
    """Return the condition that a piece holds what is asked for."""
    if session.get_bind().dialect.name == "postgresql":
        return col(SearchPiece.words).op("@@")(cast(for_postgresql(what), TSQUERY))
    matching = literal_column("searchwords").op("MATCH")(for_sqlite(what))
    rows: Any = select(column("rowid")).select_from(table("searchwords")).where(matching)
    # The sum keeps SQLite from looking up one wide row after the other: it goes along the
    # narrow index of pieces instead, which takes half the time where a word is frequent.
    return (col(SearchPiece.id) + 0).in_(rows)


def for_sqlite(what: Asked) -> str:
    """Return what is asked for, in the words of FTS5."""
    every = " AND ".join(_phrase(term) for term in what.terms)
    none = " OR ".join(_phrase(term) for term in what.without)
    return f"({every}) NOT ({none})" if none else every


def _phrase(term: Term) -> str:
    return f'"{" ".join(term.words)}"{" *" if term.beginning else ""}'


def for_postgresql(what: Asked) -> str:
    """Return what is asked for, in the words of a tsquery."""
    every = [_followed(term) for term in what.terms]
    return " & ".join([*every, *(f"!{_followed(term)}" for term in what.without)])


def _followed(term: Term) -> str:
    words = " <-> ".join(f"'{word}'" for word in term.words)
    return f"({words}{':*' if term.beginning else ''})"
