"""Which §§ a front page states, and what is said where they were not found."""

import pytest

from beslutssok.parse.stated_numbers import doubts_about_stated_numbers, stated_numbers

WITHOUT_12 = (*range(1, 12), *range(13, 20))


@pytest.mark.parametrize(
    "line",
    [
        "Paragrafer: 1–11, 13–19",
        "Paragrafer\t§§ 1-11, 13-19",
        "§§ 1-11, 13-19",
        "Paragrafer §§ 1 – 11 och 13 – 19",
        "Protokollets paragrafer: §§ 1–11, §§ 13–19",
    ],
)
def test_ranges_are_read(line: str) -> None:
    assert stated_numbers(["Granvika kommun", line]) == WITHOUT_12


def test_a_label_may_stand_in_the_line_before() -> None:
    assert stated_numbers(["Paragrafer", "12"]) == (12,)


def test_when_a_person_was_there_is_not_what_the_minutes_have() -> None:
    assert stated_numbers(["Lena Ek (S)\t§§ 1–7", "Ola Ek (C), §§ 2–9", "Bo Ek (M)"]) == ()


def test_a_gap_that_is_stated_raises_no_doubt() -> None:
    assert doubts_about_stated_numbers(WITHOUT_12, WITHOUT_12) == ()
    assert doubts_about_stated_numbers((), (1, 5)) == ()


def test_what_is_missing_and_what_is_too_many_is_told() -> None:
    assert doubts_about_stated_numbers(tuple(range(1, 20)), WITHOUT_12) == (
        "Försättsbladet anger §§ 1–19, men § 12 hittades inte.",
    )
    assert doubts_about_stated_numbers((1, 2), (1, 2, 3)) == (
        "Försättsbladet anger §§ 1–2, men § 3 hittades också.",
    )
