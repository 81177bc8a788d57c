"""What is asked and looked up in the sample documents, with the real model."""

from datetime import date

import pytest

import beslutssok
from beslutssok import Outcome, SectionKind
from beslutssok.domain import LineKind


def test_a_repealed_decision_does_not_lead(sample_index: beslutssok.Index) -> None:
    answer = sample_index.ask("Ska skolan i Gäddtjärn läggas ned?")
    first = next(line for line in answer.lines if line.quoted)
    assert first.hit.date == date(2025, 4, 28)
    assert "upphävs" in first.text
    assert answer.outcome is Outcome.APPROVED


def test_minutes_that_are_not_there_are_not_guessed(sample_index: beslutssok.Index) -> None:
    answer = sample_index.ask("Vad beslutade kommunstyrelsen den 11 mars 2025 om Smedjan?")
    assert not answer.answered
    assert answer.reason is not None and "11 mars 2025" in answer.reason
    assert "Genomsökt:" in answer.text
    assert answer.citations == ()
    assert answer.also


def test_a_party_that_owns_a_motion_is_not_taken_for_one_that_moved(
    sample_index: beslutssok.Index,
) -> None:
    answer = sample_index.ask("Vem ville avslå Miljöpartiets motion om köttfri dag i skolorna?")
    moved = [line.text for line in answer.lines if line.kind is LineKind.MOTION]
    assert any("Kenneth Vassmyr" in text for text in moved)
    assert not any("Viktor Almlöv" in text for text in moved)


@pytest.mark.parametrize(
    "question", ["Hur bakar man pannkakor?", "Vem skrev Hamlet?", "asdf qwerty", "???"]
)
def test_what_has_nothing_to_do_with_the_documents_gets_no_answer(
    sample_index: beslutssok.Index, question: str
) -> None:
    answer = sample_index.ask(question)
    assert not answer.answered
    assert answer.text


def test_a_case_is_told_in_order_of_time(sample_index: beslutssok.Index) -> None:
    case = sample_index.case("dnr BUN-2024-00030")
    days = [step.hit.date for step in case.steps if step.hit.date]
    assert days == sorted(days)
    assert len(case.steps) >= 6
    assert {"återremiss", "kallelse", "beslut"} <= {step.kind for step in case.steps}


def test_precedents_leave_the_item_itself_out(sample_index: beslutssok.Index) -> None:
    own = "Hälso- och sjukvårdsnämnden 2024-05-23 § 58"
    hits = sample_index.similar(own, limit=5)
    assert len(hits) == 5
    assert not any(hit.citation.startswith(own) for hit in hits)
    assert len({hit.item_id for hit in hits}) == 5


def test_show_gives_the_item_whole(sample_index: beslutssok.Index) -> None:
    item = sample_index.show("Kommunfullmäktige 2025-04-28 § 26, Kommunfullmäktiges beslut p. 1")
    assert item.case_number == "BUN-2024-00030"
    assert any("upphävs" in hit.text for hit in item.passages)
    again = sample_index.show(item.passages[0].id)
    assert again == item


def test_filters_limit_what_is_found(sample_index: beslutssok.Index) -> None:
    hits = sample_index.search("avgifter", organ="regionfullmäktige", date_from=date(2025, 1, 1))
    assert hits
    assert all(hit.organ == "Regionfullmäktige" and hit.date >= date(2025, 1, 1) for hit in hits)
    decisions = sample_index.search("buss", section=SectionKind.DECISION)
    assert decisions and all(hit.section is SectionKind.DECISION for hit in decisions)
    assert sample_index.search("buss", organ="Byggnadsnämnden") == []


def test_a_paragraph_and_date_find_the_item(sample_index: beslutssok.Index) -> None:
    hits = sample_index.search("§ 26 den 28 april 2025 i kommunfullmäktige")
    assert hits[0].item_number == "26"
    assert hits[0].date == date(2025, 4, 28)


def test_an_opaque_decision_is_found_by_its_subject(sample_index: beslutssok.Index) -> None:
    hits = sample_index.search("detaljplan Sågholmen", section=SectionKind.DECISION, limit=5)
    assert any(hit.text == "1. Kommunstyrelsens förslag antas." for hit in hits)


@pytest.mark.parametrize("number", ["RS/999/2024", "KS 2024/999"])
def test_an_unknown_case_gets_no_answer_about_another(
    sample_index: beslutssok.Index, number: str
) -> None:
    answer = sample_index.ask(f"Vad beslutades i ärende {number}?")
    assert not answer.answered
    assert answer.reason is not None and number in answer.reason


def test_a_body_that_is_not_indexed_is_said_to_be_missing(sample_index: beslutssok.Index) -> None:
    answer = sample_index.ask("Vad beslutade socialnämnden om hemtjänsten?")
    assert not answer.answered
    assert answer.reason is not None and "Socialnämnden" in answer.reason


def test_a_named_body_answers_itself(sample_index: beslutssok.Index) -> None:
    answer = sample_index.ask("Vad beslutade kommunstyrelsen om vindkraften på Svartklinten?")
    head = next(line for line in answer.lines if line.kind is LineKind.HEAD)
    assert head.hit.organ == "Kommunstyrelsen"
    assert head.text.startswith("Endast förslag")


def test_a_named_organisation_answers_itself(sample_index: beslutssok.Index) -> None:
    hits = sample_index.search("vindkraft i Älvsele", limit=5)
    assert {hit.huvudman for hit in hits} == {"Älvsele kommun"}


def test_a_paragraph_alone_lists_all_that_have_it(sample_index: beslutssok.Index) -> None:
    answer = sample_index.ask("§ 37")
    places = {(hit.organ, hit.item_number) for hit in answer.citations}
    assert answer.answered
    assert len(places) > 1 and {number for _, number in places} == {"37"}


def test_a_cross_in_a_roll_call_is_not_quoted_without_its_column(
    sample_index: beslutssok.Index,
) -> None:
    answer = sample_index.ask("Hur röstade Annika Forsmyr om vindkraften?")
    assert not any(line.quoted and line.text.rstrip().endswith(" X") for line in answer.lines)
    assert "Annika Forsmyr" in answer.text


@pytest.mark.parametrize("text", ["²/2024", "KS ²/²", "KS/" + "9" * 5000 + "/2024", "\ud800"])
def test_odd_case_numbers_are_not_found_and_break_nothing(
    sample_index: beslutssok.Index, text: str
) -> None:
    with pytest.raises(beslutssok.BeslutssokError):
        sample_index.case(text)
    assert sample_index.search("buss", case_number=text) == []
