"""Beside its decision an item tells what was asked for in detail, and never what was proposed."""

import pytest

import beslutssok
from beslutssok.domain import LineKind, SectionKind


def told(index: beslutssok.Index, question: str) -> list[str]:
    """What an answer quotes besides decisions, votes and what persons did."""
    lines = index.ask(question).lines
    return [line.text for line in lines if line.kind is LineKind.TEXT and line.quoted]


@pytest.mark.parametrize(
    ("question", "detail"),
    [
        ("När invigdes Älvbadet?", "Simhallen Älvbadet invigdes 1974."),
        ("Inom hur många timmar ska utryckningsvägarna vara röjda från snö?", "inom fyra timmar"),
        ("I hur många byar ska bokbussen stanna?", "27 byar varannan vecka"),
    ],
)
def test_the_background_tells_what_the_decision_leaves_out(
    sample_index: beslutssok.Index, question: str, detail: str
) -> None:
    assert any(detail in text for text in told(sample_index, question))


def test_a_sum_that_was_decided_is_not_mixed_with_what_was_applied_for(
    sample_index: beslutssok.Index,
) -> None:
    assert told(sample_index, "Hur mycket pengar fick teatern till sin skolturné?") == []


def test_what_was_put_off_is_not_told_by_what_was_proposed(sample_index: beslutssok.Index) -> None:
    answer = sample_index.ask("Vad beslutades om reglerna för skolskjuts våren 2024?")
    assert "Ärendet återremitteras." in answer.text
    assert "3 km" not in answer.text


def test_what_is_quoted_besides_is_no_proposal(sample_index: beslutssok.Index) -> None:
    answer = sample_index.ask("Hur många barn berörs av skolskjutsen?")
    sections = {line.hit.section for line in answer.lines if line.kind is LineKind.TEXT}
    assert not sections & {SectionKind.PROPOSAL, SectionKind.MOTION}


def test_a_detail_stands_after_the_decision_and_is_said_not_to_be_decided(
    sample_index: beslutssok.Index,
) -> None:
    lines = sample_index.ask("När invigdes Älvbadet?").lines
    place = next(n for n, line in enumerate(lines) if "invigdes 1974" in line.text)
    assert lines[place - 1].text == "Ur ärendets beskrivning, inte ur beslutet:"
    assert lines[place - 1].hit == lines[place].hit
    decided = (LineKind.DECISION, LineKind.PROPOSAL)
    of_item = [n for n, line in enumerate(lines) if line.kind in decided and line.quoted]
    assert of_item and max(of_item) < place
