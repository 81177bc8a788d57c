"""References to other items, by body, date and number; statutes are none."""

from datetime import date

import pytest
from tests.parse.entities.written import entities_of

from beslutssok.domain import SectionKind


def references(text: str, organ: str = "Kommunstyrelsen") -> list[tuple[str, str, str | None]]:
    found = entities_of((SectionKind.BACKGROUND, "Bakgrund", [text]), organ=organ).references
    return [
        (ref.organ, ref.date.isoformat() if ref.date else str(ref.year or ""), ref.number)
        for ref in found
    ]


KS, KF, RS = "Kommunstyrelsen", "Kommunfullmäktige", "Regionstyrelsen"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Regionstyrelsen beslutade 2025-05-27 § 79 att avvakta.", [(RS, "2025-05-27", "79")]),
        ("Bordlagt den 25 april 2024, § 191.", [("", "2024-04-25", "191")]),
        ("Kommunstyrelsen 2023-03-01, § 133", [(KS, "2023-03-01", "133")]),
        (
            "Kommunstyrelsens protokoll 2023-03-01, § 133\nBudgetförslag från S",
            [(KS, "2023-03-01", "133")],
        ),
        ("KS § 45/2023", [(KS, "2023", "45")]),
        ("Ks § 45/23", [(KS, "2023", "45")]),
        ("Kommunfullmäktiges protokoll § 45/2023", [(KF, "2023", "45")]),
        ("Ks 2023-03-01 § 45", [(KS, "2023-03-01", "45")]),
        ("§ 33 Ksau 2023-03-01", [(f"{KS}s arbetsutskott", "2023-03-01", "33")]),
        (
            "Kommunstyrelsens arbetsutskotts protokoll 2023-03-01 § 33",
            [(f"{KS}s arbetsutskott", "2023-03-01", "33")],
        ),
        ("Tekniska nämndens beslut 2023-03-01 § 33", [("Tekniska nämnden", "2023-03-01", "33")]),
        ("Nämnden för teknik 2023-03-01, § 33", [("Nämnden för teknik", "2023-03-01", "33")]),
        ("Beslutet i § 33 från sammanträdet 2023-03-01 ändras.", [("", "2023-03-01", "33")]),
        ("KF 2023-03-01 § 12 och § 15", [(KF, "2023-03-01", "12"), (KF, "2023-03-01", "15")]),
        (
            "KF 2023-03-01 § 12 och § 15 2024-02-02",
            [(KF, "2023-03-01", "12"), (KF, "2024-02-02", "15")],
        ),
        ("Ärendet har tidigare behandlats den 3 mars 2024.", [("", "2024-03-03", None)]),
        ("Ärendet behandlades av kommunstyrelsen den 3 mars 2024.", [(KS, "2024-03-03", None)]),
        (
            "Motionen väcktes i fullmäktige, § 184, där ärendet remitterades till styrelsen.",
            [(KF, "", "184")],
        ),
        ("Se § 12.", [("", "", "12")]),
        ("arbetsutskottet 2024-02-13 § 31", [("Arbetsutskottet", "2024-02-13", "31")]),
        (
            "KF 2023-01-26 § 14, 2023-03-23 § 9",
            [(KF, "2023-01-26", "14"), (KF, "2023-03-23", "9")],
        ),
        (
            "Bordlagt den 26 januari 2023, § 37, den 23 mars 2023, § 32 och den 4 april 2023, § 3.",
            [("", "2023-01-26", "37"), ("", "2023-03-23", "32"), ("", "2023-04-04", "3")],
        ),
        ("Protokollsutdrag § 34 från regionstyrelsen 2024-03-19", [(RS, "2024-03-19", "34")]),
        ("§ 156 Regionstyrelsen 2024-10-29", [(RS, "2024-10-29", "156")]),
        ("Kommunfullmäktiges beslut 2016-11-28 § 104 gäller.", [(KF, "2016-11-28", "104")]),
        (
            "Fullmäktige beslutade den 17 juni 2024, § 49, 68 miljoner kronor.",
            [(KF, "2024-06-17", "49")],
        ),
        (
            "KSAU 2024-02-13 §§ 12–14",
            [("Kommunstyrelsens arbetsutskott", "2024-02-13", n) for n in ("12", "13", "14")],
        ),
        (
            "Barn- och utbildningsnämnden har den 24 april 2024, § 31, föreslagit en ny plan.",
            [("Barn- och utbildningsnämnden", "2024-04-24", "31")],
        ),
        ("Kommunstyrelsen bordlade ärendet den 4 mars 2024.", [(KS, "2024-03-04", None)]),
    ],
)
def test_references(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    assert references(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Enligt 5 kap. 4 § kommunallagen får fullmäktige besluta om taxan.",
        "Enligt § 21 i arbetsordningen ska frågan ställas skriftligt.",
        "Enligt 10 § tandvårdslagen (1985:125) ska regionen erbjuda tandvård.",
        "Taxan antas med stöd av 27 § lagen om brandfarlig vara 2010-07-01.",
        "Avtalet gäller från den 1 mars 2024.",
        "Se § 21 i kommunfullmäktiges arbetsordning.",
        "Enligt 5 kap. 3 § kommunallagen (2017:725) bereds ärendet.",
        "Se 2 § förvaltningslagen och 9 kap. 31 b § plan- och bygglagen.",
        "Beslutet fattas enligt delegationsordningen § 3/24.",
        "Enligt reglementets § 12 där nämnden ansvarar för frågan.",
    ],
)
def test_statutes_are_no_references(text: str) -> None:
    assert references(text) == []


def test_another_body_is_not_taken_for_the_own() -> None:
    """«Nämnden» alone is the own body, with a word that says which one it is another."""
    assert references("Nämnden 2024-02-06 § 24", "Socialnämnden") == [
        ("Socialnämnden", "2024-02-06", "24")
    ]
    assert references("Enligt lokala nämnden 2024-02-06 § 24", "Socialnämnden") == [
        ("", "2024-02-06", "24")
    ]


def test_the_council_named_in_short_is_the_organisations_own() -> None:
    text = "Fullmäktige beslutade 2024-11-19 § 88."
    assert references(text, organ="Regionstyrelsen") == [("Regionfullmäktige", "2024-11-19", "88")]


def test_a_reference_is_quoted_with_its_body() -> None:
    (found,) = entities_of(
        (
            SectionKind.EARLIER,
            "Tidigare",
            ["Ärendet togs upp av kommun-\nstyrelsen 2024-02-13 § 7."],
        )
    ).references
    assert found.source.text == "kommunstyrelsen 2024-02-13 § 7"
    assert found.date == date(2024, 2, 13)
    assert len(found.source.places) == 2


def test_a_list_without_end_is_read_as_far_as_lists_go() -> None:
    text = "Regionstyrelsen beslutade 2025-05-27 § 1" + ", § 2" * 5_000
    assert references(text)[0] == (RS, "2025-05-27", "1")
