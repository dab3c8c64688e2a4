"""Papers in Word beside the response, its Welsh file, and how the response is worded."""

from dataclasses import asdict
from typing import Annotated, Final, Literal

from fastapi import APIRouter
from pydantic import Field
from starlette.responses import Response

from casework.colleagues import hand_back_welsh
from casework.companion_letters import KINDS, Wish, make_letter
from casework.drafting import choose_document, switch_wording, welsh_twin
from casework.errors import NotFoundError, RefusedInputError
from casework.record.bytes import fetch
from casework.record.desk import found
from casework.record.document_types import blocks_of, type_of, types_offered
from casework.record.dossier import dossier
from casework.record.papers import current_version, find_document
from casework.record.since import head_of
from models import Document
from models.shapes.blocks import BLOCK_NAMES
from models.words import DocumentType, Language
from web.api import shapes_beside as shapes
from web.api.callers import Calling
from web.api.changes import Changing, Saying, Told, done, quoted
from web.api.document import an_act, gives, looks
from web.api.files import FileName, a_file, a_name, given
from web.api.rooms.submissions import WHICH
from web.api.words import BIGGEST, Day, Key, Line, Number, Reference, Sent
from web.case_file import looking_at
from web.files import WORD
from web.paper_list import paper_name, papers_of

router = APIRouter(prefix="/cases/{reference}")
WordFile = Annotated[bytes, a_file(WORD)]
Tongue = Annotated[Literal["en", "cy"], Field(description="Welsh where the office writes in it.")]
EVERY_KIND: Final = ", ".join(KINDS)
TONGUES: Final = {"en": Language.ENGLISH, "cy": Language.WELSH}
NO_WELSH = "This office writes in English alone: it has no Welsh file."
AS_PROPOSAL = " The Word file has been edited since: the change waits there, to take or to leave."


class PaperSent(Sent):
    """Which letter, form or page is to be made."""

    kind: Annotated[Line, Field(examples=["fact-check"], description=EVERY_KIND)]
    due: Annotated[Day | None, Field(description="The day it names, where it names one.")] = None
    version: Annotated[int, Field(ge=0, le=BIGGEST, description="Of the response.")] = 0
    force: Annotated[Line, Field(description=WHICH)] = ""
    language: Tongue = "en"


class DocumentSent(Sent):
    """The type of document a response is written as."""

    name: Annotated[Line, Field(min_length=1, examples=["response-thematic"])]


class BlockSent(Sent):
    """Whether a block of wording stands in this response."""

    on: bool
    language: Tongue = "en"


@router.get("/papers", summary="The papers", **looks())
def papers(call: Calling, reference: Reference, answer: Response) -> list[shapes.PaperTold]:
    """List the letters, forms and pages in Word that were made for a case."""
    with looking_at(call.visit, reference) as (session, case):
        rows = papers_of(session, case)
        answer.headers["etag"] = quoted(head_of(session, case))
    return [
        shapes.PaperTold(
            number=found(row.id),
            type=row.type,
            language=row.language,
            version=latest.number,
            sha256=latest.sha256,
            file_name=paper_name(case, row),
        )
        for row, latest in rows
    ]


@router.get("/papers/{number}/file", summary="Download a paper", **gives(WORD))
def paper(call: Calling, reference: Reference, number: Number) -> Response:
    """Give a paper out in Word."""
    with looking_at(call.visit, reference) as (session, case):
        for row, latest in papers_of(session, case):
            if row.id == number:
                data, head = fetch(session, latest.sha256), head_of(session, case)
                return given(data, paper_name(case, row), WORD, head)
    raise NotFoundError("There is no such paper of this case: look at its papers.")


@router.post("/papers", summary="Make a paper", **an_act("make_letter"))
def made(change: Saying, sent: PaperSent) -> Response:
    """Make a letter, a form or a page for a person to read and to send: nothing is sent."""
    here = change.visit

    def deed() -> Told:
        if sent.kind not in KINDS:
            raise RefusedInputError(f"There is no letter “{sent.kind}”: there are {EVERY_KIND}.")
        version = sent.version if KINDS[sent.kind].version else 0
        wish = Wish(sent.kind, sent.due, version, sent.force, TONGUES[sent.language])
        lines = make_letter(here.record, change.hand(), change.reference, here.doors.library, wish)
        same = all(line.endswith("unchanged") for line in lines)
        return Told("It was there already, the same." if same else "It is made. Nothing was sent.")

    return done(change, deed)


@router.get("/welsh/file", summary="Download the Welsh file", **gives(WORD))
def welsh_file(call: Calling, reference: Reference) -> Response:
    """Give the Welsh file out: as it came back last, else as the record has it now."""
    here = call.visit
    if here.visitor.settings.welsh is None:
        raise NotFoundError(NO_WELSH)
    with looking_at(here, reference) as (session, case):
        document = find_document(session, case, language=Language.WELSH)
        row = current_version(session, document) if document else None
        data, head = fetch(session, row.sha256) if row else b"", head_of(session, case)
    whole = data or welsh_twin(here.record, case.reference, here.doors.library)
    return given(whole, f"{case.reference}-welsh.docx", WORD, head)


@router.post("/welsh", summary="Hand the Welsh file in", **an_act("hand_back_welsh", WORD))
def welsh(change: Changing, data: WordFile, name: FileName) -> Response:
    """Take the checked Welsh file back."""

    def deed() -> Told:
        record, hand = change.visit.record, change.hand()
        number = hand_back_welsh(record, hand, change.reference, data, a_name(name))
        if not number.isdecimal():
            return Told("This is the file as it came back before: nothing has changed.")
        return Told(f"It is kept as version {number} of the Welsh file.", int(number))

    return done(change, deed)


@router.get("/wording", summary="How it is worded", **looks())
def wording(call: Calling, reference: Reference, answer: Response) -> shapes.WordingTold:
    """Tell the type of the document, those it could be, and which blocks of wording stand in it."""
    here, library = call.visit, call.visit.doors.library
    with looking_at(here, reference) as (session, case):
        document = find_document(session, case) or Document(
            office_id=case.office_id, case_id=case.id or 0, type=DocumentType.RESPONSE
        )
        present = type_of(here.visitor.settings, dossier(session, case), document)
        answer.headers["etag"] = quoted(head_of(session, case))
    offered = types_offered(here.visitor.settings, library, document, present)
    stand = asdict(blocks_of(here.record, case.reference, library, Language.ENGLISH))
    return shapes.WordingTold(
        document=present,
        documents=[one.name for one in offered],
        blocks={name: stand[name] for name in BLOCK_NAMES},
    )


@router.put("/wording/document", summary="Choose its type", **an_act("choose_document"))
def document_chosen(change: Saying, sent: DocumentSent) -> Response:
    """Choose the type of document the response is written as."""
    here = change.visit

    def deed() -> Told:
        library = here.doors.library
        choose_document(here.record, change.hand(), change.reference, sent.name, library)
        return Told("The type is chosen. The next draft is written as it.", key=sent.name)

    return done(change, deed)


@router.put("/wording/blocks/{block}", summary="Switch a block", **an_act("switch_wording"))
def switched(change: Saying, block: Key, sent: BlockSent) -> Response:
    """Switch a block of wording on or off in this response alone."""
    here = change.visit

    def deed() -> Told:
        said, tongue = (change.reference, block, here.doors.library), TONGUES[sent.language]
        hand = change.hand()
        waits = switch_wording(here.record, hand, *said, on=sent.on, language=tongue)
        how = "stands" if sent.on else "no longer stands"
        return Told(f"{block} {how} in the response." + AS_PROPOSAL * waits, key=block)

    return done(change, deed)
