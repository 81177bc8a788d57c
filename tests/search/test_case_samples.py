"""Cases and precedents of the sample documents, with the model that is shipped."""

import pytest

import beslutssok
from beslutssok.domain import DocumentKind, Outcome, SectionKind, StepKind


def test_a_vote_that_turned_the_proposal_is_told_as_a_change(
    sample_index: beslutssok.Index,
) -> None:
    case = sample_index.case("KS 2023/214")
    last = case.steps[-1]
    assert last.kind is StepKind.REJECTION
    reworded = [c for c in last.changes if c.proposal and c.decision]
    assert len(reworded) == 1
    assert "tillstyrker" in reworded[0].proposal.text
    assert "avstyrker" in reworded[0].decision.text
    assert {(m.organ, m.number) for m in case.missing} == {
        ("Bygg- och miljönämnden", "127"),
        ("Kommunfullmäktige", "71"),
    }


def test_sums_that_the_assembly_changed_are_told(sample_index: beslutssok.Index) -> None:
    case = sample_index.case("KS 2024/118")
    changes = case.steps[-1].changes
    pairs = [(c.proposal.text, c.decision.text) for c in changes if c.proposal and c.decision]
    assert ["148" in before and "153" in after for before, after in pairs] == [True, False]
    assert [c.decision.text for c in changes if c.proposal is None and c.decision] == [
        "4. Boendet ska ha ett eget tillagningskök där maten till de boende lagas."
    ]


def test_a_motion_is_followed_from_where_it_was_put(sample_index: beslutssok.Index) -> None:
    kinds = [step.kind for step in sample_index.case("KS 2024/140").steps]
    assert kinds == [StepKind.MOTION, StepKind.AGENDA, StepKind.PREPARATION, StepKind.ANSWER]


def test_no_step_shows_a_proposal_as_decided(sample_index: beslutssok.Index) -> None:
    deciding = {StepKind.DECISION, StepKind.REJECTION, StepKind.ANSWER, StepKind.EXECUTION}
    numbers = {
        item.case_number for meeting in sample_index.meetings() for item in meeting.items
    } - {None}
    for number in sorted(map(str, numbers)):
        for step in sample_index.case(number).steps:
            if step.kind in deciding:
                assert step.hit.document_kind.records_decisions, number
                assert step.hit.section is not SectionKind.PROPOSAL, number
                assert step.outcome is not Outcome.PROPOSED, number
            for change in step.changes:
                if change.decision is not None:
                    assert change.decision.section is SectionKind.DECISION, number
                    assert change.decision.document_kind is not DocumentKind.AGENDA, number


def test_what_is_missing_is_quoted_and_not_there(sample_index: beslutssok.Index) -> None:
    for number in ("BUN-2024-00030", "RF/18/2024", "HSN/70/2024", "BUN-2024-00041"):
        missing = sample_index.case(number).missing
        assert missing, number
        for step in missing:
            assert step.text in step.told_by.text
            assert step.date is not None
            with pytest.raises(beslutssok.BeslutssokError):
                sample_index.show(f"{step.organ} {step.date} § {step.number}")


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("En liten vårdenhet på landsbygden föreslås få kortare öppettider.", "HSN/45/2024"),
        ("Invånare vill att en gångväg plogas tidigare. Hur har det gått?", "KS 2024/31"),
    ],
)
def test_a_description_finds_its_precedents(
    sample_index: beslutssok.Index, text: str, best: str
) -> None:
    found = sample_index.precedents(text, limit=5)
    assert best in [case.case_number for case in found.cases[:3]]
    assert sum(counted.count for counted in found.outcomes) == len(found.cases) == 5
