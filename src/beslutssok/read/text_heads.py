"""Heads of tables and headings of sections: they may begin several pages, and are text."""

import re

from beslutssok.read.rows import CELL_BREAK

# Letterheads name dates, numbers and who handles the matter; these words only tables have.
_COLUMN = re.compile(
    r"(?:ärende-?\s?)?(?:nr\.?|nummer)|§|pkt|punkt|(?:ärende)?rubrik|ärenden?|ärendemening|ämne"
    r"|(?:\w+s\s)?förslag(?:\still\sbeslut)?|beslutsförslag|föredragande|föredras\sav"
    r"|ledam(?:ot|öter)|namn|parti|ja|nej|avstår|avstod|frånvarande|närvarande|ersättare"
    r"|tjänstgör(?:ande|ing)?(?:\sersättare)?|motion(?:är)?|yrkande|röst",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:sammanfattning|ärendet|bakgrund|bedömning|motivering|beredning"
    r"|(?:ärende)?beskrivning(?: av ärendet)?|ärendet i korthet|sammanfattning av ärendet"
    r"|(?:\w+ ){0,3}förslag(?: till (?:beslut|yttrande))?|(?:\w+ ){0,3}beslut"
    r"|(?:tilläggs)?yrkanden?"
    r"|proposition(?:er|sordning)?|beslutsgång|omröstning(?:sresultat|slista)?|votering"
    r"|reservation(?:er)?|protokollsanteckning(?:ar)?|särski(?:lt|lda) (?:yttranden?|uttalanden?)"
    r"|jäv|(?:ärendets )?tidigare (?:behandling|beslut)|beslutsunderlag|underlag|handlingar"
    r"|bilagor|anmälningar|delegeringsbeslut|delegationsbeslut|meddelanden|diskussion"
    r"|sändlista|(?:(?:beslutet|protokollsutdrag) )?(?:skickas|expedieras)(?: till)?"
    r"|upplysning(?:ar)?|överläggning|behandling av ärendet)\s?:?",
    re.IGNORECASE,
)
LEAST_COLUMNS = 2
LONGEST_CELL = 30


def is_table_head(text: str) -> bool:
    r"""Whether a line names the columns of a table.

    >>> is_table_head("Nr\tÄrende\tBeteckning\tFörslag")
    True
    >>> is_table_head("Handläggare\tDatum\tBeteckning"), is_table_head("Nr\tÄrende 7")
    (False, False)
    """
    cells = [cell.strip(" .:") for cell in text.split(CELL_BREAK)]
    if any(len(cell) > LONGEST_CELL or any(map(str.isdigit, cell)) for cell in cells):
        return False
    return sum(bool(_COLUMN.fullmatch(cell)) for cell in cells) >= LEAST_COLUMNS


def is_section_heading(text: str) -> bool:
    """Whether a line is a heading that sections of minutes have, and nothing more.

    >>> is_section_heading("Beslut"), is_section_heading("Kommunstyrelsens förslag till beslut:")
    (True, True)
    >>> is_section_heading("Protokoll"), is_section_heading("Beslut om taxa 2025")
    (False, False)
    """
    return _SECTION.fullmatch(text.strip()) is not None
