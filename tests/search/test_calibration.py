"""A cosine is judged beside what questions without an answer reach in the same index."""

import beslutssok
from beslutssok.index.rows import IndexVersion
from beslutssok.search.calibration import UNANSWERABLE, Calibration


def test_nearness_is_zero_for_what_nothing_reaches_too() -> None:
    calibration = Calibration(IndexVersion(1, ""), mean=0.82, spread=0.02)
    assert calibration.nearness(0.82) == 0.0
    assert calibration.nearness(0.80) == -1.0


def test_questions_of_everyday_life_are_not_answered(sample_index: beslutssok.Index) -> None:
    answered = [question for question in UNANSWERABLE if sample_index.ask(question).answered]
    assert len(answered) <= 3, answered


def test_what_the_calibration_never_saw_is_not_answered_either(
    sample_index: beslutssok.Index,
) -> None:
    for question in (
        "Hur många strängar har en kontrabas?",
        "Hur virkar man en mormorsruta?",
        "Which football club plays at Old Trafford?",
        "Vilket bolag fick koncessionen för saltgruvan i Ödeskog?",
    ):
        answer = sample_index.ask(question)
        assert not answer.answered, answer.text
        assert answer.reason
