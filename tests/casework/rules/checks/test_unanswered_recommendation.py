"""Every recommendation has the body's own action, or its reason for none, in its own comments."""
# ruff: noqa: E501 - sentences of letters, each whole on its line

from dataclasses import replace

import pytest

from casework.rules.checks.unanswered_recommendation import unanswered_recommendation
from models.shapes.checking import FindingFacts, Severity
from models.words import FindingClass
from tests.manuscripts import a_finding, a_response, some_facts
from tests.whole_responses import OFFICES, whole

ONE = a_finding("Recommendation 1", "The force should answer emergency calls within ten seconds.")
TWO = a_finding("Recommendation 2", "The force should train its supervisors to review open cases.")
AREA = a_finding("AFI 1", "The force needs to improve how it records crimes of violence.")
OTHER = a_finding(
    "Recommendation 3",
    "The Home Office should publish new guidance on vetting.",
    addressee="Home Office",
)
THEIRS = """
# Comments of the Chief Constable
Septimus Quiverful, Chief Constable, submitted these comments:
I welcome this report and the inspectors’ recognition of our neighbourhood teams.
We have begun work on every finding and will report progress to the board.
"""


def refs(words: str, *findings: FindingFacts, areas: bool = True) -> list[str]:
    response = a_response(words, some_facts(*(findings or (ONE, TWO))))
    shelf = replace(response.library, areas_need_answer=areas)
    response = replace(response, library=shelf)
    told = (one for one in unanswered_recommendation(response) if one.where)
    return [one.message.split(" has no")[0] for one in told]


def answered(
    *, one: str = "I will ask for a report in May.", two: str = "I have funded this."
) -> str:
    return f"# Recommendations\n**Recommendation 1**\n{ONE.text}\n{one}\n**Recommendation 2**\n{TWO.text}\n{two}"


def test_a_recommendation_without_an_answer_is_told_with_the_sub_section() -> None:
    response = a_response(answered(two=""), some_facts(ONE, TWO))
    (told,) = unanswered_recommendation(response)
    assert told.severity is Severity.ERROR
    assert told.where in TWO.text
    assert "Recommendation 2" in told.message
    assert "55(5B)" in told.message


@pytest.mark.parametrize(
    "answer",
    [
        "I will ask the Chief Constable for figures each quarter.",
        "My office is sampling calls.",
        "We have funded ten posts.",
        "The Commissioner has asked for a plan.",
        "Eleanor Harding has raised this with the Chief Constable.",
        "My deputy chairs a monthly meeting on this.",
        "Progress will be reviewed at my Accountability Board.",
        "The Chief Constable will report to me in June.",
        "I propose no action, because the force has done what was asked.",
        "No further action is proposed.",
        "This is outside my powers.",
        "I do not accept this recommendation, for the reasons above.",
        "I agree. I will monitor progress.",
        "I welcome this and have asked my deputy to lead on it.",
        "This was completed in March.",
        "See my answer to Recommendation 2.",
        "The Board has agreed to fund this.",
        "I am holding the Chief Constable to account for it.",
    ],
)
def test_an_action_or_a_reason_for_none_is_an_answer(answer: str) -> None:
    assert not refs(answered(one=answer))


@pytest.mark.parametrize(
    "answer",
    [
        "Noted.",
        "Accepted",
        "I accept this recommendation.",
        "I agree with the inspectors.",
        "I welcome this recommendation and recognise how much it matters.",
        "The recommendation is noted.",
        "–",
        "This is important to victims.",
        "It was hard to read. Somebody who has been refused help has often lost all trust in it.",
    ],
)
def test_agreeing_is_no_answer(answer: str) -> None:
    assert refs(answered(one=answer)) == ["Recommendation 1"]


def test_an_answer_under_a_label_of_its_own_counts() -> None:
    words = answered(one="**My response:**\nI will ask for a report in May.")
    assert not refs(words)
    plain = answered(one="Commissioner’s response:\nI will ask for a report in May.")
    assert not refs(plain)


def test_the_force_s_position_is_not_the_bodys_answer() -> None:
    words = answered(one="Force response: We have trained every call handler.")
    assert refs(words) == ["Recommendation 1"]


def test_the_force_s_column_is_not_the_bodys_answer() -> None:
    head = "| Recommendation | Force response | My response |"
    second = f"| {TWO.text} | The force has begun. | I will ask for a report in May. |"
    assert refs(f"{head}\n| {ONE.text} | The force has trained its staff. | |\n{second}") == [
        "Recommendation 1"
    ]
    full = f"| {ONE.text} | The force has trained its staff. | I have funded this. |"
    assert not refs(f"{head}\n{full}\n{second}")


def test_a_row_under_a_finding_may_hold_its_answer() -> None:
    words = f"| Recommendation 1 | {ONE.text} |\n| My response | I will ask for a report. |\n| Recommendation 2 | {TWO.text} |\n| My response | |"
    assert refs(words) == ["Recommendation 2"]


def test_an_answer_only_in_the_reply_to_the_chief_officer_does_not_count() -> None:
    reply = "# My response to the Chief Constable’s comments\nOn recommendation 2, I will ask for a report in May."
    assert refs(f"{answered(two='')}{THEIRS}{reply}") == ["Recommendation 2"]


def test_an_answer_only_in_the_chief_officers_words_does_not_count() -> None:
    assert refs(f"{answered(two='')}{THEIRS}") == ["Recommendation 2"]


def test_findings_may_be_listed_first_and_answered_below_by_number() -> None:
    lists = f"# Findings\n1. {ONE.text}\n2. {TWO.text}\n"
    below = "# Answers\n## Recommendation 1\nI will ask for a report.\n## Recommendation 2\nI have funded this."
    assert not refs(lists + below)
    assert not refs(f"{lists}# Answers\nI will ask for a report on Recommendations 1 and 2.")
    assert refs(f"{lists}# Answers\nI will ask for a report on Recommendation 1.") == [
        "Recommendation 2"
    ]


def test_an_annex_may_answer_by_number() -> None:
    lists = f"# Findings\n1. {ONE.text}\n2. {TWO.text}\n"
    table = "# Annex\n| Ref | Action | Owner |\n| Recommendation 1 | I will ask for a report. | Me |\n| Recommendation 2 | | Me |"
    assert refs(lists + table) == ["Recommendation 2"]


def test_an_aside_in_another_answer_answers_nothing() -> None:
    words = answered(one="I will ask for a report, as this bears on Recommendation 2.", two="")
    assert refs(words) == ["Recommendation 2"]


def test_recommendations_for_others_share_a_reason_that_cites_each_number() -> None:
    four = a_finding(
        "Recommendation 4",
        "The College of Policing should revise its code.",
        addressee="College of Policing",
    )
    words = f"{answered()}\n# For others\nRecommendations 3 and 4 are for other bodies; I propose no action."
    assert not refs(words, ONE, TWO, OTHER, four)
    assert refs(words.replace("3 and 4 are", "3 is"), ONE, TWO, OTHER, four) == ["Recommendation 4"]


def test_the_addressee_is_no_answer() -> None:
    words = f"{answered()}\n**Recommendation 3**\n{OTHER.text}\nAddressed to: Home Office"
    assert refs(words, ONE, TWO, OTHER) == ["Recommendation 3"]
    assert not refs(f"{words}\nThis is addressed to the Home Office.", ONE, TWO, OTHER)


def test_words_behind_a_run_of_findings_answer_all_of_them_if_they_say_so() -> None:
    run = f"# Recommendations\n{ONE.text}\n{TWO.text}\n"
    assert not refs(f"{run}I will report on both recommendations in May.")
    assert refs(f"{run}I will ask for a report on supervisors in May.") == ["Recommendation 1"]


def test_a_cause_of_concern_is_answered_by_its_recommendations() -> None:
    cause = a_finding("Cause of concern 1", AREA.text, klass=FindingClass.CAUSE_OF_CONCERN)
    assert not refs(f"{AREA.text}\n{answered()}", cause, ONE, TWO)


def test_areas_for_improvement_want_answers_only_where_the_office_says_so() -> None:
    words = f"{answered()}\n**AFI 1**\n{AREA.text}"
    facts = (ONE, TWO, AREA)
    assert refs(words, *facts) == ["AFI 1"]
    assert not refs(words, *facts, areas=False)


AREAS = tuple(
    a_finding(f"AFI {n}", f"The force should improve its {what}.", area=area)
    for n, what, area in (
        (1, "answering of emergency calls", "Responding to the public"),
        (2, "assessment of risk at first contact", "Responding to the public"),
        (3, "supervision of serious investigations", "Investigating crime"),
        (4, "recording of the wishes of victims", "Investigating crime"),
    )
)
LISTED = """
## Responding to the public
- The force should improve its answering of emergency calls.
- The force should improve its assessment of risk at first contact.
{first}
## Investigating crime
- The force should improve its supervision of serious investigations.
- The force should improve its recording of the wishes of victims.
{second}
"""


@pytest.mark.parametrize(
    "general",
    [
        "I will hold the Chief Constable to account for all of the areas for improvement.",
        "Each area for improvement will be scrutinised at my Performance Board.",
        "My office will monitor the areas for improvement every quarter.",
    ],
)
def test_a_general_answer_covers_areas_where_none_is_answered_alone(general: str) -> None:
    words = f"# My comments\n{general}\n{LISTED.format(first='', second='')}"
    assert not refs(words, *AREAS)


def test_one_answer_for_each_area_covers_its_findings() -> None:
    words = LISTED.format(first="I have asked for a plan.", second="I will visit the teams in May.")
    assert not refs(words, *AREAS)


def test_a_report_that_welcomes_its_findings_answers_none() -> None:
    words = f"# My comments\nThe findings of the report do not surprise me, as they reflect what my office sees.\n{LISTED.format(first='', second='')}"
    assert len(refs(words, *AREAS)) == len(AREAS)


def test_a_general_answer_covers_nothing_where_areas_are_answered_one_by_one() -> None:
    answers = "".join(
        f"**{one.ref}**\n{one.text}\n{'I will ask for a report.' if n else ''}\n"
        for n, one in enumerate(AREAS)
    )
    words = f"{answers}# Monitoring\nI will hold the Chief Constable to account for all areas for improvement."
    assert refs(words, *AREAS) == ["AFI 1"]


@pytest.mark.parametrize("office", OFFICES)
def test_every_whole_response_answers_every_finding(office: str) -> None:
    assert not list(unanswered_recommendation(whole(office)))


@pytest.mark.parametrize(
    ("office", "old", "new"),
    [
        ("letter", "I have asked the Chief Constable to send me the results of the first audit by 12 June 2024, the date the inspectors set.\n", ""),
        ("letter", "My office will dip-sample calls with the force in September.\n", ""),
        ("table", "I agreed two more posts in the February budget and will review the backlog quarterly.", "Agreed"),
        ("table", "1, 4 and 5", "1 and 4"),
        ("statement", "We have agreed the money for a new telephone system.\n", ""),
        ("mayor_cards", "The Deputy Mayor asked for this review on the day of publication and has seen its results.", ""),
        ("wide_table", "Progress is monitored by the Office of the Police, Fire and Crime Commissioner each month; the deadline is expected to be met.", ""),
        ("annex_plan", "The Commissioner will convene partners in May.", ""),
        ("london", "MOPAC will check that this happens and will link to the statistics from its own data dashboard.", ""),
    ],
)  # fmt: skip
def test_an_answer_taken_out_of_a_whole_response_is_told(office: str, old: str, new: str) -> None:
    assert len(list(unanswered_recommendation(whole(office, (old, new))))) == 1


def test_a_welsh_twin_is_answered_in_words_this_check_does_not_read() -> None:
    response = a_response(answered(two=""), some_facts(ONE, TWO, language="cy-GB"))
    assert not list(unanswered_recommendation(response))


THREE = a_finding("Recommendation 3", "The force should publish its samples of closed crimes.")


@pytest.mark.parametrize(
    "answer",
    [
        "My action on both: I will ask in June.",
        "My answer to 1 and 2: I will ask in June.",
        "Both are for the board, and I will raise them there.",
        "My response (1 and 2): I have funded them.",
        "Answers 1–2: I have asked for them in June.",
    ],
)
@pytest.mark.parametrize("label", ["{text}", "**{ref}**\n{text}"])
def test_an_answer_to_several_is_the_answer_to_each(label: str, answer: str) -> None:
    listed = "\n".join(label.format(ref=one.ref, text=one.text) for one in (ONE, TWO))
    assert not refs(f"# Recommendations\n{listed}\n{answer}", ONE, TWO)


def test_numbers_that_leave_one_out_do_not_answer_it() -> None:
    listed = f"# Recommendations\n{ONE.text}\n{TWO.text}\n{THREE.text}\n"
    assert refs(f"{listed}My answer to 2 and 3: I will ask.", ONE, TWO, THREE) == [ONE.ref]


@pytest.mark.parametrize(("cited", "left"), [("1 and 2", [THREE.ref]), ("2 and 3", [ONE.ref])])
def test_a_cell_or_paragraph_for_several_answers_only_those_it_cites(
    cited: str, left: list[str]
) -> None:
    reason = f"I propose no action on recommendations {cited}, as they are for others."
    listed = f"# Recommendations\n{ONE.text}\n{TWO.text}\n{THREE.text}\n{reason}"
    assert refs(listed, ONE, TWO, THREE) == left


def test_a_new_section_ends_what_an_answer_to_both_is_for() -> None:
    words = f"# Contact\n{ONE.text}\n# Crime\n{TWO.text}\nMy action on both: I will ask in June."
    assert refs(words, ONE, TWO) == [ONE.ref]


def test_the_force_s_word_under_its_label_is_no_answer() -> None:
    for label in ("The force says:", "Force:", "Force reply:", "The force says (1):"):
        words = f"# Recommendations\n{ONE.text}\n{label} all calls are answered now."
        assert refs(words, ONE) == [ONE.ref]


def test_a_letter_s_closing_lines_are_no_answer() -> None:
    close = "I am copying this letter to the inspectors and publishing it on my website.\nYours sincerely"
    assert refs(f"The inspectors recommend: “{ONE.text}”\n{close}", ONE) == [ONE.ref]


BOLD = f"**Recommendation 1**\n{ONE.text}\nI have funded this.\n**Recommendation 2**\n{TWO.text}\n"


@pytest.mark.parametrize(
    "behind",
    [
        "**Comments of the Chief Constable**\nI invited the Chief Constable, and none were received.\n**Next steps**\nI will report to the panel in May.",
        "**Next steps**\nI will report to the panel in May.",
        "**Scrutiny**\nThe panel will see this response, and I will attend.",
        "**My response to the Chief Constable’s comments**\nI will ask him for more.",
    ],
)
def test_the_sections_behind_the_last_finding_are_no_answer_to_it(behind: str) -> None:
    assert refs(BOLD + behind) == ["Recommendation 2"]


@pytest.mark.parametrize(
    "behind",
    [
        "**My response**\nI will ask for a report in May.",
        "**Chief Constable’s comments**\nWe have begun.\n**My response**\nI will ask for a report in May.",
        "**Commissioner’s answer**\nI will ask for a report in May.",
    ],
)
def test_an_answer_under_its_label_is_one_though_the_label_stands_once(behind: str) -> None:
    assert not refs(BOLD + behind)


@pytest.mark.parametrize(
    ("answer", "left"),
    [
        ("Recommendation 1 is for the force, and I propose no action.", ["Recommendation 2"]),
        ("On Recommendation 1, I propose no action.", ["Recommendation 2"]),
        ("I propose no action on either.", []),
        ("Recommendations 1 and 2 are for the force, and I propose no action.", []),
        ("As with Recommendation 1, I propose no action.", []),
        ("The same as Recommendation 1: I have asked for a report.", []),
    ],
)
def test_a_reason_that_opens_with_the_number_of_another_is_that_one_s(
    answer: str, left: list[str]
) -> None:
    assert refs(f"# Both\n> {ONE.text}\n> {TWO.text}\n{answer}") == left


@pytest.mark.parametrize(
    ("cell", "count"), [("Not applicable", 1), ("n/a", 1), ("I will see to it by May", 0)]
)
def test_that_there_is_no_date_is_no_reason(cell: str, count: int) -> None:
    rows = f"| Text | {TWO.text} |\n| My response | |\n| By when | {cell} |"
    other = f"| Text | {ONE.text} |\n| My response | I have funded this. |\n| By when | May |"
    assert len(refs(f"## Recommendation 1\n{other}\n## Recommendation 2\n{rows}")) == count


def test_a_card_that_lost_the_words_of_its_finding_still_answers_it() -> None:
    card = "| Recommendation {} | {} |\n| My response | I have funded this. |\nNext."
    words = f"{card.format(1, ONE.text)}\n{card.format(2, '')}"
    assert not refs(words)


THREE = a_finding("Recommendation 3", "The force should publish how long callers wait each month.")


def of_all(*findings: FindingFacts, said: str = "I welcome the report.") -> list[tuple[str, str]]:
    words = "\n".join([f"# My comments\n{said}\n# Findings", *(one.text for one in findings)])
    told = unanswered_recommendation(a_response(words, some_facts(*findings)))
    return [(one.message, one.severity) for one in told if not one.where]


def test_a_response_that_answers_nothing_at_all_is_told_so_for_sure_and_once() -> None:
    ((message, severity),) = of_all(ONE, TWO, THREE)
    assert message.startswith("Not one of 3 findings has an answer of the body's own")
    assert "55(5B)" in message
    assert severity is Severity.ERROR


def test_of_areas_for_improvement_it_names_the_offices_rule() -> None:
    ((message, _),) = of_all(*AREAS)
    assert "the office answers every area" in message
    ((message, _),) = of_all(AREAS[0], ONE, TWO)
    assert "55(5B)" in message


@pytest.mark.parametrize(
    ("findings", "said"),
    [
        ((ONE, TWO), "I welcome the report."),
        ((ONE, TWO, THREE), "I will ask the Chief Constable for figures on calls and supervisors."),
        ((ONE, TWO, THREE), "Recommendation 2: I have funded the training."),
    ],
)
def test_of_few_findings_or_where_their_answer_may_stand_elsewhere_nobody_is_sure(
    findings: tuple[FindingFacts, ...], said: str
) -> None:
    assert of_all(*findings, said=said) == []


@pytest.mark.parametrize(
    "answer",
    [
        "On this recommendation I would refer you to the Chief Constable’s comments below.",
        "I refer to the Chief Constable’s comments.",
        "I direct readers to the force’s response.",
        "I would point the inspectors to the Chief Constable’s answer.",
        "Here I rely on the comments of the Chief Constable.",
        "I draw your attention to the Chief Constable’s comments.",
        "On this I can only refer the public to what the Chief Constable says below.",
        "I leave the answer to the Chief Constable’s comments.",
        "This is an agreement between police forces. The regional unit serves five of them and has its own chief officer.",
    ],
)
def test_sending_the_reader_on_and_a_remark_answer_nothing(answer: str) -> None:
    assert refs(answered(two=answer)) == ["Recommendation 2"]


@pytest.mark.parametrize(
    "answer",
    [
        "I refer to the Chief Constable’s comments, and I have asked for figures.",
        "I will refer this to the Police and Crime Panel.",
        "I have referred the matter to my auditors.",
        "I refer to my answer to the Chief Constable’s comments, and will fund it.",
        "I refer you to the Chief Constable’s comments. I will check them in May.",
    ],
)
def test_what_is_done_besides_is_an_answer(answer: str) -> None:
    assert refs(answered(two=answer)) == []


def test_what_replies_to_the_comments_behind_the_last_finding_does_not_answer_it() -> None:
    theirs = ("We accept all that is said.", "Six officers have been moved to the team.")
    facts = some_facts(ONE, TWO, chief_officer_comments=theirs)
    reply = "In response, I thank him. I have asked him to tell me when it is done."
    asked = "I invited the Chief Constable to comment on 20 March 2024. Chief Constable Quiverful replied as follows:"
    for said, wanted in (
        ("I note this, which is of some concern.", 1),
        ("", 0),
        ("I will fund it.", 0),
    ):
        lines = [ONE.text, "I will ask.", TWO.text, said, asked if said else "", *theirs, reply]
        words = "\n".join(filter(None, lines))
        found = [one for one in unanswered_recommendation(a_response(words, facts)) if one.where]
        assert len(found) == wanted
