"""Reports to a board: what officials propose is a proposal, under the headings minutes have."""

import pytest
from tests.parse.typeset import kinds, section, texts, titles, understand

from beslutssok.domain import DocumentKind, Outcome, OutlineEntry, SectionKind

HEADS = ("Granvika kommun", "Tjänsteskrivelse")
LETTERHEAD = """
Handläggare
Ebba Lindmo
Datum
2024-03-04
Dnr KS 2024/118

# Cykelväg mellan Granvika och Tallnäs
"""
PROPOSAL = """
! Förslag till beslut
1. Kommunstyrelsen beslutar att cykelvägen byggs under 2025.
2. Kommunstyrelsen beslutar att avslå medborgarförslaget om gatlyktor.
"""
REST = """
! Sammanfattning
Vägen är smal och olyckorna har blivit fler.

! Bakgrund
Trafiken har ökat med en tiondel på fem år.

! Bedömning
Förvaltningen bedömer att en cykelväg behövs.

! Ekonomiska konsekvenser
Kostnaden är fyra miljoner kronor.

! Beslutsunderlag
Karta, 2024-02-20

! Beslutet skickas till
Tekniska nämnden
"""


def test_a_report_to_a_board_is_one_matter_with_its_sections() -> None:
    meeting = understand(LETTERHEAD + PROPOSAL, REST, heads=HEADS)
    assert meeting.document_kind is DocumentKind.OTHER
    assert titles(meeting) == ["Cykelväg mellan Granvika och Tallnäs"]
    (item,) = meeting.items
    assert [(section.kind, section.heading) for section in item.sections if section.heading] == [
        (SectionKind.PROPOSAL, "Förslag till beslut"),
        (SectionKind.SUMMARY, "Sammanfattning"),
        (SectionKind.BACKGROUND, "Bakgrund"),
        (SectionKind.BACKGROUND, "Bedömning"),
        (SectionKind.OTHER, "Ekonomiska konsekvenser"),
        (SectionKind.DOCUMENTS, "Beslutsunderlag"),
        (SectionKind.RECIPIENTS, "Beslutet skickas till"),
    ]
    assert item.outcome is Outcome.PROPOSED
    proposal = section(item, SectionKind.PROPOSAL)
    assert [paragraph.point for paragraph in proposal.paragraphs] == ["1", "2"]
    assert item.pages == (1, 2)
    assert "Handläggare" in " ".join(texts(meeting.front))


def test_bookmarks_do_not_part_it() -> None:
    outline = (OutlineEntry("Förslag till beslut", 1, 0), OutlineEntry("Sammanfattning", 2, 0))
    meeting = understand(LETTERHEAD + PROPOSAL, REST, heads=HEADS, outline=outline)
    assert titles(meeting) == ["Cykelväg mellan Granvika och Tallnäs"]


@pytest.mark.parametrize("heading", ["Beslut", "Kommunfullmäktiges beslut", "Reservation"])
def test_nothing_in_it_is_a_decision(heading: str) -> None:
    meeting = understand(
        f"{LETTERHEAD}{PROPOSAL}\n! {heading}\nFullmäktige antog planen 2022.\n{REST}", heads=HEADS
    )
    (item,) = meeting.items
    assert item.outcome is Outcome.PROPOSED
    assert not {SectionKind.DECISION, SectionKind.RESERVATION} & set(kinds(item))


def test_headings_of_plain_type_are_told_as_in_minutes() -> None:
    plain = (LETTERHEAD + PROPOSAL + REST).replace("! ", "")
    (item,) = understand(plain, heads=HEADS).items
    assert item.outcome is Outcome.PROPOSED
    assert {SectionKind.PROPOSAL, SectionKind.SUMMARY, SectionKind.DOCUMENTS} <= set(kinds(item))


def test_a_chapter_of_a_longer_report_is_a_proposal_as_well() -> None:
    report = understand(
        "# Utredning om cykelvägar\n\nText om uppdraget och dess gränser.",
        "# 1 Kartläggning\n\nVägarna är mätta och räknade en efter en.\n\n"
        "# 2 Förslag till beslut\n\nNämnden beslutar att cykelvägen byggs.",
        heads=("Granvika kommun",),
    )
    outcomes = {item.title: item.outcome for item in report.items}
    assert outcomes["Förslag till beslut"] is Outcome.PROPOSED
    assert outcomes["Kartläggning"] is Outcome.UNKNOWN
