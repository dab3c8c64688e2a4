"""What was read back, as `section55 read-back` writes it for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.shapes.word import TextKind

if TYPE_CHECKING:
    from models.shapes.word import ReadBack, Span, TextBlock, TrackedChange, WordComment


def as_json(read: ReadBack) -> dict[str, Any]:
    """Return all that was read as plain values; what is not so is left out of blocks and spans."""
    return {
        "stamp": read.stamp and {name: getattr(read.stamp, name) for name in read.stamp.__slots__},
        "blocks": [_block(block) for block in read.blocks],
        "edges": [
            {"kind": edge.kind, "pages": edge.pages, "blocks": [_block(b) for b in edge.blocks]}
            for edge in read.edges
        ],
        "changes": [_change(change) for change in read.changes],
        "comments": [_comment(comment) for comment in read.comments],
        "unmapped": list(read.unmapped),
        "obstacles": list(read.obstacles),
        "findings": [
            {"kind": left.kind.value, "author": left.author, "where": left.where}
            for left in read.left_overs
        ],
    }


def _block(block: TextBlock) -> dict[str, Any]:
    told: dict[str, Any] = {"kind": block.kind.value, "region": block.region, "text": block.text}
    told |= _only_set(
        level=block.level,
        number=block.number,
        language=block.language,
        caption=block.caption,
        note=block.note,
    )
    if block.kind is TextKind.TABLE:
        rows = [[[_block(inner) for inner in cell] for cell in row] for row in block.rows]
        spans = [[list(span) for span in row] for row in block.cell_spans]
        return told | {"header_rows": block.header_rows, "rows": rows} | _only_set(covers=spans)
    return told | {"spans": [_span(span) for span in block.spans]}


def _span(span: Span) -> dict[str, Any]:
    told = _only_set(
        bold=span.bold,
        italic=span.italic,
        underline=span.underline,
        struck=span.struck,
        script=span.script.value,
        link=span.link,
        language=span.language,
        note=span.note,
    )
    if span.picture is not None:
        told["picture"] = {
            "media_type": span.picture.media_type,
            "alternative": span.picture.alternative,
            "decorative": span.picture.decorative,
            "width": span.picture.width,
            "height": span.picture.height,
            "bytes": len(span.picture.data),
        }
    return {"text": span.text, **told}


def _change(change: TrackedChange) -> dict[str, Any]:
    return {
        "kind": change.kind.value,
        "piece": change.piece.value,
        "author": change.author,
        "made_at": change.made_at and change.made_at.isoformat(),
        "words": change.words,
        "around": change.around,
        "region": change.region,
    }


def _comment(comment: WordComment) -> dict[str, Any]:
    return {
        "key": comment.key,
        "author": comment.author,
        "made_at": comment.made_at and comment.made_at.isoformat(),
        "words": comment.words,
        "about": comment.about,
        "around": comment.around,
        "region": comment.region,
        "resolved": comment.resolved,
        "answers": comment.answers,
    }


def _only_set(**values: object) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}
