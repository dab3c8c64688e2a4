"""Colleagues: the steer, questions to one person each, meetings and what they agreed.

Whoever has a part in a response has one page that shows what is wanted of them
now, and one letter for each thing wanted that leads to it.
"""

from casework.colleagues.asking import (
    ASKERS,
    NewQuestion,
    answer_question,
    ask_question,
    withdraw_question,
)
from casework.colleagues.meeting import (
    MINUTE_TAKERS,
    NewAction,
    NewMeeting,
    note_action,
    note_meeting,
    note_minute,
)
from casework.colleagues.reading import read_answer
from casework.colleagues.steering import STEER_TAKERS, give_steer
from casework.colleagues.telling import tell_colleagues
from casework.colleagues.welsh import TRANSLATORS, hand_back_welsh

__all__ = [
    "ASKERS",
    "MINUTE_TAKERS",
    "STEER_TAKERS",
    "TRANSLATORS",
    "NewAction",
    "NewMeeting",
    "NewQuestion",
    "answer_question",
    "ask_question",
    "give_steer",
    "hand_back_welsh",
    "note_action",
    "note_meeting",
    "note_minute",
    "read_answer",
    "tell_colleagues",
    "withdraw_question",
]
