"""What stands between a response and its signing or publication, and who may let it pass.

An error of a check is waived by name with a reason, a limb of section 55 that
is not kept is explained; both go on the record. The monitoring officer may
override any other block with one sentence, save what no word of theirs can
mend: what was not written, what cannot be made, what is not theirs to open.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from models.excuses import ExcuseKind

KEY: Final = 8
"""Signs of a key: enough to tell the blocks of one case apart, few enough to be typed."""


@dataclass(frozen=True, slots=True)
class Block:
    """One thing in the way, in one sentence."""

    kind: str
    """What sort of thing it is: `date`, `region`, `check placeholder`, `limb 55(4)`."""
    words: str
    about: str = ""
    """What tells it from others of its kind, where the sentence may change and it stays."""
    let_pass: ExcuseKind | None = ExcuseKind.OVERRIDE
    """The least that lets it pass; None: nothing does, it must be put right."""

    @property
    def key(self) -> str:
        """Return what names it: the same for the same thing, whenever it is asked for."""
        about = " ".join(self.about.split()) or " ".join(self.words.split())
        return sha256(f"{self.kind}\n{about}".encode()).hexdigest()[:KEY]

    @property
    def line(self) -> str:
        """Return it as a line for people, with its key where somebody may let it pass by it."""
        return self.words if self.let_pass is None else f"{self.words} [{self.key}]"

    def passes_by(self, kind: ExcuseKind) -> bool:
        """Return whether an excuse of this kind lets it pass."""
        if self.let_pass is None:
            return False
        return kind in {self.let_pass, ExcuseKind.OVERRIDE}


def still_standing(
    blocks: Iterable[Block], excused: Collection[tuple[str, ExcuseKind]]
) -> list[Block]:
    """Return the blocks that nobody let pass; `excused` holds (key, kind) of each excuse."""
    return [
        block
        for block in blocks
        if not any(key == block.key and block.passes_by(kind) for key, kind in excused)
    ]


def block_with(blocks: Iterable[Block], key: str) -> Block | None:
    """Return the block of this key, if it stands."""
    wanted = key.strip().lower()
    return next((block for block in blocks if block.key == wanted), None)
