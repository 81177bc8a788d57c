"""What a decision words otherwise than the proposal that was put to it."""

from datetime import date

from tests.search.case_fakes import stored_item, stored_passage

from beslutssok.domain import DocumentKind, Outcome, PointChange, SectionKind
from beslutssok.index.rows import StoredPassage
from beslutssok.search.changes import point_changes, points_put, proposal_before, proposed_points

PROPOSAL = SectionKind.PROPOSAL


def proposed(*texts: str, heading: str = "Förslag till beslut") -> list[StoredPassage]:
    return [stored_passage(text, PROPOSAL, heading) for text in texts]


def decided(*texts: str) -> list[StoredPassage]:
    return [stored_passage(text) for text in texts]


def told(changes: tuple[PointChange, ...]) -> list[tuple[str, str]]:
    return [
        (
            change.proposal.text if change.proposal else "",
            change.decision.text if change.decision else "",
        )
        for change in changes
    ]


def test_numbers_spaces_and_stops_are_no_change() -> None:
    before = proposed("Kommunstyrelsen föreslår fullmäktige besluta", "1. Planen  antas.", "2. Ett")
    assert point_changes(before, decided("1) Ett.", "2) Planen\nantas")) == ()


def test_a_lead_in_with_the_point_is_no_change() -> None:
    before = proposed("Kommunstyrelsen föreslår kommunfullmäktige besluta att anta planen.")
    assert point_changes(before, decided("Kommunfullmäktige beslutar att anta planen.")) == ()


def test_added_dropped_and_reworded_points_are_told_apart() -> None:
    before = proposed(
        "1. Boendet byggs för högst 148 miljoner kronor.",
        "2. En utredning av parkeringen görs.",
        "3. Planen antas.",
    )
    after = decided(
        "1. Boendet byggs för högst 153 miljoner kronor.",
        "2. Planen antas.",
        "3. Ett eget kök inrättas i huset.",
    )
    assert told(point_changes(before, after)) == [
        (before[0].text, after[0].text),
        ("", after[2].text),
        (before[1].text, ""),
    ]


def test_a_rejected_proposal_is_told_as_not_decided() -> None:
    before = proposed("1. Skolan i byn läggs ned den 1 juli.")
    after = decided("1. Kommunstyrelsens förslag avslås.")
    assert told(point_changes(before, after)) == [("", after[0].text), (before[0].text, "")]


def test_a_decision_as_proposed_has_only_what_it_adds() -> None:
    before = proposed("1. Planen antas.", "2. Avgiften höjs.")
    as_proposed = "1. Kommunstyrelsens förslag antas."
    assert point_changes(before, decided(as_proposed)) == ()
    added = decided(
        "1. Beslut fattas i enlighet med styrelsens förslag.", "2. Stigen öppnas först."
    )
    assert told(point_changes(before, added)) == [("", "2. Stigen öppnas först.")]


def test_what_refers_to_another_text_is_not_compared() -> None:
    after = decided("1. Planen antas.")
    assert point_changes(proposed("Förslaget är likalydande med fullmäktiges beslut."), after) == ()
    assert point_changes(proposed("Styrelsen vidhåller sitt förslag."), after) == ()
    motion = decided("1. Enligt yrkandet från Ylva Ek (C).")
    assert point_changes(proposed("1. Planen antas."), motion) == ()


def test_immediate_approval_of_the_minutes_is_no_addition() -> None:
    after = decided("1. Planen antas.", "2. Paragrafen förklaras omedelbart justerad.")
    assert point_changes(proposed("1. Planen antas."), after) == ()


def test_the_agenda_of_the_same_meeting_is_what_was_proposed() -> None:
    meeting = date(2025, 3, 25)
    agenda = stored_item(
        organ="Regionstyrelsen", kind=DocumentKind.AGENDA, day=meeting, outcome=Outcome.PROPOSED
    )
    other = stored_item(organ="Hälso- och sjukvårdsnämnden", kind=DocumentKind.AGENDA, day=meeting)
    minutes = stored_item(organ="Regionstyrelsen", day=meeting)
    assert proposal_before(minutes, [agenda, other]) is agenda


def test_only_a_proposal_right_before_and_from_below_counts() -> None:
    board = stored_item(organ="Kommunstyrelsen", day=date(2024, 5, 2), outcome=Outcome.PROPOSED)
    tabled = stored_item(day=date(2024, 5, 20), outcome=Outcome.TABLED)
    assembly = stored_item()
    other_case = stored_item(
        organ="Kommunstyrelsen",
        day=date(2024, 5, 2),
        outcome=Outcome.PROPOSED,
        case_number="KS 1/1",
    )
    assert proposal_before(assembly, [board]) is board
    assert proposal_before(assembly, [board, tabled]) is None
    assert proposal_before(assembly, [other_case]) is None
    assert proposal_before(stored_item(outcome=Outcome.TABLED), [board]) is None
    assert proposal_before(stored_item(organ="Socialnämnden"), [board]) is None


def test_several_proposals_below_each_other_are_none() -> None:
    one = proposed("1. Planen antas.")
    both = [*one, *proposed("1. Planen avslås.", heading="Arbetsutskottets förslag")]
    minutes = stored_item()
    assert points_put(minutes, one) == tuple(one)
    assert points_put(minutes, both) == ()
    assert points_put(minutes, proposed("1. Ett.", "1. Ett annat.")) == ()


def test_a_board_proposes_what_it_decided_to_propose() -> None:
    board = stored_item(organ="Kommunstyrelsen", outcome=Outcome.PROPOSED)
    own = proposed("1. Planen antas.", heading="Kommunstyrelsens beslut")
    put = proposed("1. Planen avslås.", heading="Arbetsutskottets förslag")
    assert proposed_points(board, [*put, *own]) == tuple(own)
