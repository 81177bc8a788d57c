"""Texts that would do harm if they were taken for anything but text."""

from dataclasses import replace

from tests.fakes.stand_in_index import DECISION

from beslutssok.domain import Hit

SCRIPT = '<script>window.harmed = "script"</script>'
IMAGE = '<img src=x onerror="window.harmed = 1">'
QUOTES = '" onmouseover="window.harmed = 2" x=\''
MARKDOWN = "**fet** [länk](javascript:window.harmed=3) `kod` # rubrik | a | b |"
TEMPLATES = "${window.harmed = 4} {{constructor.constructor('window.harmed = 5')()}} `${1}`"
ENDINGS = "</p></article></section></script></style></select>--><!--"
RIGHT_TO_LEFT = "ord \u202emed omvänd\u202c riktning \u200f\u05d0\u05d1\u05d2"
LONG_WORD = "å" * 400
LONG_TITLE = "Ärende om " + "mycket " * 570

HOSTILE = (
    SCRIPT,
    IMAGE,
    QUOTES,
    MARKDOWN,
    TEMPLATES,
    ENDINGS,
    RIGHT_TO_LEFT,
    LONG_WORD,
    LONG_TITLE,
)


def hostile_hit(text: str, title: str | None = None) -> Hit:
    """A hit that has the text everywhere a document can put one."""
    short = text[:200]
    return replace(
        DECISION,
        citation=f"{short} 2024-12-10 § 208 (s. 2)",
        organ=short,
        huvudman=short,
        item_number=short[:40],
        item_title=text if title is None else title,
        case_number=short,
        section_heading=text,
        text=text,
        file=f"{short[:60].replace('/', ' ')}.pdf",
        matched=(text[:30], "(", "["),
    )
