"""A plain, honest Word file, and the ways in which the corpus changes it."""

from __future__ import annotations

from casework.documents.packing import deflated, pack, pack_parts, stored, unpack
from tests.casework.documents.raw_word import OFFICE, para, word_file

TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
DOCUMENT_RELATIONS = "word/_rels/document.xml.rels"
PACKAGE_RELATIONS = "_rels/.rels"
SETTINGS = "word/settings.xml"
W_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN_TYPE = f"{W_TYPE}.document.main+xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
BODY = para("Our response", "Heading1") + para("We accept every recommendation of the report.")
PLAIN = unpack(word_file(BODY))
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(64))


def packed(parts: dict[str, bytes]) -> bytes:
    """Return the Word file of these parts."""
    return pack_parts(parts)


def with_parts(more: dict[str, bytes], base: bytes | None = None) -> bytes:
    """Return a plain file with these parts added or put in place of its own."""
    return packed({**(unpack(base) if base else PLAIN), **more})


def loose(data: bytes) -> bytes:
    """Return a Word file with its parts not packed: what repeats itself is then no bomb."""
    return pack((name, stored(part)) for name, part in unpack(data).items())


def with_entry(name: str, part: bytes = b"<a/>") -> bytes:
    """Return a plain file and one more entry, whose name no honest writer would give."""
    return pack([(n, deflated(p)) for n, p in [*PLAIN.items(), (name, part)]])


def changed(part: str, old: str, new: str, base: bytes | None = None) -> bytes:
    """Return a plain file in one part of which some words are others."""
    text = (unpack(base) if base else PLAIN)[part].decode()
    assert old in text, f"{part} holds no {old}"
    return with_parts({part: text.replace(old, new, 1).encode()}, base)


def body(xml: str) -> bytes:
    """Return a plain file with this at the end of its text."""
    return changed(DOCUMENT, "<w:sectPr>", f"{xml}<w:sectPr>")


def said(words: str, look: str = "", paragraph: str = "") -> bytes:
    """Return a plain file with one more paragraph that looks like this."""
    run = f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'
    return body(f"<w:p><w:pPr>{paragraph}</w:pPr>{run}</w:p>")


def relation(
    kind: str, target: str, mode: str = "External", where: str = DOCUMENT_RELATIONS
) -> str:
    """Return one more relation, as XML."""
    assert where
    full = kind if ":" in kind else f"{OFFICE}/{kind}"
    return f'<Relationship Id="rIdMore" Type="{full}" Target="{target}" TargetMode="{mode}"/>'


def related(kind: str, target: str, mode: str = "External", base: bytes | None = None) -> bytes:
    """Return a plain file whose document is related to something more."""
    end = "</Relationships>"
    return changed(DOCUMENT_RELATIONS, end, relation(kind, target, mode) + end, base)


def relations_of(part: str, kind: str, target: str, mode: str = "External") -> bytes:
    """Return a plain file in which another part than the document is related to something."""
    folder, _, name = part.rpartition("/")
    rels = f'<Relationships xmlns="{RELATIONS}">{relation(kind, target, mode)}</Relationships>'
    return with_parts({f"{folder}/_rels/{name}.rels": rels.encode()})


def typed(name: str, kind: str, part: bytes, base: bytes | None = None) -> bytes:
    """Return a plain file with one more part of this content type."""
    override = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
    return with_parts({name: part}, changed(TYPES, "</Types>", override, base))


def belonging(name: str, kind: str, link: str, part: str | bytes) -> bytes:
    """Return a plain file with one more part: with its type, its relation and its content."""
    whole = part.encode() if isinstance(part, str) else part
    return related(link, f"/{name}", "Internal", typed(name, kind, whole))


def story(kind: str, inner: str) -> bytes:
    """Return a plain file with one more part of words: `header`, `footnotes`, `comments`."""
    tag = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
    return belonging(
        f"word/{kind}9.xml", f"{W_TYPE}.{kind}+xml", kind, f"<w:{tag} {W}>{inner}</w:{tag}>"
    )


def settings(inner: str) -> bytes:
    """Return a plain file with these settings."""
    return belonging(SETTINGS, f"{W_TYPE}.settings+xml", "settings",
                     f"<w:settings {W}>{inner}</w:settings>")  # fmt: skip


def simple_field(instruction: str) -> str:
    """Return a paragraph with a field kept in one element."""
    return f'<w:p><w:fldSimple w:instr="{instruction}"/></w:p>'


def pieces(*runs: str) -> str:
    """Return a paragraph with a field whose instruction is spread over these runs."""
    return paragraph(begin(), *(instruction(each) for each in runs), end())


def paragraph(*runs: str) -> str:
    """Return a paragraph of these runs."""
    return f"<w:p>{''.join(runs)}</w:p>"


def begin() -> str:
    """Return the run that begins a field."""
    return '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'


def end() -> str:
    """Return the run that ends a field."""
    return '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def instruction(words: str, tag: str = "instrText") -> str:
    """Return a run with a piece of a field's instruction."""
    return f'<w:r><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'
