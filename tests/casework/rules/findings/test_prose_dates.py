"""Dates in every way in which prose and metadata write them."""

import pytest

from casework.rules.findings.prose_dates import first_date
from models.words import DatePrecision

TO_THE_DAY, TO_THE_MONTH = DatePrecision.DAY, DatePrecision.MONTH


@pytest.mark.parametrize(
    ("text", "raw", "day", "precision"),
    [
        ("on 14 October 2022.", "14 October 2022", "2022-10-14", TO_THE_DAY),
        ("14th of Oct. 2022", "14th of Oct. 2022", "2022-10-14", TO_THE_DAY),
        ("1st sept 2022", "1st sept 2022", "2022-09-01", TO_THE_DAY),
        ("14\xa0October\xa02022", "14 October 2022", "2022-10-14", TO_THE_DAY),
        ("October 14, 2022", "October 14, 2022", "2022-10-14", TO_THE_DAY),
        ("2022-10-14T09:00:00", "2022-10-14", "2022-10-14", TO_THE_DAY),
        ("14/10/2022", "14/10/2022", "2022-10-14", TO_THE_DAY),
        ("1/1/2022", "1/1/2022", "2022-01-01", TO_THE_DAY),
        ("25/12/2022", "25/12/2022", "2022-12-25", TO_THE_DAY),
        ("12/13/2022 or 31 June 2022, else 1 July 2022", "1 July 2022", "2022-07-01", TO_THE_DAY),
        ("October 2022", "October 2022", "2022-10-01", TO_THE_MONTH),
        ("Dec., 2022", "Dec., 2022", "2022-12-01", TO_THE_MONTH),
        ("In May 2022, on 3 June 2022", "3 June 2022", "2022-06-03", TO_THE_DAY),
        ("31 February 2022", "February 2022", "2022-02-01", TO_THE_MONTH),
    ],
)
def test_a_date_is_read_as_written_a_full_one_before_a_mere_month(
    text: str, raw: str, day: str, precision: DatePrecision
) -> None:
    found = first_date(text)
    assert found is not None
    assert (found.raw, str(found.day), found.precision) == (raw, day, precision)


@pytest.mark.parametrize("text", ["", "14 October", "2022", "2022-13-01", "0/0/2022", "32/1/2022"])
def test_what_is_no_day_is_no_date(text: str) -> None:
    assert first_date(text) is None
