"""Read a PDF page by page, and name what cannot be read."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from beslutssok.domain import Line, Page, PageProblem, SourceDocument
from beslutssok.errors import UnreadableDocument
from beslutssok.read.fonts import kept_fonts
from beslutssok.read.frame import USUAL_FRAME
from beslutssok.read.furniture import split_furniture
from beslutssok.read.language import looks_scrambled
from beslutssok.read.lines import FIRST_ON_PAGE
from beslutssok.read.opening import MAX_PAGES, hash_file, open_pdf
from beslutssok.read.outline import read_outline, read_title
from beslutssok.read.pdfium import PDFIUM
from beslutssok.read.recognition import DOUBTFUL, Recognised, recognise_pages
from beslutssok.read.runs import Geometry
from beslutssok.read.scans import is_written_on, open_for_drawing
from beslutssok.read.tesseract import INSTALL, find_tesseract
from beslutssok.read.text_layer import Doubt, TextLayer, read_text_layer
from beslutssok.read.worker import Watch, unwatched

# How many pages pypdf's parsed objects are kept for: fonts are shared, contents pile up.
PAGES_BETWEEN_CLEARINGS = 24

# What Tesseract is less sure of is noise, and worse in an index than nothing.
UNUSABLE = 40.0

# A page takes 10 to 100 ms, one with a large plan on it some seconds.
SECONDS_FOR_A_PAGE = 120.0
SECONDS_FOR_THE_REST = 300.0

CHECK = "Jämför med originalet; skanna eller exportera sidan på nytt om text saknas."
OPEN_AND_LOOK = "Öppna filen och se efter om den är rätt sparad."

_REASONS = {
    Doubt.CRASHED: "sidans text kan inte läsas ({}).",
    Doubt.GARBLED: "sidans teckensnitt saknar en riktig teckenkarta, så texten blir oläslig.",
    Doubt.EMPTY: "sidan är inskannad och saknar text.",
    Doubt.SPARSE: "sidan är till största delen en bild, och text i den är inte läst.",
    Doubt.ENDLESS: "sidan tar för lång tid eller för mycket minne att läsa.",
    Doubt.GAPS: "{} tecken på sidan saknas i teckensnittets teckenkarta och står som \ufffd.",
}

# What a picture of the page would not mend.
_AS_THEY_ARE = frozenset({Doubt.GAPS, Doubt.ENDLESS})


def read_document(
    path: Path,
    max_pages: int = MAX_PAGES,
    watch: Watch = unwatched,
    passed_over: Collection[int] = (),
) -> SourceDocument:
    """Read a PDF file whole.

    Pages without usable text are recognised by Tesseract where it is installed. Those that remain
    unread, wholly or in part, are named in ``problems`` and lose nothing else. So are the pages
    ``passed_over``, which are not looked at; ``watch`` is told of each page that is.

    Raises:
        UnreadableDocument: the file is empty, no PDF, damaged, locked with a password, longer
            than ``max_pages``, or has no usable text on any page.
    """
    watch(0, SECONDS_FOR_THE_REST)
    sha256 = hash_file(path)
    with open_pdf(path, max_pages) as reader, kept_fonts():
        layers: list[TextLayer] = []
        with Geometry(path) as geometry:
            for number in range(1, len(reader.pages) + 1):
                if number in passed_over:
                    layers.append(TextLayer(number, USUAL_FRAME, (), Doubt.ENDLESS))
                    continue
                watch(number, SECONDS_FOR_A_PAGE)
                with PDFIUM:
                    layers.append(read_text_layer(reader, geometry, number))
                if number % PAGES_BETWEEN_CLEARINGS == 0:
                    reader.resolved_objects.clear()
        watch(0, SECONDS_FOR_THE_REST)
        outline, title = read_outline(reader), read_title(reader)
    layers, problems = _with_recognised(path, layers, watch)
    watch(0, SECONDS_FOR_THE_REST)
    if not any(layer.lines for layer in layers):
        reason, remedy = "sidorna saknar text.", OPEN_AND_LOOK
        if problems:
            reason, remedy = problems[0].reason, problems[0].remedy
        raise UnreadableDocument(path, reason, remedy)
    pages = [
        Page(layer.number, layer.frame.width, layer.frame.height, layer.lines) for layer in layers
    ]
    return SourceDocument(
        path=path,
        sha256=sha256,
        pages=split_furniture(pages),
        outline=outline,
        title=title,
        problems=tuple(problems),
    )


def _with_recognised(
    path: Path, layers: list[TextLayer], watch: Watch
) -> tuple[list[TextLayer], list[PageProblem]]:
    """The pages with the text of those that are pictures, and what is still not read."""
    doubtful = list(_written_on(path, layers, watch))
    wanted = [layer.number for layer in doubtful if layer.doubt not in _AS_THEY_ARE]
    program = find_tesseract() if wanted else None
    found = dict(recognise_pages(path, wanted, program, watch)) if program else {}
    problems: list[PageProblem] = []
    for layer in doubtful:
        recognised = found.get(layer.number)
        if recognised is not None and _is_usable(recognised):
            layers[layer.number - 1] = replace(layer, lines=_joined(layer, recognised))
        problem = _problem(layer, recognised)
        if problem is not None:
            problems.append(problem)
    return layers, problems


def _written_on(path: Path, layers: Sequence[TextLayer], watch: Watch) -> Iterator[TextLayer]:
    """The pages with a doubt, without those that are blank, a photo or a mere logo."""
    doubtful = [layer for layer in layers if layer.doubt is not Doubt.NONE]
    document = open_for_drawing(path) if doubtful else None
    try:
        for layer in doubtful:
            watch(layer.number, SECONDS_FOR_A_PAGE)
            if layer.doubt not in (Doubt.EMPTY, Doubt.SPARSE) or (
                document is not None and is_written_on(document, layer.number)
            ):
                yield layer
    finally:
        if document is not None:
            with PDFIUM:
                document.close()


def _problem(layer: TextLayer, recognised: Recognised | None) -> PageProblem | None:
    """What is to be said of a page with a doubt, after it was recognised or not."""
    reason = _REASONS[layer.doubt].format(layer.detail)
    if layer.doubt in _AS_THEY_ARE:
        return PageProblem(layer.number, reason, CHECK)
    if recognised is None:
        return PageProblem(layer.number, reason, INSTALL)
    if recognised.failure:
        return PageProblem(layer.number, f"{reason[:-1]}; {recognised.failure}.", CHECK)
    if not _is_usable(recognised):
        if layer.doubt is Doubt.SPARSE:
            return None
        reason = f"{reason[:-1]}, och textigenkänningen fann ingen läsbar text."
        return PageProblem(layer.number, reason, CHECK)
    if recognised.sureness < DOUBTFUL:
        share = round(recognised.sureness)
        reason = f"sidan är inläst som bild, men svår att läsa (säkerhet {share} %)."
        return PageProblem(layer.number, reason, CHECK)
    return None


def _is_usable(recognised: Recognised) -> bool:
    text = " ".join(line.text for line in recognised.lines)
    return bool(text) and recognised.sureness >= UNUSABLE and not looks_scrambled(text)


def _joined(layer: TextLayer, recognised: Recognised) -> tuple[Line, ...]:
    """The text of a page's file with what stands only in its picture, from the top down."""
    if not layer.lines:
        return recognised.lines
    new = [line for line in recognised.lines if not any(_covers(own, line) for own in layer.lines)]
    if not new:
        return layer.lines
    own = [replace(line, gap=FIRST_ON_PAGE) for line in layer.lines]
    return tuple(sorted([*own, *new], key=lambda line: (line.place.top, line.place.left)))


def _covers(own: Line, line: Line) -> bool:
    middle = (line.place.left + line.place.right) / 2, (line.place.top + line.place.bottom) / 2
    return (
        own.place.left <= middle[0] <= own.place.right
        and own.place.top <= middle[1] <= own.place.bottom
    )
