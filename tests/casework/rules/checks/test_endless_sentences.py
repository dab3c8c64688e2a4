"""A paragraph that never ends a sentence is read in a time that grows as it does."""

from __future__ import annotations

import io
import time
from datetime import date
from typing import Final

import docx
import pytest

from casework.examining import examine
from casework.registers.facts_file import read_facts
from tests.check_corpus import folders

ENDLESS: Final = {
    "words taken for others": "their affect of there principle then form advice practise loose ",
    "dates": "on 3 May 2024 and by 4 June 2023 ",
    "forces": "the Kent Police force and West Mercia Police area ",
    "provisions": "under section 55(5) of the Police Act 1996 and 54(1), ",
    "deeds": "I will publish the plan on 3 May 2024 and have asked her to report ",
    "quotations never closed": "“we found (that ",
    "acronyms": "ABC and XYZ and QRS (",
    "gaps": "[to be confirmed by XX] … ",
    "grades": "Good Adequate Requires improvement Investigating crime ",
    "answers": "Recommendation 3: I accept AFI 2 and recommendations 4 to 6, ",
}


@pytest.mark.parametrize("words", ENDLESS.values(), ids=ENDLESS)
def test_eight_times_the_words_take_no_sixty_fourfold_time(words: str) -> None:
    _seconds(words, 1)
    assert _seconds(words, 400) < 24 * _seconds(words, 50)


def _seconds(words: str, times: int) -> float:
    document = docx.Document()
    document.add_paragraph(words * times)
    written = io.BytesIO()
    document.save(written)
    source = folders("open")[0] / "facts.json"
    facts = read_facts(source.read_bytes(), source.name)

    def once() -> float:
        begun = time.process_time()
        examine(written.getvalue(), facts, date(2024, 3, 1))
        return time.process_time() - begun

    return min(once() for _ in range(2))
