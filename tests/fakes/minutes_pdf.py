"""Small minutes and agendas as PDF, set like those of a region: for tests from end to end."""

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

FONT, BOLD = "Helvetica", "Helvetica-Bold"
TOP, BOTTOM, LEFT = 780, 60, 70

MINUTES = """\
Region Fjällbygden
Sammanträdesprotokoll
Regionstyrelsen
2024-12-10

# § 208 Nattbuss till Tallmoen
RS/762/2024
## Sammanfattning
Kollektivtrafikavdelningen föreslår en nattbuss på linje 40.
## Förslag till beslut
1. Nattbussen till Tallmoen inrättas.
## Yrkanden
Siv Granlund (S) yrkar avslag.
## Beslut
1. Nattbussen till Tallmoen inrättas från och med den 1 juli 2025.
2. Kostnaden är högst 4,2 miljoner kronor per år.
## Reservationer
Siv Granlund (S) reserverar sig mot beslutet.

# § 209 Avgifter för parkering vid lasarettet
RS/801/2024
## Sammanfattning
Parkeringen vid lasarettet i Fjällköping är ofta full.
## Beslut
1. Ärendet återremitteras.
"""
AGENDA = """\
Region Fjällbygden
Kallelse
Regionstyrelsen
2025-02-11

# 7 Utvärdering av nattbussen till Tallmoen
RS/762/2024
## Ärendebeskrivning
Nattbussen har haft få resenärer under vintern.
## Förslag till beslut
1. Nattbussen till Tallmoen dras in.
"""


def write_pdf(path: Path, text: str) -> Path:
    """Write lines as PDF: ``#`` is the heading of an item, ``##`` that of a section."""
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path), invariant=True)
    height = TOP
    for line in text.splitlines():
        marks, _, words = line.partition(" ")
        level = len(marks) if marks and set(marks) == {"#"} else 0
        size = {0: 11, 1: 14, 2: 12}[level]
        height -= size * (2 if level else 1.3)
        if height < BOTTOM:
            canvas.showPage()
            height = TOP
        canvas.setFont(BOLD if level else FONT, size)
        canvas.drawString(LEFT, height, words if level else line)
    canvas.showPage()
    canvas.save()
    return path


def write_region(folder: Path) -> Path:
    """Write the minutes and the agenda of a region into a folder; give the folder."""
    write_pdf(folder / "Region Fjällbygden" / "protokoll.pdf", MINUTES)
    write_pdf(folder / "Region Fjällbygden" / "kallelse.pdf", AGENDA)
    return folder


def write_blank_pdf(path: Path) -> Path:
    """Write a page without any text, as a scanner gives it."""
    return write_pdf(path, "")
