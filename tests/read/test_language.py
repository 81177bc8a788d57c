"""Text that is no language is told from text in any language that minutes are written in."""

from pathlib import Path

import pytest
from tests.pdfs import UNICODE, Drawn, write_pdf

from beslutssok.read import read_document
from beslutssok.read.language import looks_scrambled

SWEDISH = (
    "Kommunstyrelsen beslutar att godkänna förslaget till ny plan för badplatserna i kommunen. "
    "Förvaltningen får i uppdrag att återkomma med en redovisning av kostnaderna före sommaren. "
    "Ordföranden frågar om förslaget kan bifallas och finner att så är fallet."
)
FINNISH = (
    "Kunnanhallitus päättää hyväksyä suunnitelman ja siirtää asian valtuuston käsiteltäväksi. "
    "Lautakunta on aikaisemmin todennut, etteivät kustannukset saa ylittää talousarviota."
)
ENGLISH = (
    "The municipal board decides to approve the plan and refers the matter to the council. "
    "The committee has previously found that costs must not exceed the budget of the year."
)
NAMES = (
    "Anna Ek Bo Dahl Cilla Fors David Gran Eva Hult Fredrik Ivarsson Gunilla Jansson "
    "Hans Karlsson Ingrid Larsson Jan Malmqvist Karin Norrby Lars Öberg Märta Persson"
)
CODES = "KS 2024/12 RS HSN TN BUN SBN KF MBN XZQ WQX 4711-AB " * 12
NUMBERS = "2023 412,5 -33 1 204 777,0 Utfall Budget Avvikelse 12,5 % " * 3


def shifted(text: str, by: int) -> str:
    """The text as a font gives it whose map is so many characters off."""
    return "".join(chr(ord(letter) + by) if "!" < letter < "~" else letter for letter in text)


@pytest.mark.parametrize(
    "text", [SWEDISH, SWEDISH.upper(), FINNISH, ENGLISH, NAMES, CODES, NUMBERS]
)
def test_languages_names_and_tables_are_not_scrambled(text: str) -> None:
    assert not looks_scrambled(text)


@pytest.mark.parametrize("by", [-31, -30, -29, -3, -2, -1, 1, 2, 3, 5])
def test_shifted_letters_are_scrambled(by: int) -> None:
    assert looks_scrambled(shifted(SWEDISH, by))


def test_a_few_words_say_nothing() -> None:
    assert not looks_scrambled("Nrppxqvwbuhovhq ehvoxwdu")


def test_a_page_with_unknown_letters_is_kept_and_named(tmp_path: Path) -> None:
    page = [Drawn("K\ue001mmunstyrelsen godkänner planen.", 300, font=UNICODE), Drawn("Ja", 320)]
    document = read_document(write_pdf(tmp_path / "a.pdf", page))
    assert len(document.pages[0].lines) == 2
    (problem,) = document.problems
    assert problem.reason.startswith("1 tecken på sidan")
