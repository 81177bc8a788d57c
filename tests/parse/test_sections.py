"""Sections of items: their kinds, and what is a decision and what only a proposal."""

import pytest
from tests.parse.typeset import AGENDA, BOARD, COUNCIL, kinds, section, texts, understand

from beslutssok.domain import Item, Outcome, ParagraphStyle, SectionKind


def item(text: str, heads: tuple[str, ...] = BOARD) -> Item:
    """The first of two items; the second shows that the first has an end."""
    meeting = understand(f"# § 1 Upprop\n{text}\n# § 2 Övrigt\n! Beslut\nInget.", heads=heads)
    return meeting.items[0]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Sammanfattning av ärendet", SectionKind.SUMMARY),
        ("SAMMANFATTNING", SectionKind.SUMMARY),
        ("Ärendet i korthet:", SectionKind.SUMMARY),
        ("Ärendebeskrivning", SectionKind.BACKGROUND),
        ("Bakgrund", SectionKind.BACKGROUND),
        ("Bedömning", SectionKind.BACKGROUND),
        ("Förslag till beslut", SectionKind.PROPOSAL),
        ("Förslag till beslut i kommunfullmäktige", SectionKind.PROPOSAL),
        ("Kommunstyrelsens förslag till kommunfullmäktige", SectionKind.PROPOSAL),
        ("Nämndens förslag till beslut i fullmäktige", SectionKind.PROPOSAL),
        ("Byggnadsnämndens hemställan till kommunstyrelsen", SectionKind.PROPOSAL),
        ("KSAU:s förslag till kommunstyrelsen", SectionKind.PROPOSAL),
        ("Förvaltningens förslag till beslut", SectionKind.PROPOSAL),
        ("Yrkanden", SectionKind.MOTION),
        ("Yrkande:", SectionKind.MOTION),
        ("Förslag till beslut på sammanträdet", SectionKind.MOTION),
        ("Proposition", SectionKind.PROCEDURE),
        ("Propositionsordning", SectionKind.PROCEDURE),
        ("Beslutsgång", SectionKind.PROCEDURE),
        ("Omröstning", SectionKind.VOTE),
        ("Voteringsresultat", SectionKind.VOTE),
        ("Beslut", SectionKind.DECISION),
        ("Kommunstyrelsens beslut", SectionKind.DECISION),
        ("Kommunstyrelsen beslutar", SectionKind.DECISION),
        ("Reservationer", SectionKind.RESERVATION),
        ("Reservation mot beslutet", SectionKind.RESERVATION),
        ("Protokollsanteckning", SectionKind.STATEMENT),
        ("Särskilt yttrande", SectionKind.STATEMENT),
        ("Jäv", SectionKind.DISQUALIFICATION),
        ("Ärendets tidigare behandling", SectionKind.EARLIER),
        ("Arbetsutskottets beslut", SectionKind.EARLIER),
        ("Arbetsutskottets beslut 2024-01-30, § 12", SectionKind.EARLIER),
        ("Socialnämnden beslutar", SectionKind.EARLIER),
        ("Beslutsunderlag", SectionKind.DOCUMENTS),
        ("Handlingar i ärendet", SectionKind.DOCUMENTS),
        ("Delegeringsbeslut", SectionKind.DOCUMENTS),
        ("Expedieras till", SectionKind.RECIPIENTS),
        ("Protokollsutdrag skickas till", SectionKind.RECIPIENTS),
        ("Sändlista", SectionKind.RECIPIENTS),
        ("Barnkonsekvensanalys", SectionKind.OTHER),
    ],
)
def test_a_heading_opens_a_section(heading: str, kind: SectionKind) -> None:
    found = item(
        f"! Beslut\nPlanen antas.\n\n! {heading}\nText under rubriken.\n\n! Yrkanden\nInga."
    )
    assert found.sections[1].heading == heading
    assert found.sections[1].kind is kind


def test_a_heading_broken_over_three_lines_of_a_margin_is_one() -> None:
    found = item(
        "! Socialnämndens\n! förslag till\n! kommunfullmäktige\nAvgiften höjs.\n\n! Yrkanden\nInga."
    )
    assert kinds(found) == [SectionKind.PROPOSAL, SectionKind.MOTION]
    assert found.outcome is Outcome.PROPOSED


def test_another_bodys_decision_is_never_this_bodys() -> None:
    found = item(
        "! Arbetsutskottets beslut\nArbetsutskottet avslår ansökan.\n\n"
        "! Kommunstyrelsens beslut\nAnsökan beviljas."
    )
    assert kinds(found) == [SectionKind.EARLIER, SectionKind.DECISION]
    assert texts(section(found, SectionKind.DECISION).paragraphs) == ["Ansökan beviljas."]


def test_what_a_board_proposes_to_the_assembly_is_a_proposal() -> None:
    found = item(
        """
! Beslut
Kommunstyrelsen föreslår kommunfullmäktige besluta:
1. Taxan fastställs.
2. Den gäller från den 1 juli.

Kommunstyrelsen beslutar för egen del:
1. Förvaltningen ska följa upp taxan.
"""
    )
    assert kinds(found) == [SectionKind.PROPOSAL, SectionKind.DECISION]
    assert [section.heading for section in found.sections] == ["Beslut", "Beslut"]
    points = [[p.point for p in section.paragraphs] for section in found.sections]
    assert points == [[None, "1", "2"], [None, "1"]]


@pytest.mark.parametrize(
    "lead",
    [
        "Kommunstyrelsen föreslår kommunfullmäktige besluta:",
        "Kommunstyrelsen föreslår kommunfullmäktige att besluta följande:",
        "Kommunstyrelsen beslutar att föreslå kommunfullmäktige att",
        "Kommunstyrelsens förslag till kommunfullmäktige:",
    ],
)
def test_points_after_a_proposing_lead_are_proposals(lead: str) -> None:
    found = item(f"! Beslut\n{lead}\n1. anta planen.\n2. upphäva den tidigare.")
    assert kinds(found) == [SectionKind.PROPOSAL]


def test_a_board_decides_again_after_it_has_proposed() -> None:
    found = item(
        "! Beslut\nKommunstyrelsen föreslår kommunfullmäktige besluta:\n1. Planen antas.\n\n"
        "Kommunstyrelsen beslutar:\n1. Samråd hålls i maj."
    )
    assert kinds(found) == [SectionKind.PROPOSAL, SectionKind.DECISION]


@pytest.mark.parametrize(
    "text",
    [
        "Arbetsutskottet föreslår att en rastgård anläggs vid ån.",
        "Miljö- och byggnadsnämnden hemställer att motionen avslås.",
        "Utskottet beslutar föreslå att skolan byggs.",
    ],
)
def test_what_a_board_proposes_to_nobody_in_particular_is_no_decision(text: str) -> None:
    first = item(f"! Beslut\n{text}")
    assert kinds(first) == [SectionKind.PROPOSAL]
    assert first.outcome is Outcome.PROPOSED


def test_what_is_told_below_a_list_of_documents_is_none_of_them() -> None:
    first = item(
        "! Beslut\nRapporten antecknas.\n! Handling\nRevisionens rapport om bidrag.\n\n"
        "Information\n\nRevisionens ordförande redogör för rapporten och svarar på frågor."
    )
    assert kinds(first) == [SectionKind.DECISION, SectionKind.DOCUMENTS, SectionKind.OTHER]
    assert first.sections[-1].heading == "Information"


def test_a_document_called_information_is_one() -> None:
    first = item(
        "! Beslut\nPlanen antas.\n! Handlingar\nPlanen\n\nInformation\n\nKartan\n\nBudgeten"
    )
    assert kinds(first) == [SectionKind.DECISION, SectionKind.DOCUMENTS]


def test_a_decision_according_to_a_proposal_is_a_decision() -> None:
    lead = "Enligt kommunstyrelsens förslag till kommunfullmäktige:"
    found = item(f"! Beslut\n{lead}\n1. Planen antas.", heads=COUNCIL)
    assert kinds(found) == [SectionKind.DECISION]


def test_in_an_agenda_nothing_is_decided() -> None:
    meeting = understand(
        "# 1. Budget\n! Beslut\nBudgeten antas.\n\n# 2. Övrigt\n! Kommunstyrelsen beslutar\nInget.",
        heads=AGENDA,
    )
    assert [kinds(found) for found in meeting.items][0] == [SectionKind.PROPOSAL]
    assert not any(SectionKind.DECISION in kinds(found) for found in meeting.items)


def test_a_heading_of_the_lexicon_broken_over_two_lines() -> None:
    found = item(
        "! Kommunstyrelsens förslag till\n! kommunfullmäktige\nPlanen antas.\n\n"
        "! Beslut\nPlanen antas."
    )
    assert kinds(found) == [SectionKind.PROPOSAL, SectionKind.DECISION]
    assert found.sections[0].heading == "Kommunstyrelsens förslag till kommunfullmäktige"
    assert len(found.sections[0].heading_places) == 2


def test_a_heading_of_many_lines_keeps_them_all() -> None:
    found = item(
        "! Beslut\nPlanen antas.\n\n! Samråd med samebyar och med grannkommuner\n"
        "! om den nya linjesträckningen\nSamråd har hållits."
    )
    assert found.sections[1].heading.endswith("om den nya linjesträckningen")
    assert len(found.sections[1].heading_places) == 2


def test_words_of_headings_in_running_text_open_nothing() -> None:
    found = item(
        """
! Sammanfattning
Nämnden lämnar sitt förslag till styrelsen, som har att ta ställning till om
Beslut
ska fattas redan i maj.

! Beslut
Planen antas.
"""
    )
    assert kinds(found) == [SectionKind.SUMMARY, SectionKind.DECISION]


def test_headings_that_are_not_bold_stand_after_a_blank_line() -> None:
    meeting = understand(
        """
§ 1 Budget

Beslut
Budgeten antas.

Ärendebeskrivning
Budgeten har beretts av utskottet.

§ 2 Övrigt

Beslut
Inget.
"""
    )
    assert kinds(meeting.items[0]) == [SectionKind.DECISION, SectionKind.BACKGROUND]


def test_the_head_of_a_table_is_no_heading() -> None:
    found = item(
        "! Omröstning\nMed 2 ja-röster mot 1 nej-röst bifalls förslaget.\n\n"
        "! Ledamot | Ja | Nej\nAnna Ek (S) | X | \nBo Alm (M) | X | \nCia Ask (V) | | X\n\n"
        "! Beslut\nPlanen antas."
    )
    assert kinds(found) == [SectionKind.VOTE, SectionKind.DECISION]
    rows = [p for p in found.sections[0].paragraphs if p.style is ParagraphStyle.ROW]
    assert len(rows) == 4


@pytest.mark.parametrize(
    "heading", ["Information", "Justering", "Upplysningar", "Hur man överklagar", "! Upplysning"]
)
def test_what_goes_with_a_decision_is_not_decided(heading: str) -> None:
    found = item(f"! Beslut\nPlanen antas.\n\n{heading}\n\nChefen berättar om arbetet.")
    assert kinds(found) == [SectionKind.DECISION, SectionKind.OTHER]
    assert texts(found.sections[0].paragraphs) == ["Planen antas."]
    assert found.sections[1].heading == heading.removeprefix("! ")
    assert found.doubts == ()


def test_a_word_within_the_decision_opens_nothing() -> None:
    found = item("! Beslut\nPlanen antas. Nämnden begär även\ninformation\nom kostnaderna.")
    assert kinds(found) == [SectionKind.DECISION]


@pytest.mark.parametrize(
    "decided",
    [
        "Kommunfullmäktige hemställer till socialnämnden att säkra ett nytt avtal.",
        "1. Hemställa hos tekniska nämnden att belysa vägen.",
    ],
)
def test_what_an_assembly_asks_of_others_is_decided(decided: str) -> None:
    found = item(f"! Beslut\nEnligt styrelsens förslag:\n{decided}", COUNCIL)
    assert kinds(found) == [SectionKind.DECISION]
    proposed = item(
        "! Beslut\nKommunstyrelsen föreslår kommunfullmäktige att anta planen.", COUNCIL
    )
    assert kinds(proposed) == [SectionKind.PROPOSAL]
