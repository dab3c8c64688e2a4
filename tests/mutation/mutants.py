"""The mutants of a module, made by mutmut: each one function with one thing in it changed."""

import re
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from pathlib import Path
from typing import Final, NamedTuple

import libcst as cst
from mutmut.mutation import file_mutation
from mutmut.mutation.mutators import mutation_operators, operator_string

SENTENCE: Final = re.compile(r"\w[\w’',;:.)]* +\(?\w")
"""Two words with a blank between: something a person reads."""

REMEMBERED: Final = re.compile(r"^@(?:lru_)?cache(?:\(.*\))?\n", re.MULTILINE)
"""What is remembered from an earlier test would hide a mutant, and mutmut passes it over."""


class Mutant(NamedTuple):
    """One change to one function."""

    path: Path
    function: str
    """As mutmut knows it: `casework.rules.deadlines.x_response_due`."""

    key: str
    diff: tuple[str, ...]
    """The lines that differ, with their signs."""

    @property
    def place(self) -> str:
        """Return the module and the function as its module calls it."""
        name = self.function.rpartition(".")[2].replace("ǁ", ".")
        return f"{self.path}: {name[2:]}"

    @property
    def change(self) -> str:
        """Return what was taken away and what was put in its place, on one line."""
        return f"{_on_one_line(self.diff, '-')} → {_on_one_line(self.diff, '+')}"


def _on_one_line(diff: Iterable[str], sign: str) -> str:
    return " ".join(line[1:].strip() for line in diff if line.startswith(sign))


def _words_of_the_code(node: cst.BaseString) -> Iterable[cst.BaseString]:
    """Change a key, a name, a pattern; never a sentence: other tests hold those word for word."""
    if isinstance(node, cst.SimpleString) and SENTENCE.search(str(node.raw_value)):
        return ()
    return operator_string(node)


def leave_sentences_alone() -> None:
    """Teach mutmut to pass over what is written for people."""
    file_mutation.mutation_operators = [  # type: ignore[attr-defined]
        (kind, _words_of_the_code if change is operator_string else change)
        for kind, change in mutation_operators
    ]


def mutate(path: Path) -> list[Mutant]:
    """Write all mutants of a module into it, asleep, and return them."""
    source = REMEMBERED.sub("", path.read_text(encoding="utf-8"))
    made = file_mutation.mutate_file_contents(str(path), source)
    path.write_text(made.code, encoding="utf-8")
    lines = made.code.splitlines()
    module = ".".join(path.with_suffix("").parts).removesuffix(".__init__")
    return [
        Mutant(path, f"{module}.{function}", f"{module}.{name}", diff)
        for name in made.mutant_names
        for function in [name.partition("__mutmut_")[0]]
        for diff in [tuple(_difference(lines, made, f"{function}__mutmut_orig", name))]
    ]


def _difference(
    lines: list[str], made: file_mutation.MutatedFile, was: str, became: str
) -> Iterator[str]:
    """Yield the lines that differ between a function and its mutant, without the two names."""
    before, after = (
        [line.replace(name, "") for line in lines[span.start - 1 : span.end]]
        for name in (was, became)
        for span in [made.line_span_by_function_name[name]]
    )
    for line in unified_diff(before, after, n=0, lineterm=""):
        if line.startswith(("+", "-")) and not line.startswith(("+++", "---")):
            yield line
