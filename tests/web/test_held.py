"""A form sent too late is held, so that nothing typed is lost; another site's never is."""

from casework.access import SESSION_LIFE
from tests.builders import OFFICER
from tests.reports import a_page
from tests.web.desk import Desk

OURS = {"sec-fetch-site": "same-origin"}
TYPED = {"text": "Words that took <b>an hour</b>.", "owner": "Ada"}


def test_words_sent_after_the_session_ended_are_held_and_taken_after_signing_in(
    desk: Desk,
) -> None:
    place = f"/cases/{desk.service.open(data=a_page())}/answers/overview"
    desk.sign_in(OFFICER)
    form = {**desk.carried(place), **TYPED}
    desk.now += SESSION_LIFE
    held = desk.browser.post(place, data=form, headers=OURS)
    assert held.status_code == 403
    assert "you are no longer signed in" in held.text
    assert "Words that took &lt;b&gt;an hour&lt;/b&gt;." in held.text
    assert "form_token" not in held.text
    desk.sign_in(OFFICER)
    offered = desk.browser.post(place, data={**form, "form_token": ""}, headers=OURS)
    assert offered.status_code == 409
    assert 'name="owner" value="Ada"' in offered.text
    token = desk.carried("/me")["form_token"]
    assert f'name="form_token" value="{token}"' in offered.text
    desk.browser.post(place, data={**form, "form_token": token}, headers=OURS)
    assert desk.service.file(place.split("/")[2]).answers["overview"].text == TYPED["text"]


def test_a_form_of_which_no_browser_says_that_it_is_ours_is_never_offered_again(
    desk: Desk,
) -> None:
    place = f"/cases/{desk.service.open(data=a_page())}/answers/overview"
    form = {"form_token": "x", "act": "12345678", **TYPED}
    assert "Send it again" not in desk.browser.post(place, data=form).text
    desk.sign_in(OFFICER)
    told = desk.browser.post(place, data=form)
    assert told.status_code == 409
    assert "open for too long" in told.text
    assert "Send it again" not in told.text
