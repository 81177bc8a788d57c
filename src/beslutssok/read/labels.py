"""What is a head or foot by its words, on one page too: ``Justerandes sign``, ``Sida 3 av 18``."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence, Set

from beslutssok.domain import Line, Page
from beslutssok.read.edges import SAME_HEIGHT, from_edges, is_date, mask
from beslutssok.read.lines import CELL_BREAK
from beslutssok.read.page_numbers import is_page_number, is_page_of
from beslutssok.read.zones import in_zone

MAX_LABEL = 110
# A head on the first page is set as on others, or somewhat larger; a title is larger still.
AS_LARGE = 1.35

_ENDS_IN_PAGE_NUMBER = re.compile(
    r"\D.*[\s,](?:(?P<word>sida|sid|page)\s+)?(?P<number>\d{1,4})\s*"
    r"(?:\((?P<brackets>\d{1,4})\)|(?:av|of)\s(?P<of>\d{1,4}))",
    re.IGNORECASE,
)
_SIGNATURES = re.compile(
    r"(?:(?:justerandes?|just\.?|justeras|ordf\.?|ordförandes?|sekr\.?|sekreterarens?)[\s.:]*+"
    r"(?:sign(?:atur(?:er)?)?)?|(?:utdrags?)?bestyrk(?:ande|es|t)?|signatur(?:er)?"
    r"|[._…\s/|:]++|sign)+",
    re.IGNORECASE,
)
_KIND_WORD = re.compile(
    r"(?:sammanträdes)?protokoll(?:sutdrag)?|kallelse(?:/föredragningslista)?|föredragningslista"
    r"|dagordning|utdrag(?: ur protokoll)?|(?:mötes|sammanträdes)datum:?|datum:?|sida(?:\s*nr)?"
    r"|blad|diarienummer|dnr",
    re.IGNORECASE,
)
_BLANK = re.compile(r"[._…\s/|:-]+")


def find_labels(pages: Sequence[Page], marked: Set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Find what is furniture by its words, as ``(page, index of the line)``.

    ``marked`` is what is known to be; on the first page what has its words is so as well.
    """
    labels = _Labels(pages, marked)
    found: set[tuple[int, int]] = set()
    for page in pages:
        down, up = from_edges(page)
        for run, is_first_head in ((down, page is pages[0]), (up, False)):
            for index in run:
                line = page.lines[index]
                if (page.number, index) in marked:
                    continue
                if not in_zone(line, page) or not labels.has(line, is_first_head):
                    break
                found.add((page.number, index))
    return found


class _Labels:
    """The words of furniture, and how large the text and the furniture are set."""

    def __init__(self, pages: Sequence[Page], marked: Set[tuple[int, int]]) -> None:
        self._body = Counter(line.size for page in pages for line in page.lines)
        self._sizes: dict[str, float] = {}
        self._blanks: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for page in pages:
            for index, line in enumerate(page.lines):
                if _BLANK.fullmatch(line.text):
                    self._blanks[line.text].append((page.number, line.place.top))
                if (page.number, index) in marked:
                    for cell in line.text.split(CELL_BREAK):
                        words = mask(cell)
                        self._sizes[words] = max(line.size, self._sizes.get(words, 0.0))

    def has(self, line: Line, is_first_head: bool) -> bool:
        """Whether a line is a label. ``is_first_head``: what heads name is one there."""
        if len(line.text) <= MAX_LABEL:
            end = _ENDS_IN_PAGE_NUMBER.fullmatch(line.text.strip())
            if end and (end["word"] or is_page_of(end["number"], end["brackets"] or end["of"])):
                return True
        if _BLANK.fullmatch(line.text):
            return self._is_to_sign_on(line)
        cells = [cell.strip() for cell in line.text.split(CELL_BREAK)]
        return all(
            self._names(cell, line.size) or (is_first_head and self._is_known(cell, line.size))
            for cell in cells
        )

    def _names(self, cell: str, size: float) -> bool:
        if is_page_number(cell) or _SIGNATURES.fullmatch(cell):
            return True
        body = self._body.most_common(1)[0][0]
        return bool(_KIND_WORD.fullmatch(cell)) and size <= AS_LARGE * body

    def _is_known(self, cell: str, size: float) -> bool:
        if is_date(cell):
            return bool(self._sizes)
        return size <= AS_LARGE * self._sizes.get(mask(cell), 0.0)

    def _is_to_sign_on(self, line: Line) -> bool:
        """Whether a blank is for signatures; a rule that ends an item looks the same."""
        if CELL_BREAK in line.text:
            return True
        here = self._blanks[line.text]
        return any(
            page != line.page and abs(top - line.place.top) <= SAME_HEIGHT for page, top in here
        )
