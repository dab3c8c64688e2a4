"""Whatever happens to the bytes of a Word file, the gate gives a verdict and nothing else."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.documents.gate.inspection import judged
from casework.documents.gate.refusal import RefusedError
from casework.documents.packing import pack_parts, unpack
from tests.casework.documents.raw_word import item, para
from tests.hostile import corpus
from tests.hostile.plain import (
    PLAIN,
    STYLES,
    W,
    begin,
    body,
    loose,
    packed,
    simple_field,
    with_parts,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.shapes.word import GateReport

ODD = tuple(
    sample.make() for sample in corpus() if sample.room in {"left_over", "other_programs", "fields"}
)
PIECES = (
    b"<w:p>", b"</w:p>", b"<w:ins/>", b"<w:shd/>", b"<w:color/>", b"<w:highlight/>", b"<w:sz/>",
    b'<w:sz w:val="\xc2\xb2"/>', b'<w:spacing w:line="x" w:lineRule="exact"/>', b"&#x41;", b"\0",
    b'<w:fldChar w:fldCharType="end"/>', b'<w:fldSimple w:instr="HYPERLINK http://["/>',
    b"<w:showingPlcHdr/>", b"<!-- -->", b"<?a b?>", b"<x:y xmlns:x='z'/>", b'Target="http://[x"',
    b'TargetMode="External"', b"<w:t>[</w:t>", b"<w:comment/>", b"<w:style/>", b"<w:basedOn/>",
    b"<Override/>", b"<Default/>", b"<Relationship/>", b"<w:rsids/>", b'w:val="-"',
)  # fmt: skip


def verdict(data: bytes) -> GateReport | None:
    """Return the report on a file, None for one refused outright; anything else is a fault."""
    try:
        report = judged(data)
    except RefusedError:
        return None
    assert report.accepted != bool(report.blocked)
    return report


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_bytes_that_flip_give_a_verdict(data: st.DataObject) -> None:
    damaged = bytearray(data.draw(st.sampled_from(ODD)))
    for _ in range(data.draw(st.integers(1, 20))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    verdict(bytes(damaged))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(ODD), st.integers(0, 4000), st.integers(0, 4000), st.binary(max_size=40))
def test_a_file_cut_and_glued_gives_a_verdict(data: bytes, cut: int, on: int, glue: bytes) -> None:
    verdict(data[:cut] + glue + data[on:])


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_parts_with_pieces_put_in_and_bytes_taken_out_give_a_verdict(data: st.DataObject) -> None:
    parts = unpack(data.draw(st.sampled_from(ODD)))
    for _ in range(data.draw(st.integers(1, 6))):
        name = data.draw(st.sampled_from(sorted(parts)))
        part = parts[name]
        # Most pieces go where an element may stand, so that the part is still XML.
        ends = [at + 1 for at, sign in enumerate(part) if sign == ord(">")] or [0]
        start = data.draw(st.sampled_from(ends) | st.integers(0, len(part)))
        gone = data.draw(st.just(0) | st.integers(0, 30))
        piece = data.draw(st.sampled_from(PIECES))
        parts[name] = part[:start] + piece + part[start + gone :]
    verdict(pack_parts(parts))


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.text(max_size=30), st.binary(max_size=60), max_size=6))
def test_parts_of_any_name_and_content_give_a_verdict(more: dict[str, bytes]) -> None:
    names = {name: part for name, part in more.items() if len(name.encode("utf-8", "replace"))}
    try:
        data = packed({**PLAIN, **names})
    except UnicodeEncodeError:
        return  # no zip can hold a name of half a sign
    verdict(data)


def styles(count: int) -> bytes:
    rows = "".join(
        f'<w:style w:styleId="S{n}"><w:basedOn w:val="S{n + 1}"/></w:style>' for n in range(count)
    )
    return with_parts({STYLES: f"<w:styles {W}>{rows}</w:styles>".encode()})


GROWING: dict[str, Callable[[int], bytes]] = {
    "styles based on styles": lambda size: styles(size * 2),
    "open brackets": lambda size: body(para("[" + "_" * size * 10) + para("[to be " * size)),
    "marks of change without words": lambda size: loose(body(f"<w:p>{'<w:ins/>' * size}</w:p>")),
    "pieces of one field": lambda size: loose(
        body(f"<w:p>{begin()}{'<w:instrText>x</w:instrText>' * size}</w:p>")
    ),
    "items of a list": lambda size: loose(body(item("The force should improve.", 1) * (size // 8))),
    "links": lambda size: loose(body(f"<w:p>{simple_field('HYPERLINK ' + 'x ' * size)}</w:p>")),
}


@pytest.mark.parametrize("make", GROWING.values(), ids=GROWING)
def test_what_is_eight_times_as_long_takes_no_sixty_fourfold_time(
    make: Callable[[int], bytes],
) -> None:
    short, long = make(4_000), make(32_000)
    assert _seconds(long) < 24 * _seconds(short)


def _seconds(data: bytes) -> float:
    def once() -> float:
        begun = time.process_time()
        verdict(data)
        return time.process_time() - begun

    return min(once() for _ in range(4))
