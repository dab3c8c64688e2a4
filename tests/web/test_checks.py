"""The page of checks: what a reader would stumble over, and the Word file with comments."""

import io

from docx import Document

from tests.builders import OFFICER
from tests.web.desk import Desk


def test_what_is_wrong_in_the_draft_is_told_in_sentences(desk: Desk) -> None:
    reference = desk.service.reviewed()
    desk.sign_in(OFFICER)
    said = desk.get(f"/cases/{reference}/checks")
    assert "Checks of the response" in said
    assert "Errors" in said
    assert "to be dated when signed" not in said  # the service fills it itself


def test_the_word_file_comes_with_a_comment_for_each(desk: Desk) -> None:
    reference = desk.service.reviewed()
    desk.sign_in(OFFICER)
    answer = desk.browser.get(f"/cases/{reference}/checks/file")
    assert "attachment" in answer.headers["content-disposition"]
    document = Document(io.BytesIO(answer.content))
    assert len(list(document.comments)) > 0
