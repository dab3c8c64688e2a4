"""What changed on a list since the last look: items amended, items gone, items back again."""

import re
from collections.abc import Collection
from unicodedata import normalize

from sqlmodel import col, select

from casework.record.desk import Desk, found
from casework.record.editions import known_case, see_again
from casework.record.warnings import Remedy, warn
from casework.rules.wording import british_date
from casework.watching.ours import ANOTHER_FORCE, put_aside
from models import Case, Errand, Sighting, Source
from models.shapes.sources import Looked, SeenItem

MISSED_LOOKS = 2
"""So many times in a row a report must be gone before anybody is told: lists hiccup."""


def see_known(desk: Desk, source: Source, row: Sighting, item: SeenItem) -> bool:
    """Take account of an item seen before. Returns whether it was amended."""
    if row.source_id != source.id:
        if not _still_speaks(desk, row) and not row.sha256:
            _adopt(desk, source, row, item)
        return False
    row.last_seen_at, row.missed = desk.now, 0
    if row.withdrawn_at:
        row.withdrawn_at = None
        desk.note("report_listed_again", _case(desk, row), sighting=row.id)
    before = (row.title, row.published)
    _take_over(row, item)
    if row.sha256 or (_same(before[0], row.title) and before[1] == row.published):
        return False
    if before[1] is None and _same(before[0], row.title):
        return False
    _tell_amended(desk, row, *before)
    _reconsider(desk, row, item)
    return True


def note_absent(
    desk: Desk, source: Source, looked: Looked, shown: Collection[str]
) -> list[Sighting]:
    """Notice what a list no longer shows though it should. Returns what is now taken as gone."""
    if looked.alarm or looked.complete_since is None or not looked.items:
        return []
    mine = select(Sighting).where(
        Sighting.source_id == source.id,
        col(Sighting.key).not_in(shown),
        col(Sighting.withdrawn_at).is_(None),
        col(Sighting.sha256).is_(None),
    )
    from_start = looked.complete_since.year == 1
    gone = []
    for row in desk.session.exec(mine):
        if from_start or (row.published and row.published > looked.complete_since):
            row.missed += 1
            if row.missed >= MISSED_LOOKS:
                _withdraw(desk, row)
                gone.append(row)
    return gone


def _still_speaks(desk: Desk, row: Sighting) -> bool:
    """Return whether the source that showed it last still shows it."""
    other = found(desk.session.get(Source, row.source_id))
    if other.key.startswith(("folder:", "mailbox:")) or other.well_at is None:
        return False
    return row.last_seen_at is not None and row.last_seen_at >= other.well_at


def _adopt(desk: Desk, source: Source, row: Sighting, item: SeenItem) -> None:
    row.source_id, row.last_seen_at, row.missed = found(source.id), desk.now, 0
    _take_over(row, item)
    if row.withdrawn_at:
        row.withdrawn_at = None
        desk.note("report_listed_again", _case(desk, row), sighting=row.id)


def _take_over(row: Sighting, item: SeenItem) -> None:
    if not row.sha256:
        row.title = item.title or row.title
        row.published = item.published or row.published


def _same(one: str, other: str) -> bool:
    def plain(text: str) -> str:
        return re.sub(r"[\W_]+", " ", normalize("NFKC", text).casefold()).strip()

    return plain(one) == plain(other)


def _tell_amended(desk: Desk, row: Sighting, title: str, published: object) -> None:
    case = _case(desk, row)
    changed = [] if _same(title, row.title) else ["title"]
    changed += [] if published == row.published else ["date"]
    desk.note("report_amended", case, sighting=row.id, changed=",".join(changed))
    if case is None:
        return
    lines = []
    if "title" in changed:
        lines.append(f"Its title was “{title}” and is now “{row.title}”.")
    if "date" in changed and row.published:
        lines.append(f"Its date on the list is now {british_date(row.published)}.")
        see_again(desk, case, [row.published], fetched=False)
    text = (
        f"The inspectors have amended {case.reference} on their list. {' '.join(lines)}\n\n"
        f"Open {row.address} and see whether the report itself has changed. If the publication "
        "date is wrong on the case, confirm the right one; everything is then planned anew."
    )
    key = f"amended:{row.id}:{desk.now.isoformat()}"
    warn(desk, case, key, f"{case.reference}: the inspectors have amended the report", text)


def _withdraw(desk: Desk, row: Sighting) -> None:
    row.withdrawn_at = desk.now
    case = _case(desk, row)
    desk.note("report_gone_from_list", case, sighting=row.id)
    if case is None:
        return
    text = (
        f"“{row.title}” is no longer on the inspectors' list: it was not there in the last "
        f"{MISSED_LOOKS} looks.\n\nOpen {row.address} in a browser. If it is still there, nothing "
        "need be done: the clock runs on. If the report is withdrawn, end the case:"
    )
    command = f"section55 end {case.reference} report-withdrawn --because REASON --as PERSON"
    remedy = Remedy(f"/cases/{case.reference}/ending", command)
    key = f"withdrawn:{row.id}:{desk.now.isoformat()}"
    warn(desk, case, key, f"{case.reference}: the report is gone from the list", text, remedy)


def _reconsider(desk: Desk, row: Sighting, item: SeenItem) -> None:
    """Take up again what was put aside for the name of another force, if that is no longer so."""
    if row.outcome.startswith(ANOTHER_FORCE) and not put_aside(desk.settings, item, desk.now):
        row.outcome = ""
        desk.errand(f"announce:{row.key}:{desk.now.isoformat()}", Errand.ANNOUNCE_REPORT, row.key)


def _case(desk: Desk, row: Sighting) -> Case | None:
    return desk.session.get(Case, row.case_id) if row.case_id else known_case(desk, [row.key])
