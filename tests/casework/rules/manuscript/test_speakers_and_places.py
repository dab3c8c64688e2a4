"""Who speaks in each passage, and where findings stand in it, in the layouts of many offices."""

# ruff: noqa: E501 - sentences of letters, each whole on its line

from dataclasses import replace

import pytest
from rapidfuzz.distance import Indel

from casework.rules.manuscript.alignment import gaps, stretched, without_strays
from casework.rules.manuscript.answer_labels import in_reply
from casework.rules.manuscript.sealed import Sealed
from casework.rules.manuscript.speakers import Names, Speaker
from casework.rules.manuscript.word_stream import WordStream, tokens
from models.shapes.checking import Holder
from tests.manuscripts import a_finding, a_response, some_facts

FINDING = a_finding(
    "AFI 1", "The force should make sure that repeat callers are identified when they first call."
)
FACTS = some_facts(FINDING)
THEIRS = "\n".join(FACTS.chief_officer_comments)
SECTION = f"# Comments of the Chief Constable\n{THEIRS}"


def speaker(words: str, of: str) -> Speaker:
    response = a_response(words, FACTS)
    (at,) = [one.at for one in response.passages if one.words == of]
    return response.speakers[at]


@pytest.mark.parametrize(
    "label",
    [
        "**Force response**",
        "**Chief Constable’s response**",
        "**Barsetshire Police update**",
        "**The force’s position:**",
        "Force response:",
        "### Constabulary action",
    ],
)
def test_what_stands_under_the_force_s_label_is_the_force_s(label: str) -> None:
    words = f"# Findings\n{FINDING.text}\n{label}\nWe have begun.\n{SECTION}"
    assert speaker(words, "We have begun.") is Speaker.FORCE


@pytest.mark.parametrize(
    "label",
    ["**My response**", "**Commissioner’s response**", "My response:", "### What I will do"],
)
def test_what_stands_under_the_body_s_label_is_its_own(label: str) -> None:
    words = f"# Findings\n{FINDING.text}\n**Force response**\nWe have begun.\n{label}\nI will ask.\n{SECTION}"
    assert speaker(words, "I will ask.") is Speaker.BODY


@pytest.mark.parametrize(
    "asked",
    [
        "We wrote to the Chief Constable on 13 March 2024, inviting comments. He told us that he had none.",
        "Mine to the Chief Constable was dated 13 March 2024; it asked for any comments by 5 April 2024.",
        "My invitation to comment on the report went to him on 13 March 2024.",
    ],
)
def test_how_comments_were_asked_for_is_the_body_s_where_none_were_made(asked: str) -> None:
    facts = replace(FACTS, chief_officer_comments=(), comments_received_on=None)
    response = a_response(f"# What the Chief Constable said\n{asked}", facts)
    assert response.speakers[-1] is Speaker.BODY


def test_a_joint_heading_gives_nobody_s_words_to_the_chief_officer() -> None:
    words = "# Joint response of the Commissioner and the Chief Constable’s response\nI will ask."
    assert speaker(words, "I will ask.") is Speaker.BODY


def test_a_quotation_after_an_answer_about_the_chief_officer_is_the_inspectors() -> None:
    words = f"I will ask the Chief Constable for a plan.\n“{FINDING.text}”\n{SECTION}"
    assert speaker(words, f"“{FINDING.text}”") is Speaker.INSPECTORS


def test_a_quotation_after_a_line_that_says_so_is_the_chief_officers() -> None:
    words = "The Chief Constable told me:\n“We have begun and will go on.”"
    assert speaker(words, "“We have begun and will go on.”") is Speaker.CHIEF_OFFICER


@pytest.mark.parametrize(
    ("heading", "is_reply"),
    [
        ("My response to the Chief Constable’s comments", True),
        ("Comments from the local policing body on the CC’s comments", True),
        ("Reply to these comments", True),
        ("The Board’s reply to the comments of the Chief Constable", True),
        ("My comments", False),
        ("Response to the recommendations and the Chief Constable’s comments", False),
        ("Response to the HMICFRS report on Barsetshire", False),
        ("Response to comments made by HMICFRS", False),
        ("Chief Constable’s comments", False),
    ],
)
def test_the_reply_to_the_chief_officer_is_known_by_its_heading(
    heading: str, *, is_reply: bool
) -> None:
    response = a_response(f"# {heading}\nI am grateful.", FACTS)
    assert in_reply(response.passages[1]) is is_reply


def test_where_nothing_came_the_end_of_a_letter_under_their_heading_is_the_body_s() -> None:
    words = "# Comments of the Chief Constable\nNone were received.\nYours sincerely,\nAnna Bell"
    silent = replace(FACTS, chief_officer_comments=(), comments_received_on=None)
    assert FACTS.invited_on is not None
    assert set(a_response(words, silent).speakers[1:]) == {Speaker.BODY}
    unknown = replace(silent, invited_on=None)
    assert Speaker.CHIEF_OFFICER in a_response(words, unknown).speakers


def places(words: str) -> list[tuple[int, int, bool]]:
    return [(one.first, one.last, one.exact) for one in a_response(words, FACTS).placed.standings]


def test_a_finding_stands_once_where_its_words_stand() -> None:
    assert places(FINDING.text) == [(0, 0, True)]
    assert places(FINDING.text.replace("first", "last")) == [(0, 0, False)]
    assert places("I will ask for a report.") == []


def test_half_of_a_finding_is_that_finding_and_an_echo_of_it_is_not() -> None:
    assert places("The force should make sure that repeat callers are identified.") == [
        (0, 0, False)
    ]
    assert places(
        f"{FINDING.text}\nThe force makes sure that repeat callers are identified when they first call."
    ) == [(0, 0, True)]


def test_a_finding_in_the_chief_officers_words_stands_nowhere() -> None:
    facts = some_facts(FINDING, chief_officer_comments=(FINDING.text,))
    assert not a_response(
        f"# Comments of the Chief Constable\n{FINDING.text}", facts
    ).placed.standings


def test_words_are_compared_without_their_typography() -> None:
    words = [
        one.word
        for one in tokens("Make sure that officers’ anti\u2011social\u00ad work isn’t 96.7% “lost”")
    ]
    assert words == ["ensure", "officers", "antisocial", "work", "isn't", "96", "7%", "lost"]
    assert [one.word for one in tokens("ensuring that, ensures")] == ["ensure", "ensure"]


def test_a_text_of_fewer_than_three_words_is_not_looked_for() -> None:
    stream = WordStream(a_response("The force should go on.").passages)
    assert stream.whole("The force") == []
    assert len(stream.whole("The force should")) == 1
    assert stream.like("The force") is None


def test_words_shared_by_chance_far_from_the_rest_are_left_out() -> None:
    stream = WordStream(
        a_response(
            "The one who is far away from it. The force should train call handlers well."
        ).passages
    )
    place = stream.like("The force should train call handlers")
    assert place is not None
    assert place.exact
    assert (place.start, place.end) == (8, 14)


def test_alignment_keeps_what_is_whole() -> None:
    steps = [one for one in Indel.opcodes(list("abcd"), list("abXd")) if one.tag == "equal"]
    same = stretched(without_strays(steps), list("abcd"), list("abXd"))
    told = [(one.start, one.stop, two.start, two.stop) for one, two in gaps(same, 4)]
    assert (2, 3, 2, 3) in told


@pytest.mark.parametrize(
    ("heading", "theirs"),
    [
        ("Chief Constable’s comments", True),
        ("The Chief Constable’s formal written response", True),
        ("Chief Constable Septimus Quiverful, Q.P.M.: his statement", True),
        ("CC comments", True),
        ("Comments from the Chief Constable", True),
        ("Chief Constable one two three four five six comments", True),
        ("Chief Constable one two three four five six seven comments", False),
        ("My reply to the Chief Constable’s comments", False),
        ("Chief Constable " + "x" * 200 + " comments", False),
    ],
)
def test_a_chief_officers_section_is_known_by_its_heading(heading: str, *, theirs: bool) -> None:
    assert Names(some_facts()).opens_chiefs_words(heading) is theirs


@pytest.mark.parametrize(
    "heading",
    [
        "The Chief Constable’s comments and my response",
        "Chief Constable’s comments with the Commissioner’s response",
        "Comments of the Chief Constable; the Board’s reply",
        "Comments of the Chief Constable and of the Commissioner",
        "Comments of the Chief Constable and the Police and Crime Commissioner",
        "The Chief Constable’s comments / Commissioner’s comments",
        "Chief Constable’s comments on each recommendation and what we will do",
        "Recommendations: Chief Constable’s comments",
        "Findings and the Chief Constable’s response",
        "The recommendations, the Chief Constable’s comments and my response",
    ],
)
def test_a_heading_over_several_opens_nobody_s_section_alone(heading: str) -> None:
    names = Names(some_facts())
    assert not names.opens_chiefs_words(heading)
    assert not names.heads_force([heading])
    assert (
        speaker(f"# {heading}\nI will ask for it.\n{THEIRS}", "I will ask for it.") is Speaker.BODY
    )


@pytest.mark.parametrize(
    ("heading", "theirs"),
    [
        ("The Commissioner’s comments", True),
        ("Comments from the Commissioner", True),
        ("The Mayor’s response to the Commissioner’s comments", False),
        ("Comments of the Information Commissioner", False),
        ("Comments of the Police and Crime Commissioner", False),
        ("Comments of the Commissioner for Children", False),
    ],
)
def test_in_london_the_commissioner_is_the_chief_officer(heading: str, *, theirs: bool) -> None:
    names = Names(some_facts(chief_officer=Holder("Commissioner", "Septimus Quiverful")))
    assert names.opens_chiefs_words(heading) is theirs
    assert names.body_speaks.match("Commissioner’s response:") is None


@pytest.mark.parametrize(
    ("trail", "inside"),
    [
        (("Chief Constable’s comments",), True),
        (("Chief Constable’s comments", "On custody"), True),
        (("Chief Constable’s comments", "My response"), False),
        (("Chief Constable’s comments", "4.2 What I will do"), False),
        (("My response", "Chief Constable’s comments"), True),
        (("Police and Crime Commissioner’s response", "Chief Constable’s comments"), True),
        (("The report",), False),
    ],
)
def test_the_innermost_heading_that_says_who_speaks_counts(
    trail: tuple[str, ...], *, inside: bool
) -> None:
    assert Names(some_facts()).in_chiefs_section(trail) is inside


@pytest.mark.parametrize("head", ["My response", "Recommendation", "Commissioner’s action"])
def test_a_column_of_others_in_their_section_is_not_theirs(head: str) -> None:
    silent = some_facts(FINDING, chief_officer_comments=())
    table = f"# Comments of the Chief Constable\n| Subject | {head} |\n| Calls | It is in hand. |"
    response = a_response(table, silent)
    assert response.speakers[-1] is Speaker.BODY
    assert a_response(table.replace(head, "Detail"), silent).speakers[-1] is Speaker.CHIEF_OFFICER


def test_a_finding_that_stands_only_in_their_section_is_found_there() -> None:
    silent = some_facts(FINDING, chief_officer_comments=())
    words = f"# Comments of the Chief Constable\nHere they are.\n{FINDING.text}\nWe have begun."
    (standing,) = a_response(words, silent).placed.standings
    assert (standing.first, standing.exact) == (2, True)
    elsewhere = a_response(f"{FINDING.text}\n{words}", silent).placed.standings
    assert [one.first for one in elsewhere] == [0]


@pytest.mark.parametrize(
    ("between", "speaks"),
    [
        ("It is all in hand.", Speaker.CHIEF_OFFICER),
        ("It is all in hand.\n" * 3, Speaker.CHIEF_OFFICER),
        ("It is all in hand.\n" * 4, Speaker.BODY),
        ("## Custody\nIt is all in hand.", Speaker.BODY),
        ("| It is all in hand. | Yes |", Speaker.BODY),
    ],
)
def test_a_few_lines_among_theirs_are_theirs_in_their_own_section(
    between: str, speaks: Speaker
) -> None:
    first, second = FACTS.chief_officer_comments
    response = a_response(f"# The Chief Constable’s comments\n{first}\n{between}\n{second}", FACTS)
    said = {response.speakers[p.at] for p in response.passages if p.words == "It is all in hand."}
    assert said == {speaks}


def test_what_stands_for_a_paragraph_of_theirs_is_theirs_under_any_heading() -> None:
    first, last = FACTS.chief_officer_comments
    facts = some_facts(FINDING, chief_officer_comments=(first, "We are recruiting.", last))
    words = f"# The Chief Constable’s comments and my response\n{first}\nThey said more.\n{last}"
    assert a_response(words, facts).speakers[2] is Speaker.CHIEF_OFFICER
    assert a_response(words, FACTS).speakers[2] is Speaker.BODY


def test_their_words_are_known_as_often_as_they_are_printed() -> None:
    first, second = FACTS.chief_officer_comments
    words = f"{first}\nI agree.\n# Annex\nIn full: {first}\n{second}"
    assert a_response(words, FACTS).sealed == {0: Sealed(0, 0), 3: Sealed(9, 0), 4: Sealed(0, 1)}


def test_a_short_comment_takes_only_the_line_that_says_nothing_else() -> None:
    facts = some_facts(FINDING, chief_officer_comments=("I accept this fully.",))
    words = "I accept this fully. I have asked for a plan and will read it in June.\nI accept this fully.\nI accept this fully."
    assert list(a_response(words, facts).sealed) == [1]


def test_a_quotation_of_several_paragraphs_stays_the_chief_officer_s() -> None:
    silent = some_facts(FINDING, chief_officer_comments=())
    words = (
        "The Chief Constable told me:\n> We have begun.\n> We will go on.\nI agree.\n> A quotation."
    )
    assert a_response(words, silent).speakers[1:] == (
        Speaker.CHIEF_OFFICER,
        Speaker.CHIEF_OFFICER,
        Speaker.BODY,
        Speaker.INSPECTORS,
    )


def test_how_the_comments_were_asked_for_is_told_by_the_body_under_any_heading() -> None:
    told = "On 13 March 2024 I invited the Chief Constable to let me have comments."
    words = f"# What the Chief Constable says\n\n{told}\n\n{THEIRS}"
    response = a_response(words, FACTS)
    at = next(one.at for one in response.passages if one.words == told)
    assert response.speakers[at] is Speaker.BODY
