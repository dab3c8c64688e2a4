"""The blocks of wording of a response, in the words of a page."""

from typing import Final

BLOCK_WORDS: Final = {
    "opening": "Which body answers which report, under which section.",
    "counts": "How many recommendations and areas for improvement there are.",
    "action_explained": "What the body’s own action is asked for by section 55(5B).",
    "welcome": "Headline: the report is welcomed and accepted.",
    "accept_in_part": "Headline: the report is accepted in part.",
    "dispute": "Headline: a finding is disputed.",
    "grades": "The table of grades.",
    "grades_in_words": "The grades in one sentence.",
    "victims_service": "The inspectors’ words on the service to victims.",
    "earlier_promises": "What was promised after earlier inspections.",
    "answer_stems": "Ways to begin an answer, where there is none yet.",
    "force_position": "The force’s position on each finding.",
    "chief_officer": "How the chief officer commented, or was invited and did not.",
    "no_response": "That there is nothing to reply to where no comments came.",
    "monitoring": "How the findings will be followed.",
    "panel_date": "When the police and crime panel will consider it.",
    "close": "Which board reviews the actions next.",
    "copies": "That copies are being sent, as section 55(6) requires.",
    "licence": "The credit for quotations under the Open Government Licence.",
    "contact": "Where to ask for other formats.",
}
"""By the name of the block; a test compares them with those there are."""
