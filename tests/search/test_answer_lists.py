"""Lists are whole, in order of time, and say among how many they were looked for."""

import re
from datetime import date

import pytest

import beslutssok
from beslutssok import Answer
from beslutssok.domain import AnswerKind, DissentKind, LineKind


def listed(answer: Answer) -> list[tuple[str, date | None, str]]:
    return [
        (line.hit.organ, line.hit.date, line.hit.item_number)
        for line in answer.lines
        if line.kind is LineKind.LISTED
    ]


def reserving(index: beslutssok.Index, party: str, year: int) -> set[tuple[str, date | None, str]]:
    """The items of a year's minutes in which a party or a member of it reserved itself."""
    found = set()
    for meeting in index.meetings():
        if not (meeting.date and meeting.date.year == year):
            continue
        if not meeting.document_kind.records_decisions:
            continue
        for item in meeting.items:
            for dissent in item.entities.dissents:
                acting = {*dissent.parties, *(person.party for person in dissent.persons)}
                if dissent.kind is DissentKind.RESERVATION and party in acting:
                    found.add((meeting.organ, meeting.date, item.number))
    return found


def test_all_reservations_of_a_party_in_a_year_are_listed(
    sample_index: beslutssok.Index,
) -> None:
    answer = sample_index.ask("I vilka ärenden reserverade sig SD 2025?")
    assert answer.kind is AnswerKind.ACTIONS
    found = listed(answer)
    assert set(found) == reserving(sample_index, "SD", 2025)
    assert len(found) == len(set(found)) > 5
    days = [day for _, day, _ in found]
    assert days == sorted(days, key=str)
    head = answer.lines[0]
    assert head.kind is LineKind.COUNT
    count = re.fullmatch(
        r"SD reserverade sig i (\d+) ärenden, av (\d+) genomsökta paragrafer:", head.text
    )
    assert count and int(count[1]) == len(found) < int(count[2])


@pytest.mark.parametrize(
    "question",
    [
        "Hur många gånger reserverade sig SD 2025?",
        "Hur ofta reserverade sig Sverigedemokraterna 2025?",
    ],
)
def test_how_often_is_counted_as_the_list_is(sample_index: beslutssok.Index, question: str) -> None:
    count = len(reserving(sample_index, "SD", 2025))
    answer = sample_index.ask(question)
    assert answer.lines[0].text.startswith(f"SD reserverade sig i {count} ärenden")


def test_all_votes_held_by_a_body_in_a_year_are_listed(sample_index: beslutssok.Index) -> None:
    held = {
        item.number
        for meeting in sample_index.meetings()
        for item in meeting.items
        if meeting.organ == "Kommunfullmäktige" and meeting.date == date(2025, 4, 28)
        if item.entities.votes
    }
    answer = sample_index.ask("Vilka omröstningar hölls i kommunfullmäktige 2025?")
    assert {number for _, _, number in listed(answer)} == held
    assert answer.lines[0].text.startswith(f"{len(held)} omröstningar i {len(held)} ärenden, av ")


def test_what_a_party_voted_no_to_is_counted_party_by_party(
    sample_index: beslutssok.Index,
) -> None:
    answer = sample_index.ask("Vilka ärenden röstade V nej till i kommunfullmäktige 2025?")
    votes = [line.text for line in answer.lines if line.kind is LineKind.VOTE]
    assert answer.kind is AnswerKind.ACTIONS
    for text in votes:
        assert re.match(r"V: .*\d+ nej", text) and "räknat i röstlistan" in text
    assert "28" not in {number for _, _, number in listed(answer)}


def test_how_a_party_acted_in_a_matter_is_told_over_all_its_meetings(
    sample_index: beslutssok.Index,
) -> None:
    answer = sample_index.ask("Hur har Centerpartiet agerat om Gäddtjärns skola?")
    assert answer.kind is AnswerKind.ACTIONS
    places = {(organ, number) for organ, _, number in listed(answer)}
    assert {("Kommunfullmäktige", "26"), ("Kommunfullmäktige", "48")} <= places
    assert any(line.text.startswith("C: 4 nej") for line in answer.lines)


def test_a_party_that_did_not_is_said_not_to_have(sample_index: beslutssok.Index) -> None:
    answer = sample_index.ask("I vilka ärenden yrkade MP återremiss i regionfullmäktige 2024?")
    assert [line.kind for line in answer.lines] == [LineKind.COUNT]
    assert answer.lines[0].text.startswith("Inget ärende där MP yrkade återremiss finns, av ")


def test_what_was_decided_at_a_meeting_is_listed_whole(sample_index: beslutssok.Index) -> None:
    answer = sample_index.ask("Vad beslutades i kommunfullmäktige den 28 april 2025?")
    assert answer.kind is AnswerKind.LIST
    numbers = [number for _, _, number in listed(answer)]
    assert numbers == [str(number) for number in range(19, 36)]


def test_motions_that_were_rejected_are_listed_without_lists_of_new_ones(
    sample_index: beslutssok.Index,
) -> None:
    answer = sample_index.ask("Vilka motioner bifölls?")
    titles = [line.hit.item_title for line in answer.lines if line.kind is LineKind.LISTED]
    assert titles and all(re.match(r"(?:Svar på )?[Mm]otion", title) for title in titles)
