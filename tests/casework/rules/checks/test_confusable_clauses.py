"""Words taken for one another, known by what their clause can be; each beside its innocent twin."""

import pytest

from casework.rules.checks.confusable_word import confusable_word
from models.shapes.checking import Observation, Severity
from tests.manuscripts import a_response


def told(words: str) -> list[Observation]:
    return list(confusable_word(a_response(words)))


@pytest.mark.parametrize(
    ("words", "wrong", "meant"),
    [
        ("It lets people ask whether there partner has been violent.", "there", "their"),
        ("Inspectors gave us there initial feedback.", "there", "their"),
        ("The children were placed their by an authority elsewhere.", "their", "there"),
        ("I shall keep it their.", "their", "there"),
        ("My panel, who’s members are volunteers, met in May.", "who’s", "whose"),
        ("I welcome the report, who's recommendations are fair.", "who's", "whose"),
        ("Officers record they’re grounds for each search.", "they’re", "their"),
        ("I write in reply to you’re invitation.", "you’re", "your"),
        ("The board agreed it at it’s meeting in May.", "it’s", "its"),
        ("The force will publish it’s attendance times.", "it’s", "its"),
        ("The force has kept it’s outstanding grade.", "it’s", "its"),
        ("It must be published no later then 29 April 2026.", "then", "than"),
        ("Residents see more of their neighbourhood officers then they did.", "then", "than"),
        ("The panel will than report to me.", "than", "then"),
        ("In November any sergeant not trained than will be found a place.", "than", "then"),
        ("I invited him too submit his comments.", "too", "to"),
        ("The matter is too serious too wait for the final report.", "too", "to"),
        ("The average age off officers has risen.", "off", "of"),
        ("No recommendations where made.", "where", "were"),
        ("Some of them where overdue.", "where", "were"),
        ("By then 284 where recorded.", "where", "were"),
        ("I will fund more in areas were it helps victims.", "were", "where"),
        ("It was a fair picture of where we stood, and were we are.", "were", "where"),
        ("The devices our held by the unit.", "our", "are"),
        ("I thank all of are communities.", "are", "our"),
        ("The figures run form 1 April 2025.", "form", "from"),
        ("I will have the figures form now on.", "form", "from"),
        ("Each sergeant fills in the same from.", "from", "form"),
        ("I expect the force to put this write.", "write", "right"),
    ],
)
def test_a_word_that_cannot_stand_there_is_told_with_the_one_meant(
    words: str, wrong: str, meant: str
) -> None:
    found = told(words)
    assert [one.suggestion for one in found] == [meant]
    assert wrong in found[0].where
    assert found[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    "words",
    [
        "There is more to do there, and people there told me so; there still remain gaps.",
        "While there officers were asked. Once there inspectors spoke to staff.",
        "Their own plan is theirs. Residents gave us their views.",
        "The officer who’s been leading this, and who’s responsible, who’s now retired, who’s new.",
        "They’re able to help, they’re not alone, and they’re working on it.",
        "You’re welcome to write if you’re worried.",
        "There is one cause of concern, and it’s serious, if it’s harmless to most.",
        "It’s clear that it’s being done, it’s working well and it’s a relief.",
        "We then met, and later, then, I wrote. The other teams followed.",
        "More were trained than will be needed, and fewer were paid for than may be wanted.",
        "It is worse than it was; no other than he; rather than wait; sooner than expected.",
        "The wait is too long; there are too many; the force too has a part; I, too, thank them.",
        "He signed off the plan on his day off, set off alarms, and switched off the lights.",
        "Officers off duty, a one-off grant, and time off work.",
        "In cases where needed, and areas where identified by staff, the force acts.",
        "There were four; the calls were answered; nor were they late; were they not?",
        "Our trained staff and our agreed plan are ours. The people we speak to are pleased.",
        "Use the form of words; fill in a form; it will form the core; where it came from.",
        "They write to us, and put in writing what is right.",
    ],
)
def test_the_right_word_in_its_place_is_not_told(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "wrong", "meant"),
    [
        ("The Board excepts that too many wait.", "excepts", "accepts"),
        ("The recommendation is excepted in full.", "excepted", "accepted"),
        ("I have a scrutiny roll in this.", "roll", "role"),
        ("The hole force has been trained.", "hole", "whole"),
        ("I answer to the County Counsel for this.", "Counsel", "Council"),
        ("Each detainee has excess to a nurse.", "excess", "access"),
        ("Residence told me so.", "Residence", "Residents"),
        ("Every weak I see the figures.", "weak", "week"),
        ("I did not here from them.", "here", "hear"),
        ("The lessens learned are shared.", "lessens", "lessons"),
        ("Victims weight too long for news.", "weight", "wait"),
        ("All detainees are scene by a nurse.", "scene", "seen"),
        ("A review lead by the deputy is under way.", "lead", "led"),
        ("The Commissioner’s respond follows.", "respond", "response"),
        ("The date has past.", "past", "passed"),
        ("Two briefings on principals of finance were held.", "principals", "principles"),
        ("Children who go missing form care are found.", "form", "from"),
        ("The use of coarse language: the coarse is run twice a year.", "coarse", "course"),
    ],
)
def test_more_pairs_are_told_by_the_words_beside(words: str, wrong: str, meant: str) -> None:
    found = told(words)
    assert [one.suggestion.casefold() for one in found if one.suggestion] == [meant.casefold()]
    assert wrong in found[0].where


@pytest.mark.parametrize(
    "words",
    [
        "London excepted, all forces except one accept this.",
        "The roll out continues; to roll forward; an electoral roll.",
        "A pothole is a hole in the road.",
        "He took the advice of leading counsel and of counsel.",
        "Sums in excess of £1 million. Its place of residence; her residence.",
        "The weak and the strong; a weak point. We are here to hear it.",
        "It lessens the risk. The weight of evidence. The scene of the crime.",
        "It was done in Cheshire, which the force has learnt from. Ask where it came from.",
        "I lead by example. They respond in time to the past year’s calls.",
    ],
)
def test_more_pairs_keep_their_own_places(words: str) -> None:
    assert told(words) == []
