"""Dates as people and machines write them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.article.published import find_date, is_date_line, parse_date
from dragoman.errors import DateInvalid


@pytest.mark.parametrize(
    "text",
    [
        "2021-11-15",
        "20211115",
        "2021/11/15",
        "2021-11-15T23:30:00Z",
        "2021-11-15T23:30:00.123+03:00",
        "2021-11-15 23:30:00+0300",
        "2021-11-15 23:30",
        "15 November 2021",
        "15th of November, 2021",
        "November 15, 2021",
        "Nov. 15, 2021",
        "Nov 15 2021",
        "NOVEMBER 15, 2021 5:32 PM",
        "Monday, November 15th, 2021",
        "Mon, 15 Nov 2021 12:00:00 +0000",
        "Mon, 15 Nov 2021 12:00:00 GMT",
        "Mon Nov 15 12:00:00 2021",
        "15-Nov-2021",
        "12:30 GMT, 15 November 2021",
        "15 November 2021, 12:30 GMT",
        "Nov 15, 2021 at 5:32 p.m. EST",
        "Published: 15 November 2021",
        "Published on November 15, 2021",
        "15/11/2021",
        "11/15/2021",
        "15.11.2021",
        "  15   November\n2021 ",
    ],
)
def test_dates(text):
    assert parse_date(text) == "2021-11-15"


def test_a_day_that_is_the_same_either_way():
    assert parse_date("03/03/2021") == "2021-03-03"


@pytest.mark.parametrize("text", ["03/04/2021", "3.4.2021", "12-11-2021"])
def test_day_first_or_month_first_is_refused(text):
    with pytest.raises(DateInvalid, match="day first or month first.*YYYY-MM-DD"):
        parse_date(text)


@pytest.mark.parametrize("text", ["2021-02-30", "31 June 2021", "2021-13-01", "32/13/2021", "Feb. 29, 2021", "29/02/2021"])
def test_days_that_do_not_exist_are_refused(text):
    with pytest.raises(DateInvalid, match="no day.*YYYY-MM-DD"):
        parse_date(text)


@pytest.mark.parametrize("text", ["", "yesterday", "November 2021", "2021", "1637000000", "Monday", "15 Nov", "0001-01-01", "9999-12-31"])
def test_what_is_no_full_date_is_refused(text):
    with pytest.raises(DateInvalid, match="YYYY-MM-DD"):
        parse_date(text)


@settings(deadline=None)
@given(st.dates(datetime.date(1700, 1, 1), datetime.date(2199, 12, 31)))
def test_every_day_is_read_back(day):
    assert parse_date(day.isoformat()) == day.isoformat()
    assert parse_date(day.strftime("%d %B %Y")) == day.isoformat()
    assert parse_date(day.strftime("%A, %b %d, %Y")) == day.isoformat()


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_a_date_or_refused(text):
    try:
        datetime.date.fromisoformat(parse_date(text))
    except DateInvalid:
        pass
    find_date(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Talks fail\n\nFriday, July 21, 2017\n\nThe talks failed.", "2017-07-21"),
        ("Talks fail\nThursday, May 7, 2015 On Tuesday, the talks failed.", "2015-05-07"),
        ("Talks fail\nUpdated 3 June 2020\nPublished 2 June 2020\nThe talks failed.", "2020-06-02"),
        ("Talks fail\nLast updated: 3 June 2020\nThe talks failed.", "2020-06-03"),
        ("NOVEMBER 15, 2021 5:32 PM UPDATED 2 DAYS AGO\nTalks fail\nThey failed.", "2021-11-15"),
        ("ANKARA, Nov. 15, 2021 (Reuters) - Turkey said so.", "2021-11-15"),
        ("NEW DELHI, India, 15 November 2021 - India said so.", "2021-11-15"),
        ("Berlin, 15 November 2021\n\nGermany said so.", "2021-11-15"),
    ],
)
def test_the_date_at_the_top_is_found(text, date):
    assert find_date(text) == date


@pytest.mark.parametrize(
    "text",
    [
        "On July 21, 2017, the talks failed.",
        "May 7, 2015 was the day when the talks failed.",
        "ANKARA, Nov. 15 (Reuters) - Turkey said so.",
        "The talks failed.\n" * 20 + "15 November 2021\n",
        "The talks of 15 November 2021 failed.",
        "",
    ],
)
def test_a_date_in_the_prose_is_not_taken(text):
    assert find_date(text) is None


def test_date_lines():
    assert is_date_line("Monday, 15 November 2021")
    assert not is_date_line("On 15 November 2021 the talks failed.")
