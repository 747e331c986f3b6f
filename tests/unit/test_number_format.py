"""What a cell shows is what its format makes of its value, as spreadsheets show it in the United States."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from handbook.intake.number_format import shown

AT = datetime(2026, 7, 1, 8, 5, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (None, "General", ""),
        (True, "General", "TRUE"),
        (5, "General", "5"),
        (5.0, "General", "5"),
        (0.1 + 0.2, "General", "0.3"),
        (1 / 3, "General", "0.333333333"),
        (-1234.5, "General", "-1234.5"),
        (4155550123, "General", "4155550123"),
        (12, 'General" units"', "12 units"),
        (7, "@", "7"),
        (0.8, "0%", "80%"),
        (0.8333, "0.0%", "83.3%"),
        (1.005, "0.00", "1.01"),
        (-0.004, "0.00", "0.00"),
        (1234567, "#,##0", "1,234,567"),
        (0.25, '"$"0.00', "$0.25"),
        (-1234.5, "$#,##0.00_);($#,##0.00)", "($1,234.50)"),
        (0, '_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)', "$-"),
        (3.5, "[$€-407] #,##0.00", "€ 3.50"),
        (-3, "[Red]0;[Blue]-0", "-3"),
        (42, "0000", "0042"),
        (2134, "00000", "02134"),
        (5550123, "000-0000", "555-0123"),
        (4155550123, "(000) 000-0000", "(415) 555-0123"),
        (5550123, "[<=9999999]###-####;(###) ###-####", "555-0123"),
        (4155550123, "[<=9999999]###-####;(###) ###-####", "(415) 555-0123"),
        (123456789, "000-00-0000", "123-45-6789"),
        (0, '0;-0;"none"', "none"),
        (2500000, '0.0,,"M"', "2.5M"),
        (7, "0.##", "7."),
        (7.5, "0.##", "7.5"),
        (30, '0 "min"', "30 min"),
        (AT, "m/d/yyyy", "7/1/2026"),
        (AT, "mm-dd-yy", "7/1/2026"),
        (AT, "m/d/yy h:mm", "7/1/2026 8:05"),
        (AT, "dddd, mmmm d, yyyy", "Wednesday, July 1, 2026"),
        (AT, "[$-409]ddd mmm dd", "Wed Jul 01"),
        (AT, "mmmmm yy", "J 26"),
        (AT, "h:mm AM/PM", "8:05 AM"),
        (AT, "hh:mm:ss", "08:05:09"),
        (AT, "h A/P", "8 A"),
        (AT, "mm:ss", "05:09"),
        (date(2026, 12, 24), "d.m.yyyy", "24.12.2026"),
        (time(13, 30), "h:mm AM/PM", "1:30 PM"),
        (time(0, 15), "h:mm AM/PM", "12:15 AM"),
        (time(7, 59, 59, 999_900), "h:mm", "8:00"),
        (time(7, 59, 59, 250_000), "h:mm:ss.00", "7:59:59.25"),
        (timedelta(hours=30, minutes=5), "[h]:mm", "30:05"),
        (timedelta(minutes=90, seconds=7), "[mm]:ss", "90:07"),
        (datetime(9999, 12, 31, 23, 59, 59, 999_999, UTC), "m/d/yyyy", "12/31/9999"),
    ],
)
def test_a_value_reads_as_its_cell_shows_it(value: object, form: str, text: str) -> None:
    assert shown(value, form) == text


@pytest.mark.parametrize(
    ("value", "form"),
    [
        (0.5, "# ?/?"),
        (12345, "0.00E+00"),
        (5, "m/d/yyyy"),
        (time(8), "m/d/yyyy"),
        (AT, "0.00"),
        (timedelta(hours=-1), "[h]:mm"),
        (timedelta(hours=1), "h:mm"),
    ],
)
def test_a_look_that_is_not_known_is_not_guessed(value: object, form: str) -> None:
    assert shown(value, form) is None
