"""The font families that every machine has once reportlab is installed."""

from dataclasses import dataclass

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont


@dataclass(frozen=True, slots=True)
class Family:
    """The names under which the four faces of a family are known."""

    regular: str
    bold: str
    italic: str
    bold_italic: str


HELVETICA = Family("Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique")
TIMES = Family("Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic")
VERA = Family("Vera", "VeraBd", "VeraIt", "VeraBI")


def register_fonts() -> None:
    """Make the embedded family known; the others are known to every PDF reader."""
    for name in (VERA.regular, VERA.bold, VERA.italic, VERA.bold_italic):
        pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))
