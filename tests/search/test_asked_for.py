"""An item that is about the matter is no answer where it lacks what is asked."""

import pytest

from beslutssok.domain import SectionKind
from beslutssok.search.asked_for import find_lack
from beslutssok.search.item_text import ItemText

ELECTION = ItemText(
    "Val av ersättare i fritidsnämnden",
    2024,
    (
        (SectionKind.DECISION, "Till ersättare i fritidsnämnden väljs"),
        (SectionKind.DECISION, "Asta Björkmo (C)"),
    ),
)
FEE = ItemText(
    "Avgift för parkering vid Lövnäs sjukhus",
    2024,
    (
        (SectionKind.BACKGROUND, "Avgift tas ut eftersom platserna inte räcker till."),
        (SectionKind.DECISION, "Avgift införs med 20 kronor per timme från och med 2025."),
    ),
)
INTERPELLATION = ItemText(
    "Interpellation om väntetider",
    2024,
    ((SectionKind.DECISION, "Interpellationen anses besvarad."),),
)
PLAN = ItemText(
    "Handlingsplan mot buller",
    2023,
    ((SectionKind.DECISION, "Handlingsplanen antas."),),
)


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Vad beslutades om avgiften för 2017?", FEE),
        ("Vad kostar garaget?", FEE),
        ("Vem valdes till ordförande i kulturnämnden?", ELECTION),
        ("Vem utsågs till stadsarkitekt?", FEE),
        ("Varför valdes hon?", ELECTION),
        ("Vad svarade regionrådet på interpellationen om väntetider?", INTERPELLATION),
        ("Vad sade hon i debatten om väntetider?", INTERPELLATION),
        ("Vilket telefonnummer har sjukhuset?", FEE),
        ("Hur många besökare har sjukhuset?", FEE),
        ("Antogs en handlingsplan mot ensamhet?", PLAN),
        ("Finns det en handlingsplan mot ensamhet inom buller?", PLAN),
        ("Är det rätt att ta betalt för parkering?", FEE),
        ("Vilket parti är bäst på parkering?", FEE),
        ("Kommer avgiften att höjas efter nästa val?", FEE),
        ("Vad handlade fråga 4 om?", INTERPELLATION),
        ("Vem ritade sjukhuset?", FEE),
    ],
)
def test_what_is_not_told_is_lacking(question: str, held: ItemText) -> None:
    assert find_lack(question, held)


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Vad beslutades om avgiften för 2025?", FEE),
        ("Vad beslutades om avgiften 2024?", FEE),
        ("Vad kostar parkeringen?", FEE),
        ("Varför tas det ut en avgift?", FEE),
        ("Hur många kronor kostar det?", FEE),
        ("Vem valdes till ersättare i fritidsnämnden?", ELECTION),
        ("Vem svarade på interpellationen om väntetider?", INTERPELLATION),
        ("Vad hände med interpellationen om väntetider?", INTERPELLATION),
        ("Antogs handlingsplanen mot buller?", PLAN),
        ("Vem föreslog en avgift?", FEE),
        ("Will the fee be raised?", FEE),
        ("Vem var emot avgiften?", FEE),
    ],
)
def test_what_is_told_is_not(question: str, held: ItemText) -> None:
    assert find_lack(question, held) is None


def test_a_disqualification_without_a_reason_does_not_say_why() -> None:
    passages = (
        (SectionKind.BACKGROUND, "Marken behövs eftersom skolan växer."),
        (SectionKind.DISQUALIFICATION, "Bo Alm (L) deltar inte på grund av jäv."),
    )
    held = ItemText("Köp av mark", 2024, passages)
    assert find_lack("Varför var Bo Alm jävig?", held) == "varför"
    told = ((SectionKind.DISQUALIFICATION, "Bo Alm anmäler jäv eftersom han äger marken."),)
    assert find_lack("Varför var Bo Alm jävig?", ItemText("Köp av mark", 2024, told)) is None


def test_what_was_decided_on_is_told_and_not_only_what_it_is_a_kind_of() -> None:
    held = ItemText(
        "Parkering vid stationen", 2025, [(SectionKind.DECISION, "Bilar avgiftsbeläggs.")]
    )
    asked = "Har nämnden beslutat om cykelparkering vid stationen?"
    assert find_lack(asked, held) == "något om «cykelparkering»"
    told = ItemText("Parkering för cyklar", 2025, [(SectionKind.DECISION, "Cykelställ sätts upp.")])
    assert find_lack(asked, told) is None


def test_who_went_before_need_not_stand_where_the_new_one_is_elected() -> None:
    decision = "Till ersättare i styrelsen väljs Karin Fors (S)."
    held = ItemText("Valärenden", 2025, [(SectionKind.DECISION, decision)])
    assert find_lack("Vem valdes till ersättare i styrelsen efter Elsy Ek?", held) is None


def test_who_had_an_interest_is_no_question_for_an_office() -> None:
    said = "Anders Ek (C) anmäler jäv och deltar inte."
    held = ItemText("Ny panna i Ryd", 2025, [(SectionKind.DISQUALIFICATION, said)])
    assert find_lack("Vilken ledamot var jävig när pannan i Ryd behandlades?", held) is None


@pytest.mark.parametrize(
    ("question", "lack"),
    [
        ("Har det byggts en lekpark i Norrby?", "något om «Norrby»"),
        ("Fick Ekby något bidrag till lekparken?", None),
        ("Är lekparken i Ekby kommun klar?", None),
        ("Fick Moderaterna igenom lekparken?", None),
        ("Har Vänsterns motion om lekparken avslagits?", None),
        ("Ska Nämnden bygga lekparken i Maj?", None),
        ("Blir lekparken byggd? Hälsningar Karin", None),
        ("Vad kostade lekparken i Norrby?", None),
    ],
)
def test_yes_or_no_holds_for_the_place_that_is_named(question: str, lack: str | None) -> None:
    decision = "En lekpark byggs vid Ekbys skola för 400 000 kronor."
    held = ItemText("Lekpark", 2025, [(SectionKind.DECISION, decision)], held_by="Dalby kommun")
    assert find_lack(question, held) == lack


def test_a_long_background_may_say_why_in_any_words() -> None:
    told = (
        "Vid en kontroll fanns spillning från möss i förrådet. Varmvatten saknades vid handfatet. "
    )
    held = ItemText("Krogen stängs", 2025, [(SectionKind.BACKGROUND, told * 2)])
    assert find_lack("Varför stängdes krogen?", held) is None
    short = ItemText("Krogen stängs", 2025, [(SectionKind.DECISION, "Krogen stängs.")])
    assert find_lack("Varför stängdes krogen?", short) == "varför"


def test_when_somebody_held_an_office_is_no_part_of_its_name() -> None:
    decision = "Bygglov beviljas. Kontrollansvarig är Bo Alm."
    held = ItemText("Tillbyggnad av Ekgården", 2025, [(SectionKind.DECISION, decision)])
    assert find_lack("Vem är kontrollansvarig när Ekgårn byggs ut?", held) is None
    assert find_lack("Vem är byggledare när Ekgårn byggs ut?", held) == "vem det är"
