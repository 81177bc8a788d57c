"""What stands behind the last item belongs to the § it names, and not to the last."""

from tests.parse.typeset import COUNCIL, kinds, numbers, texts, understand

from beslutssok.domain import AttendanceRole, SectionKind

ITEMS = """
# § 48 Nedläggning av Strandskolan
! Omröstning
Med 16 Ja mot 15 Nej återremitteras ärendet. Hur var och en röstar framgår av bilaga 1.

! Beslut
Ärendet återremitteras.

# § 49 Renovering av badhuset
! Beslut
Badhuset renoveras.

# § 50 Meddelanden
! Beslut
Meddelandena läggs till handlingarna.
"""


def test_a_roll_call_belongs_to_the_item_it_names() -> None:
    meeting = understand(
        ITEMS,
        "# Bilaga 1 till § 48: Omröstningslista, återremiss av ärendet\n# om Strandskolan\n"
        "Ledamot | Ja | Nej\nAnna Ek (S) | X |\nBo Alm (M) | | X",
        heads=COUNCIL,
    )
    assert numbers(meeting) == ["48", "49", "50"]
    assert kinds(meeting.items[0])[-1] is SectionKind.VOTE
    assert meeting.items[0].sections[-1].heading.endswith("om Strandskolan")
    assert len(meeting.items[0].sections[-1].heading_places) == 2
    assert kinds(meeting.items[-1]) == [SectionKind.DECISION]
    assert [item.pages for item in meeting.items] == [(1, 1)] * 3


def test_a_numbered_appendix_belongs_to_the_item_whose_vote_mentions_it() -> None:
    meeting = understand(ITEMS, "Bilaga 1\nAntal Ja: 16\nAntal Nej: 15\nAnna Ek\nJa", heads=COUNCIL)
    assert meeting.items[0].sections[-1].heading == "Bilaga 1"
    assert kinds(meeting.items[-1]) == [SectionKind.DECISION]


def test_an_appendix_that_is_nobodys_is_outside_all_items() -> None:
    meeting = understand(ITEMS, "Bilaga 7\nNärvarolista\nAnna Ek (S)", heads=COUNCIL)
    assert kinds(meeting.items[-1]) == [SectionKind.DECISION]
    assert "Närvarolista" in " ".join(texts(meeting.front))


def test_a_reservation_behind_the_last_item() -> None:
    meeting = understand(
        ITEMS, "! Reservation, § 49 Renovering av badhuset\nVi ville ha ett nytt badhus.",
        heads=COUNCIL,
    )  # fmt: skip
    assert kinds(meeting.items[1]) == [SectionKind.DECISION, SectionKind.RESERVATION]
    assert kinds(meeting.items[2]) == [SectionKind.DECISION]


def test_appendices_of_several_items() -> None:
    meeting = understand(
        ITEMS,
        "# Bilaga 1 till § 48: Omröstningslista\nAnna Ek (S) | X",
        "# Bilaga 2 till § 49: Protokollsanteckning\nVi antecknar vår oro.",
        heads=COUNCIL,
    )
    assert kinds(meeting.items[0])[-1] is SectionKind.VOTE
    assert kinds(meeting.items[1])[-1] is SectionKind.STATEMENT


def test_signatures_and_proof_of_posting_are_outside_all_items() -> None:
    meeting = understand(
        ITEMS,
        "! Underskrifter\nSekreterare | Ida Ask\n\n"
        "! Anslag/bevis\nProtokollet är anslaget den 3 maj.",
        heads=COUNCIL,
    )
    assert kinds(meeting.items[-1]) == [SectionKind.DECISION]
    assert "Protokollet är anslaget den 3 maj." in texts(meeting.front)


def test_a_list_of_appendices_inside_an_item_stays_there() -> None:
    meeting = understand(
        "# § 1 Budget\n! Beslut\nBudgeten antas.\n\n! Beslutsunderlag\n"
        "Bilaga 1 Budget för nämnden\nBilaga 2 Investeringsplan\n",
        heads=COUNCIL,
    )
    assert kinds(meeting.items[0]) == [SectionKind.DECISION, SectionKind.DOCUMENTS]
    assert len(meeting.items[0].sections[1].paragraphs) == 2


def test_an_appendix_that_lists_those_present_cell_by_cell() -> None:
    cells = ["Bilaga 7", "Plats", "Ledamot", "Ersättare", "Parti", "Ankom", "Utgick"]
    cells += ["1", "Ek, Anna", "S", "15:14", "21:26"]
    cells += ["2", "Alm, Bo", "Lind\nÖst, Eva Maria", "KD", "15.20", "16.40"]
    cells += ["3", "Ström, Per", "15:10", "18:00", "M", "Rask, Ida", "V", "15:10", "18:00"]
    meeting = understand(ITEMS, "\n\n".join(cells), heads=COUNCIL)
    assert [(who.role, who.person.name, who.person.party) for who in meeting.attendance] == [
        (AttendanceRole.MEMBER, "Anna Ek", "S"),
        (AttendanceRole.SERVING_SUBSTITUTE, "Eva Maria Lind Öst", "KD"),
        (AttendanceRole.MEMBER, "Ida Rask", "V"),
    ]
    assert meeting.doubts == ("Partiet för Per Ström kunde inte läsas ur närvarolistan.",)
