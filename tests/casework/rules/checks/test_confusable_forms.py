"""A verb where the noun belongs, a noun where the verb belongs; their, there and they’re."""

import pytest

from casework.rules.checks.confusable_word import confusable_word
from models.shapes.checking import Observation, Severity
from tests.manuscripts import a_response


def told(words: str) -> list[Observation]:
    return list(confusable_word(a_response(words)))


@pytest.mark.parametrize(
    ("words", "wrong", "meant"),
    [
        ("I will seek her advise on its cost.", "advise", "advice"),
        ("It is her practise to visit each station.", "practise", "practice"),
        ("The license was granted by his license officer.", "license", "licence"),
        ("Officers hold their devise in the other hand.", "devise", "device"),
        ("The tester took a breathe sample.", "breathe", "breath"),
        ("It is my believe that this will last.", "believe", "belief"),
        ("An analyse of the calls was made.", "analyse", "analysis"),
        ("The board puts an emphasise on victims.", "emphasise", "emphasis"),
        ("I will licence the premises with care.", "licence", "license"),
        ("We cannot belief that this is right.", "belief", "believe"),
        ("My staff continue to analysis the figures.", "analysis", "analyse"),
        ("I did not emphasis this enough; I want to emphasis that now.", "emphasis", "emphasise"),
        ("I asked her to advice all the chairs.", "advice", "advise"),
        ("The lose of experience is felt.", "lose", "loss"),
        ("Victims loose confidence when they wait.", "loose", "lose"),
        ("There are lose ends in the plan.", "lose", "loose"),
        ("The team has its compliment of 12 officers.", "compliment", "complement"),
        ("The team can breath easily again.", "breath", "breathe"),
        ("It acts so that there errors are not made again.", "there", "their"),
        ("I know that there officers have done much.", "there", "their"),
        ("I am proud of there successes.", "there", "their"),
        ("He said that there working on it.", "there", "they’re"),
        ("The teams know their going to be heard.", "their", "they’re"),
        ("They’re are two reasons.", "They’re", "there"),
    ],
)
def test_the_wrong_form_is_a_warning_with_the_right_one(words: str, wrong: str, meant: str) -> None:
    found = told(words)
    assert {one.suggestion for one in found} == {meant}
    assert all(wrong in one.where and one.where in words for one in found)
    assert {one.severity for one in found} == {Severity.WARNING}


@pytest.mark.parametrize(
    "words",
    [
        "I asked her to advise on it; this helped her advise others, and let her practise.",
        "I took her advice, which made her believe that they heard her analyse the calls.",
        "The Licensing Act; a licensed seller; its licence; a practising solicitor.",
        "In addition to advice, the force has belief in its plan. Will this prove useful?",
        "They act contrary to belief that the law is hard, and need to practise.",
        "Loose ends were tied. We lose officers, and no victim should lose confidence.",
        "A compliment of the staff; its complement of officers; out of breath; they breathe.",
        "I believe that there always are errors, and that there is more to do.",
        "I hope that there were officers; where there remains doubt; if there has been harm.",
        "I am glad of there being a plan, for there is need, and with there always being one.",
        "From there they went on. While there officers were told. I was there.",
        "Their errors are known; their going to court was right; they’re working hard.",
        "I asked whether there was harm, because there needs to be a record.",
    ],
)
def test_the_right_form_is_not_told(words: str) -> None:
    assert told(words) == []


def test_a_word_known_by_its_neighbours_and_by_its_shape_is_told_once() -> None:
    (one,) = told("The board gave this advise.")
    assert one.suggestion == "advice"
