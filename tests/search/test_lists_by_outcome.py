"""Lists by outcome, by who moved, and by who did what in a time are whole and of that only."""

from datetime import date

import pytest

import beslutssok
from beslutssok import Answer
from beslutssok.domain import LineKind, Outcome
from beslutssok.search.matter_alone import main_clause
from beslutssok.search.matter_movers import mover_part
from beslutssok.search.matters import asks_for_outcome, find_outcome_asked
from beslutssok.search.named_people import find_parties_asked
from beslutssok.search.periods import find_period


def listed(answer: Answer) -> set[tuple[str, date | None, str]]:
    return {
        (line.hit.organ, line.hit.date, line.hit.item_number)
        for line in answer.lines
        if line.kind is LineKind.LISTED
    }


def came_out(
    index: beslutssok.Index, outcome: Outcome, *, year: int | None = None, huvudman: str = ""
) -> set[tuple[str, date | None, str]]:
    return {
        (meeting.organ, meeting.date, item.number)
        for meeting in index.meetings()
        if meeting.document_kind.records_decisions
        and (year is None or (meeting.date and meeting.date.year == year))
        and (not huvudman or meeting.huvudman == huvudman)
        for item in meeting.items
        if item.outcome is outcome
    }


@pytest.mark.parametrize("question", ["Vilka ärenden bordlades 2024?", "Vad bordlades år 2024?"])
def test_all_matters_of_an_outcome_in_a_year_are_listed_and_no_others(
    sample_index: beslutssok.Index, question: str
) -> None:
    expected = came_out(sample_index, Outcome.TABLED, year=2024)
    assert len(expected) > 1
    assert listed(sample_index.ask(question)) == expected


def test_a_list_is_of_the_organisation_that_is_named(sample_index: beslutssok.Index) -> None:
    answer = sample_index.ask("Hur många ärenden återremitterades i Älvsele?")
    expected = came_out(sample_index, Outcome.REFERRED_BACK, huvudman="Älvsele kommun")
    assert listed(answer) == expected
    assert answer.lines[0].text.startswith(f"{len(expected)} ärenden")


def test_of_an_outcome_that_nothing_had_none_is_listed(sample_index: beslutssok.Index) -> None:
    assert not sample_index.ask("Vilka ärenden drogs tillbaka 2024?").answered


def test_motions_sent_to_be_prepared_are_listed_though_only_announced(
    sample_index: beslutssok.Index,
) -> None:
    answer = sample_index.ask("Vilka motioner remitterades?")
    assert len(listed(answer)) > 1
    assert answer.outcome is Outcome.REFERRED


def test_motions_of_a_party_are_those_that_it_put(sample_index: beslutssok.Index) -> None:
    answer = sample_index.ask("Vilka motioner väckte KD?")
    titles = {line.hit.item_title for line in answer.lines if line.kind is LineKind.LISTED}
    assert titles
    assert all("(KD)" in mover_part(title) for title in titles)


def test_a_plan_sent_out_for_comment_is_not_listed_as_adopted(
    sample_index: beslutssok.Index,
) -> None:
    adopted = sample_index.ask("Vilka detaljplaner antogs?")
    assert listed(adopted) == {("Kommunfullmäktige", date(2025, 4, 28), "27")}
    assert not sample_index.ask("Vilka detaljplaner antogs 2024?").answered


def test_who_stepped_aside_in_a_year_is_a_list(sample_index: beslutssok.Index) -> None:
    expected = {
        (meeting.organ, meeting.date, item.number)
        for meeting in sample_index.meetings()
        if meeting.document_kind.records_decisions and meeting.date and meeting.date.year == 2024
        for item in meeting.items
        if item.entities.disqualifications
    }
    assert len(expected) > 2
    assert listed(sample_index.ask("Vem var jävig under 2024?")) == expected


@pytest.mark.parametrize(
    "question", ["Vilka bröt mot partilinjen 2025?", "Vilka gick emot sin egen grupp 2025?"]
)
def test_all_who_left_their_party_s_line_in_a_year_are_told(
    sample_index: beslutssok.Index, question: str
) -> None:
    text = sample_index.ask(question).text
    assert "Annika Forsmyr (S) avstod" in text
    assert "Malin Ytterdal (S)" in text


def test_what_else_is_asked_of_a_matter_does_not_silence_the_matter(
    sample_index: beslutssok.Index,
) -> None:
    answer = sample_index.ask("Vad beslutades om Svartklinten och hur röstade V?")
    assert "avstyrker" in answer.text
    assert "V: 3 ja" in answer.text


def test_two_persons_asked_of_are_both_told(sample_index: beslutssok.Index) -> None:
    text = sample_index.ask("Hur röstade Malin Ytterdal och Annika Forsmyr om Svartklinten?").text
    assert "Malin Ytterdal (S) röstade ja" in text
    assert "Annika Forsmyr (S) avstod" in text


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("Vilka motioner remitterades?", "remiss"),
        ("Vilka ärenden återremitterades?", "återremiss"),
        ("Vilka motioner ansågs besvarade?", "besvarad"),
        ("Vilka ärenden utgick?", "utgår"),
        ("Vad bordlades i maj?", "bordläggning"),
    ],
)
def test_outcomes_are_read_as_users_call_them(question: str, outcome: str) -> None:
    found = find_outcome_asked(question)
    assert found is not None and found.name == outcome


def test_reasons_for_an_outcome_are_no_list_of_it() -> None:
    assert not asks_for_outcome("Vilka skäl angavs för återremissen?")
    assert asks_for_outcome("I vilka paragrafer bifölls yrkandet?")


@pytest.mark.parametrize(
    ("question", "parties"),
    [
        ("Hur röstade Ö i frågan om hamnen?", ["Ö"]),
        ("Hur många reservationer lämnades av V?", ["V"]),
        ("Vad har C yrkat om hamnen?", ["C"]),
        ("När reserverade sig både M och Ö?", ["M", "Ö"]),
        ("Vad har C-vitamin med saken att göra?", []),
    ],
)
def test_a_letter_by_itself_is_a_party_where_it_acts(question: str, parties: list[str]) -> None:
    assert [party.name for party in find_parties_asked(question, ["Ö"])] == parties


@pytest.mark.parametrize(
    "question",
    ["Vem var jävig under 2023?", "Vilka ärenden bordlades 2023?", "Vem bröt partilinjen 2023?"],
)
def test_a_year_in_which_something_was_done_is_a_time(question: str) -> None:
    period = find_period(question)
    assert period is not None and period.first == date(2023, 1, 1)


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("Vad beslutades om hamnen och hur röstade V?", "Vad beslutades om hamnen?"),
        ("Hur röstade V och vad beslutades om hamnen?", "vad beslutades om hamnen?"),
        ("Vad föreslås om hamnen och har det beslutats?", "Vad föreslås om hamnen?"),
        ("Vad beslutades om hamn och kaj?", None),
        ("Vad kostar hamnen och vilka taxor gäller för vattnet?", None),
    ],
)
def test_the_clause_that_tells_the_matter(question: str, clause: str | None) -> None:
    assert main_clause(question) == clause
