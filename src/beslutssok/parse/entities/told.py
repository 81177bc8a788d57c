"""A section as running text in which every span can be quoted with its lines."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from beslutssok.domain import Line, Paragraph, Place, Quotation, Section, SectionKind

_LETTER = re.compile(r"[^\W_]")
_SENTENCE_END = re.compile(r"[.!?][\"”»)]?\s+(?=[\"”“»(•–-]?\s?[A-ZÅÄÖ\d])|\n")
_ABBREVIATION = re.compile(
    r"(?:\bm\.?\s?fl|\bbl\.?\s?a|\bt\.?\s?ex|\bd\.?\s?v\.?\s?s|\bkl|\bnr|\bkap|\bdnr|\bst|\bca|\bresp"
    r"|\bp|\bsid|\bbil|\bv|\bordf|\bers|\btjg|\bopol|\bs\.?\s?k|\bf\.?\s?d|\benl|\b[A-ZÅÄÖ]|^\W*\d{1,2})"
    r"\.$"
)
# No initial of a name, but the letter of one of several.
_LETTERED = re.compile(
    r"\b(?:alternativ|bilaga|punkt|del|etapp|kvarter|kategori|klass|nivå|scenario|zon|modell|plan|hus"
    r"|typ|grupp|variant|figur|förslag|yrkande|spår|område|steg)(?:et|en)?\s[A-ZÅÄÖ]\.$",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?:;][\"”»)]?$|[\"”»]$")
_HANGING = re.compile(r"(?:,|\b(?:och|samt|att|av|från|till|för|med|på|mot|i|om|yrkar|den))$")
_QUOTE = re.compile(r"[\"”“]")
# A quotation that is never closed does not swallow the section.
MAX_SENTENCE = 3000


@dataclass(frozen=True, slots=True)
class Told:
    """The paragraphs of a section joined by line breaks; ``starts`` are where each begins."""

    section: Section
    text: str
    starts: tuple[int, ...]
    lines: Mapping[Place, Line]
    _spans: dict[int, Sequence["_Span"]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def kind(self) -> SectionKind:
        """What the section is."""
        return self.section.kind

    def quote(self, start: int, end: int) -> Quotation:
        """The words of a span, with the places of the lines they stand on.

        Where a span goes over paragraphs, a line break parts them. The span may not be blank.
        """
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        places: list[Place] = []
        first = max(bisect_right(self.starts, start) - 1, 0)
        for at in range(first, len(self.starts)):
            begin, paragraph = self.starts[at], self.section.paragraphs[at]
            if begin >= end:
                break
            if start < begin + len(paragraph.text):
                touched = _touched(self.spans(at), start - begin, end - begin)
                places.extend(touched or paragraph.places)
        return Quotation(self.text[start:end], tuple(dict.fromkeys(places)))

    def spans(self, position: int) -> Sequence["_Span"]:
        """Where each line of a paragraph stands in its text; empty where it cannot be told."""
        if position not in self._spans:
            paragraph = self.section.paragraphs[position]
            self._spans[position] = line_spans(paragraph, self.lines)
        return self._spans[position]


def tell(section: Section, lines: Mapping[Place, Line]) -> Told:
    """Join the paragraphs of a section."""
    starts, position = [], 0
    for paragraph in section.paragraphs:
        starts.append(position)
        position += len(paragraph.text) + 1
    text = "\n".join(paragraph.text for paragraph in section.paragraphs)
    return Told(section, text, tuple(starts), lines)


_Span = tuple[int, int, Place]


def line_spans(paragraph: Paragraph, lines: Mapping[Place, Line]) -> list[_Span]:
    """Where each line of a paragraph stands in its text; empty where it cannot be told.

    Letters are counted, since hyphens and spaces at line ends come and go.
    """
    places = tuple(dict.fromkeys(paragraph.places))
    counts = [len(_LETTER.findall(lines[place].text)) if place in lines else -1 for place in places]
    letters = [match.start() for match in _LETTER.finditer(paragraph.text)]
    if -1 in counts or sum(counts) != len(letters):
        return []
    spans, position = [], 0
    for place, count in zip(places, counts, strict=True):
        if count:
            spans.append((letters[position], letters[position + count - 1] + 1, place))
        position += count
    return spans


def _touched(spans: Sequence[_Span], start: int, end: int) -> list[Place]:
    """The lines that a span stands on, of those of its paragraph."""
    first = bisect_right(spans, start, key=lambda span: span[1])
    last = bisect_left(spans, end, key=lambda span: span[0])
    return [place for _, _, place in spans[first:last]]


def sentences(told: Told) -> list[tuple[int, int]]:
    """The sentences as spans; one that goes on in the next paragraph is not cut there.

    What stands between quotation marks belongs to the sentence that quotes it.
    """
    return list(_sentences(told.text))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if match.end() <= start:
            continue
        end = match.end()
        sentence = text[start:end].strip()
        if _goes_on(sentence, text, match, end) or _is_open(sentence):
            continue
        if sentence:
            yield start, end
        start = end
    if text[start:].strip():
        yield start, len(text)


def _goes_on(sentence: str, text: str, match: re.Match[str], end: int) -> bool:
    if not sentence:
        return False
    if match[0] == "\n":
        if _HANGING.search(sentence):
            return True
        return not _ENDED.search(sentence) and text[end : end + 1].islower()
    if "\n" in match[0]:
        return False
    before = sentence[: sentence.rfind(match[0].rstrip()) + 1]
    if _LETTERED.search(before):
        return False
    return bool(_ABBREVIATION.search(before if len(before) < 12 else "x" + before[-12:]))


def _is_open(sentence: str) -> bool:
    return len(sentence) < MAX_SENTENCE and len(_QUOTE.findall(sentence)) % 2 == 1


def joined(quotations: Sequence[Quotation]) -> Quotation:
    """Several quotations as one, in order, parted by line breaks."""
    places = dict.fromkeys(place for quotation in quotations for place in quotation.places)
    return Quotation("\n".join(quotation.text for quotation in quotations), tuple(places))


def lines_told(told: Told) -> list[tuple[Line, int, int]]:
    """The lines of a section in order, each once, with where it stands in the text."""
    found: dict[Place, tuple[Line, int, int]] = {}
    for paragraph, begin in zip(told.section.paragraphs, told.starts, strict=True):
        spans = line_spans(paragraph, told.lines)
        end = begin + len(paragraph.text)
        for place in dict.fromkeys(paragraph.places):
            line = told.lines.get(place)
            if line is not None and place not in found:
                found[place] = (line, begin, end)
        for first, last, place in spans:
            line, _, _ = found[place]
            found[place] = (line, begin + first, begin + last)
    return list(found.values())
