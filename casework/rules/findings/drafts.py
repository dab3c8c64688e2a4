"""The findings of one labelled region, before they are numbered, addressed and dated."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from casework.rules.findings.deadlines import deadline_of
from casework.rules.findings.regions import Region
from casework.rules.findings.wording import (
    goes_on,
    introduces,
    is_directive,
    is_sentence,
    is_stem,
    states_a_fault,
)
from models.shapes.reading import Block, BlockKind
from models.words import DeadlineKind, FindingClass


@dataclass(slots=True)
class Draft:
    """A finding in the making."""

    klass: FindingClass
    at: int
    head: Block
    number: str | None = None
    lines: list[str] = field(default_factory=list)
    narrative: list[str] = field(default_factory=list)
    parent: "Draft | None" = None
    label_names: str = ""
    """The words of the label, heading or column that may name an addressee."""
    due: str = ""
    """The words of a column that says by when."""
    from_item: bool = False

    @property
    def text(self) -> str:
        """Return the finding's words, bullets on lines of their own."""
        return "\n".join([self.head.text.strip(), *self.lines])

    @property
    def waits(self) -> bool:
        """Return whether the last line is a stem that bullets complete."""
        return is_stem(self.lines[-1] if self.lines else self.head.text)


class RegionReader:
    """Reads the blocks of one region one after the other."""

    def __init__(
        self,
        region: Region,
        blocks: Sequence[Block],
        *,
        recommends_below: bool,
        numbered: AbstractSet[int] = frozenset(),
    ) -> None:
        """Take the region; say whether a "Recommendations" label follows its cause of concern.

        `numbered` holds the positions of counted paragraphs ("3.14 The force …").
        """
        self._numbered = numbered
        self._region = region
        self._label = region.label
        self._klass = region.label.klass or FindingClass.RECOMMENDATION
        self._content = self._content_of(blocks)
        self._recommends_below = recommends_below
        self._has_bold = any(_is_bold_sentence(block) for _, block in self._content)
        self._last_directive = max(
            (n for n, (_, block) in enumerate(self._content) if is_directive(block.text)),
            default=-1,
        )
        self._takes_bullets = False
        self._stopped = False
        self._cause: Draft | None = None
        self.drafts: list[Draft] = []
        self.used: set[int] = {region.start}
        """Positions of the blocks that were read as part of a finding."""

    def read(self) -> list[Draft]:
        """Return the region's findings in order."""
        for place, (at, block) in enumerate(self._content):
            if block.kind is BlockKind.HEADING and not _is_bold_sentence(block):
                self._section()
            elif not self._stopped:
                self._block(at, block, place)
                if not self._stopped:
                    self.used.add(at)
        return self.drafts

    def _content_of(self, blocks: Sequence[Block]) -> list[tuple[int, Block]]:
        region = self._region
        content = [(at, blocks[at]) for at in range(region.start + 1, region.end)]
        if region.label.text:
            opening = Block(BlockKind.PARAGRAPH, region.label.text)
            content.insert(0, (region.start, opening))
        return [(at, block) for at, block in content if block.kind is not BlockKind.TABLE]

    @property
    def _open(self) -> Draft | None:
        return self.drafts[-1] if self.drafts else None

    def _section(self) -> None:
        """Begin anew below a sub-heading of the region."""
        self._stopped = False
        self._takes_bullets = False

    def _block(self, at: int, block: Block, place: int) -> None:
        if self._open is None or (self._region.ambient and self._begins_section(place)):
            self._first(at, block, place)
        elif _is_bold_sentence(block):
            self._bold(at, block)
        elif block.kind is BlockKind.ITEM:
            self._item(at, block)
        else:
            self._paragraph(at, block)

    def _begins_section(self, place: int) -> bool:
        return place > 0 and self._content[place - 1][1].kind is BlockKind.HEADING

    def _first(self, at: int, block: Block, place: int) -> None:
        """Begin with the first finding, past a sentence that merely leads to it."""
        if self._is_introduction(block, place):
            return
        if self._region.ambient and not is_directive(block.text):
            return
        self._begin(at, block)

    def _is_introduction(self, block: Block, place: int) -> bool:
        if self._is_preface(block, place):
            return True
        if is_directive(block.text) and not _announces(block.text):
            return False
        if block.kind is BlockKind.ITEM or (block.emphasised and is_sentence(block.text)):
            return False
        if self._klass is FindingClass.CAUSE_OF_CONCERN:
            follows = place + 1 < len(self._content)
            return self._label.plural and is_stem(block.text) and follows
        return self._label.plural and place < self._last_directive

    def _is_preface(self, block: Block, place: int) -> bool:
        """Return whether a chapter of recommendations begins with words about them."""
        if self._klass is not FindingClass.RECOMMENDATION or not self._label.plural:
            return False
        opens = block.kind is BlockKind.PARAGRAPH and not (place == 0 and self._label.text)
        return opens and not block.emphasised and introduces(block.text)

    def _begin(self, at: int, block: Block, klass: FindingClass | None = None) -> None:
        first = not self.drafts
        draft = Draft(
            klass or self._klass,
            at,
            block,
            number=self._label.number if first else None,
            label_names=self._label.addressee,
            from_item=block.kind is BlockKind.ITEM,
        )
        self.drafts.append(draft)
        if draft.klass is FindingClass.CAUSE_OF_CONCERN:
            self._cause = draft
        self._takes_bullets = is_stem(block.text)

    def _bold(self, at: int, block: Block) -> None:
        draft = self.drafts[-1]
        goes_on_in_bold = (
            not self._label.plural
            and draft.head.emphasised
            and not draft.lines
            and not draft.narrative
            and not is_directive(block.text)
        )
        if goes_on_in_bold or goes_on(block.text):
            draft.lines.append(block.text.strip())
        elif self._klass is FindingClass.CAUSE_OF_CONCERN and not self._label.plural:
            self._under_cause(at, block)
        else:
            self._begin(at, block)

    def _item(self, at: int, block: Block) -> None:
        draft = self.drafts[-1]
        if draft.narrative and self._is_next_bold_item(draft, block):
            self._begin(at, block)
        elif self._is_explained_by(draft, block):
            draft.narrative.append(block.text.strip())
        elif self._is_next_in_list(draft, block):
            self._begin(at, block)
        else:
            draft.lines.append(block.text.strip())

    def _is_explained_by(self, draft: Draft, block: Block) -> bool:
        """Return whether the item belongs to the reasons below a finding, not to its words."""
        if self._takes_bullets or draft.waits:
            return False
        told = draft.head.emphasised and not draft.from_item and not draft.lines
        return bool(draft.narrative) or (
            told and not block.emphasised and block.text[:1].isupper() and block.text.endswith(".")
        )

    @staticmethod
    def _is_next_bold_item(draft: Draft, block: Block) -> bool:
        """Return whether a list goes on in which each finding is bold and then explained."""
        both = draft.from_item and draft.head.emphasised and block.emphasised
        return both and block.level <= draft.head.level

    def _is_next_in_list(self, draft: Draft, block: Block) -> bool:
        if draft.from_item:
            return block.level <= draft.head.level
        return (
            self._label.plural
            and not self._takes_bullets
            and not draft.waits
            and is_directive(block.text)
        )

    def _paragraph(self, at: int, block: Block) -> None:
        draft = self.drafts[-1]
        text = block.text.strip()
        if self._klass is FindingClass.CAUSE_OF_CONCERN and not self._has_bold_below(draft):
            self._under_cause(at, block)
        elif self._is_body_again(at, draft, text):
            self._stopped = True
        elif draft.head.emphasised and not self._takes_bullets:
            draft.narrative.append(text)
        elif self._takes_bullets and text[:1].islower():
            draft.lines.append(text)
        elif goes_on(text) or (
            not self._label.plural and not is_directive(draft.text) and is_directive(text)
        ):
            draft.lines.append(text)
            self._takes_bullets = is_stem(text)
        elif self._label.plural and is_directive(text) and is_directive(text.split(". ")[0] + "."):
            self._begin(at, block)
        else:
            self._after(draft, text)

    def _is_body_again(self, at: int, draft: Draft, text: str) -> bool:
        """Return whether the next counted paragraph is the report's text, not the finding's."""
        if at not in self._numbered or draft.at not in self._numbered:
            return False
        return not goes_on(text) and not (self._label.plural and is_directive(text))

    def _has_bold_below(self, draft: Draft) -> bool:
        return (
            draft.klass is FindingClass.CAUSE_OF_CONCERN and self._label.plural and self._has_bold
        )

    def _after(self, draft: Draft, text: str) -> None:
        """Take a paragraph that is no finding: the box's explanation, or the body text again."""
        self._takes_bullets = False
        explains = self._region.in_box or (
            not self._label.plural and self._klass is not FindingClass.RECOMMENDATION
        )
        if explains:
            draft.narrative.append(text)
        else:
            self._stopped = True

    def _under_cause(self, at: int, block: Block) -> None:
        """Take a paragraph below a cause of concern: a recommendation, or its reasons."""
        dated = deadline_of(block.text, None).kind is not DeadlineKind.NONE
        asks = is_directive(block.text) and (is_stem(block.text) or block.emphasised or dated)
        draft = self.drafts[-1]
        if asks and not self._recommends_below:
            self._begin(at, block, FindingClass.RECOMMENDATION)
            self.drafts[-1].parent = self._cause
        else:
            draft.narrative.append(block.text.strip())


def _is_bold_sentence(block: Block) -> bool:
    is_text = block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}
    return (
        is_text
        and (block.emphasised or block.kind is BlockKind.HEADING)
        and (
            is_sentence(block.text)
            or (block.kind is BlockKind.PARAGRAPH and states_a_fault(block.text))
        )
    )


def _announces(text: str) -> bool:
    """Return whether the sentence only leads to what follows ("Forces should act on these:")."""
    lowered = text.lower()
    return is_stem(text) and ("following recommendation" in lowered or "following area" in lowered)
