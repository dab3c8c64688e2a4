"""The page of checks: what a reader would stumble over, and the Word file with comments."""

import io
import re

from docx import Document

from tests.builders import OFFICER
from tests.casework.conftest import Take
from tests.web.desk import Desk
from tests.web.test_versions import desk_of


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


def test_an_error_is_put_right_or_waived_from_where_it_is_told(on_one: Take) -> None:
    service, reference = on_one("commented")
    words = "I met the Chief Constable on 31 November 2022."
    service.check_in(reference, service.edited(reference, words))
    desk = desk_of(service, OFFICER, day=21)
    shown = desk.get(f"/cases/{reference}/checks")
    found = re.search(r'href="(/cases/[^"]+/in-the-way/\w{8})">It is right as it stands', shown)
    assert found
    assert "31 November 2022" in desk.get(found[1])
