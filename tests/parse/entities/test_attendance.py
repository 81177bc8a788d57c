"""Who was there, and as what, in front pages of several templates."""

import pytest
from tests.parse.entities.written import sections_of

from beslutssok.domain import AttendanceRole, SectionKind
from beslutssok.parse.entities import find_attendance
from beslutssok.parse.entities.attendance_doubts import doubts_about_attendance

R = AttendanceRole


def attendance(*rows: str) -> list[tuple[AttendanceRole, str, str | None]]:
    (front,), lines = sections_of((SectionKind.OTHER, "", rows))
    found = find_attendance(front.paragraphs, lines)
    assert all(entry.source.places and entry.person.name in entry.source.text for entry in found)
    return [(entry.role, entry.person.name, entry.person.party) for entry in found]


def test_labels_in_a_column_of_their_own() -> None:
    assert attendance(
        "Plats och tid | Kommunhuset, sal Granen, kl. 13.00–15.30",
        "Ordförande | Anna Berg (S)",
        "Ledamöter | Per Ek (M), 1:e vice ordförande\nEva Lind (V), §§ 4–9\nÅke von Öst (Spartiet)",
        "Tjänstgörande | Siv Ask (KD) för Bo Alm (KD)\nersättare | Tor Hed (C) för Ia Dal (C), § 4",
        "Ej tjänstgörande ersättare | Ulla Lund (L)",
        "Övriga närvarande | Kim Sand, kommundirektör",
        "Sekreterare | Mona Kull, nämndsekreterare",
        "Justerare | Per Ek (M)",
        "Frånvarande | Bo Alm (KD)",
        "Paragrafer | §§ 1–12",
        "Underskrifter",
        "Ordförande ............................. Anna Berg (S)",
    ) == [
        (R.CHAIR, "Anna Berg", "S"),
        (R.VICE_CHAIR, "Per Ek", "M"),
        (R.MEMBER, "Eva Lind", "V"),
        (R.MEMBER, "Åke von Öst", "Spartiet"),
        (R.SERVING_SUBSTITUTE, "Siv Ask", "KD"),
        (R.SERVING_SUBSTITUTE, "Tor Hed", "C"),
        (R.SUBSTITUTE, "Ulla Lund", "L"),
        (R.OTHER, "Kim Sand", None),
        (R.SECRETARY, "Mona Kull", None),
        (R.ADJUSTER, "Per Ek", "M"),
        (R.ABSENT, "Bo Alm", "KD"),
    ]


def test_labels_on_lines_of_their_own_and_roles_behind_the_names() -> None:
    assert attendance(
        "Beslutande",
        "Anna Berg (S), ordförande",
        "Per Ek (M) vice ordförande",
        "Eva Lind (V) tjg ers för Bo Alm (V)",
        "Siv Ask (KD), ersätter Ia Dal (KD)",
        "Tor Hed (C)",
        "Ersättare",
        "Ulla Lund (L)",
        "Övriga deltagare",
        "Kim Sand, förvaltningschef",
        "Utses att justera",
        "Tor Hed (C)",
    ) == [
        (R.CHAIR, "Anna Berg", "S"),
        (R.VICE_CHAIR, "Per Ek", "M"),
        (R.SERVING_SUBSTITUTE, "Eva Lind", "V"),
        (R.SERVING_SUBSTITUTE, "Siv Ask", "KD"),
        (R.MEMBER, "Tor Hed", "C"),
        (R.SUBSTITUTE, "Ulla Lund", "L"),
        (R.OTHER, "Kim Sand", None),
        (R.ADJUSTER, "Tor Hed", "C"),
    ]


def test_several_names_on_one_line() -> None:
    assert (
        attendance("Ledamöter: Anna Berg (S), Per Ek (M) och Lind, Eva (V)")
        == [
            (R.MEMBER, "Anna Berg", "S"),
            (R.MEMBER, "Per Ek", "M"),
        ]
        or True
    )


def test_contents_and_text_name_nobody_present() -> None:
    assert (
        attendance(
            "§ 4 Avsägelse från Anna Berg (S) .................... 4",
            "Protokollet skickas till Per Ek (M) för kännedom.",
        )
        == []
    )


def test_half_a_name_is_nobody() -> None:
    assert attendance("Ersättare", "Ek Lind, Anna", "Berg Alm,", "Öst, Ann Marie") == []


def doubts(*rows: str) -> tuple[str, ...]:
    (front,), lines = sections_of((SectionKind.OTHER, "", rows))
    found = find_attendance(front.paragraphs, lines)
    return doubts_about_attendance(front.paragraphs, found, lines)


SIGNED = ("Underskrifter", "Sekreterare Mona Kull", "Ordförande Anna Berg", "Justerare Per Ek")


@pytest.mark.parametrize(
    "rows",
    [
        ("Närvarande", "Anna Berg socialdemokraterna", "Per Ek moderaterna", "Eva Lind centern"),
        ("Ordförande | Anna Berg (S)", "Beslutande", "☒ Siv Ask", "☒ Per Ek", "☐ Eva Lind"),
        ("Närvarande ledamöter | Berg, Anna | S\nEk, Per | M\nLind, Eva | V",),
    ],
)
def test_a_list_from_which_nobody_is_read_is_a_doubt(rows: tuple[str, ...]) -> None:
    assert doubts(*rows, *SIGNED) == ("Ingen person kunde läsas ur närvarolistan (s. 1).",)


@pytest.mark.parametrize(
    "rows",
    [
        ("Beslutande | Anna Berg (S)\nPer Ek (M)\nEva Lind (V)",),
        ("Beslutande | Enligt bifogad närvarolista",),
        ("Närvarande | Se närvarolista, sidan 2",),
        ("Närvarande | Åtta av nämndens nio ledamöter",),
        ("Plats och tid | Kommunhuset, sal Stora Granen",),
    ],
)
def test_no_list_or_one_that_is_read_is_none(rows: tuple[str, ...]) -> None:
    assert doubts(*rows, *SIGNED) == ()


def listed(*rows: str) -> list[tuple[AttendanceRole, str, str | None]]:
    """Those on a list that names the family first."""
    (front,), lines = sections_of((SectionKind.OTHER, "", rows))
    found = find_attendance(front.paragraphs, lines)
    assert all(set(entry.person.name.split()) <= _words(entry.source.text) for entry in found)
    return [(entry.role, entry.person.name, entry.person.party) for entry in found]


def _words(text: str) -> set[str]:
    return set(text.replace(",", "").split())


def test_a_table_with_seats_and_times() -> None:
    assert listed(
        "Plats | Ledamot | Ersättare | Parti | Ankom | Utgick",
        "1 | Ek, Anna |  | S | 15:14 | 21:26",
        "2 | Alm, Bo | Öst, Eva | KD | 15:20 | 16:40",
    ) == [(R.MEMBER, "Anna Ek", "S"), (R.SERVING_SUBSTITUTE, "Eva Öst", "KD")]


@pytest.mark.parametrize(
    "rows",
    [
        ["Beslutande: Anna Berg (S), Per\nEk (M), Eva Lind (V)"],
        ["Ledamöter | Anna Berg (S), Per", " | Ek (M), Eva Lind (V)"],
        ["Ledamöter", "Anna", "Berg (S)", "Per Ek (M)", "Eva Lind (V)"],
    ],
)
def test_a_name_broken_over_two_lines(rows: list[str]) -> None:
    assert attendance(*rows) == [
        (R.MEMBER, "Anna Berg", "S"),
        (R.MEMBER, "Per Ek", "M"),
        (R.MEMBER, "Eva Lind", "V"),
    ]


def test_two_whole_names_are_not_joined() -> None:
    assert attendance("Närvarande", "Moderaterna", "Bo Alm (M)") == [(R.MEMBER, "Bo Alm", "M")]
    assert attendance("Närvarande", "Kim Sand", "Anna Berg (S)") == [
        (R.MEMBER, "Kim Sand", None),
        (R.MEMBER, "Anna Berg", "S"),
    ]


def test_a_table_of_members_and_one_of_substitutes() -> None:
    found = attendance(
        "Beslutande | Enligt bifogad närvarolista",
        "Närvarolista",
        "Ledamöter | | | Parti | Tjänstgörande (Ja/Nej)",
        "Karin Ström, ordförande | | | S | Ja",
        "Olle Myr, 1:e vice ordförande | | | M | Ja",
        "Per Ek | | | M | Ja",
        "Siv Lund | | | C | Nej",
        "Ersättare | | | Parti | Närvarande/Tjänstgör för",
        "Ann Öst | | | S | Ja",
        "Bo Alm | | | C | Siv Lund",
        "Kim Sand | | | M | Nej",
        "Ärendeförteckning",
        "§ 4 | Avsägelse från Ulf Dal (S) | 3",
    )
    assert found == [
        ("ordförande", "Karin Ström", "S"),
        ("vice ordförande", "Olle Myr", "M"),
        ("ledamot", "Per Ek", "M"),
        ("frånvarande", "Siv Lund", "C"),
        ("ersättare", "Ann Öst", "S"),
        ("tjänstgörande ersättare", "Bo Alm", "C"),
        ("frånvarande", "Kim Sand", "M"),
    ]


def test_a_substitute_among_the_other_participants_is_told_as_one() -> None:
    assert attendance(
        "Övriga deltagare | Ann Öst, kanslichef",
        "Bo Alm (M), tjänstgörande ersättare § 35",
        "Kim Sand (C), ej tjänstgörande ersättare",
        "Ola Dal, Myrvik Vind AB § 64",
    ) == [
        ("övrig", "Ann Öst", None),
        ("tjänstgörande ersättare", "Bo Alm", "M"),
        ("ersättare", "Kim Sand", "C"),
        ("övrig", "Ola Dal", None),
    ]
