"""Entities as they come with a whole document."""

from tests.parse.entities.written import hold_the_law
from tests.parse.typeset import AGENDA, BOARD, understand

from beslutssok.domain import AttendanceRole, MotionKind, VoteChoice

FRONT = """
Ordförande | Anna Berg (S)
Ledamöter | Per Ek (M)
"""
ITEM = """
# § 4 Ny badplats (KS 2024/12)

! Yrkanden
Anna Berg (S) yrkar bifall till förslaget.

! Omröstning
Ja för bifall till förslaget. Nej för avslag.
Omröstningen utfaller med 2 Ja mot 1 Nej. Hur var och en röstar framgår av bilaga 1.

! Beslut
Kommunstyrelsen beslutar med 2 ja-röster mot 1 nej-röst att anlägga badplatsen.

! Reservation
Per Ek (M) reserverar sig mot beslutet.

# § 5 Avslutning

! Beslut
Ordföranden avslutar sammanträdet. Se § 4.
"""
LIST = """
# Bilaga 1 till § 4: Omröstningslista

Namn | Parti | Funktion | Resultat
Anna Berg | S | Ordförande | Ja
Eva Lind | V | Ledamot | Ja
Per Ek | M | Ledamot | Nej
"""


def test_minutes_tell_who_was_there_what_was_moved_and_who_voted_how() -> None:
    meeting = understand(FRONT, ITEM, LIST, heads=BOARD)
    badplats, ending = meeting.items
    (vote,) = badplats.entities.votes
    assert vote.proposition and vote.proposition.no == "avslag"
    assert [vote.count(choice) for choice in (VoteChoice.YES, VoteChoice.NO)] == [2, 1]
    assert badplats.tallies == (vote.tally,)
    assert badplats.doubts == ()
    assert [motion.kind for motion in badplats.entities.motions] == [MotionKind.APPROVAL]
    assert len(badplats.entities.dissents) == 1
    assert [ref.number for ref in ending.entities.references] == ["4"]
    roles = [(entry.role, entry.person.name) for entry in meeting.attendance]
    assert roles == [(AttendanceRole.CHAIR, "Anna Berg"), (AttendanceRole.MEMBER, "Per Ek")]
    for item in meeting.items:
        hold_the_law(item.entities, item.sections)


def test_an_agenda_has_references_but_no_votes_of_its_own() -> None:
    text = """
# 1. Ny badplats

! Ärendet
Regionfullmäktige beslutade 2024-02-13 § 9 att utreda badplatser.

! Arbetsutskottets behandling
Anna Berg (S) yrkar bifall. Omröstningen utfaller med 2 Ja mot 1 Nej.

# 2. Övriga frågor

! Förslag till beslut
Regionstyrelsen tackar för informationen.
"""
    first = understand(text, heads=AGENDA).items[0]
    assert [ref.number for ref in first.entities.references] == ["9"]
    assert first.entities.motions == first.entities.votes == first.tallies == ()
