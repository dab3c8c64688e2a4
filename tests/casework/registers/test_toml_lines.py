import tomllib
from collections.abc import Iterator
from pathlib import Path as File
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.registers.toml_lines import Path, line_of, lines_of

TOP = File(__file__).parents[3]

AWKWARD = (
    '''# a remark with = and [brackets]
plain = 1 # and another
"quoted.\\u0041" . below = "x # y ] } \\" z"
[section]
long = """
several = [
""""
literal = \'\'\'
[not.a.section] \'\'
\'\'\'
list = [ # a remark
  1, [2,
  {x = 1, 'y z' = { deep = [1979-05-27 07:32:00, 2 ,] }},
  ], "]",
]
[[entry]]
k = 1
[entry.sub]
z = 'C:\\'
[[entry.inner]]
r = true
[ [entry] ]
'''.replace("[ [entry] ]", "[[entry]]")
    + "k.l = 2\n[[entry.inner]]\nr = 1\n[[entry.inner]]\nr = +inf\n"
)


def every_place(value: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the path of everything the standard library finds in a text."""
    found: Any = ()
    if isinstance(value, dict):
        found = value.items()
    elif isinstance(value, list):
        found = enumerate(value)
    for step, inner in found:
        yield (*path, step)
        yield from every_place(inner, (*path, step))


@pytest.mark.parametrize(
    "text",
    [
        AWKWARD,
        AWKWARD.replace("\n", "\r\n"),
        (TOP / "office.example.toml").read_text(encoding="utf-8"),
        (TOP / "flows/sample_journey/data/office.toml").read_text(encoding="utf-8"),
    ],
    ids=["awkward", "from Windows", "example", "sample"],
)
def test_everything_the_standard_library_finds_has_its_line(text: str) -> None:
    lines = lines_of(text)
    assert set(lines) == set(every_place(tomllib.loads(text)))
    rows = text.splitlines()
    for path, line in lines.items():
        last = path[-1]
        if isinstance(last, str) and not last.startswith("quoted"):
            assert last in rows[line - 1]


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("plain",), 2),
        (("quoted.A", "below"), 3),
        (("section", "long"), 5),
        (("section", "literal"), 8),
        (("section", "list", 1), 12),
        (("section", "list", 1, 1, "y z", "deep", 1), 13),
        (("entry", 0, "sub", "z"), 19),
        (("entry", 1, "k", "l"), 23),
        (("entry", 1, "inner", 1, "r"), 27),
    ],
)
def test_awkward_places_are_told_apart(path: Path, line: int) -> None:
    assert lines_of(AWKWARD)[path] == line


KEYS = st.text(st.sampled_from("ab-_1"), min_size=1, max_size=3)
STRINGS = st.text(st.sampled_from("a \"'[]{}=,#\\"), max_size=6)
LEAVES = st.one_of(st.integers(), st.booleans(), STRINGS, st.dates())
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3)
)


def written(value: Any) -> str:
    """Write a value as TOML, lists over several lines."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            escaped = value.replace("\\", "\\\\").replace('"', '\\"')
            return f'"{escaped}"'
        case list():
            return "[ # ]\n" + "".join(f"{written(inner)},\n" for inner in value) + "]"
        case dict():
            pairs = (f'"{key}" = {written(inner)}' for key, inner in value.items())
            return f"{{{', '.join(pairs)}}}"
        case _:
            return str(value)


@given(st.dictionaries(KEYS, VALUES, max_size=4), st.dictionaries(KEYS, VALUES, max_size=4))
def test_no_sound_text_loses_the_walk(first: dict[str, Any], second: dict[str, Any]) -> None:
    text = "".join(f"{key} = {written(value)}\n" for key, value in first.items())
    for _ in range(2):
        text += "[[zz.entry]]\n"
        text += "".join(f"{key} = {written(value)}\n" for key, value in second.items())
    found = tomllib.loads(text)
    assert set(lines_of(text)) == set(every_place(found))


def test_what_is_missing_has_the_line_of_what_it_is_missing_from() -> None:
    lines = lines_of(AWKWARD)
    assert line_of(lines, ("entry", 1, "nothing", 4)) == 22
    assert line_of(lines, ("nowhere",)) is None
