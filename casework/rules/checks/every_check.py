"""Every check, in the order in which people look for faults."""

from collections.abc import Callable, Iterator
from typing import Final

from casework.rules.checks.altered_finding import altered_finding
from casework.rules.checks.alternative_text import alternative_text
from casework.rules.checks.cc_comments_altered import cc_comments_altered
from casework.rules.checks.chief_officer_section import chief_officer_section
from casework.rules.checks.confusable_word import confusable_word
from casework.rules.checks.date_order import date_order
from casework.rules.checks.deadline_not_answered import deadline_not_answered
from casework.rules.checks.document_language import document_language
from casework.rules.checks.duplicate_finding import duplicate_finding
from casework.rules.checks.empty_section import empty_section
from casework.rules.checks.finding_order_or_grade import finding_order_or_grade
from casework.rules.checks.force_action_only import force_action_only
from casework.rules.checks.grade_table_lost import grade_table_lost
from casework.rules.checks.heading_order import heading_order
from casework.rules.checks.hidden_text import hidden_text
from casework.rules.checks.inspectorate_voice import inspectorate_voice
from casework.rules.checks.late_publication import late_publication
from casework.rules.checks.list_number_artefact import list_number_artefact
from casework.rules.checks.long_sentence import long_sentence
from casework.rules.checks.metadata_leak import metadata_leak
from casework.rules.checks.missing_copies import missing_copies
from casework.rules.checks.missing_date import missing_date
from casework.rules.checks.missing_finding import missing_finding
from casework.rules.checks.missing_signature import missing_signature
from casework.rules.checks.misspelt_force import misspelt_force
from casework.rules.checks.misspelt_person import misspelt_person
from casework.rules.checks.misspelt_word import misspelt_word
from casework.rules.checks.odd_spacing import odd_spacing
from casework.rules.checks.open_comment import open_comment
from casework.rules.checks.operational_direction import operational_direction
from casework.rules.checks.personal_data import personal_data
from casework.rules.checks.placeholder import placeholder
from casework.rules.checks.protective_marking import protective_marking
from casework.rules.checks.remote_link import remote_link
from casework.rules.checks.self_name import self_name
from casework.rules.checks.table_header import table_header
from casework.rules.checks.tracked_change import tracked_change
from casework.rules.checks.unanswered_recommendation import unanswered_recommendation
from casework.rules.checks.unattributed_comments import unattributed_comments
from casework.rules.checks.unclosed_delimiter import unclosed_delimiter
from casework.rules.checks.undefined_acronym import undefined_acronym
from casework.rules.checks.unknown_reference import unknown_reference
from casework.rules.checks.web_furniture import web_furniture
from casework.rules.checks.wrong_body_title import wrong_body_title
from casework.rules.checks.wrong_citation import wrong_citation
from casework.rules.checks.wrong_force import wrong_force
from casework.rules.checks.wrong_inspectorate_name import wrong_inspectorate_name
from casework.rules.checks.wrong_last_day import wrong_last_day
from casework.rules.checks.wrong_minister_title import wrong_minister_title
from casework.rules.checks.wrong_person_title import wrong_person_title
from casework.rules.checks.wrong_report_title import wrong_report_title
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation

Check = Callable[[Response], Iterator[Observation]]

CHECKS: Final[tuple[Check, ...]] = (
    # dates
    date_order,
    wrong_last_day,
    late_publication,
    missing_date,
    missing_signature,
    missing_copies,
    # the law, names and offices
    wrong_citation,
    wrong_minister_title,
    misspelt_person,
    wrong_person_title,
    misspelt_force,
    self_name,
    wrong_force,
    wrong_inspectorate_name,
    wrong_body_title,
    wrong_report_title,
    # findings and answers
    missing_finding,
    duplicate_finding,
    altered_finding,
    finding_order_or_grade,
    list_number_artefact,
    unknown_reference,
    grade_table_lost,
    unanswered_recommendation,
    force_action_only,
    deadline_not_answered,
    # who speaks
    inspectorate_voice,
    cc_comments_altered,
    unattributed_comments,
    # left over from the work on it
    placeholder,
    tracked_change,
    open_comment,
    hidden_text,
    metadata_leak,
    remote_link,
    protective_marking,
    empty_section,
    web_furniture,
    chief_officer_section,
    heading_order,
    table_header,
    alternative_text,
    document_language,
    # its words
    misspelt_word,
    confusable_word,
    unclosed_delimiter,
    undefined_acronym,
    odd_spacing,
    long_sentence,
    # for a person to look at
    personal_data,
    operational_direction,
)


def examined(response: Response) -> tuple[Observation, ...]:
    """Return all that the checks notice, each thing once, in the order of the document.

    What concerns the whole document stands first.
    """
    seen = dict.fromkeys(one for check in CHECKS for one in check(response))
    return tuple(sorted(seen, key=lambda one: -1 if one.passage is None else one.passage))
