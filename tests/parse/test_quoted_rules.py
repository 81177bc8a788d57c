"""Paragraphs of rules that an item quotes, and lists that repeat all items, are no items."""

import pytest
from tests.parse.typeset import COUNCIL, MINUTES, numbers, titles, understand

BODY = "\n! Beslut\nNämnden godkänner redovisningen och lägger den till handlingarna.\n"
RULES = ("Uppgifter", "Sammansättning", "Sammanträden", "Kallelse", "Justering", "Jäv", "Arkiv")


@pytest.mark.parametrize("mark", ["! ", "", "# "], ids=["bold", "plain", "like items"])
@pytest.mark.parametrize(("first", "count"), [(1, 7), (10, 5), (12, 3)])
def test_rules_with_numbers_of_their_own(mark: str, first: int, count: int) -> None:
    rules = "\n".join(
        f"\n{mark}§ {number} {RULES[number - 1]}\nNämnden ansvarar för detta.\nSå är det."
        for number in range(1, count + 1)
    )
    meeting = understand(
        f"# § {first} Upprop{BODY}\n# § {first + 1} Ny arbetsordning\n! Beslut\n"
        f"Kommunfullmäktige antar följande arbetsordning:\n{rules}\n\n! Expedieras till\n"
        f"Författningssamlingen\n\n# § {first + 2} Taxa{BODY}\n# § {first + 3} Övrigt{BODY}",
        heads=COUNCIL,
    )
    assert numbers(meeting) == [str(first + step) for step in range(4)]
    assert titles(meeting) == ["Upprop", "Ny arbetsordning", "Taxa", "Övrigt"]
    quoted = " ".join(p.text for s in meeting.items[1].sections for p in s.paragraphs)
    assert all(rule in quoted for rule in RULES[:count])


def test_rules_in_the_last_item_do_not_go_on_its_numbers() -> None:
    meeting = understand(
        f"# § 10 Upprop{BODY}\n# § 11 Ny arbetsordning\n! Beslut\nOrdningen antas.\n\n"
        "! § 12 Uppgifter\nNämnden ansvarar för parker.\n\n! § 13 Jäv\nJäv anmäls.\n",
        heads=COUNCIL,
    )
    assert numbers(meeting) == ["10", "11"]


CONTENTS = {
    "page numbers without leaders": (
        "# Innehåll\n§ 84 Upprop 2\n§ 85 Plan för\nlänet 2\n§ 86 Avgifter 3"
    ),
    "cells": (
        "Paragraf | Rubrik | Sida\n§ 84 | Upprop | 2\n§ 85 | Plan för\n| länet | 2\n"
        "§ 86 | Avgifter | 3"
    ),
    "no page numbers": (
        "Ärendelista\n§ 84 Upprop\n§ 85 Plan för länet\n§ 86 Avgifter\nPlats: Regionhuset"
    ),
    "over two pages": (
        "# Innehåll\n§ 84 Upprop .... 3\n§ 85 Plan för\f länet .... 3\n§ 86 Avgifter .... 4"
    ),
}


@pytest.mark.parametrize("contents", CONTENTS.values(), ids=CONTENTS)
@pytest.mark.parametrize("mark", ["# ", ""], ids=["large", "plain"])
def test_a_list_of_contents_never_wins(contents: str, mark: str) -> None:
    own = contents.split("\f")
    meeting = understand(
        *own,
        f"{mark}§ 84 Upprop\n{BODY}\n{mark}§ 85 Plan för länet\n{BODY}",
        f"{mark}§ 86 Avgifter\n{BODY}",
        heads=("Region Norrvik", "Regionstyrelsen", "Sammanträdesprotokoll", "2024-05-14"),
    )
    assert titles(meeting) == ["Upprop", "Plan för länet", "Avgifter"]
    first = len(own) + 1
    assert [item.pages for item in meeting.items] == [(first, first)] * 2 + [(first + 1, first + 1)]


def test_signatures_and_posting_between_appendices_are_nobodys() -> None:
    meeting = understand(
        f"# § 10 Upprop{BODY}\n# § 11 Budget{BODY}\n! Underskrifter\nSekreterare\nPer Lund",
        "! Bilaga 1 till § 10: Reservation\nVi reserverar oss mot beslutet.\nAnna Ek (M)",
        "Omröstningslista nr 1, § 11\nLedamot | Ja | Nej\nAnna Ek (M) | | X",
        "ANSLAG/BEVIS\nProtokollet är justerat.",
        heads=MINUTES,
    )
    headings = [[section.heading for section in item.sections] for item in meeting.items]
    assert headings == [
        ["Beslut", "Bilaga 1 till § 10: Reservation"],
        ["Beslut", "Omröstningslista nr 1, § 11"],
    ]
    front = " ".join(paragraph.text for paragraph in meeting.front)
    assert "Per Lund" in front and "Protokollet är justerat." in front
