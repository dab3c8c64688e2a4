"""What makes the name of another force in a sentence no slip: work done together, a comparison."""

import re
from typing import Final

from casework.rules.manuscript.force_names import OwnNames, area_of
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.sentences import sentence_at
from models.shapes.checking import Facts

TOGETHER: Final = phrase(
    r"\b(?:collaborat\w+|partner\s+forces?|joint\w*|alongside|neighbouring|neighbours?"
    r"|regional\w*|mutual\s+aid"
    r"|compar(?:ed|ison|ing|able)|similar\s+forces?|other\s+forces|peers?|learn\w*\s+from"
    r"|\bhere\b|our\s+own|ours|comparators?|same\s+(?:day|time|week|month|date|software|systems?|tools?|way|approach|models?|suppliers?|provider|products?|equipment|problems?|issues?"
    r"|grades?|inspections?|reports?|finding|as|area|region|university|building|contract\w*)|pioneer\w*|tri-?force|alliance|unlike"
    r"|than(?!\s+(?:\d|£|one|two|three|four|five|six|seven|eight|nine|ten|half|an?|usual|expected|before|planned|once)\b)"
    r"|such\s+as|e\.g\."
    r"|examples?\s+of|(?:for|as)\s+(?:an\s+)?example|served|career|who\s+joined|before\s+(?:she|he)\s+(?:came"
    r"|joined)|to\s+visit|review\w*\s+(?:our|us|its\s+process)|(?:good|best)\s+practice|national\s+lead|nationally|host(?:s"
    r"|ed|ing)?"
    r"|second(?:ed|ment)|former\w*|merg(?:ed|er)|cross-border|buddy|NPCC|NCA|benchmark\w*"
    r"|lead\s+force|on\s+loan|consorti\w+|ROCU|peer\s+review|copied|federation|university"
    r"|helicopter"
    r"|colleagues?|counterparts?|fellow|association|APCC|elsewhere|evaluat\w+\s+by|academy"
    r"|inspected\s+too"
    r"|addressed\s+to|recommendation\s+\d+\s+is|first\s+(?:introduced|used)|already\s+use[sd]?"
    r"|lines?\s+with|(?:our|my)\s+force|previously|inquir(?:y|ies)|murder\w*|convicted|scandals?"
    r"|(?:baroness|lord|dame|sir)\s+\w+|among\s+(?:them|those)|also\s+(?:inspected|visited|took)"
    r"|the\s+other\s+(?:\w+\s+)?(?:forces?|areas?)|on\s+(?:our|its)\s+behalf|for\s+us"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|several|some|many)\s+(?:other\s+)?forces"
    r"|provides?\s+(?:our|us)|shares?\s+(?:its|a|the|our))\b"
)
"""What makes another force's name in a sentence no slip."""
CHECKED_AGAINST: Final = phrase(
    r"(?<!our\s)(?<!my\s)\b(?:replies|answers|returns|what\s+(?:they|he|she|victims|people|partners)\s+(?:say|tell))\b"
    r"[^.;]{0,60}?\b(?:compared|checked|tested|matched|set|held|weighed)\s+(?:with|against|beside|to)\s+"
    r"(?:the\s+)?(?:figures|records|data|logs?|numbers|times|returns|account)\s+(?:of|from|held\s+by|kept\s+by)\s+(?:the\s+)?$"
)
"""Right before a force: what others say is held against the own force's records, not two forces."""
RIGHT_BEFORE: Final = phrase(
    r"\b(?:like|unlike|than|including|alongside|and|or|both|visited|joined"
    r"|(?:review\w*|carried\s+out|conducted|investigated|developed|pioneered|led|hosted"
    r"|designed|used"
    r"|introduced|piloted|trialled|run|provided|supplied|audited|evaluated|copied)\s+by"
    r"|(?:officers|staff|secondees?|colleagues|inspectors|investigators|detectives|joined"
    r"|transferred|learn\w*|came"
    r"|lessons"
    r"|support|help|advice|tool|loan|borrowed|moved|seconded|taken|model|practice)\s+from"
    r"|(?:collaborat\w+|shar\w+|agreement|arrangements?|alliance|contract\w*|together|work\w*"
    r"|partnership"
    r"|jointly|do(?:es|ne|ing)?\s+(?:this|so|it)|merge[dr]?|borders?|liais\w+|talks|engag\w+"
    r"|network\w*|consult\w*)\s+with"
    r"|(?:tool|system|model|approach|app|process|programme|scheme)\s+that|(?:seen|used|tried"
    r"|success)\s+in"
    r"|(?:an?|former|the)\s+(?:officer|detective|sergeant|inspector)s?\s+of"
    r"|(?:an?|the|its|their|two|three|some)\s+(?:\w+\s+)?(?:officer|detective|sergeant|inspector|expert|colleague"
    r"|team|superintendent|analyst|manager|adviser|specialist|trainer|lead|constable)s?\s+(?:from|in|at)"
    r"|(?:spoke\s+to|wrote\s+to|helped|followed|singled\s+out|worked\s+(?:in|for))"
    r"|(?:spoken|talked|listened)\s+(?:to|with)|(?:bought|joins?|comes?|transfers?|hired|leased|recruited)\s+from|(?:work|trial|pilot|project)s?\s+in"
    r"|(?:look\w*\s+at|see|consider|copy|adopt)\s+(?:what|how)"
    r"|(?:help|support|assistance|advice|experience|example|expertise|offer)\s+(?:of|by|offered\s+by)"
    r"|(?:it|report|inspectors?|HMICFRS)\s+(?:says?|said|tells?|told|writes?|wrote)\s+(?:of|about)"
    r"|thank(?:s|ful)?(?:\s+to)?|grateful\s+to|seconded\s+to)\s+(?:the\s+)?$"
)
"""What makes it no slip where it stands right before the name."""
OUR_FORCE_FIRST: Final = phrase(r"\b(?:the|my|our|this)\s+(?:force|constabulary)\b")
ITS_OWN: Final = phrase(
    r"^\s+and\s+(?:\w+\s+){0,2}?others?\b|^,?\s+(?:with|from|to)\s+(?:which|whom)\b|^,\s+(?:which|whose|where)\s+(?!I\b|we\b)|^[’']s\s+(?:\w+\s+)?(?:approach|model|tool|example|experience|programme|scheme|success)\b"
)
_INSPECTED: Final = phrase(
    r"\b(?:looked\s+(?:at|into)|examined|inspected|assessed|considered|inspection\s+(?:of|into)"
    r"|report\s+on)\s+(?:how\s+(?:well\s+|far\s+)?|whether\s+)?(?:the\s+)?$"
)
"""Right before a name: whom the inspectors looked at."""
_WITH: Final = phrase(r"^,?\s+(?:and|with)\s+(?:the\s+)?")
_BODY: Final = re.compile(r"\b(?:Commissioner|Mayor)\b")
_NOT_OF_OURS: Final = phrase(r"\b(?:last|previous|earlier|another|other|elsewhere)\b")


def is_looked_at_beside_ours(words: str, found: re.Match[str], own: OwnNames) -> bool:
    """Return whether another force stands where ours belongs: beside our area's other service."""
    sentence = sentence_at(words, found.start())
    before, behind = words[sentence.start : found.start()], words[found.end() : sentence.end]
    joined = _WITH.match(behind)
    if joined is None or not _INSPECTED.search(before) or _NOT_OF_OURS.search(sentence.words):
        return False
    partner = behind[joined.end() :]
    ours = any(partner.startswith(area) for area in own.areas)
    return ours and not any(name in sentence.words for name in own.names)


def is_named_by_others(name: str, facts: Facts) -> bool:
    """Return whether the report or the chief officer names a force, so that we may too."""
    told = (*(one.text for one in facts.findings), *facts.chief_officer_comments)
    return any(name in one for one in told)


def is_on_record(name: str, facts: Facts) -> bool:
    """Return whether the case itself is about a force besides its own."""
    area = area_of(name)
    told = (facts.report.title, facts.office.name, facts.local_policing_body.title)
    return any(area in one for one in (*told, *(one.text for one in facts.findings)))


def is_of_a_body_with_us(name: str, facts: Facts) -> bool:
    """Return whether another body on record, which responds too, is that of a force's area."""
    area = area_of(name)
    return any(area in one.role and _BODY.search(one.role) for one in facts.people)
