"""How a case stands by law, and what its response promises, as other systems are told."""

from datetime import date, datetime

from pydantic import Field

from models.words import Light
from web.api.shapes import Shape


class ReceiptTold(Shape):
    """Something that proves a limb."""

    words: str
    address: str = Field(description="Where it can be looked at; empty: it is only told.")


class LimbTold(Shape):
    """One limb of section 55."""

    section: str = Field(examples=["55(5A)"])
    about: str = Field(description="The force or recipient it concerns; empty: the whole case.")
    duty: str
    asked: str = Field(description="What the section asks, in short: no quotation.")
    light: Light
    proof: str = Field(description="What proves it; or “Not engaged, because …”.")
    receipts: list[ReceiptTold]
    reason: str = Field(description="Why it was let pass though not kept, in somebody’s words.")
    with_whom: str = Field(description="Whoever has to do something now; empty: nobody.")


class LawfulnessTold(Shape):
    """Every limb of section 55 for one case, as at one moment."""

    reference: str
    as_at: datetime
    version: str = Field(description="Which text it is about, in words.")
    published: date
    provisional: bool
    last_day: date
    limbs: list[LimbTold]


class PromiseTold(Shape):
    """Something a response promises by a day."""

    reference: str
    title: str = Field(description="Of the report.")
    words: str
    by_whom: str
    day: date
    raw: str = Field(description="The day as the response writes it.")
    assumed: bool = Field(description="The last day the words can mean was taken.")
    findings: list[str] = Field(description="Keys of the findings it answers.")
    past: bool


class PromisesTold(Shape):
    """The ledger of promises of one response, the soonest first."""

    version: int = Field(description="0: nothing is written yet.")
    promises: list[PromiseTold]


class PublicPromisesTold(Shape):
    """What the public responses within reach promise, the soonest first."""

    promises: list[PromiseTold]
    unread: int = Field(description="Older responses that the next request will read.")
