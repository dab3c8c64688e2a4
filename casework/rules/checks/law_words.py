"""The words by which a sentence says whose duty, and which one, it cites a provision for."""

import re
from typing import Final

from casework.rules.manuscript.phrases import phrase

INSPECTORS_DO: Final = phrase(
    r"\b(?:HMIC\w*|inspectors?|inspectorate|Majesty[’']s|chief\s+inspector)\b[^.;]{0,90}?"
    r"\b(?:publish\w*|publication|sen[dt]\w*|arrang\w+|prepar\w+|produc\w+|carr\w+|inspect\w*"
    r"|copy|duty|power|appointed|under)\b|\b(?:publish\w*|sent|copy|copied|received|inspected"
    r"|issued)"
    r"\b[^.;]{0,60}\b(?:by|from)\s+(?:HMIC\w*|(?:the\s+)?inspect\w+)"
)

WE_DO: Final = phrase(
    r"\bthis\s+is\b|\bfulfil\w*|\b(?:this|my|our|the\s+\w+[’']s?)\s+(?:formal\s+|statutory\s+"
    r"|written\s+)?(?:response"
    r"|statement"
    r"|comments|reply|letter|action|document|publication)\b"
    r"|^\W*(?:published|issued|made|prepared|submitted|response)\b|\b(?:I|we|my|our|me|us)\b"
    r"|\bobligations?\b|\brespon(?:se|d|ds|ding)\b|\bcomments\b"
    r"|\blocal\s+policing\s+bod(?:y|ies)\b|\bcommissioner\b|\bmayor\b|\bboard\b|\brequire[sd]?\b"
)

RESPONDING: Final = phrase(
    r"\brespon(?:se|d|ds|ding)\b|\bcomments?\b|\bpublish\w*\b|\bpublication\b|\bobligations?\b"
    r"|\bstatement\b"
    r"|\breply\b"
)

OTHER_DUTIES: Final = phrase(
    r"\b(?:hold\w*|held)\s+(?:\w+\s+){0,4}?to\s+account|\bplan\b|\bpanel\b"
    r"|\binspections?\s+(?:under|by)"
    r"|\binspected\b|\bdata\s+protection|\bequality|\bcollaboration|\bcomplaints?\b|\bappoint\w*"
    r"|\bfreedom\b|\bdirect(?:ion|ed)\b|\bstop\s+and\s+search|\bsearch\w*|\bpowers\s+of\b"
    r"|\bState\s+of"
)

INVITING: Final = phrase(
    r"\binvit\w+|\bsubmit\w*|\bcomments?\s+(?:of|from|by)\b|\bchief\b|[’']s\s+comments|\bhis\b"
    r"|\bher\b"
)

SECURITY: Final = phrase(r"\bsecurity\b|\bjeopardi[sz]e|\bexclud\w+")
"""What section 55(2) is about: what the inspectors may leave out."""

WITH_OURS: Final = re.compile(r"\(5[AB]\)")

WHAT_I_PUBLISH: Final = phrase(
    r"\b(?:I|we|he|she|bod(?:y|ies)|commissioners?|mayor|board)\s+(?:must|shall|ha(?:s|ve)\s+to|(?:is|are|am)"
    r"\s+(?:required|obliged)\s+to)\s+(?:\w+\s+)?(?:publish|respond|reply|explain)\b"
)

UNDER: Final = phrase(
    r"\b(?:under|pursuant\s+to|in\s+accordance\s+with|by|in\s+line\s+with|of|as)\s+(?:the\s+)?"
    r"(?:sections?|s\.?|sect\.)\s?\d+(?!.{0,30}\breport\b)(?!\s+(?:below|above))"
)
INVITES: Final = phrase(r"\binvit\w+\b[^.;]{0,160}\bcomment")
TO_COMMENT: Final = phrase(
    r"\s{0,9}to\s{1,9}(?:\w{1,20}\s{1,9}){0,2}?(?:comment|comments|observations)\b"
)
"""Right behind a citation, of whom somebody invites."""
PUBLISHES: Final = phrase(r"\bpublish|\brespon|\breport\s+under|\bpublication\b")
BY_US: Final = phrase(
    r"\b(?:my|our|this)\s+(?:\w+\s+){0,2}?(?:response|obligations?|statement|duty|comments"
    r"|action)\b"
    r"|\b(?:pursuant|required|obligations?|duty)\b[^.;]{0,40}$"
    r"|\b(?:I|we)\s+(?:\w+\s+){0,3}?(?:reply|respond|answer|publish|make|write|comment)(?:ing)?\b"
    r"[^.;]{0,40}$"
)
IS_PUBLISHED: Final = re.compile(
    r"\b(?:published?|publish(?:es|ing)?|response|[Ss]tatement|[Ll]etter|(?:it|It|this|This)\s+is\s+made|I\s+make\s+it"
    r"|[Ss]et\s+out\s+(?:\w+\s+){0,3}?my\s+comments|comments\s+follow"
    r"|(?:I|[Ww]e|which\s+I|which\s+we)\s+(?:hereby\s+|now\s+)?(?:answer|reply|respond)(?:\s+(?:to\s+)?(?:it|this|you))?\s+under)\b"
)
AND_THE_FIFTH: Final = re.compile(r"\(4\)\s*(?:,|and|to|–|-)\s*(?:and\s+)?(?:\(|5)")
IS_OUR_RESPONSE: Final = phrase(
    r"\b(?:(?:this|my|our|the)\s+(?:[\w’']+\s+){0,3}?(?:response|statement|comments|reply"
    r"|letter)|publish"
    r"|I\s+(?:am\s+)?(?:respond|providing|publish|required)\w*|we\s+(?:are\s+)?(?:respond"
    r"|publish)"
    r"|I\s+write|obligations?\s+under|pursuant|invit\w+)\b"
)
SETS_OUT: Final = phrase(
    r"\b(?:this|the)\s+(?:document|letter|statement|response|paper|report)\s+(?:sets\s+out|contains|gives|holds|brings)\b"
    r"|\b(?:I|we)\s+(?:set\s+out|give|publish)\s+(?:below\s+)?(?:my|our)\b"
)
OF_THIS_PAPER: Final = phrase(
    r"\b(?:days|period|cop(?:y|ies)|explain\w*|action|recommendations?|publish\w*|gives|until|requires?|engaged|arise"
    r"|appl(?:y|ies)|respond\w*|response|comments|answer|make|made)\b"
)
ASKED_FOR: Final = phrase(
    r"\binvit\w+|\bask(?:ed|s|ing)?\b|\brequest\w*|\bsubmit\w*|\bsought\b|\bseek\w*|\bopportunit\w+|\bwrote\b"
    r"|\bcomments?\s+(?:of|from|by)\s+(?:the\s+)?(?:chief|commissioner|his|her|their)|[’']s\s+(?:own\s+)?comments\b"
    r"|\b(?:chief|his|her)\b[^.;]{0,60}\bcomment|\breceived\b"
    r"|\b(?:for|of)\s+comments?\b|\bcomments?\s+(?:under|period|deadline)\b"
)
"""What a sentence on the invitation says somewhere."""

OTHER_LAW: Final = phrase(r"\bpart\s+[IVX\d]+|\binterference|\bsurveillance|\bvetting")

IT_IS_MADE: Final = phrase(
    r"\W{0,9}(?:it|this)\s{1,9}is\s{1,9}(?:\w{1,30}\s{1,9})?(?:made|given|written|issued|sent|published)\s{1,9}"
    r"(?:under|pursuant|in\s+accordance|by\s+virtue|as\s+required)\b"
    r"|\W{0,9}(?:I|we)\s{1,9}(?:\w{1,30}\s{1,9})?(?:make|give|issue|send|publish|write)\s{1,9}(?:(?:it|this)\s{1,9})?"
    r"(?:under|pursuant|in\s+accordance|by\s+virtue|as\s+required)\b"
)
"""Of this paper, which is being made: a report was."""

HEADED: Final = phrase(
    r"\W{0,9}(?:(?:statutory|formal|public|official)\s{1,9})?(?:(?:response|statement|reply|comments|answer)\s{1,9}"
    r"(?:(?:made|published|issued|given)\s{1,9})?|(?:published|issued|made)\s{1,9})(?:under|pursuant\s+to|in\s+accordance"
    r"\s+with)\s{1,9}(?:the\s{1,9})?$"
)
"""All that stands before a citation in a heading, or under one."""

IS_ITS_RESPONSE: Final = phrase(r"\s{0,9}(?:response|statement|reply)\b")
"""Right behind a citation: `Section 55(5) response`."""

OBLIGES_US: Final = phrase(
    r"\b(?:requires?|obliges|asks|expects)\s+(?:me|us|the\s+\w+|local\s+policing\s+bodies)\s+to\s+(?:\w+\s+)?"
    r"(?:publish|respond|reply|comment|answer)\b"
)

A_REPORT_WAS: Final = phrase(
    r"\W{0,9}(?:the|this|that|its|your|their|HMIC\w*[’']s?)\s{1,9}(?:[\w’']{1,30}\s{1,9}){0,4}?(?:report|inspection)\b"
)
"""At the head of a sentence: what was made or published is the inspectors'."""

OF_OTHERS: Final = phrase(
    r"\b(?:agreement|grant|direction|inspection|arrangement|order|collaboration|delegation|contract)s?\b"
)
