"""Whole responses in which the chief officer's comments stand in the layouts of many offices.

Nothing is said of them while they are right, whether or not the facts hold the comments;
and each fault is told by its own check.
"""

# ruff: noqa: E501 - sentences of letters, each whole on its line

from datetime import date
from typing import Final

import pytest

from casework.rules.checks.every_check import examined
from casework.rules.manuscript.speakers import Speaker
from models.shapes.checking import Facts, Severity
from tests.manuscripts import a_finding, a_response, some_facts

FINDINGS: Final = (
    a_finding(
        "Recommendation 1",
        "By 30 September 2024, the force should make sure that every domestic abuse incident is assessed for risk before an appointment is offered.",
        deadline=("By 30 September 2024", date(2024, 9, 30)),
    ),
    a_finding(
        "Recommendation 2",
        "The force should put in place a process to review at least 30 appointments each quarter and act on what it learns.",
    ),
    a_finding(
        "Recommendation 3",
        "The College of Policing should publish guidance on which incidents are suitable for an appointment.",
        addressee="College of Policing",
    ),
    a_finding(
        "AFI 1",
        "The constabulary needs to reduce the time that callers wait before their calls are answered.",
    ),
)
COMMENTS: Final = (
    "I welcome this report. We introduced appointments in 2022 and know their risks.",
    "Supervisors in our demand hub already review each incident before an appointment is offered.",
    "Our audit team will review 40 appointments each quarter, beginning in July 2024.",
    "We accept this.",
    "We have moved twelve people to the control room and calls are now answered in nine seconds.",
)
FACTS: Final = some_facts(*FINDINGS, chief_officer_comments=COMMENTS)
SPARSE: Final = some_facts(*FINDINGS, chief_officer_comments=())
ANSWERS: Final = (
    "I accept this. I have asked for a monthly figure and will check it before 30 September 2024.",
    "I will receive the first results at my Accountability Board in October 2024.",
    "I propose no action, because this is for the College of Policing.",
    "I have paid for twelve more call handlers and will watch the figure each month.",
)
FORCE_ONLY: Final = (
    "The force has trained every sergeant and its chief officers meet weekly about it."
)
HEAD: Final = """# Response of the Police and Crime Commissioner for Barsetshire
I publish this response under section 55(5) of the Police Act 1996 to the report “PEEL 2023–2025: An inspection of Barsetshire Police”, published on 12 March 2024."""
INVITED: Final = "I invited the Chief Constable, Septimus Quiverful, on 13 March 2024 to comment by 5 April 2024. His comments came on 3 April 2024"
TAIL: Final = """# Copies
I am sending copies to His Majesty’s Inspectors of Constabulary and the Secretary of State. It will be published on 22 April 2024.
Eleanor Harding
Police and Crime Commissioner for Barsetshire
18 April 2024"""
EACH: Final = range(len(FINDINGS))
REFS, TEXTS = [one.ref for one in FINDINGS], [one.text for one in FINDINGS]


def lines(form: str) -> str:
    """Return a form filled in for each finding: its reference, text, comment and answer."""
    return "\n".join(
        form.format(ref=REFS[n], text=TEXTS[n], comment=COMMENTS[n + 1], answer=ANSWERS[n])
        for n in EACH
    )


LABELLED: Final = (
    "**{ref}**\n> {text}\n**Chief Constable’s comments**\n{comment}\n**My response**\n{answer}"
)
UNDER_ITS_NUMBER: Final = "## {ref}\n> {text}\n{answer}"
LAYOUTS: Final = {
    "four_columns": f"""{HEAD}
# The recommendations, the Chief Constable’s comments and my response
{INVITED}: the first below and the others in the table.
> {COMMENTS[0]}
| No. | Recommendation | Chief Constable’s comment | Commissioner’s response |
{lines("| {ref} | {text} | {comment} | {answer} |")}
{TAIL}""",
    "table_in_their_section": f"""{HEAD}
# The Chief Constable’s comments
{INVITED}.
{COMMENTS[0]}
| Finding | Chief Constable | What I will do |
{lines("| {text} | {comment} | {answer} |")}
{TAIL}""",
    "labels_for_each": f"""{HEAD}
# Comments of the Chief Constable and of the Commissioner
{INVITED}.
{COMMENTS[0]}
{lines(LABELLED)}
{TAIL}""",
    "again_in_an_annex": f"""{HEAD}
# Findings
{INVITED}; they are printed in full in the annex.
{lines(LABELLED)}
{TAIL}
# Annex: comments of the Chief Constable
{chr(10).join(COMMENTS)}""",
    "labels_in_the_line": f"""{HEAD}
# Recommendations and responses
{INVITED}. He said in general: “{COMMENTS[0]}”
{lines("{ref}. {text}" + chr(10) + "Chief Constable: {comment}" + chr(10) + "Commissioner: {answer}")}
{TAIL}""",
    "cards": f"""{HEAD}
# What was found, what the Chief Constable says and what I will do
{INVITED}.
{COMMENTS[0]}
{lines("| {ref} | {text} |" + chr(10) + "| Chief Constable’s comments | {comment} |" + chr(10) + "| My response | {answer} |" + chr(10) + "The next follows.")}
{TAIL}""",
    "two_sections": f"""{HEAD}
# Part one: the Chief Constable’s comments in general
{INVITED}.
{COMMENTS[0]}
{COMMENTS[1]}
# Recommendations
{lines(UNDER_ITS_NUMBER)}
# Part two: the Chief Constable’s comments on the recommendations
{chr(10).join(COMMENTS[2:])}
# My response to them
I am grateful for these comments.
{TAIL}""",
    "led_in_one_by_one": f"""{HEAD}
# The Chief Constable’s comments and my response
{INVITED}.
On the report he wrote:
> {COMMENTS[0]}
> {COMMENTS[1]}
I am glad of it and have asked to see the figures each month.
On the reviews he wrote:
> {COMMENTS[2]}
> {COMMENTS[3]}
I will read the first review myself.
On calls he wrote:
> {COMMENTS[4]}
# Recommendations
{lines(UNDER_ITS_NUMBER)}
{TAIL}""",
    "bold_headings": f"""**Response of the Police and Crime Commissioner for Barsetshire**
{HEAD.splitlines()[1]}
**The recommendations and my response to each**
{lines("**{ref}**" + chr(10) + "{text}" + chr(10) + "{answer}")}
**Comments of the Chief Constable**
{INVITED}:
{chr(10).join(COMMENTS)}
**My response to the Chief Constable’s comments**
I thank him.
{TAIL.replace("# Copies", "**Copies**")}""",
    "answers_by_number": f"""{HEAD}
# The recommendations
{lines("- {text}")}
# Chief Constable’s comments
{INVITED}:
{chr(10).join(COMMENTS)}
# Commissioner’s response
{lines("{ref}: {answer}")}
{TAIL}""",
    "two_tables": f"""{HEAD}
# Chief Constable’s comments
{INVITED}. {COMMENTS[0]}
| Recommendation | Comment |
{lines("| {text} | {comment} |")}
# My action
| Recommendation | My action | By when |
{lines("| {ref} | {answer} | Not applicable |")}
{TAIL}""",
    "headings_for_each": f"""{HEAD}
# The findings
{lines("## {ref}" + chr(10) + "{text}" + chr(10) + "### The force’s position" + chr(10) + "{comment}" + chr(10) + "### What I will do" + chr(10) + "{answer}")}
# General comments of the Chief Constable
{INVITED}.
{COMMENTS[0]}
{TAIL}""",
}


def told(words: str, facts: Facts = FACTS) -> set[str]:
    """Return the checks that tell more than a note."""
    said = examined(a_response(words, facts))
    return {one.check for one in said if one.severity is not Severity.NOTE}


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("facts", [FACTS, SPARSE], ids=["whole", "without_comments"])
def test_nothing_is_said_of_a_right_response_in_any_layout(name: str, facts: Facts) -> None:
    assert told(LAYOUTS[name], facts) == set()


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_finding_and_comment_is_whose_it_is(name: str) -> None:
    response = a_response(LAYOUTS[name], FACTS)
    assert {one.finding for one in response.placed.standings} == set(EACH)
    for passage in response.passages:
        if passage.words in ANSWERS:
            assert response.speakers[passage.at] is Speaker.BODY
        if passage.words in COMMENTS:
            assert response.speakers[passage.at] is Speaker.CHIEF_OFFICER


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("number", [1, 3])
def test_a_finding_left_out_or_altered_is_told(name: str, number: int) -> None:
    words, text = LAYOUTS[name], TEXTS[number]
    assert "missing_finding" in told(words.replace(text, ""))
    wrong = text.replace(" each ", " every ").replace(" wait ", " wait at night ")
    assert told(words.replace(text, wrong)) == {"altered_finding"}


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("number", [1, 2, 3])
def test_an_answer_left_out_or_of_the_force_alone_is_told(name: str, number: int) -> None:
    words, answer = LAYOUTS[name], ANSWERS[number]
    assert "unanswered_recommendation" in told(words.replace(answer, ""))
    assert told(words.replace(answer, FORCE_ONLY)) == {"force_action_only"}


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("number", [0, 2, 4])
def test_an_altered_comment_is_told(name: str, number: int) -> None:
    comment = COMMENTS[number]
    wrong = comment.replace("We ", "They ").replace("Our ", "My ")
    assert told(LAYOUTS[name].replace(comment, wrong)) == {"cc_comments_altered"}
