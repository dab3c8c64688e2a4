"""The page that shows who may do what, written from the table of powers itself."""

from collections.abc import Iterable

from casework.rules.powers import ANY_STAGE, NOT_ENDED, Power
from casework.rules.powers_of_the_office import OF_THE_OFFICE
from casework.rules.powers_on_a_case import ON_A_CASE
from casework.rules.powers_with_others import WITH_OTHERS
from models.words import WAYS_OUT, Role, Stage

SHORT = {
    Role.POLICY_OFFICER: "Pol",
    Role.HEAD_OF_POLICY: "Head",
    Role.CHIEF_EXECUTIVE: "CE",
    Role.MONITORING_OFFICER: "MO",
    Role.FINANCE_OFFICER: "Fin",
    Role.COMMUNICATIONS: "Com",
    Role.SIGNATORY: "Sig",
    Role.DEPUTY_SIGNATORY: "Dep",
    Role.PRIVATE_OFFICE: "Priv",
    Role.TRANSLATOR: "Tran",
    Role.ADMINISTRATOR: "Adm",
    Role.SERVICE: "Serv",
}
NAMED_STAGES = (
    (ANY_STAGE, "any"),
    (NOT_ENDED, "any until it ends"),
    (WAYS_OUT, "ended by a way out"),
)
HEAD = """\
# Who may do what, and at which stages

This page is printed from the table in `casework/rules/` (`powers_on_a_case.py`,
`powers_with_others.py`, `powers_of_the_office.py`; `make docs`): change the table,
not the page. Every act is held to its row before it begins, at whatever door it
comes in: page, API, link of a guest or command line.

A row says who may ever do something, and at which stages. Whether it can be done
*now* (comments closed, a version there, the date not past) is asked besides.
A published case has not ended: its copies are still to go.
"""


def authority_page() -> str:
    """Return the page: each power with the roles that have it, and its stages."""
    parts = [
        HEAD,
        _key(),
        *_section("On a case", ON_A_CASE),
        *_section("With the force, colleagues and the post", WITH_OTHERS),
        *_section("Of the office as a whole", OF_THE_OFFICE),
    ]
    return "\n".join(parts)


def _key() -> str:
    return ", ".join(f"**{short}** {_spoken(role)}" for role, short in SHORT.items()) + ".\n"


def _section(title: str, powers: Iterable[Power]) -> list[str]:
    head = ["What is done", "Act", *SHORT.values(), "Stages", "Besides"]
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    lines += [f"| {' | '.join(_row(power))} |" for power in powers]
    return [f"## {title}\n", "\n".join(lines) + "\n"]


def _row(power: Power) -> list[str]:
    marks = ["●" if role in power.by else " " for role in SHORT]
    return [power.words, f"`{power.act}`", *marks, _stages(power.stages), power.besides]


def _stages(stages: frozenset[Stage]) -> str:
    known = next((words for known, words in NAMED_STAGES if known == stages), "")
    return known or ", ".join(_spoken(stage) for stage in Stage if stage in stages)


def _spoken(word: Stage | Role) -> str:
    return word.value.replace("_", " ")
