"""The words by which an answer tells who does what: of action, of attitude, of refusal."""

import re
from typing import Final

from casework.rules.manuscript.courtesies import NOT_TO_DO
from casework.rules.manuscript.phrases import phrase

VERB: Final = re.compile(r"[\w’'-]+")
SENTENCE: Final = re.compile(r"(?<=[.!?;])[”\"’')\]]*\s+|\n+")
HELD: Final = (
    r"(?:hold\w*|held|account\w*|scrutin\w+|monitor\w*|review\w*|overs(?:ee\w*|aw)|oversight"
    r"|challeng\w+|report\w*|present\w*|tracked?|tracking|discuss\w*|updat\w+|consider\w*"
    r"|examin\w+|assur\w+|check\w*|tested|follow\w*|brought|taken|provid\w+|suppl\w+|sent|shar\w+"
    r"|com(?:e|es)(?!\s+to\s+(?:my|our)\s+(?:attention|notice|knowledge|mind))|raised|agenda|items?|fund\w*|commission\w*|publish\w*|govern\w+|agree[ds]?|approv\w+)"
)
ATTITUDE: Final = phrase(
    r"(?:welcom\w+|not(?:e|es|ed|ing)|pleas\w+|glad|delighted|assured|reassured|reassurance"
    r"|assurances?|satisfied|confident|confidence|aware|informed|told|advised|encourag(?:ed|ing)"
    r"|heartened|grateful|thank\w*|concern(?:ed|s)?|worried|disappoint\w+|agree[ds]?|accept\w*"
    r"|acknowledg\w+|recognis\w+|understand\w*|understood|know\w*|share[sd]?|hop(?:e|es|ed|ing)"
    r"|believ\w+|think\w*|thought|appreciat\w+|commend\w*|prais\w+|see(?!\s+(?:to|(?:it|this|that|these|them)\s+(?:done|through|carried|finished|completed))\b)|sees|seen|hear\w*|learn\w*"
    r"|support(?:s|ed)?|observes?|remark\w*|regrets?|regretted|doubts?|wonders?|suspects?|wish(?:es)?|repeats?"
    r"|says|likes?|sorry|proud|content|clear|mindful|respect\w*|agreement|aim|impressed|sure|certain"
    r"|appreciative|conscious|keen|feel\w*|felt|that|which|who|for|in|on|with|by|at|of|from|as)"
)
BETWEEN: Final = (
    r"(?:have|has|had|am|are|is|was|were|be|been|being|will|would|shall|can|could|may|do|does|did"
    r"|also|therefore|already|now|fully|very|most|particularly|remain\w*|continue\w*|to|and|both"
    r"|further|greatly|strongly|myself|own|given|received|obtained|sought|taken|full|some|the"
    r"|naturally|of|course|again|always|extremely|especially|clearly|still|therefore|however|indeed"
    r"|made|make|much|reason|grounds|every|good|been|has|content|not|never|cannot|\w+n[’']t)"
)
OFFICES: Final = (
    r"(?:my|our)\s+(?:\w+\s+){0,3}?(?:office|team|staff|deput\w+|board|panel|executive|officers?"
    r"|head|volunteers|visitors|lead|plan|committee|meetings?|members?|auditors?|performance"
    r"|governance|scrutiny|adviser|director|analysts?|budget|precept|fund\w*|grants?)"
)
"""Who works for the body, where it calls them its own."""
USUAL: Final = (
    r"(?:(?:the\s+)?(?:deputy\s+)?(?:mayor|commissioner|local\s+policing\s+body)"
    r"|(?:the\s+)?lead\s+member"
    r"|(?<![\w ])members(?!\s+of\s+(?:the\s+)?(?:public|staff|force|\w+\s+team))"
    r"|the\s+(?:precept|police\s+and\s+crime\s+plan"
    r"|board|chair|chief\s+executive|(?:joint\s+)?(?:independent\s+)?audit\s+(?:\w+\s+){0,3}committee|police\s+authority|committee|assembly"
    r"|office\s+of\s+the\s+\w+))"
)
"""What bodies and their parts are usually called."""
AUTHORITY: Final = r"the\s+(?:mayoral\s+|combined\s+|police\s+){0,2}authority"
"""The body for short, where it or its office is an authority."""
AND_THEN: Final = phrase(
    rf"\s{{1,9}}to\s+{NOT_TO_DO}\w+"
    r"|\s{1,9}with\s+(?:[\w’'-]+\s+){1,8}?to\s+(?:jointly\s+)?(?:co-)?(?:fund|pay|share|appoint|commission"
    r"|publish|hold|chair|set\s+up|provide|employ|recruit|buy|review|audit|run|meet|open|establish)\b"
    rf"|[^.]{{0,80}}?\b(?:and|but|so)\s+(?:\w+\s+)?(?:have|am)\s+(?:{BETWEEN}\s+)*(?!{ATTITUDE.pattern}\b)\w+"
    rf"|[^.]{{0,40}}?\b(?:and|but|so)\s+(?:\w+\s+)?(?:will|shall)\s+(?:{BETWEEN}\s+)*(?!{ATTITUDE.pattern}\b)\w+"
    r"|[^.]{0,80}?\b(?:and|but)\s+(?:\w+ly\s+)?(?:fund|ask|chair|hold|meet|attend|monitor|review|scrutinise|commission"
    r"|publish|keep|visit|receive|raise|lead|pay|provide|require|seek|check|follow|propose|intend|challenge)\b"
)
"""Behind a mere attitude, an action all the same: "agreed to fund", "welcome it and have asked"."""
GRANTED: Final = phrase(
    r"\s{1,9}(?!(?:with|that|this|it|and|the\s+(?:finding|recommendation|force|inspect|service))\b)[\w£]"
)
"""Behind "agreed", what was granted: "agreed two more posts"."""
ARRANGED: Final = phrase(
    r"\s{1,9}(?:\w+ly\s+)?with\s+(?![^.;]{0,60}?\b(?:inspect\w*|HMIC\w*|reports?|findings?|recommendations?"
    r"|conclusions?|judge?ments?|assessment|view)\b)[^.;]{1,100}?\bthat\b[^.;]{0,100}?"
    r"\b(?:will|shall|is\s+to|are\s+to)\b(?=[^.;]{0,100}?(?:\d|\b(?:each|every|monthly|quarterly|me|us|my|our)\b))"
)
"""Behind "agreed", what was settled with somebody: "agreed with her that it will end on 2 May"."""
COMING: Final = phrase(r"\b(?:will|shall|have|has|am|are|is)\b|[’'](?:ll|ve|m|re)\b")
IS_A_DEED: Final = phrase(
    r"(?:repeat|observe|hear|see|support)\s+(?!(?:that|what|how|here|myself|itself|whether|why)\b)(?:"
    r"(?<=repeat\s)(?!(?:\w+\s+){1,3}?(?:thanks|points?|views?|concerns?|welcome|support|call|words?|praise|answers?|apology"
    r"|disappointment|congratulations|hope|message|assurance|commitment|remarks?)\b)"
    r"|(?<=observe\s)(?:a|an|the|one|two|three|four|five|ten|\d+|each|every|some|its|their|his|her|custody|calls?|meetings?|training)\b"
    r"|(?<=hear\s)(?:evidence|reports?|from\s+(?:victims|staff|officers|residents|young|children|people|the\s+(?:chief|force|lead)))"
    r"|(?<=see\s)(?:him|her|them)\s+(?:again|in|on|every|each|monthly|weekly)\b"
    r"|(?<=support\s)[^.;]{1,60}?\b(?:with|by)\s+(?:a\s+)?(?:grant|money|funding|£))"
)
"""At a verb that is otherwise an attitude, where it is to come: "will repeat the review"."""
IS_TO_COME: Final = phrase(r"\b(?:will|shall)\b|[’']ll\b")
NO_ACTION: Final = phrase(
    r"\bno\s+(?:\w+\s+){0,3}?(?:actions?|steps?|response|role|changes?|remit|powers?|jurisdiction)\b"
    r"|\bnothing\s+(?:further|more|to)\b"
    r"|\b(?:answer|response|reply|position|action)s?\s+to\b[^.]{0,40}\bappl(?:y|ies)\b"
    r"|\bnone\s+(?:is|are|was|were)\s+(?:proposed|needed|required|intended|necessary|planned)\b"
    r"|(?:\b(?:not|cannot|neither|nor)|n[’']t)\s+(?:\w+\s+){0,3}?(?:propos\w+|intend\w*|plan\w*|accept\w*|agree\w*(?!\s+more\b)"
    r"|act|take|taking|duplicat\w+|appl(?:y|ies|icable)|concern|relate|address\w*|direct\w*|mine"
    r"|ours|for\s+(?:me|us)|within|persuaded|believe|consider|need\w*|requir\w+|seek|commission)\b"
    r"|(?<!not\s)(?<!n[’']t\s)\b(?:reject|dispute|disagree)(?:s|ing)?\b(?!\s+(?:nothing|none)\b)|\b(?:have|has|was|were)\s+(?:rejected|disputed|disagreed)\b"
    r"|\b(?:do(?:es)?|can|could|will)\s+nothing\b|\bnothing\s+(?:I|we|he|she|it|that)\b"
    r"|\b(?:for|to)\s+(?:the\s+)?(?:ministers?|parliament|whitehall|the\s+courts?|judges|inspectorate)\b"
    r"|\b(?:address\w*|direct\w*|for|fall\w*|matter|rest|rests|belong\w*|lie|lies|aimed)\s+"
    r"(?:\w+\s+){0,2}?(?:(?:to|for|with|at|under)\s+)?(?:the\s+)?(?:home\s+office|home\s+secretary|college"
    r"|national|npcc|ministry|crown|cps|government|secretary|others\b|other\s+(?:bodies|agencies|organisations|partners|people)|another\s+body"
    r"|nhs|department|council|councils|local\s+authorit\w+)\b"
    r"|\b(?:outside|beyond)\s+(?:of\s+)?(?:\w+[’']?s?\s+){1,3}?(?:powers?|remit|role|control|gift"
    r"|responsibilit\w+|functions?|authority)\b"
    r"|\b(?:see|refer\s+to|as\s+set\s+out|answered|covered|dealt\s+with|as\s+explained|same|apply)\b[^.]{0,40}"
    r"\b(?:recommendations?|area|afi|above|below|paragraphs?|answer|response|section)\b"
)
DONE_ALREADY: Final = phrase(
    r"\b(?:this|it|these|both|which|recommendation|action|work|requirement|both|they)\b(?:(?!,?\s(?:and|but)\s)[^.]){0,40}?"
    r"\b(?:already|has|have|is|was|were|are|now)\b(?:(?!,\s)[^.]){0,20}?"
    r"\b(?:complet\w*|done|clos\w+|discharg\w+|met|implement\w+|in\s+place|deliver\w+|achiev\w+)\b"
)
WHETHER: Final = phrase(r"\b(?:whether|when|whenever|once|until|till|if|unless|what)\b[^.;]{0,80}$")


def is_asked(words: str, at: int) -> bool:
    """Return whether something is not told but asked or waited for: "whether it is done"."""
    return WHETHER.search(words[max(at - LOOKED_BACK, 0) : at]) is not None


LOOKED_BACK: Final = 120
THEIR_OWN: Final = phrase(
    r"\bour\s+(?:\w+\s+)?(?:officers?|call\s+handlers?|control\s+room|contact|front\s*line|detectives?"
    r"|investigators?|sergeants?|supervisors?|force|constabulary|custody|response\s+teams?"
    r"|neighbourhood|crews?|chief\s+officers?)\b"
)
AT_ITS_WISH: Final = (
    r"\bat\s+(?:my|our|(?:the\s+)?\w+[’']s)\s+(?:own\s+)?(?:proposal|request|suggestion|instigation"
    r"|expense|invitation|insistence|instruction|direction|instance|behest)\b"
    r"|\b(?:funded|paid(?:\s+for)?|met)\s+(?:from|out\s+of|by)\s+(?:the|my|our)\s+(?:\w+\s+){0,2}?"
    r"(?:reserves?|precept|budget|grants?)\b"
    r"|\b(?:covered|included|addressed|provided\s+for|reflected|part\s+of)\b[^.]{0,60}?\b(?:my|our)\s+"
    r"(?:\w+\s+){0,4}?(?:plan|strategy|programme|budget)\b"
    r"|\bwith\s+(?:my|our)\s+(?:\w+\s+)?(?:money|funding|support|grant|agreement|backing|help)\b"
)
"""Others act, and the body has seen to it."""
PRONOUN: Final = phrase(
    rf"(?:^|[,;:]\s|\band\s)\W*(?:\b(?:on|in|by|from|at|since|before|after|until)\b[^.;]{{0,70}}?,?\s)?"
    rf"(?:he|she|it)(?:[’'](?:ll|s|d))?"
    rf"(?P<told>(?:\s+{BETWEEN}\b)*)\s+(?P<verb>[\w’'-]+)"
)
ITS_MEETING: Final = phrase(
    r"\b(?:its|his|her)\s+(?:own\s+)?(?:\w+\s+){0,3}?(?:volunteers|visitors|auditors|advisers?"
    r"|advocate|analysts?|boards?|meetings?|reviews?|agenda|offices?|committee|panel"
    r"|plan|scrutiny|budget|grants?|deputy|staff|reserve|precept|programme)\b"
)
ITS_PEOPLE: Final = phrase(
    r"\W{0,4}(?:its|his|her|their)\s+(?:own\s+)?(?:\w+\s+){0,2}?(?:officers?|officials?|team|managers?|colleagues"
    r"|executive|commissioners?|secretary|head\s+of\s+\w+)\s+(?:also\s+|then\s+|now\s+|already\s+|jointly\s+)?(?P<told>will|shall|have|has|are|is)\b"
)
"""At the head of a sentence behind one about the body: those who work for it."""
TO_DO: Final = phrase(
    r"\W{0,4}(?:(?:my|our|(?:the\s+)?(?:commissioner|mayor|board)[’']s)\s+)?(?:agreed\s+|proposed\s+|planned\s+)?"
    r"(?:actions?|next\s+steps?|commitments?|decision)(?:\s+(?:taken|proposed))?\s?[:–—]\s{0,9}(?:to\s+)?"
    r"(?:ask|request|fund|commission|review|publish|monitor|scrutinise|raise|write|seek|hold|challenge|discuss"
    r"|invite|visit|appoint|approve|consult|check|audit|examine|convene|chair|meet|track|keep|require|include|add)\b"
)
"""A label of what is to be done, and a verb with nobody before it: `Action: fund ten posts.`"""
ASKED_FOR: Final = (
    r"^\W{0,4}(?:[\w’'-]{1,30}\s{1,3}){0,4}?(?:requested|sought"
    r"|(?:funding|budget|money|grants?|posts?)\s+(?:agreed|approved|allocated))\b"
    r"(?!\s+(?:by|from)\s+the\s+(?:force|constab|service|chief))"
)
"""A note without a verb of its own: `Quarterly figures requested`, `funding agreed in May`."""
LABELS: Final = phrase(
    r"(?:answers?|responses?|actions?|position|comments?|says|repl(?:y|ies)|view|update|own)\Z"
)
BEHIND_LABEL: Final = re.compile(
    r"\s{0,9}(?:action|answer)?\s{0,9}(?:\([^()]{0,30}\))?\s{0,9}[:.–—-]"
)
SOMEBODY: Final = phrase(
    r"\b(?:deputy|assistant)\s+chief\b|\bsuperintendents?\b|\bchief\s+inspectors?\b"
    r"|\bofficers?\b|\bsergeants?\b|\bcall\s+handlers?\b|\bpolic(?:e(?!\s+and\s+crime)|ing)\b|\bteams?\b|\bstaff\b"
    r"|\bcontrol\s+room\b|\bdetectives?\b|\bcommand\b|\bsupervisors?\b|\bdepartment\b|\b(?:dcc|acc)\b"
)
OBLIQUE: Final = phrase(
    r"\b(?:of|for|in|to|with|about|on|into|at|than|between|thank(?:s|ed)?|praise[ds]?|commend(?:s|ed)?|congratulate[ds]?"
    r"|applaud(?:s|ed)?|supports?)\s+(?:the\s+|its\s+|our\s+|their\s+|all\s+)?"
    r"(?:\w+\s+)?$"
    r"|\b(?:has|have|had|having)\s+(?:its|their|his|her|each|no)\s+(?:own\s+)?(?:\w+\s+)?$"
)
"""Behind it nobody does anything: "distressing for the officers"."""
MEETING: Final = re.compile(
    r"\b(?:my|our|[Cc]ommissioner[’']s|[Mm]ayor[’']s|[Bb]oard[’']s)\s+((?:[A-Z][\w-]+\s+"
    r"(?:and\s+|to\s+|for\s+|of\s+)?){1,5})"
)
IS_MOVED: Final = phrase(
    r"^\W{0,4}(?:[\w’'-]{1,40}\s{1,3}){1,6}?(?:was|were|am|is|are|been)\s+(?:\w+ly\s+)?"
    r"(?:moved|touched|struck|shaken|surprised|saddened|dismayed|troubled|alarmed|cheered|comforted)\s+"
    r"(?:by|at|to\s+(?:hear|read|see|learn|find))\b(?![^.;]*\b(?:and|but|so)\b)"
)
"""A feeling and no deed: "the Mayor was moved by what she heard"."""
IN_BRACKETS: Final = r"\((?:the\s+)?[“\"‘']?([A-Z][\w&-]{1,20})[”\"’']?\)"
LONGEST_LOOKED_THROUGH: Final = 400_000
FEW: Final = 4
"""Words of an answer that says nothing yet."""
