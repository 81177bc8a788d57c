"""Reservations, statements, those who take no part, and conflicts of interest."""

import pytest
from tests.parse.entities.written import entities_of, named

from beslutssok.domain import Dissent, DissentKind, SectionKind

K = DissentKind


def dissents(
    *paragraphs: str, kind: SectionKind = SectionKind.RESERVATION, heading: str = "Reservation"
) -> tuple[Dissent, ...]:
    return entities_of((kind, heading, paragraphs)).dissents


@pytest.mark.parametrize(
    ("text", "kind", "people"),
    [
        (
            "Anna Berg (S) reserverar sig till förmån för eget yrkande.",
            K.RESERVATION,
            "Anna Berg (S)",
        ),
        ("Anna Berg (S) reserverade sig mot beslutet.", K.RESERVATION, "Anna Berg (S)"),
        (
            "Mot beslutet reserverar sig Anna Berg (S) och Per Ek (S).",
            K.RESERVATION,
            "Anna Berg (S), Per Ek (S)",
        ),
        ("(SD)-gruppen reserverar sig mot beslutet.", K.RESERVATION, "SD"),
        ("SD-gruppen reserverar sig.", K.RESERVATION, "SD"),
        ("Vänsterpartiet reserverar sig mot beslutet.", K.RESERVATION, "V"),
        (
            "Socialdemokraternas och Centerns ledamöter, med undantag av Eva Ek (S), reserverar"
            " sig mot beslutet.",
            K.RESERVATION,
            "S, C",
        ),
        ("Samtliga ledamöter från M och KD reserverar sig.", K.RESERVATION, "M, KD"),
        ("Ledamöterna i (S) och (V) reserverar sig mot beslutet.", K.RESERVATION, "S, V"),
        ("Anna Berg (S) anmäler skriftlig reservation.", K.RESERVATION, "Anna Berg (S)"),
        ("Anna Berg (S) lämnar reservation mot beslutet.", K.RESERVATION, "Anna Berg (S)"),
        ("Reservation från Anna Berg (S) bifogas protokollet.", K.RESERVATION, "Anna Berg (S)"),
        (
            "Följande ledamöter reserverar sig mot beslutet:\nAnna Berg (S), Per Ek (V)",
            K.RESERVATION,
            "Anna Berg (S), Per Ek (V)",
        ),
        ("Anna Berg (S), Per Ek (V)", K.RESERVATION, "Anna Berg (S), Per Ek (V)"),
        (
            "Anna Berg (S) får anteckna till protokollet att frågan är svår.",
            K.STATEMENT,
            "Anna Berg (S)",
        ),
        ("Anna Berg (S) lämnar en protokollsanteckning.", K.STATEMENT, "Anna Berg (S)"),
        ("Anna Berg (S) lämnar ett särskilt yttrande.", K.SPECIAL_OPINION, "Anna Berg (S)"),
        (
            "Anna Berg (S) anmäler avsikten att lämna särskilt yttrande.",
            K.SPECIAL_OPINION,
            "Anna Berg (S)",
        ),
        (
            "Anna Berg (S) avser att inkomma med en protokollsanteckning.",
            K.STATEMENT,
            "Anna Berg (S)",
        ),
        ("Ledamöterna från D deltar inte i beslutet.", K.NOT_TAKING_PART, "D"),
        ("Anna Berg (S) avstår från att delta i beslutet.", K.NOT_TAKING_PART, "Anna Berg (S)"),
    ],
)
def test_one_dissent(text: str, kind: DissentKind, people: str) -> None:
    assert [(found.kind, named(found.persons, found.parties)) for found in dissents(text)] == [
        (kind, people)
    ]


def test_the_list_after_a_lead_on_lines_of_its_own() -> None:
    (found,) = dissents("Mot beslutet reserverar sig följande:", "• Anna Berg (S)", "• Per Ek (V)")
    assert named(found.persons) == "Anna Berg (S), Per Ek (V)"


def test_a_reservation_bound_in_is_by_those_its_heading_names() -> None:
    (found,) = dissents(
        "Vi anser att planen borde ha avslagits. Den kostar för mycket.",
        heading="Bilaga 2 § 14 Reservation från Vänsterpartiet",
    )
    assert (found.kind, named(found.persons, found.parties)) == (K.RESERVATION, "V")


@pytest.mark.parametrize(
    "text",
    [
        "Ingen reserverar sig.",
        "Medel reserveras för renoveringen av badet.",
        "Informationen antecknas till protokollet.",
        "Kommunstyrelsen antecknar informationen.",
        "Anna Berg (S) deltar inte i handläggningen på grund av jäv.",
    ],
)
def test_what_is_no_dissent(text: str) -> None:
    assert dissents(text, kind=SectionKind.DECISION, heading="Beslut") == ()


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Anna Berg (S) anmäler jäv och deltar inte i handläggning eller beslut.", "Anna Berg (S)"),
        ("Anna Berg (S) anmäler jäv och ersätts av Per Ek (S).", "Anna Berg (S)"),
        ("På grund av jäv deltar inte Anna Berg (S) i beslutet.", "Anna Berg (S)"),
        ("Jäv anmäls av Anna Berg (S) och Per Ek (V).", "Anna Berg (S), Per Ek (V)"),
        (
            "Vid punkt 2 deltar inte bland andra Anna Berg (S) och Per Ek (V).",
            "Anna Berg (S), Per Ek (V)",
        ),
        ("Anna Berg (S) deltar inte i beslutet.", "Anna Berg (S)"),
        ("Anna Berg (S) och Per Ek (V) är jäviga.", "Anna Berg (S), Per Ek (V)"),
        ("Anna Berg (S)", "Anna Berg (S)"),
    ],
)
def test_who_had_a_conflict_of_interest(text: str, people: str) -> None:
    found = entities_of((SectionKind.DISQUALIFICATION, "Jäv", [text])).disqualifications
    assert [named(entry.persons) for entry in found] == [people]


def test_who_steps_aside_for_an_interest_does_not_dissent() -> None:
    text = "Anna Berg (S) är styrelseledamot i föreningen och deltar inte."
    assert dissents(text, kind=SectionKind.DISQUALIFICATION, heading="Jäv") == ()


@pytest.mark.parametrize("text", ["Ingen anmäler jäv.", "Anna Berg (S) är inte jävig."])
def test_no_conflict_of_interest(text: str) -> None:
    assert not entities_of((SectionKind.DISQUALIFICATION, "Jäv", [text])).disqualifications


@pytest.mark.parametrize(("member", "parties"), [("Per Ek (BP)", "BP"), ("Per Ek (VL)", None)])
def test_a_local_party_is_known_by_the_letters_of_its_members(
    member: str, parties: str | None
) -> None:
    (found,) = entities_of(
        (SectionKind.MOTION, "Yrkanden", [f"{member} yrkar avslag."]),
        (SectionKind.RESERVATION, "Reservation", ["Byapartiet reserverar sig."]),
    ).dissents
    assert found.parties == (parties or "Byapartiet",)
