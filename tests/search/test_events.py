"""All matters where something happened on the way are found by what was read of them."""

import pytest

import beslutssok
from beslutssok.domain import LineKind, SectionKind
from beslutssok.search.events import find_events


def listed(answer: beslutssok.Answer) -> set[tuple[str, str, str]]:
    return {
        (line.hit.organ, str(line.hit.date), line.hit.item_number)
        for line in answer.lines
        if line.kind is LineKind.LISTED
    }


@pytest.mark.parametrize(
    "question",
    [
        "Vem yrkade återremiss av skolfrågan?",
        "Vad beslutades om jäv i reglementet?",
        "Upphävdes beslutet om badhuset?",
        "Hur gick det med förslaget från kommunstyrelsen?",
    ],
)
def test_a_question_about_one_matter_asks_for_no_events(question: str) -> None:
    assert find_events(question) == ()


@pytest.mark.parametrize(
    "question",
    [
        "Har en minoritet någon gång tvingat fram återremiss?",
        "Finns det fall där minst en tredjedel fått igenom återremiss?",
    ],
)
def test_what_a_minority_sent_back_is_told_by_the_vote(
    sample_index: beslutssok.Index, question: str
) -> None:
    answer = sample_index.ask(question)
    assert listed(answer) == {
        ("Kommunfullmäktige", "2024-06-17", "48"),
        ("Regionfullmäktige", "2024-11-19", "88"),
    }
    tallies = [line.text for line in answer.lines if line.kind is LineKind.VOTE]
    assert any("16" in tally and "15" in tally for tally in tallies)


def test_where_the_assembly_went_against_the_board(sample_index: beslutssok.Index) -> None:
    answer = sample_index.ask("När har fullmäktige gått emot styrelsens förslag?")
    assert {
        ("Kommunfullmäktige", "2025-04-28", "28"),
        ("Regionfullmäktige", "2024-11-19", "89"),
    } <= listed(answer)
    assert all("fullmäktige" in organ for organ, _, _ in listed(answer))
    carried = ("Regionfullmäktige", "2024-11-19", "87")
    assert carried not in listed(answer)


def test_what_was_decided_by_one_vote_against_the_board(sample_index: beslutssok.Index) -> None:
    answer = sample_index.ask(
        "När har styrelsens förslag fallit i fullmäktige med en rösts marginal?"
    )
    assert listed(answer) == {
        ("Kommunfullmäktige", "2025-04-28", "28"),
        ("Regionfullmäktige", "2024-11-19", "89"),
    }


def test_a_tie_is_told_with_what_broke_it(sample_index: beslutssok.Index) -> None:
    answer = sample_index.ask("Vilka ärenden har avgjorts med ordförandens utslagsröst?")
    assert ("Regionstyrelsen", "2024-03-19", "38") in listed(answer)
    assert any("utslagsröst" in line.text for line in answer.lines if line.quoted)


@pytest.mark.parametrize("matter", ["nattbussen", "omsorgen", "partistödet", "dagvattnet"])
def test_of_a_matter_that_nobody_was_disqualified_in_others_are_not_listed(
    sample_index: beslutssok.Index, matter: str
) -> None:
    assert not listed(sample_index.ask(f"Har någon varit jävig i frågan om {matter}?"))


@pytest.mark.parametrize(
    "question",
    [
        "Har vi rivit upp ett eget beslut förut?",
        "Finns det fall där fullmäktige upphävt ett beslut?",
    ],
)
def test_decisions_that_repealed_another_are_listed_and_no_rules_that_replace_rules(
    sample_index: beslutssok.Index, question: str
) -> None:
    answer = sample_index.ask(question)
    assert ("Kommunfullmäktige", "2025-04-28", "26") in listed(answer)
    quoted = [line.text for line in answer.lines if line.kind is LineKind.DECISION]
    assert any("upphävs" in text for text in quoted)


@pytest.mark.parametrize(
    "question",
    [
        "Har Ulrika Hedmossen varit jävig någon gång?",
        'Har en minoritet tvingat fram återremiss av "nattbussen"?',
        "Har Moderaterna varit jäviga någon gång?",
    ],
)
def test_of_some_only_those_of_all_are_not_listed(
    sample_index: beslutssok.Index, question: str
) -> None:
    places = listed(sample_index.ask(question))
    assert ("Regionfullmäktige", "2024-11-19", "88") not in places
    assert len(places) < len(listed(sample_index.ask("Har någon varit jävig?")))


def test_filters_hold_where_something_happened(sample_index: beslutssok.Index) -> None:
    hits = sample_index.search("Har någon yrkat återremiss?", section=SectionKind.MOTION, limit=20)
    assert hits
    assert {hit.section for hit in hits} == {SectionKind.MOTION}


def test_search_has_first_where_it_happened(sample_index: beslutssok.Index) -> None:
    hits = sample_index.search("Har det hänt att en minoritet tvingat fram återremiss?", limit=4)
    assert {hit.item_number for hit in hits} <= {"48", "88"}


def test_what_was_read_can_be_taken_away(sample_index: beslutssok.Index) -> None:
    question = "Har en minoritet någon gång tvingat fram återremiss?"
    (part,) = sample_index.ask(question).interpretations
    without = sample_index.ask(question, without=[part.key])
    assert part.key not in {other.key for other in without.interpretations}
