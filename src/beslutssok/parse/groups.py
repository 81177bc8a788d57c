"""Headings that stand between items and group them: ``Beslutsärenden``, ``Informationsärenden``."""

import re
from collections.abc import Sequence

from beslutssok.domain import Line
from beslutssok.parse.typography import BLANK_LINE, SAME_SIZE

MAX_GROUP_LINES = 2

_GROUP = re.compile(
    r"(?:(?:besluts|informations|inlednings|gemensamma|enskilda|val|rapport|utskotts|nämnd|initiativ"
    r"|planerings|bygglovs?|individ|överläggnings|anmälnings|lednings|sekretess|delegations|myndighets|remiss)"
    r"-?\s?(?:ärenden|punkter)|ärenden\s(?:för|till|från|som)\s.{3,60}|övriga\särenden"
    r"|(?:öppn?a|slutn?a|offentliga?)\s(?:del(?:en)?|ärenden|sammanträde)"
    r"|information(?:er)?(?:\soch\srapporter)?\still\s.{3,40}|beslutspunkter|formalia|förmöte)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:[A-H]|[IVX]{1,4})[.)]?\s+")


def is_group_heading(text: str) -> bool:
    """Whether a line is a heading that groups items.

    >>> is_group_heading("Informationsärenden"), is_group_heading("Ny badplats")
    (True, False)
    """
    bare = _NUMBERED.sub("", text.strip(), count=1).strip(" :.")
    return bool(_GROUP.fullmatch(bare)) and bare[:1].isupper()


def group_heading_start(lines: Sequence[Line], start: int, end: int, heading: Line) -> int:
    """Where, among an item's lines ``start`` to ``end``, the heading of the next group begins.

    It is the last thing before the next item, and known by its words, or larger than the
    headings of items.
    """
    at = end
    while at > start and end - at < MAX_GROUP_LINES and _groups(lines[at - 1], heading):
        at -= 1
    return at


def _groups(line: Line, heading: Line) -> bool:
    if "\t" in line.text or line.text.rstrip()[-1:] in {".", ",", ";"}:
        return False
    larger = line.size > heading.size + SAME_SIZE
    if is_group_heading(line.text):
        return line.bold or larger or line.gap > BLANK_LINE
    return larger and (line.bold or not heading.bold) and len(line.text) < 80
