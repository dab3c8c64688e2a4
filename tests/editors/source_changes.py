"""What the world changes in a response: the source's side of a merge."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from models.shapes.response import FindingFields, FindingGroup, SignatureFields
from tests.casework.documents.fields import comments
from tests.editors.responses import new_finding
from tests.editors.wording import a_paragraph, corrected

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from tests.editors.responses import Draft


def _with_findings(
    draft: Draft, change: Callable[[FindingFields], FindingFields | None], key: str
) -> Draft:
    groups = []
    for group in draft.fields.groups:
        kept = [change(f) if f.key == key else f for f in group.findings]
        findings = tuple(finding for finding in kept if finding is not None)
        if findings:
            groups.append(replace(group, findings=findings))
    return draft.with_(groups=tuple(groups))


def _any_finding(by: Random, draft: Draft) -> FindingFields | None:
    findings = [f for group in draft.fields.groups for f in group.findings]
    return by.choice(findings) if findings else None


def _put(by: Random, groups: Sequence[FindingGroup], finding: FindingFields) -> list[FindingGroup]:
    into = by.randrange(len(groups))
    out = list(groups)
    held = list(out[into].findings)
    held.insert(by.randrange(len(held) + 1), finding)
    out[into] = replace(out[into], findings=tuple(held))
    return out


def comments_arrive(by: Random, draft: Draft) -> Draft:
    """Return the draft after the chief officer wrote, or wrote more."""
    words = tuple(a_paragraph(by) for _ in range(by.randint(1, 8)))
    state = by.choice(["received", "received", "late"])
    return draft.with_(comments=(comments(state, paragraphs=words),))


def force_says_nothing(by: Random, draft: Draft) -> Draft:
    """Return the draft after the chief officer had nothing to say."""
    return draft.with_(comments=(comments(by.choice(["nil", "declined", "none"])),))


def finding_corrected(by: Random, draft: Draft) -> Draft:
    """Return the draft with words of a finding put right."""
    return _finding_text(by, draft, lambda text: tuple(corrected(by, line) for line in text))


def finding_rewritten(by: Random, draft: Draft) -> Draft:
    """Return the draft with a finding in wholly other words."""
    return _finding_text(by, draft, lambda _: (a_paragraph(by),))


def bullet_changed(by: Random, draft: Draft) -> Draft:
    """Return the draft with a bullet more or less under a finding."""
    return _finding_text(
        by,
        draft,
        lambda text: text[:-1] if len(text) > 1 else (*text, f"namely {a_paragraph(by, 7)}"),
    )


def _finding_text(
    by: Random, draft: Draft, change: Callable[[tuple[str, ...]], tuple[str, ...]]
) -> Draft:
    chosen = _any_finding(by, draft)
    if chosen is None:
        return draft
    return _with_findings(draft, lambda f: replace(f, text=change(f.text)), chosen.key)


def finding_added(by: Random, draft: Draft) -> Draft:
    """Return the draft with one finding more, anywhere."""
    if not draft.fields.groups:
        return draft
    late = new_finding(by, draft.next_finding)
    more = draft.with_(groups=tuple(_put(by, draft.fields.groups, late)))
    return replace(more, next_finding=draft.next_finding + 1)


def finding_dropped(by: Random, draft: Draft) -> Draft:
    """Return the draft with one finding less; a group left empty goes too."""
    chosen = _any_finding(by, draft)
    if chosen is None or sum(len(g.findings) for g in draft.fields.groups) < 2:
        return draft
    return _with_findings(draft, lambda _: None, chosen.key)


def finding_moved(by: Random, draft: Draft) -> Draft:
    """Return the draft with a finding at another place."""
    chosen = _any_finding(by, draft)
    if chosen is None:
        return draft
    without = _with_findings(draft, lambda _: None, chosen.key)
    if not without.fields.groups:
        return draft
    return draft.with_(groups=tuple(_put(by, without.fields.groups, chosen)))


def grade_changed(by: Random, draft: Draft) -> Draft:
    """Return the draft with another grade in the table."""
    at, rows = by.randrange(len(draft.fields.grades)), list(draft.fields.grades)
    rows[at] = (rows[at][0], by.choice(["Good", "Outstanding", "Inadequate", "Not graded yet"]))
    return draft.with_(grades=tuple(rows))


def row_added(by: Random, draft: Draft) -> Draft:
    """Return the draft with a row more in the table."""
    rows = list(draft.fields.grades)
    rows.insert(
        by.randrange(len(rows) + 1), (f"Area {a_paragraph(by, 3)}", by.choice(["Good", ""]))
    )
    return draft.with_(grades=tuple(rows))


def row_dropped(by: Random, draft: Draft) -> Draft:
    """Return the draft with a row less in the table."""
    rows = list(draft.fields.grades)
    if len(rows) > 1:
        del rows[by.randrange(len(rows))]
    return draft.with_(grades=tuple(rows))


def group_regraded(by: Random, draft: Draft) -> Draft:
    """Return the draft with another grade in a heading."""
    if not draft.fields.groups:
        return draft
    at, groups = by.randrange(len(draft.fields.groups)), list(draft.fields.groups)
    groups[at] = replace(groups[at], grade=by.choice(["Good", "Inadequate"]))
    return draft.with_(groups=tuple(groups))


def officer_renamed(_by: Random, draft: Draft) -> Draft:
    """Return the draft with another chief officer."""
    said = replace(draft.fields.comments[0], officer="Temporary Chief Constable Iolo Wyn Pugh")
    return draft.with_(comments=(said,))


def answered(by: Random, draft: Draft) -> Draft:
    """Return the draft with an answer written or changed in the grid."""
    chosen = _any_finding(by, draft)
    if chosen is None:
        return draft
    kept = chosen.answer[: by.randrange(len(chosen.answer) + 1)]
    words = (*kept, *(a_paragraph(by) for _ in range(by.randint(1, 2))))
    return _with_findings(
        draft, lambda f: replace(f, answer=words, owner="Head of Data"), chosen.key
    )


def answer_reworded(by: Random, draft: Draft) -> Draft:
    """Return the draft with words of an answer changed in the grid."""
    chosen = _any_finding(by, draft)
    if chosen is None or not chosen.answer:
        return answered(by, draft)
    words = tuple(corrected(by, paragraph) for paragraph in chosen.answer)
    return _with_findings(draft, lambda f: replace(f, answer=words), chosen.key)


def date_changed(by: Random, draft: Draft) -> Draft:
    """Return the draft with another day of publication."""
    report = replace(draft.fields.report, published=f"{by.randint(1, 28)} November 2022")
    return draft.with_(report=report, last_day=f"Friday {by.randint(1, 28)} January 2023")


def owner_changed(by: Random, draft: Draft) -> Draft:
    """Return the draft with an owner and a date for an action."""
    chosen = _any_finding(by, draft)
    if chosen is None:
        return draft
    due = f"{by.randint(1, 28)} May 2023"
    return _with_findings(
        draft, lambda f: replace(f, owner="Head of Assurance", due=due), chosen.key
    )


def finding_confirmed(by: Random, draft: Draft) -> Draft:
    """Return the draft with a finding confirmed and its deadline known."""
    chosen = _any_finding(by, draft)
    if chosen is None:
        return draft
    day = "by the end of June (30 June 2023)"
    return _with_findings(draft, lambda f: replace(f, confirmed=True, deadline=day), chosen.key)


def overview_changed(by: Random, draft: Draft) -> Draft:
    """Return the draft with other general comments."""
    words = [corrected(by, paragraph) for paragraph in draft.fields.overview]
    words.insert(by.randrange(len(words) + 1), a_paragraph(by))
    return draft.with_(overview=tuple(words))


def monitoring_changed(by: Random, draft: Draft) -> Draft:
    """Return the draft with another line on monitoring."""
    return draft.with_(monitoring=tuple(a_paragraph(by) for _ in range(by.randrange(3))))


def made_ready_to_sign(by: Random, draft: Draft) -> Draft:
    """Return the draft as a signing copy: signed, dated, no longer marked."""
    day = f"{by.randint(1, 28)} December 2022"
    signed = SignatureFields("Rowan Hale", "Commissioner for Barsetshire", "", day)
    return draft.with_(signature=signed, marking="")


def addressee_changed(by: Random, draft: Draft) -> Draft:
    """Return the draft with more or other lines of whom it is addressed to."""
    return draft.with_(
        addressee=(*draft.fields.addressee[:1], "2 Marsham Walk", a_paragraph(by, 2))
    )


def report_recounted(by: Random, draft: Draft) -> Draft:
    """Return the draft with other numbers of findings."""
    report = replace(
        draft.fields.report,
        recommendations=by.randrange(3),
        areas_for_improvement=by.randrange(30),
        causes_of_concern=by.randrange(3),
    )
    return draft.with_(report=report)


CHANGES: Final[tuple[Callable[[Random, Draft], Draft], ...]] = (
    comments_arrive, comments_arrive, force_says_nothing, finding_corrected, finding_corrected,
    finding_corrected, finding_rewritten, bullet_changed, finding_added, finding_added,
    finding_dropped, finding_moved, grade_changed, row_added, row_dropped, group_regraded,
    officer_renamed, answered, answered, answer_reworded, date_changed, owner_changed,
    finding_confirmed, overview_changed, monitoring_changed, made_ready_to_sign,
    addressee_changed, report_recounted,
)  # fmt: skip
"""What happens more often stands here more often."""


def changed(by: Random, draft: Draft, times: int) -> Draft:
    """Return the draft after so many changes."""
    for _ in range(times):
        draft = by.choice(CHANGES)(by, draft)
    return draft
