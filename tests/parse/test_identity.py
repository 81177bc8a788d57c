"""Whose meeting it is, when, and what kind of document tells it."""

from datetime import date
from pathlib import Path

import pytest
from tests.parse.typeset import AGENDA, BOARD, COUNCIL, MINUTES, source, understand

from beslutssok.domain import DocumentKind
from beslutssok.parse.identity import Identity, read_identity
from beslutssok.parse.organs import find_huvudman, find_organ

TEXT = "# § 1 Upprop\n! Beslut\nUppropet godkänns."


def identity(
    text: str = TEXT,
    heads: tuple[str, ...] = MINUTES,
    path: str = "norrvik/fil.pdf",
    default: str = "",
    title: str = "",
) -> Identity:
    return read_identity(source(text, heads=heads, title=title), Path(path), default)


@pytest.mark.parametrize(
    ("heads", "kind", "huvudman", "organ"),
    [
        (MINUTES, DocumentKind.MINUTES, "Region Norrvik", "Regionstyrelsen"),
        (AGENDA, DocumentKind.AGENDA, "Region Norrvik", "Regionstyrelsen"),
        (COUNCIL, DocumentKind.MINUTES, "Granvika kommun", "Kommunfullmäktige"),
        (
            ("GRANVIKA KOMMUN", "SOCIALNÄMNDEN", "PROTOKOLLSUTDRAG", "2024-05-14"),
            DocumentKind.EXTRACT,
            "Granvika kommun",
            "Socialnämnden",
        ),
        (
            ("Region Norrvik", "Hälso- och sjukvårdsnämnden", "Föredragningslista", "2024-05-14"),
            DocumentKind.AGENDA,
            "Region Norrvik",
            "Hälso- och sjukvårdsnämnden",
        ),
        (
            ("Granvika kommun\tProtokoll\t3 (18)", "Kommunstyrelsens arbetsutskott\t2024-05-14"),
            DocumentKind.MINUTES,
            "Granvika kommun",
            "Kommunstyrelsens arbetsutskott",
        ),
    ],
)
def test_running_heads_tell(
    heads: tuple[str, ...], kind: DocumentKind, huvudman: str, organ: str
) -> None:
    found = identity(heads=heads)
    assert (found.document_kind, found.huvudman, found.organ) == (kind, huvudman, organ)
    assert found.date == date(2024, 5, 14)
    assert found.doubts == ()


def test_minutes_that_list_their_matters_are_no_agenda() -> None:
    heads = ("GRANVIKA KOMMUN", "Kommunfullmäktige\tProtokoll 1 (8)", "2024-05-14")
    assert identity(f"! Ärendelista\n§ 1 Upprop\n{TEXT}", heads=heads).document_kind is (
        DocumentKind.MINUTES
    )
    told_by_title = f"# Protokoll fört vid fullmäktige\n! Dagordning\n{TEXT}"
    heads = ("GRANVIKA KOMMUN", "Kommunfullmäktige", "2024-05-14")
    assert identity(told_by_title, heads=heads).document_kind is DocumentKind.MINUTES


def test_an_agenda_without_heads_is_one_though_it_lists_earlier_minutes() -> None:
    text = "Kommunstyrelsen\nKallelse\n2024-05-06\nÄrenden\n1. Justering av protokoll\n2. Plan"
    assert identity(text, heads=()).document_kind is DocumentKind.AGENDA


def test_an_agenda_is_one_though_it_lists_earlier_minutes() -> None:
    heads = ("GRANVIKA KOMMUN", "Kommunfullmäktige", "Kallelse", "2024-05-14")
    text = f"! Ärendelista\n1. Föregående mötes protokoll\n{TEXT}"
    assert identity(text, heads=heads).document_kind is DocumentKind.AGENDA


def test_the_first_page_tells_where_there_are_no_heads() -> None:
    found = identity(
        "! PROTOKOLL\nKommunstyrelsen i Granvika kommun\nSammanträdesdatum: 14 maj 2024\n" + TEXT,
        heads=(),
        path="fil.pdf",
    )
    assert found.document_kind is DocumentKind.MINUTES
    assert (found.organ, found.date) == ("Kommunstyrelsen", date(2024, 5, 14))


def test_the_name_of_the_file_tells_where_nothing_else_does() -> None:
    found = identity(
        "Text utan uppgifter.", heads=(), path="granvika-kommun/KS_protokoll_2024-05-14.pdf"
    )
    assert found.document_kind is DocumentKind.MINUTES
    assert (found.organ, found.date) == ("Kommunstyrelsen", date(2024, 5, 14))
    assert found.huvudman == "Granvika kommun"


def test_the_heading_wins_over_the_files_name_and_the_disagreement_is_told() -> None:
    found = identity(path="norrvik/protokoll-2024-05-15.pdf")
    assert found.date == date(2024, 5, 14)
    assert len(found.doubts) == 1
    assert "2024-05-15" in found.doubts[0]


def test_the_date_of_the_meeting_is_not_that_of_the_approval() -> None:
    found = identity(
        "Justerat den 28 maj 2024\nSammanträdesdatum 2024-05-14\n" + TEXT,
        heads=("Granvika kommun", "Kommunstyrelsen", "Protokoll"),
    )
    assert found.date == date(2024, 5, 14)


def test_the_folder_names_the_organisation() -> None:
    heads = ("Socialnämnden", "Protokoll", "2024-05-14")
    assert identity(heads=heads, path="Granvika kommun/a.pdf").huvudman == "Granvika kommun"
    assert (
        identity(heads=heads, path="a.pdf", default="Region Norrvik").huvudman == "Region Norrvik"
    )


def test_the_recipients_of_an_extract_do_not_make_it_one() -> None:
    found = identity(TEXT + "\n\n! Protokollsutdrag skickas till\nSökanden", heads=BOARD)
    assert found.document_kind is DocumentKind.MINUTES


def test_the_head_of_what_is_bound_in_does_not_tell() -> None:
    pages = [TEXT] * 9
    document = source(*pages, heads=())
    bound = source(*pages, heads=("Protokollsutdrag",)).pages[8]
    document = type(document)(document.path, document.sha256, (*document.pages[:8], bound))
    found = read_identity(document, Path("granvika/utredning.pdf"), "")
    assert found.document_kind is DocumentKind.OTHER


@pytest.mark.parametrize(
    ("text", "organ"),
    [
        ("SAMMANTRÄDESPROTOKOLL KOMMUNSTYRELSEN 2024-05-14", "Kommunstyrelsen"),
        ("Nämnden för funktionsstöd", "Nämnden för funktionsstöd"),
        ("Tekniska nämnden", "Tekniska nämnden"),
        ("Gemensamma nämnden för hjälpmedel", "Gemensamma nämnden för hjälpmedel"),
        ("Socialnämndens individutskott", "Socialnämndens individutskott"),
        ("Stadsstyrelsens koncernsektion", "Stadsstyrelsens koncernsektion"),
        ("Kommunstyrelsen i Sundnäs", "Kommunstyrelsen"),
        ("Direktionen", "Direktionen"),
        ("Förbundsdirektionen", "Förbundsdirektionen"),
        ("Krisledningsnämnden", "Krisledningsnämnden"),
        ("Miljö-, bygg- och räddningsnämnden", "Miljö-, bygg- och räddningsnämnden"),
        ("Arbetsutskottet", "Arbetsutskottet"),
        ("Regionala pensionärsrådet", "Pensionärsrådet"),
        ("Utveckling i området", None),
        ("Lager och förrådet", None),
        ("Kommunhuset", None),
    ],
)
def test_bodies(text: str, organ: str | None) -> None:
    assert find_organ(text) == organ


def test_organisations() -> None:
    assert find_huvudman("Granvika kommuns skolor") == (("Granvika kommun", 1),)
    assert find_huvudman("REGION NORRVIK", "Regionstyrelsen") == (("Region Norrvik", 1),)
    assert find_huvudman("Region Norrvik Protokoll 2024") == (("Region Norrvik", 1),)
    assert find_huvudman("Region Norrvik", "Kommunstyrelsen") == ()
    assert find_huvudman("Varje kommun och hela regionen") == ()


@pytest.mark.parametrize(
    "name",
    [
        "KS 2024-05-14",
        "ks_20240514",
        "KSAU 240514",
        "Protokoll 14 maj 2024",
        "prot_14_maj",
        "14maj",
    ],
)
def test_a_date_in_the_files_name_in_any_form_agrees(name: str) -> None:
    assert identity(path=f"norrvik/{name}.pdf").doubts == ()


@pytest.mark.parametrize(
    "name", ["KS 2024-05-15", "ks_20240515", "KS 240515", "Protokoll 15 maj 2024", "prot_15_maj"]
)
def test_a_date_in_the_files_name_in_any_form_disagrees(name: str) -> None:
    found = identity(path=f"norrvik/{name}.pdf")
    assert found.date == date(2024, 5, 14)
    assert len(found.doubts) == 1


@pytest.mark.parametrize("name", ["ks_20240514", "KS 240514", "Protokoll 14 maj 2024"])
def test_a_date_in_the_files_name_counts_where_nothing_else_tells(name: str) -> None:
    assert identity("Text utan uppgifter.", heads=(), path=f"{name}.pdf").date == date(2024, 5, 14)


def test_an_office_letter_that_mentions_minutes_is_none() -> None:
    found = identity(
        "Tjänsteskrivelse\nSvar på kommunstyrelsens protokoll 2024-05-14\nText.", heads=()
    )
    assert found.document_kind is DocumentKind.OTHER


def test_a_body_named_as_owner_of_the_minutes() -> None:
    found = identity(heads=("Granvika kommun", "Valnämndens protokoll", "2024-05-14"))
    assert found.organ == "Valnämnden"


def test_short_minutes_with_those_present_are_no_extract() -> None:
    front = "Protokoll\nNärvarande ledamöter: Eva Storm (S), Nils Grå (M)\n\n"
    items = "# § 5 Plan\n! Beslut\nPlanen antas.\n\n# § 6 Arvoden\n! Beslut\nArvodena fastställs."
    heads = ("Granvika kommun", "Kommunstyrelsen", "2024-03-14")
    assert understand(front + items, heads=heads).document_kind is DocumentKind.MINUTES


@pytest.mark.parametrize(
    "cell",
    [
        "221117",
        "Protokoll 221117",
        "2022 11 17",
        "Sammanträdesdatum: 17/11 2022",
        "17/11-2022",
        "17.11.2022 kl. 18.00",
        "2022-11-17",
        "20221117",
        "Kommunstyrelsen 17 nov. 2022",
    ],
)
def test_a_date_in_the_head_in_any_form(cell: str) -> None:
    heads = ("Granvika kommun", "Kommunstyrelsen", "Sammanträdesprotokoll", cell)
    assert identity(heads=heads).date == date(2022, 11, 17)


@pytest.mark.parametrize("cell", ["Telefon 221117", "Org.nr 212000-1234", "550413", "229917"])
def test_other_digits_in_the_head_are_no_date(cell: str) -> None:
    heads = ("Granvika kommun", "Kommunstyrelsen", "Sammanträdesprotokoll", cell)
    assert identity(heads=heads).date is None


def test_a_plain_date_wins_over_one_in_another_form() -> None:
    heads = ("Granvika kommun", "Kommunstyrelsen", "Sammanträdesprotokoll", "221117", "2022-11-18")
    assert identity(heads=heads).date == date(2022, 11, 18)


@pytest.mark.parametrize("name", ["KS protokoll 221117", "protokoll-17.11.2022", "Prot 17-11-2022"])
def test_a_day_in_the_files_name_in_any_order(name: str) -> None:
    found = identity(heads=("Granvika kommun", "Kommunstyrelsen"), path=f"granvika/{name}.pdf")
    assert found.date == date(2022, 11, 17)
