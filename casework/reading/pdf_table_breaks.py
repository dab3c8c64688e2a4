"""Tables that go on over a page: made one again, without the header that is repeated."""

from casework.reading.pdf_drafts import Draft, moved_on

_SAME_EDGE = 8.0
_SENTENCE_ENDS = tuple(".!?;")
_FEWEST_LETTERS_OF_PROSE = 40

Rows = tuple[tuple[str, ...], ...]


def rejoined_tables(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts, the parts of each table as one."""
    whole: list[Draft] = []
    for draft in drafts:
        if whole and _is_same_table(whole[-1], draft):
            before = whole[-1].first
            before.rows = _one_table(before.rows, draft.first.rows)
            before.pieces = ["\n".join(" ".join(row) for row in before.rows)]
            before.foot, before.column = draft.first.foot, draft.first.column
            whole[-1].last_page = draft.last_page
        else:
            whole.append(draft)
    return whole


def _is_same_table(before: Draft, after: Draft) -> bool:
    above, below = before.first, after.first
    if not above.rows or not below.rows or not moved_on(before, after):
        return False
    as_many = len(above.rows[0]) == len(below.rows[0])
    same_place = abs(above.left - below.left) <= _SAME_EDGE
    return as_many and (same_place or above.column != below.column)


def _one_table(above: Rows, below: Rows) -> Rows:
    rows = below[1:] if below[0] == above[0] else below
    if not rows:
        return above
    if _is_cut(above[-1], rows[0]):
        cut = tuple(_one_cell(*cells) for cells in zip(above[-1], rows[0], strict=True))
        return (*above[:-1], cut, *rows[1:])
    return (*above, *rows)


def _is_cut(above: tuple[str, ...], below: tuple[str, ...]) -> bool:
    """Return whether the page ended in the middle of a row."""
    if not below[0] and any(below):
        return True
    for upper, lower in zip(above, below, strict=True):
        is_prose = len(upper) >= _FEWEST_LETTERS_OF_PROSE
        if is_prose and lower[:1].islower() and not upper.endswith(_SENTENCE_ENDS):
            return True
    return False


def _one_cell(above: str, below: str) -> str:
    return f"{above} {below}".strip()
