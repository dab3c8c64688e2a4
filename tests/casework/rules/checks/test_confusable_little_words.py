"""Too for to, off for of, our for are, form for from, beside the words that tell them."""

import pytest

from casework.rules.checks.confusable_word import confusable_word
from models.shapes.checking import Severity
from tests.manuscripts import a_response


@pytest.mark.parametrize(
    ("words", "wrong", "meant"),
    [
        ("Calls rose from 40 too 52 in May.", "too", "to"),
        ("I expect it too be open by May.", "too", "to"),
        ("This is my response too “Paying the price”.", "too", "to"),
        ("I wrote too our five councils.", "too", "to"),
        ("I explained it too them.", "too", "to"),
        ("The Commissioner has replied too all of them.", "too", "to"),
        ("I have until 11 December too do so.", "too", "to"),
        ("The force leads the national response too it.", "too", "to"),
        ("I have sent a copy too the Home Secretary.", "too", "to"),
        ("I look forward too hearing from her.", "too", "to"),
        ("I have asked it too grade each response.", "too", "to"),
        ("There is a good deal to be proud off.", "off", "of"),
        ("My Head off Policy will check it.", "off", "of"),
        ("I am meeting the councils’ heads off children’s services.", "off", "of"),
        ("It is a good report for the people off County Durham.", "off", "of"),
        ("It is read at the start off every shift.", "off", "of"),
        ("I asked for it to be one off the four priorities.", "off", "of"),
        ("I will test it in the first week off September.", "off", "of"),
        ("I reply under section 55(5) off the Act.", "off", "of"),
        ("Of these, 32 off 32 schools answered.", "off", "of"),
        ("One is for me and three our for other bodies.", "our", "are"),
        ("My comments our in the fourth column.", "our", "are"),
        ("The two recommendations our answered separately.", "our", "are"),
        ("I have agreed £640,000 form reserves.", "form", "from"),
        ("I have agreed £1.2 million form reserves.", "form", "from"),
        ("The law gives me 56 days form that day.", "form", "from"),
        ("It is a trial which the force has learnt form.", "form", "from"),
        ("The paper, having been settled their, is the response.", "their", "there"),
        ("The following where received from him.", "where", "were"),
        ("I agree that the weight for devices is hard.", "weight", "wait"),
    ],
)
def test_a_little_word_is_told_by_its_neighbours(words: str, wrong: str, meant: str) -> None:
    (told,) = confusable_word(a_response(words))
    assert told.suggestion == meant
    assert wrong in told.where
    assert told.where in words
    assert told.severity is Severity.WARNING


@pytest.mark.parametrize(
    "words",
    [
        "Too few were seen, too late; the force is due too soon to answer too many.",
        "Officers too do more of this, and there too our teams helped. That, too, is for them.",
        "The force replied too late, answered too slowly and spoke too quickly.",
        "It responded too soon. I asked him too much, and told them too little.",
        "I took one off the list, signed off the plan, and £20 off its price is a start.",
        "Two people off sick; the head took days off in May; it cuts people off from help.",
        "They set off their alarms; the price is lower than the list.",
        "Our in-house team, our in house team, our to-do list and our not-for-profit partners.",
        "Our as yet unpublished plan, our at-risk residents and our by-election.",
        "Our answered letters. Our reviewed policy is here.",
        "The £500 form. A form of help has come to form part of it; they learn to form teams.",
        "Teams form that unit. In their, and our, view it works. She held their attention.",
        "The following areas, where needed. Weight for weight; it waits for devices.",
    ],
)
def test_the_right_little_word_is_left_alone(words: str) -> None:
    assert not [one.message for one in confusable_word(a_response(words))]
