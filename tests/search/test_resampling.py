import pytest

from beslutssok.search.resampling import interval_of_difference, interval_of_mean


def test_an_interval_holds_the_mean_and_repeats() -> None:
    values = [0.0, 1.0] * 50
    low, high = interval_of_mean(values)
    assert low < 0.5 < high
    # The standard error is 0.05, so 95 % lie within about 0.1 of the mean.
    assert (low, high) == pytest.approx((0.4, 0.6), abs=0.03)
    assert interval_of_mean(values) == (low, high)


def test_more_questions_make_it_narrower() -> None:
    few, many = interval_of_mean([0.0, 1.0] * 10), interval_of_mean([0.0, 1.0] * 1000)
    assert many[1] - many[0] < (few[1] - few[0]) / 3


def test_a_difference_is_surer_in_pairs_than_apart() -> None:
    hard_and_easy = [0.0, 1.0] * 20
    better = [value + 0.1 for value in hard_and_easy]
    assert interval_of_difference(better, hard_and_easy) == pytest.approx((0.1, 0.1))


def test_systems_asked_different_questions_are_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        interval_of_difference([1.0], [1.0, 0.0])


def test_no_questions_have_no_mean() -> None:
    with pytest.raises(ValueError, match="at least one"):
        interval_of_mean([])
