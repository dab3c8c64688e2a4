"""Who somebody at a force says they are: what is needed of it, and what is refused."""

from collections.abc import Iterator
from dataclasses import dataclass

LONGEST_LINE = 200
"""Characters of a name, a rank or an address."""
LONGEST_WORDS = 20_000
"""Characters of one point, or of a reason."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Somebody who uses a link, in their own words: nobody here has checked them."""

    name: str
    rank: str
    email: str

    @classmethod
    def of(cls, name: str, rank: str, email: str) -> "Teller":
        """Return the teller with every line made plain."""
        return cls(one_line(name), one_line(rank), one_line(email))

    @property
    def named(self) -> str:
        """Return name and rank as one line."""
        return f"{self.name} ({self.rank})"

    def faults(self) -> Iterator[tuple[str, str]]:
        """Yield (field, sentence) for each line that is missing or cannot be right."""
        lines = (("name", self.name), ("rank", self.rank), ("email", self.email))
        for field, line in lines:
            if len(line) > LONGEST_LINE:
                yield field, f"This is longer than {LONGEST_LINE} characters: shorten it."
        if not self.name:
            yield "name", "Enter your name."
        if not self.rank:
            yield "rank", "Enter your rank or role."
        before, at, after = self.email.partition("@")
        if not (before and at and "." in after) or " " in self.email:
            yield "email", "Enter your e-mail address at work, as in a.marsh@force.example."


def one_line(typed: str) -> str:
    """Return what was typed as one line, without signs that cannot be seen."""
    return " ".join("".join(c if c.isprintable() else " " for c in typed).split())


def some_lines(typed: str) -> str:
    """Return what was typed with its lines, without signs that cannot be seen."""
    lines = typed.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    seen = ("".join(c if c.isprintable() else " " for c in line).strip() for line in lines)
    return "\n".join(seen).strip()
