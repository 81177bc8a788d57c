"""One file may hold several documents, and each is understood as it would be alone."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.parse.bound import bind, document, numbered_through, understand_file
from tests.parse.test_law import PAGES
from tests.parse.typeset import AGENDA, BOARD, COUNCIL, MINUTES, numbers, source

from beslutssok.domain import DocumentKind, OutlineEntry
from beslutssok.parse import parse_document
from beslutssok.parse.parts import find_parts

ATTENDANCE = """
! Plats och tid | Kommunhuset, Granvika, kl. 9.00–12.15
! Beslutande | Karin Almvik (S), ordförande
Ola Strandmark (C)
! Sekreterare | Eva Törnsund
! Justerare | Ola Strandmark
"""
JANUARY = ("Granvika kommun", "Kommunstyrelsen", "Sammanträdesprotokoll", "2024-01-16")
FEBRUARY = ("Granvika kommun", "Kommunstyrelsen", "Sammanträdesprotokoll", "2024-02-13")


def item(number: int, title: str = "Ny badplats vid Storsjön") -> str:
    return f"# § {number} {title}\n\n! Beslut\nFörslag nummer {chr(64 + number)} antas.\n"


def minutes(heads: tuple[str, ...], first: int, count: int, numbered: bool = True):  # type: ignore[no-untyped-def]
    pages = [item(number) + "\n" + item(number + 1) for number in range(first, first + count, 2)]
    return document(ATTENDANCE, *pages, heads=heads, numbered=numbered)


def office_letter(body: str = "Förvaltningen bedömer att badplatsen behövs."):  # type: ignore[no-untyped-def]
    return document(
        f"""
        Granvika kommun
        Tjänsteskrivelse
        Datum 2024-04-22
        Diarienummer KS 2024/88
        Handläggare Sara Lindvall

        # Ny badplats vid Storsjön

        ! Förslag till beslut
        1. Badplatsen anläggs.
        2. Kostnaden tas ur årets ram.

        ! 1. Bakgrund
        {body}
        """,
        "! 2. Ekonomi\nKostnaden är 300 000 kronor.",
    )


@pytest.mark.parametrize("numbered", [True, False])
def test_a_years_minutes_are_as_many_meetings(numbered: bool) -> None:
    bound = bind(minutes(JANUARY, 1, 4, numbered), minutes(FEBRUARY, 5, 6, numbered))
    january, february = understand_file(bound)
    assert (january.date, february.date) == (date(2024, 1, 16), date(2024, 2, 13))
    assert numbers(january) == ["1", "2", "3", "4"]
    assert numbers(february) == ["5", "6", "7", "8", "9", "10"]
    assert (january.pages, february.pages) == ((1, 3), (4, 7))
    assert january.doubts == february.doubts == ()
    assert february.items[0].pages == (5, 5)


def test_minutes_of_two_bodies_with_the_same_numbers() -> None:
    bound = bind(minutes(BOARD, 1, 4), minutes(COUNCIL, 1, 2))
    board, council = understand_file(bound)
    assert (board.organ, council.organ) == ("Kommunstyrelsen", "Kommunfullmäktige")
    assert numbers(council) == ["1", "2"]


def test_minutes_without_any_heads_are_told_by_their_front_pages() -> None:
    front = "! SAMMANTRÄDESPROTOKOLL\nKommunstyrelsen\n{}\n" + ATTENDANCE
    first = document(front.format("2024-01-16"), item(1), numbered=False)
    second = document(front.format("2024-02-13"), item(2), numbered=False)
    january, february = understand_file(bind(first, second))
    assert (january.date, february.date) == (date(2024, 1, 16), date(2024, 2, 13))
    assert (numbers(january), numbers(february)) == (["1"], ["2"])


@pytest.fixture
def agenda_with_enclosures():  # type: ignore[no-untyped-def]
    agenda = document(
        "# 1. Upprop\n\n# 2. Ny badplats\n\n! Förslag till beslut\nBadplatsen anläggs.",
        "# 3. Övriga frågor\n\n! Förslag till beslut\nInformationen antecknas.",
        heads=AGENDA,
    )
    extract = document(
        item(45, "Yttrande om badplats"),
        heads=("Granvika kommun", "Miljönämnden", "Protokollsutdrag", "2024-03-05"),
    )
    report = document(
        *[f"# {n}. Avsnitt om vattnet\nVattnet är klart på {n} meters djup." for n in range(1, 8)],
        heads=("Granvika kommun", "Utredning om badplatser"),
    )
    return bind(agenda, office_letter(), extract, report)


def test_enclosures_are_documents_of_their_own(agenda_with_enclosures) -> None:  # type: ignore[no-untyped-def]
    agenda, letter, extract, report = understand_file(agenda_with_enclosures)
    assert agenda.document_kind is DocumentKind.AGENDA
    assert numbers(agenda) == ["1", "2", "3"]
    assert agenda.items[-1].pages == (2, 2)
    assert letter.document_kind is DocumentKind.OTHER
    assert letter.title == "Ny badplats vid Storsjön"
    assert {chapter.case_number for chapter in letter.items} == {"KS 2024/88"}
    assert letter.date == date(2024, 4, 22)
    assert extract.document_kind is DocumentKind.EXTRACT
    assert (extract.organ, extract.date) == ("Miljönämnden", date(2024, 3, 5))
    assert extract.huvudman == "Granvika kommun"
    assert numbers(extract) == ["45"]
    assert report.document_kind is DocumentKind.OTHER
    assert len(report.items) == 7


def test_the_case_number_in_the_running_head_of_a_letter_is_its_own() -> None:
    letter = document(
        "# Ny badplats\n\n! Bakgrund\nJämför ärendet KS 2023/12.\n",
        "! Ekonomi\nKostnaden är 300 000 kronor.",
        heads=("Granvika kommun", "Tjänsteskrivelse", "2024-04-22 KS 2024/88"),
    )
    (meeting,) = understand_file(letter)
    assert {chapter.case_number for chapter in meeting.items} == {"KS 2024/88"}


def test_what_a_letter_proposes_is_not_decided(agenda_with_enclosures) -> None:  # type: ignore[no-untyped-def]
    letter = understand_file(agenda_with_enclosures)[1]
    assert not letter.document_kind.records_decisions
    assert letter.organ != "Regionstyrelsen"


def test_an_enclosure_that_names_no_organisation_has_that_of_the_file() -> None:
    agenda = document("# 1. Upprop\n\n# 2. Val", heads=AGENDA)
    plain = document("PM\nDatum 2024-04-22\nHandläggare Sara Lindvall\nText om vattnet.")
    assert [meeting.huvudman for meeting in understand_file(bind(agenda, plain))] == [
        "Region Norrvik",
        "Region Norrvik",
    ]


def test_bookmarks_that_are_file_names_begin_documents() -> None:
    first = document("# 1. Upprop\n\n# 2. Val", heads=AGENDA, numbered=False)
    drawing = document("Skala 1:500", numbered=False)
    entry = OutlineEntry("Bilaga 2_Karta över badplatsen.pdf", 1, 0)
    agenda, map_sheet = understand_file(bind(first, replace(drawing, outline=(entry,))))
    assert map_sheet.title == "Bilaga 2 Karta över badplatsen"
    assert map_sheet.pages == (2, 2)
    assert numbers(agenda) == ["1", "2"]


def test_a_map_without_text_is_told_by_its_bookmark() -> None:
    first = document("# 1. Upprop\n\n# 2. Val", heads=AGENDA)
    blank = replace(source(" ", heads=()), outline=(OutlineEntry("Karta.pdf", 1, 0),))
    _, sheet = understand_file(bind(first, blank, office_letter()))[:2]
    assert (sheet.document_kind, sheet.items, sheet.pages) == (DocumentKind.OTHER, (), (2, 2))
    assert sheet.title == "Karta"


def test_a_report_bound_in_is_no_part_of_the_minutes() -> None:
    report = document(
        "Bilaga 3\n# Delårsrapport för granvikaskolan\nText om skolan.",
        *[f"# {n}. Kapitel\nMer om skolan i kapitel {n}." for n in range(1, 5)],
        heads=("Delårsrapport 2024",),
    )
    protocol, bound_in = understand_file(bind(minutes(BOARD, 1, 4), report))
    assert numbers(protocol) == ["1", "2", "3", "4"]
    assert bound_in.document_kind is DocumentKind.OTHER
    assert protocol.items[-1].pages[1] == 3


@pytest.mark.parametrize(
    "appendix",
    [
        "! Reservation mot beslut i § 2\nVi reserverar oss mot beslutet.",
        "! Bilaga 1 till § 2: Omröstningslista\nKarin Almvik | S | Ja\nOla Strandmark | C | Nej",
    ],
)
def test_reservations_and_roll_calls_stay_with_the_minutes(appendix: str) -> None:
    bound = bind(minutes(BOARD, 1, 4), document(appendix))
    (meeting,) = understand_file(bound)
    second = meeting.items[1]
    assert second.number == "2"
    assert second.sections[-1].paragraphs[0].page == 4


def test_long_minutes_are_one_meeting() -> None:
    text = "\n! Tjänsteskrivelse\nSkrivelsen lades fram."
    pages = [item(number) + text for number in range(1, 100)]
    (meeting,) = understand_file(document(ATTENDANCE, *pages, heads=BOARD))
    assert len(meeting.items) == 99


def test_front_contents_and_signatures_are_of_the_same_minutes() -> None:
    contents = "! Innehåll\n" + "\n".join(f"§ {n} Ny badplats ........ {n}" for n in range(1, 5))
    protocol = document(ATTENDANCE, contents, item(1) + item(2), item(3), heads=())
    proof = "! ANSLAG/BEVIS\nKommunstyrelsen\nSammanträdesdatum 2024-05-14\nParagrafer 1–3"
    (meeting,) = understand_file(bind(protocol, document(proof, numbered=False)))
    assert meeting.pages == (1, 5)


def test_a_landscape_table_does_not_part_a_report() -> None:
    report = document(
        "# Rapport om vatten\nText.", "Tabell 1\nA | B", "Mer text.", heads=("Rapport",)
    )
    pages = list(report.pages)
    pages[1] = replace(pages[1], width=842.0, height=595.0)
    assert len(find_parts(replace(report, pages=tuple(pages)))) == 1


def test_each_part_is_what_it_is_alone() -> None:
    alone = [minutes(MINUTES, 3, 6), minutes(COUNCIL, 7, 4), minutes(FEBRUARY, 12, 2)]
    for whole, part in zip(alone, understand_file(bind(*alone)), strict=True):
        own = parse_document(whole, Path("granvika/bunden.pdf"))
        assert [
            (i.number, i.title, i.outcome, [s.kind for s in i.sections]) for i in part.items
        ] == [(i.number, i.title, i.outcome, [s.kind for s in i.sections]) for i in own.items]
        assert (part.organ, part.date, part.document_kind) == (
            own.organ,
            own.date,
            own.document_kind,
        )


HEADS = st.sampled_from(
    [MINUTES, AGENDA, BOARD, COUNCIL, ("Granvika kommun", "Utredning"), ("Tjänsteskrivelse",), ()]
)
DOCUMENTS = st.builds(
    lambda pages, heads, numbered: document(*pages, heads=heads, numbered=numbered),
    st.lists(PAGES, min_size=1, max_size=3),
    HEADS,
    st.booleans(),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(DOCUMENTS, min_size=1, max_size=4))
def test_every_line_is_in_one_part_once(documents) -> None:  # type: ignore[no-untyped-def]
    understand_file(bind(*documents))


HEAD = "Granvika kommun | {day} | Dnr {case}\nTjänsteskrivelse"
LABELS = """
Granvika kommun
Tjänsteskrivelse
Datum {day}
Diarienummer {case}
"""
BESIDE = "> Förvaltning | Datum | Dnr\n> Tekniska kontoret | {day} | {case}"


def enclosure(head: str, title: str, case: str, day: str, *more: str, heads: tuple[str, ...] = ()):  # type: ignore[no-untyped-def]
    body = f"{head.format(day=day, case=case)}\n\n# {title}\n\n! Förslag till beslut\n"
    body += "1. Saken godkänns.\n\n! Sammanfattning\nSaken har utretts av kontoret under våren."
    return document(body, *more, heads=heads, numbered=False)


@pytest.mark.parametrize("heads", [(), ("Granvika kommun",), ("Granvika kommun", "Tekniska")])
@pytest.mark.parametrize("head", [HEAD, LABELS, BESIDE])
def test_enclosures_that_follow_each_other_under_one_page_numbering(
    head: str, heads: tuple[str, ...]
) -> None:
    called = document("# 1. Ny badplats\n\n# 2. Ny cykelväg", heads=AGENDA, numbered=False)
    more = "! Bedömning\nKontoret bedömer att saken är bra."
    bathing = enclosure(head, "Ny badplats", "KS 2024/88", "2024-04-22", more, heads=heads)
    cycling = enclosure(head, "Ny cykelväg", "KS 2024/97", "2024-04-25", heads=heads)
    file = numbered_through(bind(called, bathing, cycling))
    meetings = understand_file(file)
    assert [meeting.pages for meeting in meetings] == [(1, 1), (2, 3), (4, 4)]
    assert [m.items[0].case_number for m in meetings[1:]] == ["KS 2024/88", "KS 2024/97"]
    assert [m.items[0].title for m in meetings[1:]] == ["Ny badplats", "Ny cykelväg"]


def test_a_list_of_cases_that_goes_on_over_pages_begins_no_document() -> None:
    rows = [
        "\n".join(f"KS 2024/{n} | 2024-04-{n} | Delegation" for n in (a, a + 1)) for a in (11, 21)
    ]
    file = document("# Delegationsbeslut\n" + rows[0], rows[1], numbered=False)
    assert len(find_parts(file)) == 1


def test_items_of_an_agenda_with_date_and_case_begin_no_document() -> None:
    pages = [f"# {n}. Sak {n}\nDnr KS 2024/{n}\n2024-04-1{n}\nText om saken." for n in (1, 2, 3)]
    assert len(find_parts(document(*pages, heads=("Granvika kommun",), numbered=False))) == 1
