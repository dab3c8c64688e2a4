"""How well the checks did: what they found of what was planted, and what they said idly."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rich import box
from rich.table import Table

from tests.check_corpus.labels import CHECKS, Document, Label, overlaps, plain

Observation = Mapping[str, Any]
Judged = tuple[Document, Sequence[Observation]]

RECALL_OVERALL, RECALL_EACH = 0.95, 0.8
FALSE_ERRORS, FALSE_WARNINGS = 0.1, 1.0
"""What the office is promised; the last two per clean document."""

ADVICE = frozenset({"long_sentence"})
"""Said for the reader's good, and folded away: neither a find nor a false alarm."""


@dataclass
class Tally:
    """One check: planted and met, and what it said without cause."""

    planted: int = 0
    met: int = 0
    false_errors: int = 0
    false_warnings: int = 0
    unlabelled_errors: int = 0
    """Errors on defective documents that no label asks for."""


@dataclass
class Score:
    """The figures of one half."""

    clean: int = 0
    defective: int = 0
    tallies: dict[str, Tally] = field(default_factory=dict)
    missed: list[tuple[str, Label]] = field(default_factory=list)
    false: list[tuple[str, Observation]] = field(default_factory=list)
    """False alarms on clean documents, then unlabelled errors on defective ones."""

    def of(self, check: str) -> Tally:
        """Return the tally of a check."""
        return self.tallies.setdefault(check, Tally())

    def total(self, what: str) -> int:
        """Return a figure over all checks."""
        return sum(getattr(tally, what) for tally in self.tallies.values())

    @property
    def recall(self) -> float | None:
        """Of all that was planted, the share that was found."""
        return share(self.total("met"), self.total("planted"))

    def per_clean(self, what: str) -> float | None:
        """Return a figure per clean document."""
        return share(self.total(what), self.clean)


def share(part: int, whole: int) -> float | None:
    """Return a share, or None of nothing."""
    return part / whole if whole else None


def meets(label: Label, observation: Observation) -> bool:
    """Return whether an observation is of this defect and at this place."""
    check = str(observation["check"])
    if label.own:
        right = check not in CHECKS and any(word in check for word in label.named)
    else:
        right = check in label.named
    return right and _at(label, str(observation["where"] or ""))


def _at(label: Label, where: str) -> bool:
    if overlaps(label.words, where):
        return True
    if label.finding is None:
        return False
    reference, text = label.finding
    return overlaps(text, where) or plain(reference) == plain(where)


def score(judged: Sequence[Judged]) -> Score:
    """Return the figures of what was said about each document."""
    made = Score()
    for document, observations in judged:
        heard = [one for one in observations if one["check"] not in ADVICE]
        if document.is_clean:
            made.clean += 1
            _count_clean(made, document, heard)
        else:
            made.defective += 1
            _count_defective(made, document, heard)
    return made


def _count_clean(made: Score, document: Document, heard: Sequence[Observation]) -> None:
    for one in heard:
        tally = made.of(one["check"])
        if one["severity"] == "error":
            tally.false_errors += 1
        else:
            tally.false_warnings += 1
        made.false.append((document.name, one))


def _count_defective(made: Score, document: Document, heard: Sequence[Observation]) -> None:
    for label in document.labels:
        tally = made.of(label.kind)
        tally.planted += 1
        if any(meets(label, one) for one in heard):
            tally.met += 1
        else:
            made.missed.append((document.name, label))
    for one in heard:
        if one["severity"] != "error" or one["check"] in document.also:
            continue
        if not any(meets(label, one) for label in document.labels):
            made.of(one["check"]).unlabelled_errors += 1
            made.false.append((document.name, one))


def planted(documents: Sequence[Document]) -> Counter[str]:
    """Return how many labels of each class some documents bear."""
    return Counter(label.kind for document in documents for label in document.labels)


def table(title: str, done: Score) -> Table:
    """Return the figures of a half, one row per check."""
    shown = Table(title=title, header_style="bold", box=box.SIMPLE, padding=(0, 1))
    shown.add_column("check", no_wrap=True)
    for column in (
        "planted",
        "met",
        "recall",
        "false errors",
        "false warnings",
        "unlabelled errors",
    ):
        shown.add_column(column, justify="right")
    for check in sorted(done.tallies, key=_place):
        shown.add_row(*_row(check, done.tallies[check]))
    shown.add_section()
    figures = [_shown(done.per_clean(what)) for what in ("false_errors", "false_warnings")]
    unlabelled = _shown(share(done.total("unlabelled_errors"), done.defective))
    totals = [str(done.total("planted")), str(done.total("met")), _shown(done.recall)]
    shown.add_row("all; alarms per document", *totals, *figures, unlabelled, style="bold")
    wanted = (f"{RECALL_OVERALL}, each {RECALL_EACH}", f"≤ {FALSE_ERRORS}", f"≤ {FALSE_WARNINGS}")
    shown.add_row(f"{done.clean} clean, {done.defective} defective", "", "wanted", *wanted, "")
    return shown


def _place(check: str) -> tuple[int, str]:
    return (CHECKS.index(check) if check in CHECKS else len(CHECKS), check)


def _row(check: str, tally: Tally) -> list[str]:
    recall = share(tally.met, tally.planted)
    told = _shown(recall)
    if recall is not None and recall < RECALL_EACH:
        told = f"[red]{told}[/red]"
    alarms = (tally.false_errors, tally.false_warnings, tally.unlabelled_errors)
    return [check, str(tally.planted), str(tally.met), told, *(str(one or "") for one in alarms)]


def _shown(figure: float | None) -> str:
    return "" if figure is None else f"{figure:.2f}"
