"""How fast edited files are merged, and whether any of thousands of merges breaks a law."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.table import Table

from casework.documents.compare import compare
from casework.documents.merge import SERVICE, UnsafeMergeError, merge
from casework.documents.render import compile_template
from models.review_words import MergeOutcome
from tests.bench.timing import Figure, NotEqualError, check, measure
from tests.bench.writing import TEMPLATE, a_response_of
from tests.casework.documents.fields import STAMP, comments
from tests.editors import laws, office
from tests.editors.canonical import first_difference
from tests.editors.hands import ODD
from tests.editors.markup import DOCUMENT, P, T, packed, parse, parts_of, runs_of, serialise
from tests.editors.rounds import Sort, a_round
from tests.editors.verdict import accepted, rejected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.shapes.merging import Merged
    from models.shapes.response import ResponseFields

AT: Final = datetime(2022, 11, 20, 9, 0, tzinfo=UTC)
ROUNDS: Final = 2_100
ODD_EVERY: Final = 20
"""So often a file has rare markup in it."""
JUDGED_BY_OFFICE: Final = 60
FIRST: Final = 100_000
"""Of the numbers of the large run: others than those of the test suite."""
SERIES: Final = "merging an edited file"
SIZES: Final = (10, 30, 100, 250, 300, 500, 1_000)
GROWING: Final = (250, 500, 1_000)
"""One, two and four times the length: how time grows with it."""
TARGETS: Final = {30: 0.100, 1_000: 1.5}
"""Seconds, warm, in process."""
SHOWN: Final = 12
"""Faults told in words; the table has the number of all."""
PROPOSED: Final = {MergeOutcome.UPDATED, MergeOutcome.ADDED, MergeOutcome.REMOVED}
FALSE_CONFLICTS: Final = 0.02


def figures() -> Iterator[Figure]:
    """Yield the time of a merge at several lengths."""
    for size in SIZES:
        files = _files(size)
        merged = _merged(files)
        same = not first_difference(
            rejected(merged.data, SERVICE), parse(parts_of(files[1])[DOCUMENT])
        )
        figure = measure(
            "Merging the service's updates into an edited file",
            f"{size:,} findings, {sum(i.outcome in PROPOSED for i in merged.items):,} updates",
            lambda files=files: _merged(files),  # type: ignore[misc]
            check("refusing every update gives the reviewers' file back", holds=same),
            target=TARGETS.get(size),
        )
        yield replace(figure, series=SERIES, length=size) if size in GROWING else figure
        yield _comparing(size, files)


def _comparing(size: int, files: tuple[bytes, bytes, bytes]) -> Figure:
    old, _, new = files
    told = sum(item.outcome in PROPOSED for item in _merged((old, old, new)).items)
    return measure(
        "Comparing two versions",
        f"{size:,} findings",
        lambda: compare(old, new),
        check(
            "what a merge would propose is listed", holds=len(compare(old, new).items) > told / 2
        ),
        target=TARGETS.get(size),
    )


def _merged(files: tuple[bytes, bytes, bytes]) -> Merged:
    base, theirs, mine = files
    return merge(base, theirs, mine, AT)


def _files(size: int) -> tuple[bytes, bytes, bytes]:
    template, before = compile_template(TEMPLATE), a_response_of(size)
    base = template.render(before, STAMP)
    parts = parts_of(base)
    root = parse(parts[DOCUMENT])
    written = [paragraph for paragraph in root.iter(P) if runs_of(paragraph)]
    for number, paragraph in enumerate(written[::10]):
        words = next(runs_of(paragraph)[-1].iter(T))
        words.text = f"{words.text} Seen by the board, {number}."
    theirs = packed({**parts, DOCUMENT: serialise(root)})
    return base, theirs, template.render(_later(before), STAMP)


def _later(response: ResponseFields) -> ResponseFields:
    """Return the response after comments came and every fifth finding was put right."""
    groups = tuple(
        replace(
            group,
            findings=tuple(
                replace(finding, text=(f"{finding.text[0]} As soon as it can.", *finding.text[1:]))
                if int(finding.key[1:]) % 5 == 0
                else finding
                for finding in group.findings
            ),
        )
        for group in response.groups
    )
    return replace(response, groups=groups, comments=(comments("late"),))


@dataclass
class Run:
    """What the large run found."""

    rounds: int = 0
    edits: int = 0
    kinds: set[str] = field(default_factory=set)
    claims: int = 0
    kept_claims: int = 0
    conflicts: int = 0
    false_conflicts: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    where: list[str] = field(default_factory=list)
    """Each fault: the law, its round and its words."""


def _judged(seed: int) -> Run:
    odd = seed % ODD_EVERY == 0
    one = a_round(seed, sort=Sort.EDITED, hands=ODD) if odd else a_round(seed)
    run = Run(1, one.ledger.kinds.total(), set(one.ledger.kinds))
    try:
        found = laws.judge(one, merge(one.base.data, one.theirs, one.mine.data, AT))
    except UnsafeMergeError:
        return replace(
            run,
            faults=Counter(["a merge is refused"]),
            where=[f"a merge is refused: round {seed}"],
        )
    run.claims, run.kept_claims = found.claims, found.kept_claims
    run.conflicts, run.false_conflicts = found.conflicts, found.false_conflicts
    for fault in found.faults:
        run.faults[fault.law] += 1
        run.where.append(f"{fault.law}: round {seed}: {fault.words[:300]}")
    return run


def large_run(rounds: int = ROUNDS, cores: int | None = None) -> Run:
    """Return what thousands of merges by chance came to, on all cores."""
    total = Run()
    with ProcessPoolExecutor(cores or os.cpu_count()) as pool:
        for run in pool.map(_judged, range(FIRST, FIRST + rounds), chunksize=20):
            for name in (
                "rounds",
                "edits",
                "claims",
                "kept_claims",
                "conflicts",
                "false_conflicts",
            ):
                setattr(total, name, getattr(total, name) + getattr(run, name))
            total.kinds |= run.kinds
            total.faults += run.faults
            total.where += run.where
    return total


def by_office(number: int = JUDGED_BY_OFFICE) -> list[str]:
    """Return where LibreOffice's own "all" does not give what it should, in words."""
    names = [f"office {n}" for n in range(number)]
    with tempfile.TemporaryDirectory() as folder:
        return list(_differences(names, Path(folder)))


def _differences(names: list[str], folder: Path) -> Iterator[str]:
    work, wanted = [], []
    for name in names:
        one = a_round(name, sort=Sort.EDITED, hands=office.HANDS)
        merged = merge(one.base.data, one.theirs, one.mine.data, AT)
        theirs, after = folder / f"{name} theirs.docx", folder / f"{name} merged.docx"
        theirs.write_bytes(office.without_controls(one.theirs))
        after.write_bytes(office.without_controls(merged.data))
        work += [(theirs, ""), (after, "reject"), (after, "accept")]
        wanted.append(office.paragraphs_of(accepted(merged.data, None)))
    said = office.verdicts(work)
    for n, name in enumerate(names):
        before, refused, taken = said[3 * n : 3 * n + 3]
        if refused != before:
            yield f"{name}: refusing all gives {office.first_apart(refused, before)}"
        if office.trimmed(taken) != office.trimmed(wanted[n]):
            yield f"{name}: taking all gives {office.first_apart(taken, wanted[n])}"


def show(console: Console, run: Run, apart: list[str] | None) -> None:
    """Print what the large run found; `apart` is None where LibreOffice is not there."""
    table = Table(title="Merging by chance", title_justify="left", title_style="bold")
    table.add_column("what")
    table.add_column("figure", justify="right")
    false = run.false_conflicts / run.claims if run.claims else 0.0
    lines = {
        "documents": f"{run.rounds:,}",
        "edits by people": f"{run.edits:,} of {len(run.kinds)} kinds",
        "laws broken": str(run.faults.total()),
        "updates of what nobody touched, proposed": f"{run.kept_claims:,} of {run.claims:,}",
        "conflicts told": f"{run.conflicts:,}",
        "of them false": f"{run.false_conflicts} ({false:.2%} of those updates)",
        "judged by LibreOffice": _office_words(apart),
    }
    for what, figure in lines.items():
        table.add_row(what, figure)
    console.print(table)
    for words in run.where[:SHOWN]:
        console.print(f"Broken: {words}", markup=False, highlight=False)
    for words in apart or ():
        console.print(f"LibreOffice: {words}", markup=False, highlight=False)


def _office_words(apart: list[str] | None) -> str:
    if apart is None:
        return "left out: LibreOffice is not on this machine"
    return f"{JUDGED_BY_OFFICE} documents, {len(apart)} differences"


def show_large_run() -> None:
    """Take the large run and print it; a broken law is no figure, and ends the measuring."""
    run = large_run()
    apart = by_office() if office.knows_the_office() else None
    show(Console(), run, apart)
    if run.faults or apart or run.false_conflicts > FALSE_CONFLICTS * run.claims:
        message = "A merge broke a law: the rounds are named above."
        raise NotEqualError(message)


if __name__ == "__main__":
    show_large_run()
