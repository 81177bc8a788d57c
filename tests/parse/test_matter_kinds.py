"""Kinds of matters, by the words that titles of minutes have for them."""

import pytest

from beslutssok.domain import MatterKind
from beslutssok.parse.matter_kinds import find_matter_kind, lists_many, names_matter

TITLES = {
    MatterKind.MOTION: (
        "Motion om kamerabevakning vid torget",
        "Svar på motion från Eva Alm (C) om taxan för bygglov",
        "Yttrande över motion om köttfri dag",
        "Besvarande av gruppmotion om budgeten",
    ),
    MatterKind.QUESTION: (
        "Interpellation från Bo Ek (L) till socialnämndens ordförande om hemtjänsten",
        "Allmänhetens frågestund",
        "Fråga från Eva Alm (C) om cykelvägar",
        "Frågor",
    ),
    MatterKind.INITIATIVE: (
        "Medborgarförslag om lekplats",
        "E-förslag om hundrastgård",
        "Ledamotsinitiativ från Bo Ek (L) om vaccination",
        "Svar på initiativ från Liberalerna om bostäder",
    ),
    MatterKind.ELECTION: (
        "Val av revisorer",
        "Avsägelse från Eva Alm (C)",
        "Valärenden 2024",
        "Fyllnadsval till kommunstyrelsen",
        "Val",
        "Utse ombud till bolagsstämma",
    ),
    MatterKind.FINANCE: (
        "Mål och budget 2025",
        "Delårsrapport augusti",
        "Budgetuppföljning per den 31 mars",
        "Ekonomisk rapport – april",
        "Verksamhetsplan för nämnden",
        "Ansökan om bidrag till bygdegården",
    ),
    MatterKind.AUDIT: (
        "Revisorernas granskning av upphandlingen",
        "Svar på revisionsrapport om avtal",
        "Ansvarsfrihet för nämnderna",
    ),
    MatterKind.RULES: (
        "Revidering av reglemente för revisorerna",
        "Höjd VA-taxa",
        "Taxa för bygglov",
        "Riktlinjer för upphandling",
        "Informationssäkerhetspolicy",
        "Delegationsordning",
        "Biblioteksplan 2025–2028",
        "Avgifter inom äldreomsorgen",
    ),
    MatterKind.LAND: (
        "Granskning av detaljplan för bostäder",
        "Fråga om antagande av detaljplan",
        "Markanvisning för kvarteret Tallen",
        "Försäljning av Storskogen, del av Älvsele 4:17",
        "Ansökan om bygglov",
    ),
    MatterKind.CONTRACT: (
        "Upphandling av skolskjuts",
        "Avtal om köpta operationer",
        "Överenskommelse om samverkan",
    ),
    MatterKind.OPINION: (
        "Yttrande över budgetpropositionen",
        "Remissvar om en ny socialtjänstlag",
        "Samrådsyttrande, detaljplan för Björken",
    ),
    MatterKind.NOTICE: (
        "Redovisning av delegationsbeslut",
        "Anmälan av motion från Eva Alm (C) om bad",
        "Nya motioner och medborgarförslag",
        "Motioner som inte är färdigberedda",
        "Meddelanden",
        "Inkomna skrivelser",
    ),
    MatterKind.INFORMATION: (
        "Information från kommundirektören",
        "Skolchefen informerar",
        "Regiondirektörens rapport",
        "Redovisning av uppdrag om en policy",
    ),
    MatterKind.ROUTINE: (
        "Upprop och val av justerare",
        "Val av protokollsjusterare",
        "Fastställande av föredragningslistan",
        "Justering",
        "Föregående protokoll",
        "Nästa sammanträde",
        "Bestämmande av tid för justering",
    ),
    MatterKind.OTHER: (
        "Ny idrottshall i Norrby",
        "Nytt motionsspår i Hagaskogen",
        "Nedläggning av skolan – ny behandling efter återremiss",
        "Val av leverantör",
        "Riksnorm för ekonomiskt bistånd",
        "",
    ),
}


@pytest.mark.parametrize("kind", MatterKind)
def test_a_title_tells_the_kind_of_its_matter(kind: MatterKind) -> None:
    assert {title: find_matter_kind(title) for title in TITLES[kind]} == dict.fromkeys(
        TITLES[kind], kind
    )


@pytest.mark.parametrize("case", [str.upper, str.lower, lambda title: f"  {title}\n"])
def test_letters_and_spaces_do_not_matter(case) -> None:
    assert find_matter_kind(case("Svar på motion om taxan")) is MatterKind.MOTION
    assert find_matter_kind(case("Val av justerare")) is MatterKind.ROUTINE


@pytest.mark.parametrize(
    ("lower", "upper"),
    [
        ("justering av taxor", "Justering av budgeten"),
        ("frågor om avtal", "Fråga om delårsrapport"),
    ],
)
def test_what_only_begins_like_routine_or_a_question_is_neither(lower: str, upper: str) -> None:
    told = {find_matter_kind(lower), find_matter_kind(upper)}
    assert not told & {MatterKind.ROUTINE, MatterKind.QUESTION, MatterKind.OTHER}


def test_a_list_of_many_is_none_of_them() -> None:
    assert lists_many("Redovisning av obesvarade motioner")
    assert lists_many("Motioner under beredning")
    assert not lists_many("Svar på motion om nya bad")


def test_a_word_is_found_within_others() -> None:
    assert names_matter("Stadsrevisionens granskning", ("revision",))
    assert names_matter("E-förslag om bad", ("e-förslag",))
    assert not names_matter("Belysning på motionsslingan", ("motion",))


def test_a_very_long_title_is_told_at_once() -> None:
    assert find_matter_kind("a" * 4_000) is MatterKind.OTHER
    assert find_matter_kind("ansökan " * 600) is MatterKind.OTHER
