"""Example questions, made of the titles of items that have been decided."""

import re
from collections.abc import Iterable, Sequence

from beslutssok.app.page.markup import shorten
from beslutssok.app.page.source import Source
from beslutssok.app.page.texts import Texts
from beslutssok.domain import Hit, SectionKind

EXAMPLES_SHOWN = 4
LONGEST_QUESTION = 90
TITLES_LOOKED_AT = 40
WIDE_QUESTION = "beslutar att godkänna, avslå eller bifalla"
LIVELY_SECTIONS = (SectionKind.VOTE, SectionKind.RESERVATION, SectionKind.DECISION)
"""Where people have disagreed there is something to ask about, so those come first."""

_FORMALITY = re.compile(
    r"\b(?:dagordning|justerare|justering|närvaro|upprop|anmäl\w*|meddelanden?|delegation\w*"
    r"|delegering\w*|information\w*|rapporter?|val av|avsägelse\w*|entledigande\w*|sammanträde\w*"
    r"|bordlag\w*|övrigt|övriga|frågor|öppnande|avslutning|fyllnadsval)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:svar på |besvarande av )?(?P<form>motion|medborgarförslag|interpellation)(?:en|et)?"
    r"(?: nr \S+)?(?: från [^,:]+?| av [^,:]+?)?(?: \([^)]*\))? (?:om|angående|gällande) "
    r"(?P<subject>.+)",
    re.IGNORECASE,
)
_FORMS = {
    "motion": "motion",
    "medborgarförslag": "citizen_proposal",
    "interpellation": "interpellation",
}
_COMMON_FIRST_WORD = re.compile(
    r"(?:ansökan|antagande|avgift\w*|avtal|beslut|budget\w*|delårs\w*|detaljplan|direktiv|"
    r"fastställande|förslag|försäljning|införande|inrättande|investering\w*|mål|ny|nya|nytt|plan|"
    r"policy|program|remiss\w*|reviderad\w*|revidering|riktlinje\w*|strategi|svar|taxa|taxor|"
    r"\w+(?:ning|ande|else|ering)|uppdrag|upphandling|utredning|verksamhetsplan|yttrande|ändring|ändrade?|översyn|översiktsplan)\b",
    re.IGNORECASE,
)


def question_from_title(
    title: str, texts: Texts, common_words: frozenset[str] = frozenset()
) -> str | None:
    """Make a question of an item's title, or none where the title makes no good one.

    The title is taken into the sentence if its first word is no name: if it ends as common words
    do, or is among ``common_words``. Else it is quoted.

    >>> from beslutssok.app.page.swedish import SWEDISH
    >>> question_from_title("Motion om avgiftsfria bussar", SWEDISH)
    'Vad hände med motionen om avgiftsfria bussar?'
    >>> question_from_title("Val av justerare", SWEDISH) is None
    True
    """
    title = " ".join(title.split()).rstrip(" .:?")
    if not title or _FORMALITY.search(title):
        return None
    about = _ABOUT.fullmatch(title)
    if about:
        form, subject = _FORMS[about["form"].lower()], about["subject"]
    else:
        form, subject = "titled", title
        first_word = title.partition(" ")[0].lower()
        if first_word in common_words or _COMMON_FIRST_WORD.match(title):
            form, subject = "matter", title[0].lower() + title[1:]
    question = texts.example_forms[form].format(subject=subject)
    return question if len(question) <= LONGEST_QUESTION else None


def choose_questions(
    hits: Iterable[Hit], texts: Texts, count: int = EXAMPLES_SHOWN
) -> tuple[str, ...]:
    """Choose questions from items found: of different cases, and of as many bodies as may be."""
    chosen: dict[str, str] = {}
    bodies: dict[str, int] = {}
    found = tuple(hits)
    common = frozenset(word for hit in found for word in hit.text.split() if word.islower())
    candidates = [(hit, question_from_title(hit.item_title, texts, common)) for hit in found]
    for most_of_one_body in range(1, count + 1):
        for hit, question in candidates:
            matter = hit.case_number or hit.item_title
            if len(chosen) == count or question is None or matter in chosen:
                continue
            if question in chosen.values() or bodies.get(hit.organ, 0) >= most_of_one_body:
                continue
            chosen[matter] = question
            bodies[hit.organ] = bodies.get(hit.organ, 0) + 1
    return tuple(chosen.values())


class ExampleQuestions:
    """The example questions of a page: as given, or found once in the index.

    ``find`` takes as long as a first search, so a server calls it beside the page; until it is
    done there are none to show.
    """

    def __init__(self, given: Sequence[str] = ()) -> None:
        self.questions = tuple(shorten(question, LONGEST_QUESTION) for question in given)

    def find(self, source: Source, texts: Texts) -> None:
        """Find questions in the index, unless some were given."""
        if not self.questions:
            found = [
                hit
                for section in LIVELY_SECTIONS
                for hit in source.search(WIDE_QUESTION, limit=TITLES_LOOKED_AT, section=section)
            ]
            self.questions = choose_questions(found, texts)
