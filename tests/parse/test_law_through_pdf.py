"""What is drawn on the pages of a PDF is in the meeting or among the furniture, and once."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.parse.awkward.press import Template, set_pages, write_minutes
from tests.parse.law import account_for_lines, letters

from beslutssok.parse import parse_document
from beslutssok.read import read_document

HEADS = st.sampled_from(
    [
        (((70.0, "Region Norrvik"), (300.0, "Protokoll")), ((70.0, "Regionstyrelsen 2024-05-14"),)),
        (((70.0, "Granvika kommun"), (300.0, "Kallelse")), ((70.0, "Kommunstyrelsen 2024-05-14"),)),
        (((70.0, "Granvika kommun"),), ((70.0, "Kommunfullmäktige"), (300.0, "Protokoll"))),
        (((70.0, "Granvika kommun"), (300.0, "Utredning 2024")),),
    ]
)
FONTS = st.sampled_from(["Helvetica", "Times-Roman", "Courier", "Helvetica-Bold", "Times-Bold"])
SIZES = st.sampled_from([9.0, 10.0, 11.0, 12.0, 14.0])
TEMPLATES = st.builds(
    Template,
    head=HEADS,
    body=st.tuples(FONTS, st.sampled_from([9.0, 10.0, 11.0])),
    item=st.tuples(FONTS, SIZES),
    section=st.tuples(FONTS, SIZES),
    leading=st.sampled_from([13.0, 16.0]),
)
BLOCKS = st.sampled_from(
    [
        "# § {n} Ny badplats vid Sjövik (KS 2024/{n})",
        "# § {n}\n# Svar på motion",
        "# {n}. Val av person",
        "# Taxa för vatten\n§ {n} | KS 2024/{n}",
        "# Ärende {n} Budget",
        "# {n} § Upprop",
        "! Beslut\nNämnden antar planen.",
        "! Kommunstyrelsens beslut\nKommunstyrelsen föreslår kommunfullmäktige besluta:\n1. Ja.",
        "! Förslag till beslut\n1. Planen antas.\n2. Medel avsätts.",
        "Beslut: Nämnden godkänner förslaget.",
        "Beslut | Nämnden godkänner vägen\n | och vattnet.",
        "! Nr | Ärende | Dnr | Förslag\n1 | Upprop | | Utses\n"
        "2 | Plan för | BN-2021- | Antas\n | byn | 00030",
        "§ 1 Uppgifter\nNämnden ansvarar.\n§ 2 Sammansättning\nNämnden har nio ledamöter.",
        "§ 84 Upprop ........ 2\n§ 85 Budget ........ 3\n§ 86 Avgifter ...... 3",
        "! Informationsärenden",
        "! Bilaga 1 till § 2: Reservation\nVi reserverar oss.",
        "Omröstningslista nr 1, § 3\nLedamot | Ja | Nej\nAnna Ek (M) | | X",
        "ANSLAG/BEVIS\nProtokollet är justerat.",
        "Tidigare behandling\n§ 45 KS 2024-03-05\n§ 133.",
        "Hälso- och sjuk-\nvården behöver FoU-\nmedel enligt besluts-\nunderlaget.",
        "> Fotnot om 10 § tandvårdslagen",
        "\f",
    ]
)


@st.composite
def documents(draw: st.DrawFn) -> str:
    blocks = draw(st.lists(BLOCKS, min_size=1, max_size=9))
    return "\n\n".join(block.format(n=number) for number, block in enumerate(blocks, start=1))


@settings(max_examples=40, deadline=None)
@given(TEMPLATES, documents())
def test_all_that_is_drawn_is_told(
    tmp_path_factory: pytest.TempPathFactory, template: Template, text: str
) -> None:
    path = write_minutes(tmp_path_factory.mktemp("pdf") / "fil.pdf", template, text)
    drawn = "".join(piece.text for page in set_pages(template, text) for piece in page)
    document = read_document(path)
    lines = [line for page in document.pages for line in (*page.lines, *page.furniture)]
    assert letters("".join(line.text for line in lines)) == letters(drawn)
    account_for_lines(document, parse_document(document, Path("fil.pdf")))
