"""Whatever stands in a response and its facts, the checks of dates, names and the law go on."""

from datetime import date
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from casework.rules.checks.date_order import date_order
from casework.rules.checks.every_check import Check
from casework.rules.checks.late_publication import late_publication
from casework.rules.checks.missing_copies import missing_copies
from casework.rules.checks.missing_date import missing_date
from casework.rules.checks.missing_signature import missing_signature
from casework.rules.checks.misspelt_force import misspelt_force
from casework.rules.checks.misspelt_person import misspelt_person
from casework.rules.checks.self_name import self_name
from casework.rules.checks.wrong_body_title import wrong_body_title
from casework.rules.checks.wrong_citation import wrong_citation
from casework.rules.checks.wrong_force import wrong_force
from casework.rules.checks.wrong_inspectorate_name import wrong_inspectorate_name
from casework.rules.checks.wrong_last_day import wrong_last_day
from casework.rules.checks.wrong_minister_title import wrong_minister_title
from casework.rules.checks.wrong_person_title import wrong_person_title
from casework.rules.checks.wrong_report_title import wrong_report_title
from models.shapes.checking import Facts, ForceFacts, Holder, OfficeFacts, PersonFacts, ReportFacts
from tests.manuscripts import a_response, some_facts

CHECKS: Final[tuple[Check, ...]] = (
    *(date_order, wrong_last_day, late_publication, missing_date, missing_signature),
    *(missing_copies, wrong_citation, wrong_minister_title, misspelt_person, wrong_person_title),
    *(misspelt_force, self_name, wrong_force, wrong_inspectorate_name, wrong_body_title),
    wrong_report_title,
)
PIECES: Final = (
    *("# ", "| ", " | ", "> ", "- ", "“", "”", "(", ")", "’s", ". ", ", ", ": ", "\n", "\n", " "),
    *("31 November 2023", "12 March", "Monday 1 May 2024", "29 February", "2024-13-40", "the 24th"),
    *("Spring 2023", "within 56 days", "by ", "on ", "published ", "invited ", "met ", "will "),
    *("the Chief Constable", "Septimus Quiverful", "Elenor Hardng", "Mr ", "Commissioner for "),
    *("Barsetshrie Police", "Kent Police", "West Merica", "Constablary", "HMICFRS", "HMIC"),
    *("section 55(1)", "s.55", "of the Police Act 1997", "subsection (9) of section 55"),
    *("Secretary of State for ", "the Home Office", "cc ", "copies ", "comments ", "the report "),
    *("\xa0", "\u2011", "\u00ad", "İ", "ß", "É", "٣", "\U0001d7d9\U0001d7da March 2024", "\u200b"),
)
names = st.sampled_from(
    ("", " ", "X", "Ada Marsh", "Dame Ada Marsh KPM", "O’", "-", "de la Ó", "()[")
)
days = st.one_of(st.none(), st.dates(date(1996, 1, 1), date(2100, 1, 1)))
holders = st.builds(Holder, names, names, names)
facts = st.builds(
    some_facts,
    office=st.builds(OfficeFacts, names),
    local_policing_body=holders,
    chief_officer=holders,
    force=st.builds(ForceFacts, names, st.tuples(names)),
    report=st.builds(ReportFacts, names, days),
    last_day=days,
    invited_on=days,
    comments_due_on=days,
    comments_received_on=days,
    signatory=holders,
    signed_on=days,
    planned_publication_on=days,
    people=st.tuples(st.builds(PersonFacts, names, names)),
)
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@settings(max_examples=60)
@given(texts, facts)
def test_no_words_and_no_facts_stop_a_check(words: str, known: Facts) -> None:
    response = a_response(words, known)
    for check in CHECKS:
        for one in check(response):
            assert one.check == check.__name__
            assert one.message
            if one.passage is not None:
                assert one.where in response.passages[one.passage].words
