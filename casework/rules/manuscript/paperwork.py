"""Sentences that speak of the response itself: its copies, its day, who was asked for comments.

They stand behind the last answer where a letter has no headings, and answer nothing.
"""

from typing import Final

from casework.rules.manuscript.phrases import phrase

_PAPER: Final = r"(?:letter|response|reply|statement|document|note|form|page|paper)"
_OF_THE_PAPER: Final = phrase(
    rf"\b(?:copy(?:ing)?|copied|publish(?:ing|ed)?|send(?:ing)?|sent|post(?:ing)?|posted)"
    rf"\s+(?:(?:copies|a\s+copy)\s+of\s+)?(?:this|the|my|our)\s+{_PAPER}\b"
    rf"|\b(?:put(?:ting)?|plac(?:e|ing|ed))\s+(?:this\s+{_PAPER}\b"
    rf"|(?:the|my|our)\s+{_PAPER}\s+(?:up\s+)?(?:on|online|at)\b)"
    r"|\b(?:copying|copied|copy|sending|send|sent)\s+it\s+to\b"
    rf"|\b(?:this|my|our)\s+{_PAPER}\s+(?:will|is|was|has|goes|shall|can|may|answers|meets)\b"
    rf"|\b(?:the)\s+{_PAPER}\s+(?:will\s+be|is(?:\s+being)?|goes)\s+(?:published|sent|online|at\b)"
    r"|\b(?:copies|a\s+copy)\b[^.]{0,40}\b(?:are|is|will|to\s+be|have|has|go|goes)\b"
    r"|\binvit\w+\b[^.]{0,90}\b(?:comments?|respond|reply|write)\b"
    r"|^\W*yours\s+(?:sincerely|faithfully|ever)\b|^\W*dear\s|^\W*signed\b|^\W*with\s+(?:kind|best)\s+"
)
_INTRODUCES: Final = phrase(
    r"\b(?:inspectors?|hmic\w*|report|they|recommendations?|cause\s+of\s+concern|areas?\s+for\s+improvement"
    r"|finding)\b[^.]{0,60}\b(?:say|says|said|reads?|recommends?|recommended|words?|these|this"
    r"|wr(?:ite|ites|ote)|follow\w*)\b[^.]{0,20}(?:[:–]|$)\W*$"
    r"|\b(?:repl(?:y|ied|ies)|wrote|writes|responded|commented|submitted|sent\s+(?:me|us)|provided|said|stated|gave)\b"
    r"[^.;:]{0,90}:\W{0,4}$"
)


def is_of_the_paper(sentence: str) -> bool:
    """Return whether a sentence tells of the paper or leads in a quotation."""
    return bool(_OF_THE_PAPER.search(sentence) or _INTRODUCES.search(sentence))
