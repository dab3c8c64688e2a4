"""A day given by hand counts for the whole report."""

from datetime import date

from casework.rules.findings.dated import BY_HAND, published_on
from models.words import DatePrecision
from tests.casework.rules.findings.reading import read

PAGE = (
    "<h1>PEEL 2023–25: Loamshire Police</h1><p>Published on: March 2024</p>"
    "<p>HMICFRS inspected.</p>"
    "<h3>Recommendation</h3><p>Within three months, the force should act.</p>"
)


def test_a_day_given_by_hand_dates_the_report_and_every_deadline() -> None:
    report = read(PAGE)
    (before,) = report.findings
    assert (report.published, before.deadline.day) == (None, None)
    told = published_on(report, date(2024, 3, 12))
    assert (told.published, told.published_precision) == (date(2024, 3, 12), DatePrecision.DAY)
    assert (told.published_raw, told.published_from) == ("2024-03-12", BY_HAND)
    (after,) = told.findings
    assert (after.text, str(after.deadline.day)) == (before.text, "2024-06-12")
    assert (told.title, told.forces) == (report.title, report.forces)
