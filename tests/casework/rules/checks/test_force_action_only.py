"""An answer that tells only what the force does is told; one in which the body acts is not."""
# ruff: noqa: E501 - sentences of letters, each whole on its line

import pytest

from casework.rules.checks.force_action_only import force_action_only
from models.shapes.checking import OfficeFacts, Severity
from tests.manuscripts import a_finding, a_response, some_facts
from tests.whole_responses import OFFICES, whole

ONE = a_finding("Recommendation 1", "The force should answer emergency calls within ten seconds.")
TWO = a_finding("Recommendation 2", "The force should train its supervisors to review open cases.")
FACTS = some_facts(ONE, TWO)


def told(answer: str) -> list[str]:
    words = f"**Recommendation 1**\n{ONE.text}\n{answer}\n**Recommendation 2**\n{TWO.text}\nI will ask for a report."
    return [one.where for one in force_action_only(a_response(words, FACTS))]


@pytest.mark.parametrize(
    "answer",
    [
        "The force has reviewed its training and appointed a lead.",
        "Barsetshire Police will introduce a new system by June.",
        "Barsetshire Constabulary accepts this and has begun work.",
        "The Chief Constable has assured me that training is complete.",
        "I am pleased that the force has introduced a new process.",
        "I have been told that the force will recruit ten investigators.",
        "I note that the force has already trained 200 officers.",
        "Our officers have been trained and our control room has new software.",
        "A superintendent leads this work and staff have been briefed.",
        "The force’s gold group monitors this fortnightly.",
        "Progress is tracked through the force’s Assurance Board, chaired by the Deputy Chief Constable.",
        "I am confident that the force is making good progress.",
        "The force told me that supervisors now check every case.",
        "The service accepts this recommendation. It has set up a team.",
        "I agree with the Chief Constable that the force will have trained 200 officers.",
        "I agreed with the inspectors that officers are to be trained by 12 March 2025.",
        "I have agreed with the Chief Constable’s view that the force will do this by May 2025.",
        "I agreed with the Chief Constable that the force has done well.",
        "I agreed with the Chief Constable that the force will do better.",
    ],
)
def test_an_answer_of_the_force_alone_is_told_at_its_words(answer: str) -> None:
    assert told(answer) == [answer]


@pytest.mark.parametrize(
    "answer",
    [
        "The force has trained its staff. I will review the results at my board.",
        "The force has trained its staff, and reports progress to my office each quarter.",
        "The Chief Constable will report to the Commissioner’s Accountability Board in June.",
        "The force has done this already. I propose no further action.",
        "I have asked the force to recruit ten investigators.",
        "The force accepts this. My deputy will visit the team.",
        "The force is recruiting, and the precept pays for it.",
        "I hold the Chief Constable to account for the training of his supervisors.",
        "The force tells me that it is done, and I have asked my auditors to test it.",
        "This is a matter for the Home Office, as the force has no power to act.",
        "Accepted. I have agreed with the Chief Fire Officer, Ada Marsh, that the first joint training of officers will be held on 12 March 2025.",
        "I agreed with the Chief Constable that the force will report to me.",
        "We have jointly agreed with the council that each team is to be reviewed every quarter.",
    ],
)
def test_an_answer_in_which_the_body_acts_or_says_why_not_is_none(answer: str) -> None:
    assert not told(answer)


def test_it_is_an_error_that_names_the_sub_section() -> None:
    words = f"{ONE.text}\nThe force has trained its staff since then."
    (one,) = force_action_only(a_response(words, some_facts(ONE)))
    assert one.severity is Severity.ERROR
    assert "Recommendation 1" in one.message
    assert "55(5B)" in one.message


def test_an_answer_cited_from_elsewhere_is_read_too() -> None:
    words = f"# Findings\n{ONE.text}\n# Answers\nRecommendation 1: the force has trained its staff."
    (one,) = force_action_only(a_response(words, some_facts(ONE)))
    assert one.where.startswith("Recommendation 1")


@pytest.mark.parametrize("office", OFFICES)
def test_no_whole_response_leaves_an_answer_to_the_force(office: str) -> None:
    assert not list(force_action_only(whole(office)))


@pytest.mark.parametrize(
    ("office", "old", "new"),
    [
        ("table", "I agreed two more posts in the February budget and will review the backlog quarterly.", "The force has advertised the vacancies."),
        ("mayor_cards", "The Deputy Mayor asked for this review on the day of publication and has seen its results.", "Barsetshire Police began the review in March."),
        ("bold_labels", "Attendance times remain a standing item at my Public Accountability Meeting.", "Attendance times are reviewed each day by a chief inspector."),
        ("statement", "We will ask for abstraction figures at each meeting.", "The service records every abstraction and its supervisors check them."),
        ("annex_plan", "The Commissioner will convene partners in May.", "The force will convene its partners in May."),
    ],
)  # fmt: skip
def test_a_whole_response_with_the_force_s_action_alone_is_told(
    office: str, old: str, new: str
) -> None:
    (one,) = force_action_only(whole(office, (old, new)))
    assert one.where == new


@pytest.mark.parametrize(
    "answer",
    [
        "I will see it done by May.",
        "I will see to it by the spring.",
        "I welcome it, and will see to it by the spring.",
    ],
)
def test_who_sees_to_something_acts_and_does_not_only_look_on(answer: str) -> None:
    assert told(f"{answer}\nThe force has begun.") == []


def test_an_answer_ends_with_its_section_not_with_the_chief_officers_words_behind_it() -> None:
    words = f"""# Comments of the Commissioner
## Recommendation 1
{ONE.text}
### Response to Recommendation 1
I welcome this.
# Comments of the Chief Constable of Barsetshire Police
The Chief Constable submitted these comments on 3 April 2024. They are reproduced in full.
# Response to the comments of the Chief Constable
The force has begun work.
"""
    response = a_response(words, some_facts(ONE))
    assert list(force_action_only(response)) == []
    assert response.replies[0].words.strip().endswith("I welcome this.")


@pytest.mark.parametrize(
    "answer",
    [
        "The force has moved the work to a rota. A sergeant checks that nothing is outstanding.",
        "The force checks each morning that nothing in the queue is late.",
        "The Chief Constable has told me that officers are trained. I repeat my thanks to them.",
        "The force has trained its officers, and I will repeat my thanks to all of them.",
        "The force has done much. I will hear that it has gone further.",
    ],
)
def test_nothing_that_is_late_and_thanks_repeated_are_no_deeds_of_the_body(answer: str) -> None:
    assert told(answer)


@pytest.mark.parametrize(
    "answer",
    [
        "My office will repeat the review of 40 records. The force has introduced checks.",
        "My visitors will repeat their survey in May. The force has trained its officers.",
        "I will observe a training session. The force has appointed a lead.",
        "My deputy will observe two training days. The force has appointed a lead.",
        "I will hear from victims in June. The force has appointed a lead.",
        "I will support the force with a grant of £40,000. The force has appointed a lead.",
        "The force has done nothing I could fund. Nothing we do would help.",
    ],
)
def test_a_deed_in_words_that_else_only_feel_is_the_bodys(answer: str) -> None:
    assert told(answer) == []


@pytest.mark.parametrize(
    ("office", "answer", "is_told"),
    [
        ("Loamshire Mayoral Combined Authority", "The authority’s Chief Finance Officer will hold briefings for officers.", False),
        ("Loamshire Mayoral Combined Authority", "The combined authority has funded ten officers.", False),
        ("Loamshire Mayoral Combined Authority", "The local authority will train police officers.", True),
        ("Office of the Commissioner for Loamshire", "The authority’s lawyers will train police officers.", True),
    ],
)  # fmt: skip
def test_the_authority_is_the_body_where_it_is_one(
    office: str, answer: str, is_told: object
) -> None:
    facts = some_facts(ONE, TWO, office=OfficeFacts(office))
    words = f"**Recommendation 1**\n{ONE.text}\n{answer}\n**Recommendation 2**\n{TWO.text}\nI will ask for a report."
    assert bool(list(force_action_only(a_response(words, facts)))) is is_told
