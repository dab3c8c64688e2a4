# ruff: noqa: E501 - one case, one line
"""The wrong provision is told, the right one for what it says is not."""

import pytest

from casework.rules.checks.wrong_citation import wrong_citation
from models.shapes.checking import Observation, Severity
from tests.manuscripts import a_response, some_facts


def told(words: str) -> list[Observation]:
    return list(wrong_citation(a_response(words)))


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        (
            "This action is pursuant to my obligations under Section 55(1) of the Police Act 1996.",
            "Section 55(1)",
        ),
        ("This response is published under section 55(1) of the Police Act 1996.", "section 55(1)"),
        ("I publish these comments as required by s.55(1) of the Police Act 1996.", "s.55(1)"),
        ("I am required by s 55(3) of the Act to respond.", "s 55(3)"),
        ("My response is made under section 55 (2) of the Police Act 1996.", "section 55 (2)"),
        ("Published in accordance with my duty in section 55, subsection (1).", "section 55, subs"),
        (
            "This is my response under subsection (1) of section 55 of the Police Act 1996.",
            "subsection (1)",
        ),
        ("This statement is published under section 55.1 of the Police Act 1996.", "section 55.1"),
        ("This response is published under section 55(4) of the Police Act 1996.", "section 55(4)"),
        ("This response is published under section 55(8) of the Police Act 1996.", "section 55(8)"),
        (
            "This response is published under section 55(5C) of the Police Act 1996.",
            "section 55(5C)",
        ),
        ("This response is published under section 54 of the Police Act 1996.", "section 54"),
        ("My comments are published under section 54(5) of the Police Act 1996.", "section 54(5)"),
        ("This response is published under section 5(5) of the Police Act 1996.", "section 5(5)"),
        ("This response is published under section 56(5) of the Police Act 1996.", "section 56(5)"),
        ("This response is published under section 55(5) of the Police Act 1997.", "section 55(5)"),
        ("This response is published under section 55(5) of the Police Act 1966.", "section 55(5)"),
        ("This is my response under s55(5) of the Police Act 1986.", "s55(5)"),
        (
            "I respond under section 55 of the Police Reform and Social Responsibility Act 2011.",
            "section 55 of the Police Reform",
        ),
        (
            "This response is made under section 55(5) of the Police Reform Act 2002.",
            "section 55(5)",
        ),
        ("This is my response as the Police Act 1997 requires.", "Police Act 1997"),
        ("This is my response as the Police Act 1969 requires.", "Police Act 1969"),
        (
            "I invited Dr Hale on 13 March 2024 to comment, as section 55(5) requires.",
            "section 55(5)",
        ),
        ("The Police Act 1966 asks me to respond.", "Police Act 1966"),
        ("As required by section 55(1), I have set out my response below.", "section 55(1)"),
        (
            "The Mayor’s response is published under section 55(1) of the Police Act 1996.",
            "section 55(1)",
        ),
        (
            (
                "In line with section 55(1) of the Police Act 1996 the Commissioner must "
                "respond to "
                "HMICFRS "
                "reports."
            ),
            "section 55(1)",
        ),
    ],
)
def test_a_wrong_provision_is_told_where_it_stands(sentence: str, where: str) -> None:
    (found,) = told(sentence)
    assert found.where.startswith(where)
    assert found.where in sentence
    assert (found.check, found.severity) == ("wrong_citation", Severity.ERROR)
    assert found.suggestion is not None
    assert "1996" in found.suggestion


@pytest.mark.parametrize(
    "sentence",
    [
        "This response is published under section 55(5) of the Police Act 1996.",
        "This response is published under section 55 of the Police Act 1996.",
        "This is my response under s.55 Police Act 1996.",
        (
            "This response is published under section 55(5), (5A), (5B) and (6) of the Police Act "
            "1996."
        ),
        "This response is published under sections 55(5) and 55(6) of the Police Act 1996.",
        (
            "It contains my comments under section 55(5)(a) and those of the Chief Constable under "
            "section 55(5)(b) of the Police Act 1996."
        ),
        "HMICFRS published the report under section 55(1) of the Police Act 1996.",
        "I have read the report. It was made under section 55(1) of the Police Act 1996.",
        "The report was published by the inspectors under section 55(1) of the Police Act 1996.",
        "HMICFRS sent me a copy of the report, as section 55(3) requires.",
        "I invited the Chief Constable’s comments under section 55(4) of the Police Act 1996.",
        "As section 55(4) requires, I invited the Chief Constable to submit comments.",
        "The Chief Constable was invited to comment under s.55(4).",
        "Section 55(5A) gives me 56 days in which to publish this response.",
        "Under section 55(5B) I explain the action I propose to take.",
        "Under section 55(6) copies of this response are being sent to the inspectors.",
        "HMICFRS inspects police forces under section 54 of the Police Act 1996.",
        "Inspections are carried out under section 54(2) of the Police Act 1996.",
        (
            "I hold the Chief Constable to account under section 1 of the Police Reform and Social "
            "Responsibility Act 2011."
        ),
        (
            "My Police and Crime Plan was issued under section 5 of the Police Reform and Social "
            "Responsibility Act 2011."
        ),
        (
            "The force uses stop and search under section 60 of the Criminal Justice and Public "
            "Order "
            "Act 1994."
        ),
        "Section 55 was amended by section 37 of the Policing and Crime Act 2017.",
        "The surveillance was authorised under Part III of the Police Act 1997.",
        "Section 22A of the Police Act 1996 governs collaboration agreements.",
        "The report’s section 4 deals with call handling.",
        "See section 54 below for my response to the recommendations.",
        "Section 136 of the Mental Health Act 1983 is used less often.",
        "My comments on section 5 of the report are below.",
        (
            "The publication of the report is the inspectors’ duty under section 55(1); my duty to "
            "respond "
            "is in section 55(5)."
        ),
    ],
)
def test_a_right_provision_is_not_told(sentence: str) -> None:
    assert told(sentence) == []


def test_in_the_chief_officers_words_it_is_only_a_note() -> None:
    words = "I submit my comments under section 55(1) of the Police Act 1996."
    response = a_response(
        f"# Comments from the Chief Constable\n{words}", some_facts(chief_officer_comments=(words,))
    )
    assert [one.severity for one in wrong_citation(response)] == [Severity.NOTE]


@pytest.mark.parametrize(
    "sentence",
    [
        "The period set by section 55(4) ends on 6 May 2024.",
        "My letter will be published on 20 April; the period set by section 55(4) ends on 6 May 2024.",
        "The 56 days allowed by section 55(6) end on 6 May 2024.",
        "It is published within the time limit in section 55(5B) of the Police Act 1996.",
        "Section 55(4) gives me 56 days to publish.",
        "The deadline set by s.55(2) is 6 May 2024.",
        "It is published within the 56 days laid down in section 55(3) of the Police Act 1996.",
        "I respond to it under section 55(6) of the Police Act 1996.",
        "This response is published under section 55(6) of the Police Act 1996.",
        "This statement is made under section 55(7) of the Police Act 1996.",
        "Section 55(6) requires me to publish my comments.",
        "This is the Mayor’s response under s55(6).",
        "In accordance with section 55(5), I am copying this letter to HMICFRS.",
        "Under section 55(4) I have sent copies to the Home Secretary.",
        "A copy has been sent to HMICFRS and the Home Secretary under section 55(5B).",
        "I am sending a copy of this letter to the Home Secretary, as section 55(3) requires.",
        "As required by section 55(5A), a copy is sent to the Secretary of State.",
        "I invited the Chief Constable to comment under section 55(6).",
        "I invited the Chief Constable to submit comments, as section 55(5A) requires.",
        "I explain my action on each recommendation, as required by section 55(5A).",
        "Section 55(6) requires me to explain what action I have taken on each recommendation.",
        "I must explain my reasons for each recommendation under section 55(4).",
        "This response is published under section 55(5) of the Police and Crime Act 2017.",
        "This response is published under section 55(5) of the Policing Act 1996.",
        "This response is published under section 55(5) of the Police Act 2006.",
        "This response is published under section 55(5) of the Police Reform and Social Responsibility Act 2011.",
    ],
)  # fmt: skip
def test_a_sub_section_cited_for_another_purpose_is_told(sentence: str) -> None:
    assert len(told(sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The period set by section 55(5A) ends on 6 May 2024.",
        "The 56 days allowed by section 55(5) end on 6 May 2024.",
        "In accordance with section 55(6), I am copying this letter to HMICFRS.",
        "I am sending a copy of this letter to the Home Secretary, as section 55(6) requires.",
        "A document published under section 55(5) is sent to the Secretary of State under section 55(6).",
        "This document is published under section 55(5) and (6) of the Police Act 1996.",
        "This response is published under section 55(5) of the Police Act 1996, and copies are sent under section 55(6).",
        "This response is published under section 55 of the Police Act 1996.",
        "The inspectors published the report under section 55(1) and sent me a copy under section 55(3).",
        "I invited the Chief Constable under section 55(4) to comment by 5 April 2024.",
        "The date for comments that I set under section 55(4) was 5 April 2024.",
        "The period I gave for comments under section 55(4) ended on 5 April 2024.",
        "His comments were received within the time that I set under section 55(4).",
        "I explain my action on each recommendation, as required by section 55(5B).",
        "My answers to the recommendations are given under section 55(5B) of the Police Act 1996.",
        "Section 55(5B) requires me to explain what action I have taken on each recommendation.",
        "I have published this response, with the comments of the Chief Constable, under section 55(5) and will send it to HMICFRS.",
        "HMICFRS sent its report to the Home Secretary under section 55(3) of the Police Act 1996.",
        "A copy of the report was sent to me under section 55(3).",
        "Section 55(5A) gives me 56 days to publish.",
        "Copies: HMICFRS and the Home Secretary (section 55(6)).",
        "This response, of which a copy goes to HMICFRS under section 55(6), is published today.",
        "Under section 55(6) of the Act this response is sent to the inspectors.",
        "This response and the copies that go with it are the duties of section 55(5) and (6).",
        "The comments of the Chief Constable, invited under section 55(4), are below.",
        "I publish under section 55(5) my comments, those submitted under section 55(4) and my response.",
        "Having considered the comments submitted under section 55(4), I respond as follows.",
        "My response was sent to the inspectorate under section 55(6) on 22 April 2024.",
        "This response meets the requirements of section 55(5), (5A), (5B) and (6) of the Police Act 1996.",
        "The Commissioner’s duties under section 55(4) to (6) are met.",
    ],
)  # fmt: skip
def test_a_sub_section_cited_for_its_own_purpose_is_not_told(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "severity", "right"),
    [
        ("I respond to it under section 55(6) of the Police Act 1996.", Severity.ERROR, "55(5)"),
        ("The period set by section 55(4) ends on 6 May 2024.", Severity.WARNING, "55(5A)"),
        ("Under section 55(4) I have sent copies to them.", Severity.WARNING, "55(6)"),
        ("I reply here. It is made under section 55(1).", Severity.WARNING, "55(5)"),
        ("Section 55(6) requires me to explain my action on it.", Severity.WARNING, "55(5B)"),
    ],
)
def test_the_right_sub_section_is_offered_and_a_guess_only_warns(
    sentence: str, severity: Severity, right: str
) -> None:
    (one,) = told(sentence)
    assert (one.severity, one.suggestion) == (severity, f"section {right} of the Police Act 1996")


@pytest.mark.parametrize(
    "sentence",
    [
        "This is the response of the Mayor to the report. It is made under section 54(5) of the Police Act 1996.",
        "It is made under section 54 of the Police Act 1996.",
        "It is made under section 56(5) of the Police Act 1996.",
        "This is made under section 55(1) of the Police Act 1996.",
        "This response is made under section 54(5) of the Police Act 1996.",
        "I make it under section 54(5) of the Police Act 1996.",
        "We publish it under section 50(5) of the Police Act 1996.",
        "Published under s.54(5) Police Act 1996",
        "Response under section 54(5) of the Police Act 1996",
        "Statement under section 55(5) of the Police Act 1997",
        "Section 54(5) response",
        "I publish it as section 54 of the Police Act 1996 requires.",
        "As required by section 54(5) of the Police Act 1996, I set out my comments.",
        "My comments are set out below, as section 54 of the Police Act 1996 requires.",
        "This is the Commissioner’s response, as required by s54 of the Police Act 1996.",
        "This letter is my response for the purposes of section 45(5) of the Police Act 1996.",
        "The Mayor is required by section 54 of the Police Act 1996 to publish his comments.",
        "Section 54(5) of the Police Act 1996 requires me to publish my comments.",
        "Section 54 of the Police Act 1996 obliges the Board to respond.",
        "I am obliged to respond under section 53(5) of the Police Act 1996.",
        "This is our statutory response under section 55(5) of the Police Reform Act 2002.",
        "It is made under section 55(5) of the Police Reform and Social Responsibility Act 2011.",
        "I write under section 55(5) of the Police and Crime Act 2017.",
        "It is made under section 5(5) of the Police Act 1996.",
        "It is issued under section 55(2) of the Police Act 1996.",
        "I publish it in accordance with section 55(3) of the Police Act 1996.",
        "I invited the Chief Constable under section 55(5) of the Police Act 1996 to comment.",
        "The Chief Constable was invited to submit comments under section 55(6).",
        "Copies are being sent under section 55(4) to HMICFRS and the Secretary of State.",
        "The period of 56 days is set by section 55(4).",
        "I publish this under section 55(5C) of the Police Act 1996.",
        "I publish this under section 55(8) of the Police Act 1996.",
        "I am required by section 55(6) of the Police Act 1996 to publish these comments.",
        "I give my answer under section 55(6) of the Police Act 1996.",
    ],
)
def test_a_provision_cited_for_what_it_is_not_is_told_in_whatever_words(sentence: str) -> None:
    assert len(list(wrong_citation(a_response(sentence)))) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "It is made under section 55(5) of the Police Act 1996.",
        "The inspection was carried out under section 54 of the Police Act 1996.",
        "HMICFRS inspects forces under section 54(2) of the Police Act 1996.",
        "The report was made under section 54(4) of the Police Act 1996, and published under section 55(1).",
        "The report arranged under section 54(2B) was published on 12 March 2024. This is my response.",
        "It was laid before Parliament under section 54(4) of the Police Act 1996.",
        "It is made under section 22A of the Police Act 1996.",
        "The agreement is made under section 22A of the Police Act 1996.",
        "The grant is made under section 9 of the Crime and Disorder Act 1998.",
        "I publish my Police and Crime Plan under section 5 of the Police Reform and Social Responsibility Act 2011.",
        "The inspectors' report is made under section 54 of the Police Act 1996; this is my response.",
        "The Home Secretary may direct an inspection; it is made under section 54(2B) of the Police Act 1996.",
        "I have made grants under section 143 of the Anti-social Behaviour, Crime and Policing Act 2014.",
        "I publish this under section 55(5) and (5A) of the Police Act 1996.",
        "Section 55(4) requires me to invite the Chief Constable's comments; section 55(5) requires me to publish them.",
        "Copies go to both under section 55(6).",
        "The Chief Constable was invited under section 55(4) to comment within the time that I set.",
        "The report was published under section 55(1), and I reply under section 55(5).",
        "The inspectors sent me the report under section 55(3).",
        "The period in section 55(5A) ends on 6 May 2024.",
    ],
)
def test_a_provision_cited_for_what_it_is_for_is_not_told(sentence: str) -> None:
    assert not list(wrong_citation(a_response(sentence)))


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("Section 56(5) gives me until 3 May 2024 to publish this.", "55(5)"),
        ("I explain my action on each recommendation, as section 54(5B) requires.", "55(5B)"),
        ("Copies go to the Home Secretary, as section 54(6) of the Act requires.", "55(6)"),
        ("I make it under section 55(7) of the Police Act 1996.", "55(5)"),
        ("Statement of the Commissioner for Kent under section 55(4) of the Act", "55(5)"),
        ("I set out below my comments, as section 55(4) requires.", "55(5)"),
        ("Section 55(4) requires me to publish my comments and those of the Chief.", "55(5)"),
        ("Under section 55(4) he must publish his comments with the Chief’s.", "55(5)"),
        ("In line with section 55(4) this letter sets out my comments and the Chief’s.", "55(5)"),
        ("There are no recommendations, so section 55(6) is not engaged.", "55(5B)"),
        ("The last day is 3 May 2024; section 55(6) allows no more.", "55(5A)"),
        ("By section 55(6) I answer; and section 55(6) that I must say what I will do.", "55(5B)"),
    ],
)
def test_a_neighbour_of_the_right_provision_is_told(words: str, right: str) -> None:
    suggestions = [one.suggestion or "" for one in wrong_citation(a_response(words))]
    assert any(right in one for one in suggestions)


@pytest.mark.parametrize(
    "words",
    [
        "Under section 55(4) he was asked for his comments.",
        "Section 55(4) and (5) apply to this report.",
        "No recommendation was made, so section 55(5B) is not engaged.",
        "He used his powers under section 54(5) of the Mental Health Act 1983.",
        "Section 55(4): the Chief Constable’s comments were received on 3 May 2024.",
    ],
)
def test_a_provision_in_its_own_place_is_not_told(words: str) -> None:
    assert list(wrong_citation(a_response(words))) == []


ACT_1996 = " of the Police Act 1996"


def suggested(words: str) -> list[str]:
    """Return the provisions that are offered in the place of those of the words."""
    return [(one.suggestion or "").removesuffix(ACT_1996) for one in told(words)]


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("I publish my response under section 55(7) of the Act.", Severity.WARNING),
        ("Look at section 55(8) of the Act.", Severity.ERROR),
        ("I publish my response under section 55(6) of the Act.", Severity.ERROR),
        ("I publish my response under section 54(7) of the Act.", Severity.ERROR),
        ("The period for my response set by section 55(6) of the Act is over.", Severity.WARNING),
        ("I publish my response under section 55(5) of the Fire Act.", Severity.WARNING),
        ("I publish my response under section 55(5) of the Police Reform Act.", Severity.ERROR),
    ],
)
def test_only_a_provision_that_can_mean_nothing_else_is_an_error(
    words: str, severity: Severity
) -> None:
    assert [one.severity for one in told(words)] == [severity]


@pytest.mark.parametrize(
    ("words", "right"),
    [
        # the Act
        ("I respond under section 55(5) of the act.", []),
        ("I respond under section 55(5) of the Act.", []),
        ("I respond under section 55(5) of the Police Act.", []),
        ("I respond under section 55(5) of the Police Act 1997.", ["section 55(5)"]),
        ("I saw section 55 of the Highways Act 1980.", []),
        ("I saw section 55 of the Police Reform Act 2002.", ["section 55(5)"]),
        # another section
        ("I must publish my response under section 54.", ["section 55(5)"]),
        ("I must publish my response in section 54.", []),
        ("I must publish my response, see section 50(5) and (5A).", ["section 55(5)"]),
        ("I must publish my response, see section 50(5).", []),
        ("I must publish my response, see section 12(5) and (5A).", []),
        ("The days are those of section 56(5) of the Police Act 1996.", ["section 55(5)"]),
        ("The days are those of section 56(5) of the Police Act 1997.", []),
        ("I must publish my response under section 12.", []),
        ("I must publish my response under section 12 of the Highways Act 1980.", []),
        ("I must publish my response under section 12 of the Police Act 1996.", ["section 55(5)"]),
        ("I must publish my response under section 12 of the Crime Act 2013.", ["section 55(5)"]),
        ("I must publish my response under s.12 of the Local Government Act.", ["section 55(5)"]),
        ("I must publish what the panel says of my response under section 54.", []),
        # who invites
        ("An invitation: I respond under section 55(5).", []),
        ("The invited guests saw section 55(5).", []),
        ("I invited him under section 55(5) to comment.", ["section 55(4)"]),
        ("I met him under section 55(5) to comment.", []),
        # who publishes
        ("This response is published under section 55(4).", ["section 55(5)"]),
        ("This response is published under section 55(4) and (5).", []),
        ("HMICFRS published under section 55(4).", ["section 55(5)"]),
        # the paper itself
        ("It is made under section 54(5).", ["section 55(5)"]),
        ("It is made under section 54(2) of the Police Act 1996.", ["section 55(5)"]),
        ("It is made under section 54(2).", []),
        ("It is made under section 54(2) of the Police Act 1996 by HMICFRS inspectors.", []),
        ("It is made under section 54(2) of the Police Act 1996, as an agreement.", []),
        ("Section 54(5) response", ["section 55(5)"]),
        ("Section 54(2) response", []),
    ],
)
def test_the_right_provision_is_offered_where_the_words_are_of_this_paper(
    words: str, right: list[str]
) -> None:
    assert suggested(words) == right


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("I publish my response under the Police Act 1995.", ["Police Act 1995"]),
        ("I publish my response under the Police Act 1996.", []),
        ("I publish my response under the Police Act 1997.", ["Police Act 1997"]),
        ("The Police Act 1964 was long in force.", []),
        ("The Police Act 1965 was long in force.", ["Police Act 1965"]),
        ("The bugs are placed under the Police Act 1997.", []),
        ("Statement on surveillance by us: see the Police Act 1997.", []),
        ("I walked by the Police Act 1997.", []),
        ("They publish the Police Act 1997.", []),
    ],
)
def test_a_police_act_of_another_year_is_told_where_there_is_none_or_ours_is_meant(
    words: str, found: list[str]
) -> None:
    assert [one.where for one in told(words)] == found
    assert all(one.replaces and one.suggestion == "Police Act 1996" for one in told(words))
