"""Whether every change of the source to what nobody touched is proposed, and rightly so."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from models.review_words import MergeOutcome
from tests.editors.ledger import Touch
from tests.editors.lines import Line, lines_of
from tests.editors.rounds import Round, Sort
from tests.editors.verdict import decided

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.shapes.merging import Merged
    from tests.editors.pieces import Piece

SERVICE: Final = "Section 55 service"


@dataclass
class Report:
    """What was and was not proposed."""

    claims: int = 0
    unkept: list[str] = field(default_factory=list)
    altered: list[str] = field(default_factory=list)
    """What the source did not change and nobody touched, and is another now."""
    silent: list[str] = field(default_factory=list)
    disorder: list[str] = field(default_factory=list)
    false_conflicts: list[str] = field(default_factory=list)


class Reading:
    """A merged file with the service's changes taken, beside what the source says."""

    def __init__(self, one: Round, merged: Merged, parts: Mapping[str, bytes]) -> None:
        """Read the file as a person sees it who takes every update."""
        self.one, self.items = one, merged.items
        self.lines = lines_of(decided(parts, SERVICE, accept=True))
        self.texts = [line.text for line in self.lines]
        self.base, self.mine = one.base.by_name, one.mine.by_name
        self.labels: dict[str, set[str]] = {}
        for label, home in one.ledger.home.items():
            self.labels.setdefault(home, set()).add(label)
        self.at = {line.label: n for n, line in enumerate(self.lines) if line.label}

    def places(self, name: str) -> list[int]:
        """Return where lines of a piece stand that were there before."""
        return sorted(self.at[x] for x in self.labels.get(name, ()) if x in self.at)

    def stands(self, piece: Piece, *, crowded: bool) -> str:
        """Return an empty string if exactly these lines stand in the piece's place."""
        held = [line.text for line in self.lines if piece.key and line.key == piece.key]
        if held and not crowded and held != piece.texts:
            return f"{piece.name}: {held} instead of {piece.texts}"
        lines = self._without_strangers(piece.name) if crowded else self.lines
        labels = self.labels.get(piece.name, set())
        places = {n for n, line in enumerate(lines) if line.label in labels}
        for start in _windows(lines, piece):
            window = range(start, start + len(piece.texts))
            own = not piece.key or all(not lines[n].label or n in places for n in window)
            left = {lines[n].text for n in places.difference(window)}
            # A line of the piece that is not among its words now must be another piece's.
            if own and not left & {"", *piece.texts, *self.base[piece.name].texts}:
                return ""
        seen = [lines[n].text for n in sorted(places)]
        return f"{piece.name}: {seen or 'nothing'} instead of {piece.texts}"

    def _without_strangers(self, name: str) -> list[Line]:
        """Return the lines without those people wrote or moved, which may stand anywhere."""
        home, of = self.one.ledger.home, self.one.ledger.of
        moving = {Touch.WORDS, Touch.MOVED}
        return [
            line
            for line in self.lines
            if not line.label
            or (at := home.get(line.label)) == name
            or (at is not None and not of(at) & moving)
        ]

    def where_new(self, piece: Piece) -> list[int]:
        """Return where the words of a new piece stand; another may say the same."""
        return _windows(self.lines, piece)


def _windows(lines: Sequence[Line], piece: Piece) -> list[int]:
    """Return where the words of a piece stand, one line after the other."""
    texts = [line.text for line in lines]
    size = len(piece.texts)
    return [n for n in range(len(texts)) if texts[n : n + size] == piece.texts]


def measure(one: Round, merged: Merged, parts: Mapping[str, bytes]) -> Report:
    """Return what a merge proposed of what it should have."""
    read, report = Reading(one, merged, parts), Report()
    for piece in one.base.pieces:
        if Touch.WORDS in one.ledger.of(piece.name):
            _look_for_silence(read, piece, report)
        elif Touch.ROWS in one.ledger.of(piece.name):
            _look_at_rows(read, piece, report)
        else:
            _look_at(read, piece, report)
    for piece in one.mine.pieces:
        if piece.name not in read.base:
            _look_for_new(read, piece, report)
    _look_at_the_whole(read, report)
    _look_at_conflicts(read, report)
    return report


def _look_at(read: Reading, piece: Piece, report: Report) -> None:
    """Look whether a piece whose words nobody touched says what the source says."""
    now = read.mine.get(piece.name)
    if now is None:
        if read.one.ledger.never_met(piece.name):
            report.claims += 1
            still = [n for n in read.places(piece.name) if read.texts[n] in piece.texts]
            new = {t for p in read.one.mine.pieces if p.name not in read.base for t in p.texts}
            if any(read.texts[n].strip() and read.texts[n] not in new for n in still):
                report.unkept.append(f"{piece.name} is still there: {piece.texts}")
        return
    wrong = read.stands(now, crowded=piece.name in read.one.ledger.crowded)
    changed = now.texts != piece.texts
    report.claims += changed
    if wrong:
        (report.unkept if changed else report.altered).append(wrong)


def _look_at_rows(read: Reading, piece: Piece, report: Report) -> None:
    """Look whether rows nobody touched follow the source, whatever became of those beside them."""
    now = read.mine.get(piece.name)
    if now is None:
        return
    heads = Counter(_head(line) for line in piece.lines if line.row)
    for label in sorted(read.labels[piece.name] - read.one.ledger.rows):
        row = read.one.ledger.opened[label] if _is_row(read, label) else None
        if row is not None and heads[_head(row)] == 1:
            _look_at_row(read, row, now, report)
    rows = {label for label in read.labels[piece.name] if _is_row(read, label)}
    if rows <= read.one.ledger.rows:
        return  # no row is as it was: nobody could say where a new one belongs
    for line in now.lines:
        if line.row and _head(line) not in heads:
            report.claims += 1
            if line.text not in read.texts:
                report.unkept.append(f"{piece.name}: the row {line.text!r} is not there")


def _is_row(read: Reading, label: str) -> bool:
    line = read.one.ledger.opened.get(label)
    return line is not None and line.row


def _look_at_row(read: Reading, row: Line, now: Piece, report: Report) -> None:
    after = [line.text for line in now.lines if line.row and _head(line) == _head(row)]
    place = read.at.get(row.label)
    seen = read.texts[place] if place is not None else None
    if not after:
        report.claims += 1
        if seen == row.text:
            report.unkept.append(f"{now.name}: the row {row.text!r} is still there")
    elif len(after) == 1:
        changed = after[0] != row.text
        report.claims += changed
        if seen != after[0]:
            wrong = f"{now.name}, row: {seen!r} instead of {after[0]!r}"
            (report.unkept if changed else report.altered).append(wrong)


def _head(row: Line) -> str:
    return row.text.partition(" | ")[0]


def _look_for_new(read: Reading, piece: Piece, report: Report) -> None:
    report.claims += 1
    places = read.where_new(piece)
    if not places and _told_beside_an_edit(read, piece):
        report.claims -= 1
        return
    if not places:
        report.unkept.append(f"{piece.name} is not there: {piece.texts}")
        return
    before, after = _pillars(read, piece)
    if not before or not after or max(before) > min(after):
        return
    if not any(max(before) < place < min(after) for place in places):
        report.unkept.append(f"{piece.name} is at the wrong place: {piece.texts}")


def _told_beside_an_edit(read: Reading, piece: Piece) -> bool:
    """Return whether new words met a person's edit: in a paragraph of the same sort, or beside."""
    told = [item for item in read.items if item.new in piece.texts]
    if any(item.old and item.theirs != item.old and not piece.key for item in told):
        return True
    if not any(item.outcome is MergeOutcome.CONFLICT for item in told):
        return False
    order = [p.name for p in read.one.mine.pieces]
    at = order.index(piece.name)
    near = [name for name in order[:at] if name in read.base][-1:]
    near += [name for name in order[at:] if name in read.base][:1]
    ledger = read.one.ledger
    return any(ledger.of(name) or name in ledger.crowded for name in near)


def _pillars(read: Reading, piece: Piece) -> tuple[list[int], list[int]]:
    """Return where the pieces stand between which a new one belongs, if both are as ever."""
    order = [p.name for p in read.one.mine.pieces]
    at = order.index(piece.name)
    old = [name for name in order[:at] if name in read.base][-1:]
    new = [name for name in order[at:] if name in read.base][:1]
    moving = {Touch.WORDS, Touch.MOVED}
    steady = [n for n in (*old, *new) if not read.one.ledger.of(n) & moving]
    was = [p.name for p in read.one.base.pieces]
    if len(steady) < 2 or was.index(steady[0]) > was.index(steady[1]):
        return [], []
    return read.places(steady[0]), read.places(steady[1])


def _look_for_silence(read: Reading, piece: Piece, report: Report) -> None:
    """Where people and source met, the merge says so, or the source's words stand there."""
    now = read.mine.get(piece.name)
    if not piece.key or (now is not None and now.texts == piece.texts):
        return
    spoken = any(
        item.region == piece.key and item.outcome is not MergeOutcome.UNCHANGED
        for item in read.items
    )
    places = set(read.places(piece.name))
    held = [x.text for n, x in enumerate(read.lines) if x.key == piece.key or n in places]
    after = now.texts if now is not None else []
    dropped = [text for text in piece.texts if text.strip() and text not in after]
    missing = [text for text in after if text.strip() and text not in (*piece.texts, *held)]
    if not spoken and (missing or any(old in line for line in held for old in dropped)):
        report.silent.append(f"{piece.name}: source and people changed it, and no item tells")


def _look_at_the_whole(read: Reading, report: Report) -> None:
    one = read.one
    met = any(name not in read.mine and one.ledger.of(name) for name in read.base)
    if one.sort is Sort.EDITED or met:
        return
    want = one.mine.texts
    if read.texts != want:
        pairs = zip(read.texts, want, strict=False)
        n = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(read.texts), len(want)))
        report.disorder.append(f"line {n}: {read.texts[n : n + 2]} instead of {want[n : n + 2]}")


def _look_at_conflicts(read: Reading, report: Report) -> None:
    ledger = read.one.ledger
    for item in read.items:
        if item.outcome is not MergeOutcome.CONFLICT:
            continue
        if item.region:
            names = [f"region {item.region}"]
        else:
            held = _first_line(item.old)
            names = [p.name for p in read.one.base.pieces if held and held in p.texts]
        if names and all(not ledger.of(name) - {Touch.QUIET} for name in names):
            report.false_conflicts.append(f"{names[0]}: {item.old!r} → {item.new!r}")


def _first_line(text: str) -> str:
    return text.partition("\n")[0]
