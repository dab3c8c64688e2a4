"""The trial counts rightly, leaves sentences alone, and forgets no survivor."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.mutation.in_the_copy import QUIETLY, draw, modules
from tests.mutation.mutants import SENTENCE, Mutant
from tests.mutation.report import survivors, table, too_few
from tests.mutation.score import REASONS, Reasons, Share, by_folder, share, tried
from tests.mutation.trial import Verdict

RULE = (
    "def is_late(day):\n    if day > 56:\n        return 'the last day has passed'\n    return ''\n"
)
MAKE = (
    "import sys; from pathlib import Path\n"
    "from tests.mutation.mutants import leave_sentences_alone, mutate\n"
    "leave_sentences_alone()\n"
    "for one in mutate(Path('rules/late.py')): print(one.place, '|', one.change)\n"
)


def a_mutant(name: str = "plan", n: int = 1) -> Mutant:
    path = Path(f"casework/rules/{name}.py")
    module = f"casework.rules.{name}"
    diff = ("-    return a + b", "+    return a - b")
    return Mutant(path, f"{module}.x_due", f"{module}.x_due__mutmut_{n}", diff)


def test_numbers_are_changed_and_sentences_are_not(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "late.py").write_text(RULE, encoding="utf-8")
    (tmp_path / "setup.cfg").write_text("[mutmut]\nsource_paths=rules\n", encoding="utf-8")
    root = str(Path(__file__).parents[2])
    made = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {root!r})\n{MAKE}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert made == [
        "rules/late.py: is_late | if day > 56: → if day >= 56:",
        "rules/late.py: is_late | if day > 56: → if day > 57:",
        "rules/late.py: is_late | return '' → return 'XXXX'",
    ]


def test_the_tests_begin_with_the_settings_of_a_trial() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *QUIETLY, "--collect-only", __file__],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("words", ["the last day", "Nobody leads it.", "day, month"])
def test_what_people_read_is_a_sentence(words: str) -> None:
    assert SENTENCE.search(words)


@pytest.mark.parametrize("words", ["55(5A)", "utf-8", ", ", r"\s+", "", "wrong_citation"])
def test_what_only_the_code_reads_is_none(words: str) -> None:
    assert not SENTENCE.search(words)


def test_the_share_counts_what_never_ends_as_noticed() -> None:
    found = share([Verdict.KILLED, Verdict.OUT_OF_TIME, Verdict.SURVIVED, Verdict.NOT_REACHED])
    assert (found, found.part) == (Share(2, 4), 0.5)
    assert Share(0, 0).part == 1.0


def test_the_interval_is_wilsons() -> None:
    low, high = Share(340, 400).interval
    assert (round(low, 3), round(high, 3)) == (0.812, 0.882)
    assert Share(0, 0).interval == (0.0, 1.0)


def test_what_runs_when_a_module_is_read_is_not_counted() -> None:
    verdicts = {a_mutant(n=1): Verdict.KILLED, a_mutant(n=2): Verdict.AT_IMPORT}
    assert by_folder(tried(verdicts)) == {Path("casework/rules"): Share(1, 1)}


def test_a_folder_below_the_mark_is_told_and_one_at_it_is_not() -> None:
    verdicts = {a_mutant(n=n): Verdict.KILLED for n in range(17)}
    at_it = verdicts | {a_mutant(n=20 + n): Verdict.SURVIVED for n in range(3)}
    assert too_few(at_it) == []
    below = at_it | {a_mutant(n=30): Verdict.NOT_REACHED}
    assert too_few(below) == ["casework/rules: 81.0% were noticed; 85% are wanted."]


def test_every_survivor_is_told_with_its_change_and_its_reason() -> None:
    reasons = Reasons(
        '[[may_live]]\nfunction = "casework/rules/plan.py: due"\nreason = "a is never 1"\n'
        'changes = ["return a + b → return a - b"]\n'
    )
    alive, dead = a_mutant(), a_mutant("week")
    verdicts = {alive: Verdict.SURVIVED, dead: Verdict.KILLED, a_mutant("strip"): Verdict.SURVIVED}
    said = list(survivors(verdicts, reasons))
    assert said == [
        "casework/rules/strip.py: due  (survived)",
        "    - return a + b",
        "    + return a - b",
        "",
        "casework/rules/plan.py: due  (survived)",
        "    - return a + b",
        "    + return a - b",
        "    It may live: a is never 1",
        "",
        "2 survived, 1 of them with a reason in survivors.toml.",
    ]
    assert len(list(table(verdicts, drawn=True))) == 5


def test_the_same_seed_draws_the_same_mutants() -> None:
    mutants = [a_mutant(n=n) for n in range(50)]
    assert draw(mutants, 10, 55) == draw(mutants, 10, 55)
    assert draw(mutants, 10, 55) != draw(mutants, 10, 56)
    assert draw(mutants, None, 55) == draw(mutants, 50, 55) == mutants


def test_a_folder_means_every_module_in_it(tmp_path: Path) -> None:
    for name in ("b.py", "__init__.py", "inner/a.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert modules([tmp_path, tmp_path / "b.py"]) == [tmp_path / "b.py", tmp_path / "inner/a.py"]


def test_every_reason_names_a_function_that_is_there() -> None:
    root = Path(__file__).parents[2]
    for place, _ in Reasons(REASONS.read_text(encoding="utf-8")).given:
        path, _, name = place.partition(": ")
        assert f"def {name.rpartition('.')[2]}(" in (root / path).read_text(encoding="utf-8"), place
