"""The words around a last day: the law's, or the one for the chief officer's comments."""

from typing import Final

from casework.rules.manuscript.phrases import phrase

DATE_FOR_REPLY: Final = phrase(
    r"\b(?:(?:closing|return|reply|last|final|latest)\s+)?(?:date|day|deadline|time\s+limit)\s+"
    r"(?:for\s+(?:\w+\s+){0,2}?(?:repl(?:y|ies)|comments?|responses?|submissions?|doing\s+so|this)\s+)?"
    r"(?:of|was|is|being)\s+(?:the\s+)?$|\((?:(?:the\s+)?(?:deadline|closing\s+date|due)|(?:reply|to\s+reply)\s+by)"
    r"\W{0,3}$|\bdate\b[^.;]{0,50}\bcomments\s+(?:was|is|being)\s+$"
)
"""Right before the day that an invitation sets."""

IS_DATE_FOR_REPLY: Final = phrase(
    r"^\W{0,3}(?:(?:given|set|named|told|fixed|agreed|was|is|being|to\s+be|for|as)\s+){0,3}(?:the|a|her|his|their|my|our)\s+"
    r"(?:(?:last|closing|final|latest|due|return|reply|agreed)\s+){0,2}(?:date|day|deadline|limit|time\s+limit)"
    r"(?:\s+for\s+(?:repl(?:y|ies|ying)|(?:\w+\s+)?comments|doing\s+so|this|them|a\s+reply))?\W*(?:$|\band\b|[,;.)])"
)
"""Right behind it."""

IS_LAST_DAY: Final = phrase(
    r"^\W{0,3}(?:(?:is|was|will\s+be|being|falls\s+as|as|the|therefore|thus|also)\s+){0,4}"
    r"(?:day\s+(?:number\s+)?(?:56|fifty-six)\b|(?:56th|fifty-sixth)\b"
    r"|(?:last|final)\s+(?:lawful\s+|possible\s+|permitted\s+|statutory\s+)?da(?:y|te)\s+"
    r"(?:for\s+(?:publi|respon|doing)|on\s+which\s+(?:I|we|it|this)|of\s+the\s+(?:56|fifty|statut"
    r"|period)|allowed|permitted|by\s+law)|(?:my|our|the)\s+statutory\s+(?:deadline|limit))"
    r"|^,?\s{0,3}(?:when|on\s+which|the\s+day\s+(?:on\s+which|when))\s+(?:the|my|our|that|those)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:period|time|days|clock)\b[^.;]{0,40}\b(?:ends?|expires?|is\s+(?:up|over)|runs?\s+out|closes?)\b"
)
"""Right behind a date that is told to be the last day."""

IS_FIRST_DAY: Final = phrase(
    r"^\W{0,3}(?:(?:is|was|being|as|therefore|thus)\s+){0,3}(?:day\s+(?:1|one)|the\s+first\s+day"
    r"\s+of\s+the\s+(?:56|fifty|statutory|period))\b"
)
"""Right behind the day with which the fifty-six begin."""

ENDS_THEN: Final = phrase(
    r"\b(?:ends?|ended|ending|expire[sd]?|runs?\s+(?:out|until|to)|ran\s+(?:out|until)|clos(?:es?|ed)"
    r"|lapse[sd]?|is\s+up|stops?|falls?|fell|finish(?:es|ed)?)\s+(?:on\s+|at\s+the\s+end\s+of\s+)?(?:the\s+)?$"
)
"""Right before a date on which a time is over."""

OF_THAT_TIME: Final = phrase(
    r"^\W*(?:the\s+)?(?:last|final|latest)\s+(?:(?:one|day)\s+)?(?:of\s+(?:these|those|them|which)|(?=is\b)|(?:day|date)\s+(?:is|was|falls|for\s+(?:publi|respon|repl|doing)))"
    r"|^\W*(?:that|this|which)\s+(?:takes|brings|leads|carries|gets)\s+(?:me|us)\b[^.;]{0,40}\bto\b"
    r"|^\W*(?:\w+\s+){0,4}?(?:do(?:ing)?\s+(?:so|this|that|it)\b|(?:my|our)\s+(?:\w+\s+)?(?:answer|reply"
    r"|response|statement|comments|time)\b|(?:they|it|these|this|that|those|which)\s+(?:\w+\s+){0,2}?"
    r"(?:end|expire|run|close|lapse|is\s+up|fall)|(?:the|this|that)\s+(?:\w+\s+)?(?:period|time|clock"
    r"|deadline|window|days)\b)"
)
"""A sentence that goes on about the duty, or the time, of the sentence before."""

LAST_OF_THEM: Final = phrase(
    r"\b(?:last|final|latest)\b[^.;]{0,40}$|\b(?:takes|brings|leads|carries|gets)\s+(?:me|us)\b[^.;]{0,40}\bto\b[^.;]{0,20}$"
)
"""In a sentence that goes on about a time, before the day that is its last."""

BOUND: Final = phrase(
    r"\b(?:by|before|until|till|no(?:t)?\s+later\s+than|on\s+or\s+before|not\s+after|latest|due|"
    r"deadline\s+(?:of|was|is)|close\s+on|end\s+of|noon\s+on)\s*"
    r"(?:the\s+|on\s+|5\s?pm\s+|noon\s+|midday\s+|close\s+of\s+(?:business|play)\s+"
    r"|end\s+of\s+)*\(?$"
)
"""Right before a date: it is a bound."""

LAST_DAY: Final = phrase(
    r"\b(?:56|fifty[- ]six)[- ](?:calendar[- ])?days?\b|\bwithin\s+(?:8|eight)\s+weeks\b"
    r"|\b(?:56th|fifty-sixth)\b|(?<!\bin\s)\btime\s+(?:for|in\s+which)\b[^.]{0,50}\b(?:up|ends?|out"
    r"|expires?)\b"
    r"|\blast\s+(?:possible\s+|lawful\s+)?(?:day|date)\b|\blast\s+of\s+(?:these|those)\s+days\b"
    r"|\bstatutory\s+(?:\w+\s+)?(?:deadline|period|time|limit|date|duty|requirement)"
    r"|\btime[- ]?limit\b"
    r"|\b55\s*\(5A\)|\((?:5A)\)"
    r"|\bpublication\s+(?:is|was)\s+(?:required|due|needed)"
    r"|\b(?:our|my|the)\s+(?:time|clock)\s+(?:to\s+\w+\s+)?(?:runs?\s+out|is\s+up|ends?|expires?|stops?)"
    r"|\b(?:response|(?:my|our)\s+(?:\w+\s+)?(?:answer|reply|statement|comments))"
    r"\s+(?:is|was|are|must\s+be|falls?)\s+(?:therefore\s+)?(?:due|required|needed)"
    r"|\b(?:I|we|it|this|commissioner|mayor|board|body|bodies|response|statement|letter|document"
    r"|comments)\s+(?:(?:am|are|is|was)\s+)?(?:must|(?:legally\s+)?(?:required"
    r"|obliged)\s+(?:by\s+law\s+)?to"
    r"|ha(?:s|ve|d)\s+to|needs?\s+to|should)\s+(?:be\s+)?(?:publish(?:ed)?|respond|reply)"
    r"(?:\s+(?:it|this|(?:my|our|the|a|its|this)\s+(?:response|comments|statement|letter"
    r"|reply)))?(?:\s+on\s+(?:it|them|the\s+report))?"
    r"\W+(?:by|within|before|no|not|to|and|at)\b"
    r"|\b(?:law|act|legislation|statute|section\s+55\S*)\s+(?:requires|obliges)\s+(?:\w+\s+){1,4}?to\s+(?:publish|respond)\b"
    r"|\bdeadline\s+(?:for|to)\s+(?:\w+\s+){0,4}?(?:respon\w+|publi\w+|repl\w+)"
    r"|\blatest\s+(?:\w+\s+)?(?:date|day)\s+(?:for|on|by)\s+(?:which\s+)?(?:\w+\s+){0,4}?(?:publi|respon|repl)\w+"
    r"|\b(?:response|statement|letter)\s+(?:must|has\s+to|needs\s+to)\s+(?:be\s+(?:on|online|public)|appear)\b"
    r"|\b(?:law|act|legislation|statute|parliament)\s+(?:requires|wants|expects)\s+(?:a|an|my|our|the)\s+"
    r"(?:\w+\s+)?(?:response|reply|answer)\b"
    r"|\bresponse\s+deadline\b|\bpublication\s+deadline\b|\bdue\s+date\s+(?:for"
    r"|of)\s+(?:\w+\s+)?response"
)

LAST_DAY_RIGHT_BEFORE: Final = phrase(
    r"(?:\b(?:by|before|until|than|on|is|was|i\.?e\.?|namely|ends?|ended|ending|up|out"
    r"|expire[sd]?|falls?|"
    r"fell|of|being|to|runs?|due|deadline|day|date|limit|holiday)\b|[:,(–—-])\s*"
    r"(?:on\s+|the\s+|at\s+the\s+end\s+of\s+|end\s+of\s+|midnight\s+|i\.?e\.?,?\s+|that\s+is,?\s+"
    r"|by\s+|before\s+|is\s+|therefore\s+|thus\s+|accordingly\s+|then\s+|now\s+){0,5}$"
)

FOR_COMMENTS: Final = phrase(
    r"\b(?:last\s+day|deadline|due\s+date|closing\s+date|time\s+limit"
    r"|period)\s+(?:\w+\s+){0,4}?comments?\b"
)
"""A last day that is not the law's: the one for the chief officer's comments."""

BEGINS: Final = phrase(
    r"\b(?:begin(?:ning|s)?|start(?:ing|s|ed)?|began|counting|counted|running|runs|ran"
    r"|day\s+(?:1|one))"
    r"\W+(?:with|on|from|is|was|being|at)?\s*(?:the\s+)?$|\bdays?\s+(?:from|of"
    r"|after)\s+(?:the\s+)?$"
)
"""Right before the first day of the fifty-six."""
