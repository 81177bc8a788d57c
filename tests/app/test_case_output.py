"""Cases and precedents as text and as JSON: what changed, what is missing, how cases ended."""

from dataclasses import replace
from datetime import date

from tests.fakes.stand_in_index import HITS

from beslutssok.app.case_form import case_form
from beslutssok.app.precedents_form import precedents_form
from beslutssok.app.render_case import render_case
from beslutssok.app.render_precedents import render_precedents
from beslutssok.domain import (
    Case,
    CaseStep,
    Coverage,
    DocumentKind,
    MissingStep,
    Outcome,
    OutcomeCount,
    PointChange,
    Precedent,
    Precedents,
    SectionKind,
    StepKind,
    StepLink,
)

DECISION = replace(
    HITS[0],
    date=date(2024, 12, 10),
    section=SectionKind.DECISION,
    document_kind=DocumentKind.MINUTES,
    outcome=Outcome.APPROVED,
    text="1. Boendet byggs för 153 miljoner.",
    citation="Nämnden 2024-12-10 § 8, Beslut p. 1 (s. 2)",
    item_title="Nytt boende",
)
PROPOSAL = replace(
    DECISION,
    date=date(2024, 11, 1),
    section=SectionKind.PROPOSAL,
    document_kind=DocumentKind.AGENDA,
    outcome=Outcome.PROPOSED,
    text="1. Boendet byggs för 148 miljoner.",
    citation="Nämnden 2024-11-01 ärende 3, Förslag p. 1 (s. 1, kallelse)",
)
ADDED = replace(DECISION, text="2. Ett kök inrättas.", id="added", citation="Nämnden § 8 p. 2")
DROPPED = replace(PROPOSAL, text="2. Parken asfalteras.", id="dropped", citation="Ärende 3 p. 2")
MISSING = MissingStep(
    "Socialnämnden", date(2024, 11, 20), "44", None, DECISION, "Socialnämnden § 44 förordar det."
)
BY_YEAR = MissingStep("Kommunfullmäktige", None, "9", 2023, DECISION, "Enligt KF § 9/2023.")
ELSEWHERE = replace(DECISION, date=date(2025, 1, 9), text="Avslås.", item_title="Budget")
CASE = Case(
    "KS 2024/10",
    "Nytt boende",
    (
        CaseStep(PROPOSAL, StepKind.AGENDA, Outcome.PROPOSED),
        CaseStep(
            DECISION,
            StepKind.DECISION,
            Outcome.APPROVED,
            changes=(
                PointChange(PROPOSAL, DECISION),
                PointChange(None, ADDED),
                PointChange(DROPPED, None),
            ),
        ),
        CaseStep(ELSEWHERE, StepKind.REFERENCE, Outcome.REJECTED, StepLink.REFERENCE),
    ),
    (BY_YEAR, MISSING),
)
PRECEDENTS = Precedents(
    "Ett boende byggs.",
    "skrivelse.pdf",
    (
        Precedent("KS 2024/10", "Nytt boende", Outcome.APPROVED, DECISION, (PROPOSAL, DECISION)),
        Precedent(None, "Ny park", Outcome.UNKNOWN, ADDED, (ADDED,)),
    ),
    (OutcomeCount(Outcome.APPROVED, 1), OutcomeCount(Outcome.UNKNOWN, 1)),
    Coverage(3, 9, 40, 0, (), None, None),
)


def flat(text: str) -> str:
    return " ".join(text.split())


def test_missing_steps_stand_in_their_places_and_are_quoted() -> None:
    text = render_case(CASE)
    lines = [line for line in text.splitlines() if line[:2] == "20"]
    assert [line[:10].strip() for line in lines] == [
        "2023",
        "2024-11-01",
        "2024-11-20",
        "2024-12-10",
        "2025-01-09",
    ]
    assert lines[2].endswith("Saknas bland handlingarna")
    assert "”Socialnämnden § 44 förordar det.” [Nämnden 2024-12-10 § 8" in flat(text)
    assert "3 steg i tidsordning, 2 steg som det hänvisas till saknas" in flat(text)


def test_changes_are_quoted_with_both_sources() -> None:
    text = flat(render_case(CASE))
    assert f"Föreslogs: ”{PROPOSAL.text}” [{PROPOSAL.citation}]" in text
    assert f"Beslutades: ”{DECISION.text}” [{DECISION.citation}]" in text
    assert f"Tillkom utöver förslaget: ”{ADDED.text}”" in text
    assert f"Föreslogs men beslutades inte: ”{DROPPED.text}”" in text


def test_a_proposal_in_a_case_is_marked_as_one() -> None:
    text = render_case(CASE)
    assert "2024-11-01  Kallelse · Förslag till beslut\n" in text
    assert "2024-12-10  Beslut\n" in text


def test_what_another_case_decided_is_not_told_as_this_ones() -> None:
    assert ELSEWHERE.text not in render_case(CASE)
    assert "Hänvisning" in render_case(CASE)


def test_a_case_without_number_is_told_so() -> None:
    assert render_case(replace(CASE, case_number="")).startswith("Ärende utan nummer\n")


def test_the_json_of_a_case_has_links_changes_and_what_is_missing() -> None:
    form = case_form(CASE)
    assert [step["link"] for step in form["steps"]][-1] == "hänvisning till §"
    changes = form["steps"][1]["changes"]
    assert changes[0]["proposal"]["text"] == PROPOSAL.text
    assert changes[1]["proposal"] is None
    assert changes[2]["decision"] is None
    by_year, dated = form["missing"]
    assert (by_year["date"], by_year["year"], dated["date"]) == (None, 2023, "2024-11-20")
    assert dated["told_by"]["citation"] == DECISION.citation


def test_precedents_show_outcomes_before_the_cases() -> None:
    text = flat(render_precedents(PRECEDENTS))
    assert "Liknande ärenden: skrivelse.pdf 2 ärenden: 1 beslutat, 1 okänd utgång." in text
    assert text.index("1. Beslutat") < text.index("2. Okänd utgång")
    assert "• Nämnden 2024-11-01 ärende 3 · Endast förslag" in text


def test_no_precedents_say_what_was_looked_through() -> None:
    none = replace(PRECEDENTS, cases=(), outcomes=())
    assert "Genomsökt: 3 handlingar" in flat(render_precedents(none))


def test_the_json_of_precedents_has_everything() -> None:
    form = precedents_form(PRECEDENTS)
    assert form["source"] == "skrivelse.pdf"
    assert form["outcomes"] == [
        {"outcome": "bifall", "count": 1},
        {"outcome": "okänd", "count": 1},
    ]
    assert [case["case_number"] for case in form["cases"]] == ["KS 2024/10", None]
    assert len(form["cases"][0]["hits"]) == 2
