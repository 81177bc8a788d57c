"""Habits of common templates, each of which once cost a § or turned a proposal into a decision."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.parse.law import account_for_lines
from tests.parse.typeset import (
    AGENDA,
    BOARD,
    kinds,
    numbers,
    section,
    source,
    texts,
    titles,
    understand,
)

from beslutssok.domain import (
    AttendanceRole,
    Line,
    Outcome,
    Page,
    Place,
    SectionKind,
    VoteChoice,
)
from beslutssok.parse import find_case_numbers, parse_document
from beslutssok.parse.organs import find_huvudman, find_organ
from beslutssok.parse.stated_numbers import stated_numbers

K, R = SectionKind, AttendanceRole


def test_the_code_of_the_filing_plan_is_no_page_number() -> None:
    meeting = understand(
        """
§ 45 | Dnr KS 2024/00123 | 041

! Årsredovisning för Granvika kommun

! Kommunstyrelsens beslut
Årsredovisningen godkänns.

§ 46 | Dnr KS 2024/00087 | 106

! Medlemskap i en förening

! Kommunstyrelsens beslut
Ansökan avslås.

§ 47 | Dnr KS 2024/00091

! Meddelanden

! Kommunstyrelsens beslut
Informationen läggs till handlingarna.
""",
        heads=BOARD,
    )
    assert numbers(meeting) == ["45", "46", "47"]
    assert [item.case_number for item in meeting.items][:2] == ["KS 2024/123", "KS 2024/87"]
    assert titles(meeting)[0] == "Årsredovisning för Granvika kommun"


def test_the_number_in_the_right_margin() -> None:
    meeting = understand(
        """
! Godkännande av dagordning | § 33
Dagordningen godkänns.

! Bygglov för fritidshus, Strandvik 3:18 | § 34
Bygglov söks för nybyggnad.
! Nämndens beslut
att bevilja bygglov.

! Delegationsbeslut | § 35
! Nämndens beslut
att godkänna redovisningen.
"""
    )
    assert numbers(meeting) == ["33", "34", "35"]
    assert titles(meeting)[1:] == ["Bygglov för fritidshus, Strandvik 3:18", "Delegationsbeslut"]


@pytest.mark.parametrize(
    "lead",
    [
        "Kommunstyrelsen föreslår kommunfullmäktige",
        "Kommunstyrelsen föreslår att kommunfullmäktige beslutar",
        "Kommunstyrelsen föreslår kommunfullmäktige besluta",
    ],
)
def test_points_below_a_proposal_that_no_colon_ends_are_proposed(lead: str) -> None:
    meeting = understand(
        f"""
# § 7 Ny taxa
! Beslut
{lead}

1. Taxan antas.

2. Den gamla taxan upphör att gälla.
""",
        heads=BOARD,
    )
    assert kinds(meeting.items[0]) == [K.PROPOSAL]
    assert meeting.items[0].outcome is Outcome.PROPOSED


@pytest.mark.parametrize(
    "turn",
    [
        "Under förutsättning av fullmäktiges beslut beslutar kommunstyrelsen",
        "Kommunstyrelsen beslutar därutöver",
        "Kommunstyrelsen beslutar",
    ],
)
def test_what_a_board_decides_itself_after_what_it_proposes(turn: str) -> None:
    meeting = understand(
        f"""
# § 7 Ny taxa
! Beslut
Kommunstyrelsen föreslår att kommunfullmäktige beslutar

1. Taxan antas.

{turn}

1. Kommundirektören får i uppdrag att informera.
""",
        heads=BOARD,
    )
    item = meeting.items[0]
    assert kinds(item) == [K.PROPOSAL, K.DECISION]
    assert texts(section(item, K.PROPOSAL).paragraphs)[-1] == "1. Taxan antas."


def test_a_point_that_proposes_rules_only_until_the_next_point() -> None:
    meeting = understand(
        """
# § 7 Ny taxa
! Beslut
1. Kommunstyrelsen föreslår kommunfullmäktige besluta

att taxan antas.

2. Kommundirektören får i uppdrag att informera.
""",
        heads=BOARD,
    )
    item = meeting.items[0]
    assert kinds(item) == [K.PROPOSAL, K.DECISION]
    assert "att taxan antas." in texts(section(item, K.PROPOSAL).paragraphs)


def test_a_proposal_to_the_council_is_no_missing_decision() -> None:
    meeting = understand(
        """
# § 7 Riktlinjer
! Förslag till kommunfullmäktige
Riktlinjerna antas.

# § 8 Taxa
! Förvaltningens förslag
Taxan antas.
""",
        heads=BOARD,
    )
    assert [bool(item.doubts) for item in meeting.items] == [False, True]


def test_the_number_of_an_appendix_its_list_and_the_table_below_are_one() -> None:
    meeting = understand(
        """
# § 23 Skyfallsåtgärder
! Beslut
Förslaget bifalls med 2 röster för ja och 1 röst för nej.
# § 24 Anmälningsärenden
! Beslut
Anmälningarna läggs till handlingarna.
""",
        """
! Bilaga 1

! Omröstningslista: § 23
Ärende: Skyfallsåtgärder

! Omröstningslista
! Ledamot | Ja | Nej | Avstår
Anna Berg (S) | X
Per Ek (M) | | X
Eva Lind (V) | X
""",
        heads=BOARD,
    )
    owner, last = meeting.items
    assert [vote.choice for vote in owner.entities.votes[0].cast] == [
        VoteChoice.YES,
        VoteChoice.NO,
        VoteChoice.YES,
    ]
    assert kinds(last) == [K.DECISION]
    assert not any("hör inte till" in doubt for doubt in meeting.doubts)


def test_an_appendix_that_is_named_by_its_item_alone() -> None:
    meeting = understand(
        """
# § 21 Heltidsmått
! Beslut
Nämnden inför heltidsmåttet.
# § 22 Övrigt
! Beslut
Informationen noteras.
""",
        """
Bilaga § 21
! Reservation (M)
Reformen är ofinansierad.
""",
    )
    assert kinds(meeting.items[0]) == [K.DECISION, K.RESERVATION]
    assert kinds(meeting.items[1]) == [K.DECISION]


def test_a_city_district_board_decides_under_its_short_name() -> None:
    assert find_organ("Protokoll från Vikinge stadsdelsnämnd") == "Vikinge stadsdelsnämnd"
    heads = ("Storviks stad", "Vikinge stadsdelsnämnd", "Sammanträdesprotokoll", "2024-05-14")
    meeting = understand(
        """
# § 2 Medborgarförslag om belysning
! Stadsdelsnämndens beslut
Medborgarförslaget avslås.
! Reservationer m.m.
Per Ek (M) reserverade sig mot beslutet.
! Ersättaryttrande
Eva Lind (V) lämnar ett ersättaryttrande.
""",
        heads=heads,
    )
    assert kinds(meeting.items[0]) == [K.DECISION, K.RESERVATION, K.STATEMENT]


def test_whose_documents_these_are() -> None:
    text = "Räddningstjänstförbundet Älvmark\nÅsby kommun\nÅsby kommun"
    assert find_huvudman(text, "Direktionen")[0][0] == "Räddningstjänstförbundet Älvmark"
    assert find_huvudman(text, "Kommunstyrelsen")[0][0] == "Åsby kommun"
    assert find_huvudman("REGION ÄLVLANDET\tPROTOKOLL")[0][0] == "Region Älvlandet"


def test_a_letter_before_the_year_is_a_case_number_behind_a_label() -> None:
    assert [found for found, _, _ in find_case_numbers("Dnr T2024-00412")] == ["T-2024-00412"]
    assert find_case_numbers("linje T2024-00412") == ()


@pytest.mark.parametrize(
    "cells",
    [
        ("........... Paragrafer 3-5",),
        ("Paragrafer", "KS §§ 3–5"),
        ("Protokollet omfattar", "§3 - §5"),
    ],
)
def test_how_front_pages_state_their_items(cells: tuple[str, ...]) -> None:
    assert stated_numbers(["\t".join(cells)]) == (3, 4, 5)


def test_those_present_in_a_table_of_names_parties_and_roles() -> None:
    meeting = understand(
        """
Närvarande
! Namn | Parti | Roll | Närvaro
Anna Berg | S | Ordförande | Närvarande
Per Ek | M | 1:e vice ordförande | Närvarande
Eva Lind | V | Ledamot | Frånvarande
Siv Ask | KD | Ersättare | Tjänstgörande
""",
        """
# § 1 Öppnande
! Beslut
Dagordningen fastställs.
""",
    )
    assert [(a.role, a.person.name, a.person.party) for a in meeting.attendance] == [
        (R.CHAIR, "Anna Berg", "S"),
        (R.VICE_CHAIR, "Per Ek", "M"),
        (R.ABSENT, "Eva Lind", "V"),
        (R.SERVING_SUBSTITUTE, "Siv Ask", "KD"),
    ]


def test_those_present_in_lists_beside_each_other() -> None:
    meeting = understand(
        """
Ledamöter | | Tjänstgörande ersättare | | Ersättare
Anna Berg (M) (ordförande) | | Bo Alm (L) ersätter Vera | | Tor Hed (C)
Per Ek (S) (2:e vice | | Lund (M) | | Ulla Ny (MP)
ordförande)
""",
        """
# § 1 Öppnande
! Beslut
Dagordningen fastställs.
""",
    )
    assert {(a.role, a.person.name) for a in meeting.attendance} == {
        (R.CHAIR, "Anna Berg"),
        (R.VICE_CHAIR, "Per Ek"),
        (R.SERVING_SUBSTITUTE, "Bo Alm"),
        (R.SUBSTITUTE, "Tor Hed"),
        (R.SUBSTITUTE, "Ulla Ny"),
    }


def test_an_agenda_whose_cells_are_told_one_after_the_other() -> None:
    rows = (
        (100.0, 70.0, "Nr\tÄrende\tDiarienr\tFörslag till beslut", (70.0, 110.0, 260.0, 340.0)),
        (120.0, 70.0, "1 Månadsrapport", ()),
        (134.0, 110.0, "oktober", ()),
        (120.0, 260.0, "HSN 2024-", ()),
        (134.0, 260.0, "00455", ()),
        (120.0, 340.0, "Godkänna rapporten", ()),
        (154.0, 70.0, "2 Patientavgifter\tHSN 2024-", (70.0, 260.0)),
        (168.0, 260.0, "00587", ()),
        (154.0, 340.0, "Fastställa avgifterna", ()),
        (220.0, 68.0, "Anna Berg (C)", ()),
    )
    made: list[Line] = []
    bottom = 90.0
    for top, left, text, lefts in rows:
        place = Place(1, left, top, max((left, *lefts)) + 6.0 * len(text), top + 11.0)
        made.append(Line(text, place, 11.0, not made, (top - bottom) / 11.0, lefts))
        bottom = top + 11.0
    document = source("", heads=AGENDA)
    page: Page = replace(document.pages[0], lines=tuple(made))
    document = replace(document, pages=(page,))
    meeting = parse_document(document, Path("norrvik/fil.pdf"))
    account_for_lines(document, meeting)
    assert [(i.number, i.title, i.case_number) for i in meeting.items] == [
        ("1", "Månadsrapport oktober", "HSN-2024-00455"),
        ("2", "Patientavgifter", "HSN-2024-00587"),
    ]
    assert texts(section(meeting.items[1], K.PROPOSAL).paragraphs) == ["Fastställa avgifterna"]
    assert texts(meeting.front)[-1] == "Anna Berg (C)"
