"""Whether a date is one by which something was to be done: the last day, or that for comments."""

from typing import Final

from casework.rules.manuscript.around import FARTHEST_CUE, LONGEST_OPENING, Around
from casework.rules.manuscript.event_words import COMMENTING, INVITING, Event
from casework.rules.manuscript.last_day_words import (
    DATE_FOR_REPLY,
    ENDS_THEN,
    IS_DATE_FOR_REPLY,
    LAST_DAY,
    LAST_DAY_RIGHT_BEFORE,
    LAST_OF_THEM,
    OF_THAT_TIME,
)
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.publishing_duty import (
    AHEAD_OF_IT,
    DUTY_TO_PUBLISH,
    MUST_DO_SO,
    NOT_LATER,
    PUBLICATION,
    THEIR_DUTY,
    THEY_HAVE_UNTIL,
)

LOOKED_BACK: Final = 300
"""Signs of the sentences before in which the duty or its time is looked for."""

LOOKED_NEAR: Final = 120
"""Signs of the sentence before in which the invitation is looked for."""

_PUBLISHED_THEN: Final = phrase(
    r"^\s*(?:of\s+(?:\w+\s+){1,4})?(?:by\s+(?:\w+\s+){1,6})?(?:online\s+)?on\s+(?:the\s+)?$"
)
"""Between "published" and the date on which that was: it is no last day."""

_OUR_OWN_AIM: Final = phrase(
    r"\b(?:aim\w*|target\w*|own|plan\w*|intend\w*|hope\w*|internal\w*)\b[^.;]{0,40}$"
)
"""Right before a date: it is the office's own target, not the law's."""

_OF_OTHERS: Final = phrase(
    r"\b(?:deadline|time\s+limit|last\s+day|period)\s+for\s+(?!(?:\w+\s+){0,3}?(?:respon|publi"
    r"|repl|answer|doing|this\b|it\b))\w+"
    r"|\b(?:last|final)\s+day\s+of\s+(?:the|a|an|my|our|its)\s+(?!(?:\w+\s+){0,2}?(?:period|time|56|fifty|statut|days|weeks|eight))\w+"
)
"""A last day for something else than the response."""

_TO_RESPOND: Final = phrase(
    r"^\W*(?:in\s+which\s+)?to\s+(?:publish|respond|reply)\b(?!.{0,40}\b(?:plan|data|budget"
    r"|minutes|consultation|survey|letter)\b)"
)
"""Right behind a date until which there is time."""

_UNTIL: Final = phrase(
    r"\b(?:constable|commissioner|officer|he|she|they|him|her|them)\s+(?:\w+\s+){0,3}?until\s+"
    r"(?:the\s+end\s+of\s+)?$"
)

_ASKED: Final = phrase(r"\b(?:invit\w+|asked|given|sought)\b")
_PUBLISHING: Final = phrase(r"\bpublish|\bpublication\b|\bstatutory\b|\b55\b|\b56\b|\bfifty-six\b")
_TO_REACH_US: Final = phrase(
    r"\b(?:to\s+(?:reach|arrive|be\s+(?:with|sent|made|submitted|received)|reply|respond|let)|(?:ask(?:ed|ing)?|want(?:ed)?"
    r"|request(?:ed|ing)?)\s+(?:for\s+)?(?:them|these|it|an?\s+(?:answer|reply))|(?:him|her|them)\s+to\s+(?:do\s+so|reply"
    r"|answer|respond))\b[^.;]{0,40}\b(?:by|before|than)\s+(?:the\s+)?$"
)
"""Before the day by which comments, invited in the words before it, should come."""

_TO_COMMENT: Final = phrase(
    r"^\W*to\s+(?:comment|submit\s+(?:\w+\s+)?(?:comments|observations)|make\s+(?:\w+\s+)?comments)\b"
)
"""Right behind a date until which there is time to comment."""

_OTHERS_COMMENT: Final = phrase(
    r"\b(?:panel|public|partners?|council\w*|stakeholders?|residents|staff|consultation)\b"
    r"|\brepl(?:y|ies)\s+to\s+(?:victims|callers|complain\w+|letters|e-?mails|residents)\b"
)

_COMMENT_ON_A_PAPER: Final = phrase(
    r"\bcomment(?:s|ing|ed)?\s+(?:up)?on\s+(?:the|an?|its|their|his|her|my|our|this)\s+"
    r"(?:[\w’'-]+\s+){0,2}?(?:letters?|polic(?:y|ies)|plans?|leaflets?|forms?|scripts?|guidance|posters?"
    r"|templates?|strateg(?:y|ies)|designs?|survey|questionnaire|proposals?|procedures?|course|materials?)\b"
)
"""What is asked for is a view of some paper, and no comments on the report."""

_GOES_ON: Final = phrase(
    r"[,;]\s+(?:and|but|so|while)\s+(?:[\w’'-]+\s+){1,6}?(?:will|shall|is\s+to|are\s+to)\s"
)
"""Here the sentence goes on about something else, with a subject of its own."""

_OF_WHOM: Final = phrase(
    r"^\W{0,6}(?:(?:the|my|our)\s+)?(?:\w[\w’'-]{0,30}\s+){0,5}?(?:comments?|reply|response|answer)\s*:"
)
"""The label of an answer that runs into it: `Commissioner's comment: I have asked …`."""

_OUR_COMMENTS: Final = phrase(
    r"\b(?:my|our|commissioner[’']s|mayor[’']s|board[’']s|body[’']s)\s+(?:\w+\s+)?comments?\b"
    r"|\bcomments?\s+(?:of|by|from)\s+(?:the\s+)?(?!.{0,30}\bchief\b).{0,60}?"
    r"\b(?:commissioner|mayor|board|body)\b"
)
"""A heading that is about the body's own comments."""

_STILL_TO_INVITE: Final = phrase(
    r"\b(?:will|shall|(?:am|is|are)\s+(?:now\s+|also\s+)?(?:going\s+to|to)|intends?\s+to|proposes?\s+to"
    r"|plans?\s+to)\s+(?:\w+\s+)?(?:invite|ask)\b"
)
"""An invitation that is only promised: it is none to comment on this report."""

_WHICH_MAKES: Final = phrase(r"\b(?:makes|made|making)\s+(?:the\s+)?$")
_THE_LAST: Final = phrase(r"^\W{0,3}(?:the|its|their|my|our)\s+(?:last|final)\b")
"""Around a date that the reckoning ends with: `which makes 6 November the last`."""

_ANOTHERS_DATE: Final = phrase(r"\b(?:HMIC\w*|inspect\w+|report)[’']s?\s+(?:\w+\s+)?date\s+of\s+$")


def is_day_for_reply(around: Around) -> bool:
    """Return whether a date is the one that an invitation sets: `with a date for reply of`."""
    if _UNTIL.search(around.before) and _TO_COMMENT.match(around.tail):
        return True
    if _STILL_TO_INVITE.search(around.before) or _ANOTHERS_DATE.search(around.before):
        return False
    if _is_set_by_invitation(around):
        return True
    invited = INVITING.search(around.before) and not LAST_DAY.search(around.clause)
    return bool(invited) and DATE_FOR_REPLY.search(around.before) is not None


def _is_set_by_invitation(around: Around) -> bool:
    """Return whether a sentence that invites comments, and publishes nothing, sets a day."""
    said = around.earlier[-LOOKED_NEAR:] + around.before
    if _PUBLISHING.search(around.clause) or _OTHERS_COMMENT.search(around.clause):
        return False
    if not (_ASKED.search(said) and COMMENTING.search(said)):
        return False
    here = _ASKED.search(around.before) is not None and COMMENTING.search(around.before) is not None
    set_here = IS_DATE_FOR_REPLY.match(around.tail) or DATE_FOR_REPLY.search(around.before)
    return bool(here and set_here) or _TO_REACH_US.search(around.before) is not None


def asks_for_comments(around: Around) -> bool:
    """Return whether the words right before a bound ask the chief officer for comments."""
    near = around.clause
    if len(around.clause.split()) <= LONGEST_OPENING:
        near = _GOES_ON.split(around.before)[-1]
    if COMMENTING.search(_OUR_COMMENTS.sub(" ", around.heads)) and INVITING.search(around.before):
        return True
    near = _OF_WHOM.sub(" ", _COMMENT_ON_A_PAPER.sub(" ", near))
    return COMMENTING.search(near) is not None and not _OTHERS_COMMENT.search(near)


def tells_last_day(around: Around) -> bool:
    """Return whether a date is told to be the law's last day for the response."""
    beside = _by_the_words_beside(around)
    if beside is not None:
        return beside
    last_day = LAST_DAY.search(around.sentence) or _goes_on_about_it(around)
    if _OUR_OWN_AIM.search(around.clause.rpartition(";")[2]) or _OF_OTHERS.search(around.clause):
        return False
    if not last_day or not LAST_DAY_RIGHT_BEFORE.search(around.before):
        return False
    if around.is_bound or ENDS_THEN.search(around.before) or not LAST_DAY.search(around.sentence):
        return True
    cue, clause = around.cue, around.clause
    gap = clause[-FARTHEST_CUE:][cue.end :] if cue and cue.event is Event.REPORT else ""
    return LAST_DAY.search(clause) is not None and not _PUBLISHED_THEN.match(gap)


def _by_the_words_beside(around: Around) -> bool | None:
    """Return what the words right beside a date settle alone; None where they do not."""
    if around.before.rstrip().endswith("until") and _TO_RESPOND.match(around.tail):
        return THEY_HAVE_UNTIL.search(around.before) is None
    if AHEAD_OF_IT.match(around.tail):
        return False
    return True if _must_do_so_by(around) or _is_reckoned(around) else None


def _is_reckoned(around: Around) -> bool:
    """Return whether a date is what counting the days ends with."""
    if not (_WHICH_MAKES.search(around.before) and _THE_LAST.match(around.tail)):
        return False
    said = around.earlier[-LOOKED_BACK:] + around.sentence
    return LAST_DAY.search(said) is not None and COMMENTING.search(around.sentence) is None


def _must_do_so_by(around: Around) -> bool:
    """Return whether a sentence bounds what the one before says must be published.

    `I must publish my comments. I must do so by …`; `Publication is planned. It may not be
    later than …`.
    """
    if NOT_LATER.search(around.before):
        return PUBLICATION.search(around.earlier[-LOOKED_BACK:] + around.before) is not None
    if not MUST_DO_SO.search(around.clause) or not around.is_bound:
        return False
    said = around.earlier[-LOOKED_BACK:] + around.before
    return DUTY_TO_PUBLISH.search(said) is not None and not THEIR_DUTY.search(around.clause)


def _goes_on_about_it(around: Around) -> bool:
    """Return whether a sentence goes on about the time that the sentence before gave."""
    before = around.before
    if OF_THAT_TIME.match(before) is None or COMMENTING.search(around.earlier[-90:]):
        return False
    ends = ENDS_THEN.search(before) or around.is_bound or LAST_OF_THEM.search(before)
    return bool(ends) and LAST_DAY.search(around.earlier[-LOOKED_BACK:]) is not None
