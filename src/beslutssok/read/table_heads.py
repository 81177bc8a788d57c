"""Heads of tables: they stand at the top of each page that the table goes on to, and are text."""

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
