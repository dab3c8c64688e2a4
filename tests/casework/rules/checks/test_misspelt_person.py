"""Near-misses of the names of a case are told; other people's real names are not."""

import pytest

from casework.rules.checks.misspelt_person import misspelt_person
from models.shapes.checking import Facts, Holder, Observation, PersonFacts, Severity
from tests.manuscripts import a_response, some_facts

PEOPLE = some_facts(
    people=(
        PersonFacts("Deborah Tedds", "Deputy Chief Constable"),
        PersonFacts("Siân O’Hare-Jones", "Chief Executive"),
        PersonFacts("Mark Vane", "Chief Finance Officer"),
    )
)


def told(words: str, facts: Facts = PEOPLE) -> list[Observation]:
    return list(misspelt_person(a_response(words, facts)))


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        ("Elenor Harding", "Elenor Harding"),
        ("Eleanor Hardng", "Eleanor Hardng"),
        ("Elaenor Harding, Commissioner", "Elaenor Harding"),
        ("ELEANOR HARDNIG", "ELEANOR HARDNIG"),
        ("Signed: Eleanor Hardinge", "Eleanor Hardinge"),
        ("I met Chief Constable Quivrful to discuss it.", "Quivrful"),
        ("I met Chief Constable Septimus Quiverfull to discuss it.", "Septimus Quiverfull"),
        ("I met Chief Constable Septimis Quiverful to discuss it.", "Septimis Quiverful"),
        ("Mr Quiverfull’s comments are below.", "Quiverfull’s"),
        ("Dear Commissioner Hardin", "Hardin"),
        ("DCC Teds leads the work.", "Teds"),
        ("DCC Debora Tedds leads the work.", "Debora Tedds"),
        ("Deborah Teds leads the work.", "Deborah Teds"),
        ("The work is led by Sian O’Hare-Jnoes.", "Sian O’Hare-Jnoes"),
        ("Makr Vane signs the budget.", "Makr Vane"),
        ("Eleanor J. Hardng", "Eleanor J. Hardng"),
    ],
)
def test_a_near_miss_is_told_where_it_stands(sentence: str, where: str) -> None:
    (found,) = told(sentence)
    assert found.where == where
    assert (found.check, found.severity) == ("misspelt_person", Severity.ERROR)
    assert found.replaces


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        ("I have asked the Chief Constable, Obadiah Slope, for a plan.", "Obadiah Slope"),
        ("# Comments from Chief Constable Obadiah Slope", "Obadiah Slope"),
        ("Chief Constable of Barsetshire Police, Obadiah Slope", "Obadiah Slope"),
    ],
)
def test_another_name_given_to_the_chief_officer_is_told(sentence: str, where: str) -> None:
    (found,) = told(sentence)
    assert found.where == where
    assert "Septimus Quiverful" in found.message


@pytest.mark.parametrize(
    "sentence",
    [
        "Eleanor Harding",
        "Eleanor Harding OBE",
        "Eleanor Harding’s office",
        "E Harding, E. Harding and Mrs Harding",
        "Chief Constable Quiverful’s comments",
        "Chief Constable Septimus Quiverful QPM",
        "The Tedds’ and Tedd’s",
        "DCC Tedds and DCC Tedds’ team",
        "DCC Deb Tedds",
        "Sian O'Hare-Jones and Siân O’Hare\u2011Jones",
        "Septimus Quiverful, Chief Constable, West Yorkshire Police",
        "Mary Vane is the head of policy.",
        "John Harding is the treasurer.",
        "I met Superintendent John Bold.",
        "The former Chief Constable, Obadiah Slope, began the work.",
        "Chief Constable Obadiah Slope, the national lead for custody, spoke.",
        "Deputy Chief Constable Obadiah Slope has left.",
        "Chief Constable of Loamshire Police, Adam Bede, agrees.",
        "Chief Constable Obadiah Slope of Kent Police agrees.",
        "Harding Street and Vale House were sold.",
        "The Chief Constable Police Uplift programme ended.",
        "In March Mark Vane wrote to me.",
        "Chief Constable Deborah Tedds",
    ],
)
def test_right_names_and_other_people_are_not_told(sentence: str) -> None:
    assert told(sentence) == []


def test_the_right_name_is_suggested_with_its_possessive_and_its_capitals() -> None:
    assert told("Mr Quiverfull’s comments")[0].suggestion == "Quiverful’s"
    assert told("ELENOR HARDING")[0].suggestion == "ELEANOR HARDING"


def test_in_the_chief_officers_words_it_is_only_a_note() -> None:
    words = "I am grateful to Elenor Harding for her support of our officers."
    facts = some_facts(chief_officer_comments=(words,))
    response = a_response(f"# Comments from the Chief Constable\n{words}", facts)
    assert [one.severity for one in misspelt_person(response)] == [Severity.NOTE]


def test_without_names_on_record_nothing_is_said() -> None:
    assert told("Chief Constable Septimis Quiverful and Elenor Harding", Facts()) == []


def test_a_name_of_one_word_is_known_by_a_title_before_it() -> None:
    facts = some_facts(signatory=Holder("Mayor", "Quiverful"))
    assert [one.where for one in told("Mayor Quivrful", facts)] == ["Quivrful"]


def test_each_near_miss_of_a_passage_is_told() -> None:
    found = told("Septimus Quiverfull met Elenor Harding, and Deborah Teds was there.")
    assert [one.where for one in found] == ["Septimus Quiverfull", "Elenor Harding", "Deborah Teds"]


def test_a_right_name_before_it_hides_no_wrong_one() -> None:
    words = "I met Chief Constable Septimus Quiverful and Chief Constable Obadiah Slope."
    (found,) = told(words)
    assert (found.where, found.suggestion) == ("Obadiah Slope", "Septimus Quiverful")
    slip = "Chief Constable Septimus Quiverfull, that is Chief Constable Obadiah Slope."
    assert [one.where for one in told(slip)] == ["Septimus Quiverfull", "Obadiah Slope"]
