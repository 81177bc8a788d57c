"""A cosine is judged beside what questions without an answer reach in the same index."""

import beslutssok
from beslutssok.index.rows import IndexVersion
from beslutssok.search.calibration import UNANSWERABLE, Calibration


def test_nearness_is_zero_for_what_nothing_reaches_too() -> None:
    calibration = Calibration(IndexVersion(1, ""), mean=0.82, spread=0.02)
    assert calibration.nearness(0.82) == 0.0
    assert calibration.nearness(0.80) == -1.0


def test_questions_of_everyday_life_are_not_answered(sample_index: beslutssok.Index) -> None:
    answers = [sample_index.ask(question) for question in UNANSWERABLE]
    answered = [answer.question for answer in answers if answer.answered]
    assert len(answered) <= 4, answered
    sure = [answer.question for answer in answers if answer.answered and not answer.unsure]
    assert len(sure) <= 1, sure
    for answer in answers:
        if answer.unsure:
            assert answer.lines[0].text.endswith("Närmast ligger detta:")
            assert not answer.lines[0].quoted


def test_what_is_named_and_in_no_document_is_not_answered_by_what_is_near(
    sample_index: beslutssok.Index,
) -> None:
    for question in (
        "Vem reserverade sig mot försäljningen av fyrplatsen Gråsälsudden?",
        "Hur gick det med planerna på en linbana över Lommasjön?",
    ):
        assert not sample_index.ask(question).answered, question


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
