"""Headings on one line with their text, and headings beside it."""

import pytest
from tests.parse.typeset import BOARD, COUNCIL, kinds, understand

from beslutssok.domain import Outcome, SectionKind


@pytest.mark.parametrize(
    ("line", "kind", "heading"),
    [
        ("Beslut: Kommunstyrelsen godkänner utredningen.", SectionKind.DECISION, "Beslut:"),
        (
            "Kommunstyrelsens beslut: Planen antas.",
            SectionKind.DECISION,
            "Kommunstyrelsens beslut:",
        ),
        ("Yrkande: Anna Ek (S) yrkar bifall.", SectionKind.MOTION, "Yrkande:"),
        ("Beslut Kommunstyrelsen godkänner utredningen.", SectionKind.DECISION, "Beslut"),
        ("Beslut | Kommunstyrelsen godkänner utredningen.", SectionKind.DECISION, "Beslut"),
        ("Förslag till beslut: Planen antas.", SectionKind.PROPOSAL, "Förslag till beslut:"),
        ("Expedieras: Tekniska kontoret", SectionKind.RECIPIENTS, "Expedieras:"),
    ],
)
def test_a_heading_is_parted_from_its_text(line: str, kind: SectionKind, heading: str) -> None:
    (item,) = understand(f"# § 1 Ny badplats\nFrågan har utretts.\n\n{line}", heads=BOARD).items
    assert kinds(item) == [SectionKind.OTHER, kind]
    section = item.sections[1]
    assert section.heading == heading
    assert heading not in section.paragraphs[0].text
    assert section.heading_places[0].right == section.paragraphs[0].places[0].left


@pytest.mark.parametrize(
    ("rows", "heading", "kind"),
    [
        (
            "! Kommunstyrelsens\n! beslut\n | | Planen antas.",
            "Kommunstyrelsens beslut",
            SectionKind.DECISION,
        ),
        (
            "! Kommunstyrelsens | | Planen antas.\n! beslut",
            "Kommunstyrelsens beslut",
            SectionKind.DECISION,
        ),
        (
            "! Kommunstyrelsens | | Planen antas\n! beslut | | och gäller från maj.",
            "Kommunstyrelsens beslut",
            SectionKind.DECISION,
        ),
        (
            "! Beslut skickas till | | Tekniska kontoret i Granvika",
            "Beslut skickas till",
            SectionKind.RECIPIENTS,
        ),
    ],
)
def test_a_heading_in_the_margin_may_be_broken(rows: str, heading: str, kind: SectionKind) -> None:
    (item,) = understand(f"# § 1 Ny badplats\nFrågan har utretts.\n\n{rows}", heads=BOARD).items
    section = item.sections[1]
    assert (section.heading, section.kind) == (heading, kind)
    assert section.paragraphs[0].text.startswith(("Planen antas", "Tekniska kontoret"))


def test_a_proposal_beside_a_heading_is_not_the_heading() -> None:
    text = "! Bakgrund | | Kommunstyrelsen föreslår att badplatsen flyttas till viken."
    (item,) = understand(f"# § 1 Ny badplats\nFrågan är gammal.\n\n{text}", heads=COUNCIL).items
    section = item.sections[1]
    assert (section.heading, section.kind) == ("Bakgrund", SectionKind.BACKGROUND)
    assert section.paragraphs[0].text.startswith("Kommunstyrelsen föreslår")


@pytest.mark.parametrize(
    "line",
    [
        "Beslut fattas i nästa månad.",
        "Ledamöterna var: Anna Ek och Per Lund.",
        "Kostnaden: 200 kronor.",
        "Beslut | Delegat | Datum",
    ],
)
def test_sentences_and_tables_are_not_parted(line: str) -> None:
    (item,) = understand(f"# § 1 Ny badplats\nFrågan har utretts.\n\n{line}", heads=BOARD).items
    assert kinds(item) == [SectionKind.OTHER]


@pytest.mark.parametrize(
    "decision",
    [
        "Kommunstyrelsen föreslår kommunfullmäktige besluta att\n1. anta planen,\n2. avsätta allt.",
        "Kommunstyrelsen föreslår att kommunfullmäktige beslutar följande:\nPlanen antas.",
        "Kommunstyrelsen beslutar att föreslå kommunfullmäktige att anta reglementet.",
        "Kommunstyrelsen föreslår byggnadsnämnden att pröva ärendet.",
        "Kommunfullmäktige föreslås besluta:\n1. Planen antas.",
        "Ks föreslår Kf att anta planen.",
        "! Kommunstyrelsen föreslår kommunfullmäktige besluta\nPlanen antas.",
        "! Kommunstyrelsens förslag till kommunfullmäktige\nPlanen antas.",
    ],
)
def test_a_proposal_under_a_decision_is_no_decision(decision: str) -> None:
    (item,) = understand(
        f"# § 1 Ny badplats\n! Kommunstyrelsens beslut\n{decision}", heads=BOARD
    ).items
    told = [section for section in item.sections if section.paragraphs]
    assert {section.kind for section in told} == {SectionKind.PROPOSAL}
    assert item.outcome is Outcome.PROPOSED
    assert item.doubts == ()


@pytest.mark.parametrize(
    "decision",
    [
        "Kommunstyrelsen antar förslag till reglemente för tekniska nämnden.",
        "Kommunstyrelsen beslutar i enlighet med vad arbetsutskottet föreslår kommunstyrelsen.",
    ],
)
def test_a_decision_that_mentions_a_proposal_stays_one(decision: str) -> None:
    (item,) = understand(f"# § 1 Taxa\n! Kommunstyrelsens beslut\n{decision}", heads=BOARD).items
    assert kinds(item) == [SectionKind.DECISION]


def test_a_matter_referred_for_preparation_is_not_approved() -> None:
    (item,) = understand(
        "# § 1 Motion\n! Beslut\nMotionen remitteras till socialnämnden för beredning.", heads=BOARD
    ).items
    assert item.outcome is Outcome.REFERRED
