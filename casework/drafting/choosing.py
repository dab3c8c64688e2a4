"""What a response looks like: its type of document, and its blocks of wording."""

import json
from difflib import get_close_matches

from casework.documents.descriptions import DocumentDescription
from casework.drafting.answering import OPEN_FOR_ANSWERS
from casework.errors import NotAllowedError, RefusedInputError, SettingsError
from casework.record.acts import act
from casework.record.desk import Desk, spoken
from casework.record.document_types import manner_of, type_of
from casework.record.dossier import dossier
from casework.record.drafts import was_handed_in
from casework.record.letters import Library
from casework.record.papers import document_of
from models import Case, Document
from models.shapes.blocks import BLOCK_NAMES
from models.words import Language


@act("choose_document")
def choose_document(
    desk: Desk,
    reference: str,
    name: str,
    library: Library,
) -> str:
    """Choose the type of document a response is written as. Returns its name.

    Refused once somebody has handed an edit in: what people have written
    stands in the places of one type, and no other has them all.
    """
    case = _case(desk, reference)
    document = document_of(desk, case)
    chosen = _described(name, library)
    if (chosen.type, chosen.language) != (document.type.value, document.language.value):
        message = (
            f"{name} is no type for this document: it is for {spoken(chosen.type)} in "
            f"{chosen.language}. `section55 documents` lists the types there are."
        )
        raise RefusedInputError(message)
    if name == document.template:
        return name
    present = type_of(desk.settings, dossier(desk.session, case), document)
    if name != present and name in desk.settings.documents.switched_off:
        message = f"{name} is switched off by the office’s administrator: choose another type."
        raise NotAllowedError(message)
    if name != present and was_handed_in(desk, document):
        message = (
            f"People have edited the Word file of {case.reference}: its type stays {present}, "
            "because their words stand in it."
        )
        raise NotAllowedError(message)
    document.template = name
    desk.note("document_chosen", case, document=document.id, template=name)
    desk.wake("draft-response", case)
    return name


@act("switch_wording")
def switch_wording(
    desk: Desk,
    reference: str,
    block: str,
    library: Library,
    *,
    on: bool,
    language: Language = Language.ENGLISH,
) -> bool:
    """Switch a block of wording on or off in this response alone.

    Returns whether the change comes as a merge proposal, because people have
    edited the Word file since.
    """
    case = _case(desk, reference)
    _check_block(block)
    document = document_of(desk, case, language=language)
    if _stands(desk, case, document, library, block) != on:
        document.wording = json.dumps(json.loads(document.wording) | {block: on}, sort_keys=True)
        desk.note("wording_switched", case, document=document.id, block=block, on=on)
        desk.wake("draft-response", case)
    return was_handed_in(desk, document)


def _case(desk: Desk, reference: str) -> Case:
    case = desk.open_case(reference)
    if case.stage not in OPEN_FOR_ANSWERS:
        message = (
            f"{case.reference} is {spoken(case.stage)}: send it back before its look changes, "
            "because signatures bind it."
        )
        raise NotAllowedError(message)
    return case


def _described(name: str, library: Library) -> DocumentDescription:
    plain = name.replace("-", "").isalnum() and name.isascii()
    try:
        if plain:
            return library.template(name).description
    except SettingsError as fault:
        raise RefusedInputError(f"{fault} `section55 documents` lists the types.") from fault
    message = f"“{name}” is no document type: `section55 documents` lists those there are."
    raise RefusedInputError(message)


def _check_block(block: str) -> None:
    if block not in BLOCK_NAMES:
        near = get_close_matches(block, BLOCK_NAMES, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(BLOCK_NAMES)}."
        raise RefusedInputError(f"There is no block of wording “{block}”: {hint}")


def _stands(desk: Desk, case: Case, document: Document, library: Library, block: str) -> bool:
    description = library.template(
        type_of(desk.settings, dossier(desk.session, case), document)
    ).description
    return bool(getattr(manner_of(desk.settings, document, description).blocks, block))
