"""Whatever is done in whatever order: no signature stands on words its giver did not see.

Either the person gave it on the very text they were shown, or they read an
earlier one, and a second officer, who had no hand in the text since, certified
that only their amendments were made.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select

from casework import review, sign_off
from casework.errors import CaseworkError, NotAllowedError
from casework.record.verify import faults
from casework.rules.signing import Amendment, Conditional, answers, check_certifier, listed
from models import Condition, Person, Signature, SigningRound, Version
from models.review_words import Decision
from models.shapes.route import FULL_ROUTE
from models.words import Role, SignatureStep
from tests.builders import (
    CHIEF_EXECUTIVE,
    HEAD,
    OFFICER,
    SIGNATORY,
    TEMPLATES,
    Service,
    at,
    by,
)

Take = Callable[[str], tuple[Service, str]]
PEOPLE = (OFFICER, HEAD, CHIEF_EXECUTIVE, SIGNATORY)
NAMES = st.sampled_from(PEOPLE)
STEPS = 14
SEEDS = (0, 1, 2, 4, 5, 6, 11, 12)
WITH_AN_APPROVAL = frozenset({1, 5})
"""Seeds whose first text was approved before the signatory read it."""
CERTIFIED = frozenset({4, 6, 11, 12})
"""Seeds in whose course somebody certifies: a walk that never came there would prove little."""


@dataclass
class Office:
    """People who do things at random, and what each of them has seen."""

    service: Service
    reference: str
    by_chance: Random
    day: int = 0
    seen: set[tuple[str, str]] = field(default_factory=set)
    """(person, manifest) of every text somebody was shown as they signed or approved."""
    compared: set[tuple[str, str, str]] = field(default_factory=set)

    def hand(self, person: str) -> Any:
        self.day += 1
        return by(person, at(11, 21, 13) + timedelta(hours=self.day))

    def shown(self) -> str:
        round_ = self.service.file(self.reference).round
        return round_.manifest_sha256 if round_ else ""

    def one_of(self, *people: str) -> str:
        return self.by_chance.choice(people)

    def whose_turn(self, *others: str) -> str:
        """Return, mostly, the person who is asked next, and sometimes one who is not."""
        given = {row.step for row in self.service.file(self.reference).signatures}
        asked = SIGNATORY if SignatureStep.APPROVED in given else CHIEF_EXECUTIVE
        return self.one_of(asked, asked, asked, CHIEF_EXECUTIVE, SIGNATORY, *others)

    def sign(self) -> None:
        person, manifest = self.whose_turn(OFFICER), self.shown()
        hand = self.hand(person)
        sign_off.give_signature(self.service.record, hand, self.reference, manifest)
        self.seen.add((person, manifest))

    def subject_to(self) -> None:
        person, manifest = self.whose_turn(HEAD), self.shown()
        wanted = [Amendment(f"change {self.day}", "overview")]
        hand, seen = self.hand(person), sign_off.Seen(manifest)
        sign_off.approve_subject_to(self.service.record, hand, self.reference, wanted, seen)
        self.seen.add((person, manifest))

    def amend(self) -> None:
        hand = self.hand(self.one_of(HEAD, HEAD, HEAD, OFFICER, CHIEF_EXECUTIVE))
        data = self.service.edited(self.reference, f"I welcome this report. {self.day}")
        edited = review.Edited(data, "edited.docx")
        review.check_in(self.service.record, hand, self.reference, edited, TEMPLATES)

    def decide_and_submit(self) -> None:
        for row in self.service.file(self.reference).open_remarks:
            decision = self.by_chance.choice([*[Decision.TAKEN] * 5, Decision.PARTLY])
            review.decide_remark(
                self.service.record,
                self.hand(HEAD),
                self.reference,
                row.number,
                decision,
                "As was asked.",
            )
        sign_off.submit(self.service.record, self.hand(OFFICER), self.reference, TEMPLATES)

    def certify(self) -> None:
        officer = self.one_of(OFFICER, OFFICER, HEAD, CHIEF_EXECUTIVE)
        look = self.hand(officer)
        old, new = sign_off.texts_to_compare(self.service.record, look, self.reference)
        texts = (old.manifest_sha256, new.manifest_sha256)
        sign_off.certify(self.service.record, self.hand(officer), self.reference, texts)
        self.compared.add((officer, *texts))

    def send_back(self) -> None:
        hand = self.hand(self.one_of(OFFICER, SIGNATORY))
        sign_off.send_back(self.service.record, hand, self.reference, "One word more, please.")


def likely(office: Office) -> list[Callable[[], None]]:
    """Return what people would do now, and some of what they should not."""
    if office.shown():
        often = [office.sign, office.subject_to, office.certify] * 3
        return [*often, office.certify, office.send_back]
    return [*[office.amend, office.decide_and_submit] * 2, office.certify]


@pytest.mark.parametrize("seed", SEEDS)
def test_no_path_lets_a_signature_stand_on_words_nobody_answers_for(
    on_one: Take, seed: int
) -> None:
    service, reference = on_one("submitted")
    office = Office(service, reference, Random(seed))  # noqa: S311  a course of events, no secret
    # Begin where it matters: something was approved subject to amendments.
    if seed in WITH_AN_APPROVAL:
        sign_off.give_signature(service.record, office.hand(CHIEF_EXECUTIVE), reference)
        office.seen.add((CHIEF_EXECUTIVE, office.shown()))
    with suppress(CaseworkError):
        office.subject_to()
    for _ in range(STEPS):
        with suppress(CaseworkError):
            office.by_chance.choice(likely(office))()
        check(office)
    assert bool(office.compared) or seed not in CERTIFIED
    assert faults(service.record) == []


def check(office: Office) -> None:
    """Check every signature there is, in every round."""
    with office.service.record.reading() as session:
        people = {row.id: row.key for row in session.exec(select(Person))}
        rounds = {row.id: row for row in session.exec(select(SigningRound))}
        conditions = {row.id: row for row in session.exec(select(Condition))}
        versions = list(session.exec(select(Version)))
        signatures = list(session.exec(select(Signature)))
    for row in signatures:
        person = people[row.person_id]
        if row.step is SignatureStep.SUBMITTED:
            continue
        if row.condition_id is None:
            assert (person, row.manifest_sha256) in office.seen
            continue
        given_on, certifier = conditions[row.condition_id], people[row.recorded_by_id]
        assert (person, given_on.manifest_sha256) in office.seen
        texts = (given_on.manifest_sha256, row.manifest_sha256)
        assert (certifier, *texts) in office.compared
        assert certifier != person
        old, new = rounds[given_on.round_id], rounds[row.round_id]
        between = [v for v in versions if old.copy_version < v.number < new.copy_version]
        assert certifier not in {people.get(v.made_by_id) for v in between if v.made_by_id}


@given(NAMES, NAMES, st.frozensets(NAMES))
def test_a_certifier_is_never_the_giver_nor_an_editor(
    officer: str, giver: str, editors: frozenset[str]
) -> None:
    conditional = Conditional(SignatureStep.APPROVED, Role.CHIEF_EXECUTIVE, giver, is_taken=True)
    try:
        check_certifier(officer, conditional, editors)
    except NotAllowedError:
        assert officer == giver or officer in editors
    else:
        assert officer != giver
        assert officer not in editors


@given(st.sampled_from(FULL_ROUTE.steps), st.sampled_from(FULL_ROUTE.steps), st.booleans())
def test_an_approval_answers_for_its_own_step_and_only_with_every_amendment_taken(
    own: Any,
    asked: Any,
    taken: bool,  # noqa: FBT001  drawn by chance
) -> None:
    conditional = Conditional(own.step, own.role, OFFICER, is_taken=taken)
    assert answers(conditional, asked) == (taken and own == asked)
    assert not answers(conditional, None)


@given(st.lists(st.text(max_size=40), max_size=25))
def test_a_list_of_amendments_keeps_every_word_or_is_refused(lines: list[str]) -> None:
    try:
        kept = listed([Amendment(line) for line in lines])
    except CaseworkError:
        bare = {" ".join(line.split()) for line in lines} - {""}
        assert not bare or len(bare) > 20
    else:
        assert {one.words for one in kept} == {" ".join(x.split()) for x in lines} - {""}
        assert json.dumps([one.words for one in kept])
