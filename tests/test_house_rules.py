"""The rules of the house that no tool keeps: names, lengths, words, addresses."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

TOP_LEVEL = {
    # Given by the project's owner.
    "flows": "when: one story per file",
    "templates": "words: everything a person reads",
    "models": "nouns: the tables and the words used in them",
    "outputs": "the out-tray",
    "tests": "the promises",
    "pyproject.toml": "dependencies and every tool's rules",
    "prefect.yaml": "when each flow runs",
    "README.md": "what this is",
    # Rooms of the house.
    "casework": "what: the work of answering a report",
    "web": "who: the front desk",
    "cli": "the same acts from a terminal",
    "docs": "decisions, glossary, generated pages, running",
    # Files that tools and people look for by name.
    "CHANGELOG.md": "what changed for the office",
    "LICENSE": "MIT",
    "Makefile": "run, test, check",
    "requirements.lock": "hashed pins",
    "office.example.toml": "one office's settings, to copy",
    ".ci": "the full run on a fresh machine",
    ".gitignore": "what stays on the machine that made it",
    ".gitattributes": "which files are not text",
}
"""Every top-level name, and why it is there. Add one only with a page in docs/decisions/."""

ROOMS = ("casework", "cli", "flows", "models", "web")
LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"}
TITLES = re.compile(
    r"\bO?PCCs?\b|Police and Crime Commissioner|Police, Fire and Crime Commissioner"
)
# Put together here, so that this file does not hold what it forbids.
ADDRESSES = re.compile(
    "|".join(
        [
            r"pypi\." + r"(org|python)",
            "files." + "pythonhosted",
            r"registry\." + r"(npmjs|yarnpkg)",
            r"(?<![\w.])/" + r"work/",
            r"--(extra-)?" + r"index-url[ =]\S",
            r"/root/" + r"\.",
        ]
    )
)


def tracked_files() -> list[Path]:
    """Return the files of the project: known to git, or new and not ignored."""
    words = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(words, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


FILES = tracked_files()
MODULES = [
    path
    for path in FILES
    if path.suffix == ".py"
    and path.relative_to(ROOT).parts[0] in ROOMS
    # Alembic writes these, and they are read once.
    and "migrations" not in path.parts
]


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def spoken_strings(path: Path) -> Iterator[str]:
    """Yield the string literals of a module, without its docstrings."""
    tree = ast.parse(path.read_text())
    told = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def text_of(path: Path) -> str | None:
    """Return a file as text, or None for a picture, a Word file and the like."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def test_every_top_level_name_has_a_reason() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in FILES} <= set(TOP_LEVEL)


def test_the_owners_names_stay_at_the_top() -> None:
    owners = {"flows", "templates", "models", "outputs", "tests"}
    files = {"pyproject.toml", "prefect.yaml", "README.md"}
    assert owners | files <= {path.relative_to(ROOT).parts[0] for path in FILES}


def test_modules_fit_on_a_few_screens() -> None:
    lengths = {name(path): len(path.read_text().splitlines()) for path in MODULES}
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST_MODULE} == {}


def test_functions_fit_on_one_screen() -> None:
    too_long = [
        f"{name(path)}:{node.lineno} {node.name}"
        for path in MODULES
        for node in functions(path)
        if (node.end_lineno or node.lineno) - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert too_long == []


def test_every_module_and_room_has_a_name_a_caseworker_would_use() -> None:
    parts = {part for path in MODULES for part in path.relative_to(ROOT).with_suffix("").parts}
    assert parts & NAMES_THAT_SAY_NOTHING == set()


def test_titles_of_offices_are_data_and_not_code() -> None:
    spoken = [
        f"{name(path)}: {text}"
        for path in MODULES
        for text in spoken_strings(path)
        if TITLES.search(text)
    ]
    assert spoken == []


def test_no_file_names_a_registry_or_a_place_on_one_machine() -> None:
    found = {
        name(path): match.group()
        for path in FILES
        if (match := ADDRESSES.search(text_of(path) or ""))
    }
    assert found == {}


@pytest.mark.parametrize("ignored", ["uv.lock", "pylock.toml", "package-lock.json", "poetry.lock"])
def test_no_lock_file_with_addresses_is_kept(ignored: str) -> None:
    assert ignored not in {path.name for path in FILES}


def test_models_do_not_postpone_their_annotations() -> None:
    # SQLModel reads the annotations of a Relationship when the class is made.
    postponed = "from __future__ import " + "annotations"
    models = [path for path in MODULES if path.relative_to(ROOT).parts[0] == "models"]
    assert [name(path) for path in models if postponed in path.read_text()] == []


def test_every_room_says_what_it_is_for() -> None:
    silent = [
        name(path)
        for path in MODULES
        if path.read_text().strip() and not ast.get_docstring(ast.parse(path.read_text()))
    ]
    assert silent == []
