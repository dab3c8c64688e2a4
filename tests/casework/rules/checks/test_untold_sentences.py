"""Sentences of ordinary letters, of which no check of words, dates and names may say anything."""

from pathlib import Path

import pytest

from casework.rules.checks.confusable_word import confusable_word
from casework.rules.checks.date_order import date_order
from casework.rules.checks.inspectorate_voice import inspectorate_voice
from casework.rules.checks.late_publication import late_publication
from casework.rules.checks.list_number_artefact import list_number_artefact
from casework.rules.checks.placeholder import placeholder
from casework.rules.checks.unclosed_delimiter import unclosed_delimiter
from casework.rules.checks.undefined_acronym import undefined_acronym
from casework.rules.checks.wrong_force import wrong_force
from casework.rules.checks.wrong_person_title import wrong_person_title
from tests.manuscripts import a_response

SENTENCES = Path(__file__).with_name("untold_sentences.txt").read_text("utf-8").splitlines()
"""The report was published on 12 March 2024, and the response signed on 18 April."""


@pytest.mark.parametrize("sentence", SENTENCES)
def test_an_ordinary_sentence_is_not_told(sentence: str) -> None:
    response = a_response(f"I welcome the report.\n{sentence}")
    told = [
        *confusable_word(response),
        *date_order(response),
        *inspectorate_voice(response),
        *late_publication(response),
        *list_number_artefact(response),
        *placeholder(response),
        *unclosed_delimiter(response),
        *undefined_acronym(response),
        *wrong_force(response),
        *wrong_person_title(response),
    ]
    assert told == []
