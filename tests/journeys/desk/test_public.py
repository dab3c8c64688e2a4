"""Anybody at all: the public register, one response, and the feeds, without an account."""

import feedparser
import pytest

from tests.builders import at
from tests.journeys.desk.conftest import Build, Enter

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("on_a_telephone", [False, True], ids=["at a desk", "on a telephone"])
def test_somebody_finds_a_response_reads_it_and_follows_the_register(
    house_at: Build, enter: Enter, *, on_a_telephone: bool
) -> None:
    house, reference = house_at("published", at(12, 20))
    reader = enter(house, on_a_telephone=on_a_telephone)
    reader.go("/responses")
    reader.sees("1 response has been published: 1 on time, 0 late.", "Warwickshire Police")
    feed = reader.page.locator('link[type="application/atom+xml"]').first.get_attribute("href")
    assert feed
    read = feedparser.parse(reader.page.request.get(f"/responses/{feed}").body())
    assert not read.bozo
    assert len(read.entries) == 1
    for name in ("feed.json", "responses.json", "responses.csv"):
        assert "Warwickshire Police" in reader.page.request.get(f"/responses/{name}").text()
    reader.page.goto(read.entries[0].link)
    reader.look()
    reader.sees("Response to", "Warwickshire Police", reference)
    assert reader.page.request.get(f"{reader.page.url}response.pdf").body().startswith(b"%PDF")
