"""Documents that are no meeting's have chapters: from bookmarks, else from their typography."""

from tests.parse.typeset import numbers, texts, titles, understand

from beslutssok.domain import DocumentKind, OutlineEntry

HEADS = ("Granvika kommun", "Utredning om skolor")
REPORT = (
    """
# Översyn av skolorna i Granvika

# 1 Sammanfattning
Kommunen har fem skolor och elevantalet sjunker i fyra av dem under perioden.

# 2 Elevunderlag
Prognosen bygger på folkbokförda barn den 30 juni och på antagna detaljplaner.

! 2.1 Färre barn föds
Åren 2020 till 2024 föddes i genomsnitt sjuttio barn per år i hela kommunen.
""",
    """
! 2.2 Hur säker är prognosen
Osäkerheten är stor i små skolor, där tre familjer kan ändra hela bilden.

# 3 Förslag
Nämnden föreslås behålla samtliga skolor, se ärende BUN-2024-00030 för detaljer.
""",
)


def test_typography_gives_chapters_and_sections() -> None:
    meeting = understand(*REPORT, heads=HEADS)
    assert meeting.document_kind is DocumentKind.OTHER
    assert titles(meeting) == [
        "Översyn av skolorna i Granvika",
        "Sammanfattning",
        "Elevunderlag",
        "Förslag",
    ]
    elevunderlag = meeting.items[2]
    assert [section.heading for section in elevunderlag.sections] == [
        "",
        "2.1 Färre barn föds",
        "2.2 Hur säker är prognosen",
    ]
    assert elevunderlag.pages == (1, 2)
    assert meeting.items[3].references == ("BUN-2024-00030",)


def test_bookmarks_give_chapters_and_sections() -> None:
    outline = (
        OutlineEntry("1 Sammanfattning", 1, 0),
        OutlineEntry("2 Elevunderlag", 1, 0),
        OutlineEntry("2.1 Färre barn föds", 1, 1),
        OutlineEntry("2.2 Hur säker är prognosen", 2, 1),
        OutlineEntry("3 Förslag", 2, 0),
    )
    meeting = understand(*REPORT, heads=HEADS, outline=outline)
    assert numbers(meeting) == ["1", "2", "3"]
    assert texts(meeting.front) == ["Översyn av skolorna i Granvika"]
    assert len(meeting.items[1].sections) == 3


def test_a_bookmark_for_the_whole_report_does_not_swallow_its_chapters() -> None:
    outline = (
        OutlineEntry("Översyn av skolorna i Granvika", 1, 0),
        OutlineEntry("1 Sammanfattning", 1, 1),
        OutlineEntry("2 Elevunderlag", 1, 1),
        OutlineEntry("3 Förslag", 2, 1),
    )
    meeting = understand(*REPORT, heads=HEADS, outline=outline)
    assert titles(meeting)[1:] == ["Sammanfattning", "Elevunderlag", "Förslag"]


def test_bookmarks_of_merged_files_lead_to_their_pages() -> None:
    outline = (
        OutlineEntry("1 Sammanfattning", 1, 0),
        OutlineEntry("Yttrande_fran_skolan.pdf", 1, 0),
        OutlineEntry("Page 1", 2, 1),
        OutlineEntry("Bilaga.pdf", 1, 0),
        OutlineEntry("3 Förslag", 2, 1),
    )
    meeting = understand(*REPORT, heads=HEADS, outline=outline)
    assert titles(meeting) == ["Sammanfattning", "Yttrande fran skolan", "Förslag"]
    assert meeting.items[1].pages == (2, 2)


def test_a_heading_of_two_lines_is_one() -> None:
    meeting = understand(
        "# Missiv till ansvariga nämnder\n# och styrelser\nGranskningen är avslutad.",
        heads=HEADS,
    )
    assert titles(meeting) == ["Missiv till ansvariga nämnder och styrelser"]


def test_without_any_heading_all_is_one_chapter() -> None:
    meeting = understand("Rapporten är kort.\nDen har inga rubriker alls.", heads=HEADS)
    assert numbers(meeting) == ["1"]
    assert len(meeting.items[0].sections) == 1
