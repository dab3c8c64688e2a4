"""Slips in words: told where they stand, with what is meant; quoted words are only noted."""

import pytest

from casework.registers.dictionary import load_dictionary
from casework.rules.checks.confusable_word import confusable_word
from casework.rules.checks.long_sentence import long_sentence
from casework.rules.checks.misspelt_word import misspelt_word
from casework.rules.checks.odd_spacing import odd_spacing
from casework.rules.checks.operational_direction import operational_direction
from casework.rules.checks.personal_data import personal_data
from casework.rules.checks.unclosed_delimiter import unclosed_delimiter
from casework.rules.checks.undefined_acronym import undefined_acronym
from casework.rules.manuscript.response import Library, Response
from models.shapes.checking import Severity
from tests.manuscripts import a_finding, a_response, some_facts


def _with_dictionary(words: str, **facts: object) -> Response:
    response = a_response(words, some_facts(**facts))
    return Response(response.read, response.facts, response.today, Library(load_dictionary()))


@pytest.mark.parametrize(
    ("words", "wrong", "meant"),
    [
        ("The plan was stablished in May.", "stablished", "established"),
        ("We hold biltaeral meetings.", "biltaeral", "bilateral"),
        ("Evidene was given to the board.", "Evidene", "Evidence"),
        ("The organization has a new center.", "organization", "organisation"),
        ("I recieved the comments.", "recieved", "received"),
        ("It is publically available.", "publically", "publicly"),
        ("The Commitee met in May; the commitee will meet again.", "Commitee", "Committee"),
    ],
)
def test_a_misspelt_word_is_told_with_what_is_meant(words: str, wrong: str, meant: str) -> None:
    told = {one.where: one for one in misspelt_word(_with_dictionary(words))}
    if wrong[0].isupper() and wrong not in told:
        wrong, meant = wrong.lower(), meant.lower()
    assert told[wrong].suggestion == meant
    assert told[wrong].severity is Severity.WARNING


@pytest.mark.parametrize(
    "words",
    [
        "Mrs Quiverful of Plumstead Episcopi met the Bertramites.",
        "Croeso: the board was graded “digonol”, and diolch to Heddlu De Cymru.",
        "The force’s safeguarding hub triages reoffending and cybercrime.",
        "Write to office@barsetshire.example or see www.barsetshire.example/peel2024.",
        "HMICFRS, OPCC and MARAC; iPatrol and PowerBI; 12th, 3rd and 21st.",
        "Multi-agency, co-ordinated and self-referred cases of anti-social behaviour.",
    ],
)
def test_names_addresses_and_words_of_the_trade_are_not_told(words: str) -> None:
    assert not list(misspelt_word(_with_dictionary(words)))


def test_a_slip_in_a_quoted_finding_is_only_noted_and_words_of_the_case_are_known() -> None:
    finding = a_finding("AFI 1", "The force should improve its use of frobnication at once.")
    words = "The force should improve its use of frobnication at once.\nI ask for frobnication."
    response = a_response(words, some_facts(finding))
    known = Response(response.read, response.facts, response.today, Library(load_dictionary()))
    assert not list(misspelt_word(known))
    (told,) = misspelt_word(_with_dictionary("> The force should recieve training in this field."))
    assert told.severity is Severity.NOTE


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("I spoke to those effected by crime.", "affected"),
        ("Victims were badly effected by delays.", "affected"),
        ("This had a positive affect on morale.", "effect"),
        ("The principle concern is demand.", "principal"),
        ("I agree in principal and will fund it.", "principle"),
        ("The force gave good advise to callers.", "advice"),
        ("It is now best practise in the region.", "practice"),
        ("The force knows it’s own demand.", "its"),
        ("Officers raised there concerns; I read there views.", "their"),
        ("There are more cases then last year.", "than"),
        ("Staff moral has improved.", "morale"),
        ("The public must not loose confidence.", "lose"),
        ("This has lead to delays.", "led"),
        ("They should of been told.", "have"),
        ("As a result off this, calls wait.", "of"),
        ("The force faired well.", "fared"),
        ("Lessens learned were shared.", "lessons"),
        ("This is a key roll for my office.", "role"),
        ("It is quiet clear that more is needed.", "quite"),
        ("Officers are not aloud to do so.", "allowed"),
        ("They where not told of it.", "were"),
        ("I welcome the principals of the plan.", "principles"),
        ("Their is more to do.", "there"),
        ("I want too ensure that it lasts.", "to"),
        ("We will compliment existing work.", "complement"),
        ("It depends on weather the force acts.", "whether"),
        ("A through review was done.", "thorough"),
        ("Calls came form the public away form the town.", "from"),
        ("We run courses which practice a skill.", "practise"),
        ("It raises concerns which have effected public confidence.", "affected"),
        ("Trust is effected by what people see.", "affected"),
        ("The Commissioner’s part is to cheque that it is used.", "check"),
        ("Supervisors make regular dip cheques of cases.", "checks"),
        ("A panel, who’s practice officers have praised, will review it.", "whose"),
        ("I had no insurance of my own on that subject.", "assurance"),
        ("I sought insurance that every case was looked at.", "assurance"),
        ("We want to insure that victims are told.", "ensure"),
        ("The principle recommendation is about supervision.", "principal"),
        ("Its important that victims are told.", "it’s"),
        ("The board, lead by my deputy, met. The work lead by her goes on.", "led"),
        ("The force took independent council before it wrote.", "counsel"),
        ("The team has its full compliment of staff.", "complement"),
        ("They are two discreet projects.", "discrete"),
        ("We will brake down the figures by district.", "break"),
        ("I will bare in mind what they said.", "bear"),
        ("This is born out by the survey.", "borne"),
        ("Victims have assess to an advocate.", "access"),
        ("The force set out its rational for the change.", "rationale"),
        ("The sergeants fill a custody suit of twelve cells and an interview suit.", "suite"),
        ("Levels very between districts.", "vary"),
        ("It acted in a timely manor.", "manner"),
        ("To some extend that is right.", "extent"),
        ("Thank you for you report.", "your"),
        ("This is an the report says so.", "and"),
        ("A from was sent to each victim.", "form"),
        ("The route cause is demand.", "root"),
        ("There was undo delay.", "undue"),
        ("The force is now fully complaint with the code.", "compliant"),
        ("I look foreword to that.", "forward"),
        ("The force has being inspected.", "been"),
        ("I command the force for its candour.", "commend"),
        ("We no longer no that this is so; I no that it is not.", "know"),
    ],
)
def test_a_word_taken_for_another_is_told(words: str, meant: str) -> None:
    told = list(confusable_word(a_response(words)))
    assert meant in {one.suggestion for one in told}
    assert all(one.where in words for one in told)


@pytest.mark.parametrize(
    "words",
    [
        "The change was effected in May and affects all officers; its effect is felt.",
        "The principal aim rests on the principles of policing; the principal officer agreed.",
        "I was advised to advise victims, and took advice.",
        "It’s clear that its officers practise good practice under licence.",
        "There are their comments; those who lead the force have led it well.",
        "More than that, then as now; too many, and to many people it matters.",
        "A moral duty; the passed motion; in the past; officers who were where they should be.",
        "Those who are affected by the effects of crime.",
        "I compliment the force on its work, and complementary work goes on.",
        "It’s right that it’s now being done, and it’s for the force to say.",
        "To effect real change, the plan took effect in May and is in effect now.",
        "There were no cases where officers were late; there, too, more was done.",
        "Whether the weather was bad or not, they quietly and quite rightly waited.",
        "The form of words came from the board; off the record, of course.",
        "Rather more than that was then done; the week was weak.",
        "His role was to roll it out, through a thorough review of all the lessons.",
        "In the past the motion was passed; it accepted all except two.",
        "A licence to practise; they license premises and advise on practice.",
        "Staff advise victims. The advice of counsel went to the council.",
        "He was led by those who lead; the lead officer has lead responsibility.",
        "Who’s to say whose it is? Their views are there for all.",
        "I have no principal residence here, and in principle agree.",
        "He drove with no insurance, and without the insurance that the law demands.",
        "A cheque for the charity; the check that was made; I check that.",
        "Who’s been told, and who’s now to act? The team, whose practice is good, has acted.",
        "The change was effected in June.",
        "I too have concerns; officers too report them; here too the force did well.",
        "I counsel patience; the council leader agreed with counsel.",
        "In its important work, and with its clear aims and its vital part, it does well.",
        "A compliment to the staff; the work complements theirs; complimentary words.",
        "I knew that; a discreet visit to two discrete teams; a break in service.",
        "To bear in mind; borne out; born in 1980; they have access to it and assess how it works.",
        "The rationale for a rational choice; a suit in court; the custody suite.",
        "LED lighting was fitted; to lead the team; those led by her.",
        "I command the support of the council, and commend the staff.",
        "I do not know that; no longer; we now know that; more that can be done.",
        "It’s safe to say that it’s often slow; it’s worrying that it’s written so.",
        "In the past; the passed bill; by this route; the root cause; take root.",
        "Levels vary between districts; a very good team; from a form.",
    ],
)
def test_the_same_words_where_they_belong_are_not_told(words: str) -> None:
    assert not list(confusable_word(a_response(words)))


@pytest.mark.parametrize(
    "words",
    [
        "It is reduced (an abstraction is a diversion.",
        "He said “we will act and the board agreed.",
        "It is reduced an abstraction).",
        'He said "we will act.',
        "The report says ‘the force must improve and more.",
        "See the list [annex A.",
    ],
)
def test_a_bracket_or_quotation_without_its_other_half_is_told(words: str) -> None:
    (told,) = unclosed_delimiter(a_response(words))
    assert told.where in words


@pytest.mark.parametrize(
    "words",
    [
        "a) the first; b) the second; (iii) the third",
        "The force’s officers’ duties in the ’90s (and since).",
        "“We will act,” he said, “and at once.”",
        "“First paragraph of his words.\n“Second paragraph of his words.”",
        "Deadline: within three months (14 January 2023). See (12) and 12) below.",
        "“The force should improve:\n- the first;\n- the second; and\n- the third.”",
        "He said ‘we will’ and the officers’ views ‘matter’.",
        'A 6" nail and a 12" ruler.',
    ],
)
def test_lists_apostrophes_and_long_quotations_are_closed(words: str) -> None:
    assert not list(unclosed_delimiter(a_response(words)))


def test_an_acronym_nobody_explains_is_told_once() -> None:
    (told,) = undefined_acronym(a_response("The MARAC met. The MARAC agreed.\nA MARAC again."))
    assert told.where == "MARAC"


@pytest.mark.parametrize("short", ["ICV", "VIC", "IIX", "LXL"])
def test_letters_that_are_no_roman_number_are_an_acronym(short: str) -> None:
    (told,) = undefined_acronym(a_response(f"Part IV and annex XIV of the {short} scheme."))
    assert told.where == short


@pytest.mark.parametrize(
    "words",
    [
        "The Multi-Agency Risk Assessment Conference (MARAC) met. MARAC agreed.",
        "Violence against women and girls (VAWG) is a priority. VAWG matters.",
        "HMICFRS published its PEEL report; my OPCC read it. The UK and NHS.",
        "RASSO (rape and serious sexual offences) teams. RASSO works.",
        "The Crown Prosecution Service agreed, and the CPS wrote to me.",
        "Write to SW1P 4DF. Part II and annex IV.",
        "AFIs (areas for improvement) are told apart.",
        "The multi-agency safeguarding hub, or MASH, is in the town.",
        "The local criminal justice board, known as the LCJB, meets in June.",
    ],
)
def test_what_is_spelt_out_somewhere_or_known_to_all_is_not_told(words: str) -> None:
    assert not list(undefined_acronym(a_response(words)))


def test_advice_on_style_is_folded_away() -> None:
    long = " ".join(["word"] * 41) + ". Short."
    (told,) = long_sentence(a_response(long))
    assert told.style
    assert not list(long_sentence(a_response(" ".join(["word"] * 40) + ".")))
    spaced = a_response("multi\u2011agency work , and  more")
    assert {one.style for one in odd_spacing(spaced)} == {True}


@pytest.mark.parametrize(
    "words",
    [
        "Crime reference number 42/12345/24 was closed.",
        "The victim, Mrs Ann Reed, was not told.",
        "He was born on 3 May 1980.",
        "Ring 07700 900 123 at night.",
    ],
)
def test_what_tells_of_a_person_or_a_crime_is_to_be_looked_at(words: str) -> None:
    (told,) = personal_data(a_response(words))
    assert told.severity is Severity.WARNING
    assert told.where in words


@pytest.mark.parametrize(
    "words",
    [
        "Victims of crime were told. The victim service is good.",
        "Write to me at the office, or ring 01632 960 001.",
        "Recommendation 12 was published on 3 May 2024.",
    ],
)
def test_public_contacts_and_plain_words_tell_of_nobody(words: str) -> None:
    assert not list(personal_data(a_response(words)))


@pytest.mark.parametrize(
    "words",
    [
        "I direct the force to deploy more officers.",
        "I have ordered the custody superintendent to put two named sergeants on nights.",
        "I instructed the duty inspectors to see each prisoner.",
        "Two vans are to be stationed there.",
    ],
)
def test_directing_operations_is_told(words: str) -> None:
    (told,) = operational_direction(a_response(words))
    assert told.severity is Severity.WARNING


@pytest.mark.parametrize(
    "words",
    [
        "I have asked the Chief Constable to report to my board on how officers are deployed.",
        "I have instructed my finance officers to set the money aside.",
        "I told the inspectors that I agree, and told officers to their faces that they did well.",
        "I have told officers at my surgery what I expect to hear.",
    ],
)
def test_holding_to_account_directs_nothing(words: str) -> None:
    assert not list(operational_direction(a_response(words)))


def test_a_space_that_is_missing_between_sentences_is_told_and_an_address_is_none() -> None:
    (told,) = odd_spacing(a_response("I agree.Nobody should have to wait. They will not."))
    assert told.where.startswith("I agree.Nobody")
    named = (
        "Ask at www.Office.example or e.g.Ask, at A.Reed@Force.example, of v2.Beta, and U.S.Army."
    )
    assert not list(odd_spacing(a_response(named)))


def test_a_word_the_inspectors_wrote_so_is_not_told_where_they_are_copied() -> None:
    words = "The force should give preventative services longer funding."
    facts = some_facts(a_finding("Recommendation 1", words))
    assert not list(confusable_word(a_response(f"> {words}", facts)))
    (own,) = confusable_word(a_response(f"> {words}\nI fund preventative services.", facts))
    assert own.passage == 1
