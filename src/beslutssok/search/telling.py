"""What an item tells besides its decision: what is asked for in detail, and what explains it."""

import re
from collections.abc import Iterator, Sequence

from beslutssok.domain import AnswerLine, SectionKind
from beslutssok.domain.answers import LineKind
from beslutssok.index.rows import StoredPassage
from beslutssok.search.asked_for import WHY
from beslutssok.search.asked_things import SUM
from beslutssok.search.composing import quote, state
from beslutssok.search.item_text import stands, stems_of
from beslutssok.search.odds import is_official
from beslutssok.search.quoted_words import sentences_of
from beslutssok.search.quoting import Quotable, decision_passages
from beslutssok.search.roll_calls import is_roll_call
from beslutssok.search.selection import is_decided
from beslutssok.search.sentences import Says, say
from beslutssok.search.subject_words import subject_words

# Characters; a decision shorter than this says too little alone («Motionen avslås.»).
OPAQUE = 150
# Of the passages of an item so many count as found well.
NEAREST = 3
# Passages that are quoted of a question to somebody and of the reply.
MAX_TELLING = 4

# Sections that may be quoted as what the documents say about a subject. Motions and proposals
# are quoted only where they are asked for, and then under their own name.
_TELLING = frozenset(
    {
        SectionKind.SUMMARY,
        SectionKind.BACKGROUND,
        SectionKind.OTHER,
        SectionKind.EARLIER,
        SectionKind.STATEMENT,
        SectionKind.DISQUALIFICATION,
    }
)
# «Interpellationen anses besvarad» says nothing of what was asked and answered.
_ASKED_OF_SOMEBODY = re.compile(
    r"(?:svar på )?(?:interpellation|enkel fråga|fråga)\b", re.IGNORECASE
)
_NUMBER = (
    r"(?:\d+|\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton"
    r"|sjutton|arton|nitton|tjugo\w*|trettio\w*|fyrtio\w*|femtio\w*|hundra\w*|tusen\w*|hälften"
    r"|\w+del(?:en|ar)?)\b)"
)
_ANYTHING = re.compile(r"\w")
_TIME = r"(?:år|månad|veck|dag|dygn|timm|minut|termin|kvartal|mandatperiod)"
_MONTH = (
    r"\b(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b"
)
_ASKS_SUM = re.compile(
    r"\bhur\s+(?:mycket|hög|stor|dyr)\w*|\bkosta\w*|\bkostnad\w*|\bdyr(?:t|are|a)?\b"
    r"|\bbillig\w*|\bpris\w*|\bhow\s+much\b",
    re.IGNORECASE,
)
# What a question wants to know, and what words tell such a thing.
_DETAILS = tuple(
    (re.compile(asked, re.IGNORECASE), told if isinstance(told, re.Pattern) else re.compile(told))
    for asked, told in (
        (_ASKS_SUM.pattern, SUM),
        (r"\bhur\s+många\b|\bantal\w*\b|\bhow\s+many\b", f"(?i){_NUMBER}"),
        (
            r"\bhur\s+(?:länge|ofta|lång\w*|gam(?:mal|la|malt))\b|\bvilken\s+ålder"
            r"|\bhow\s+(?:long|old|often)\b",
            rf"(?i){_NUMBER}\s+{_TIME}\w*|\btills\s+vidare\b|\bvar(?:je|annan|t)?\s+(?:\w+\s+)?{_TIME}",
        ),
        (
            r"\bnär\b|\bvilket\s+(?:datum|år)\b|\bvilken\s+(?:dag|månad)\b|\bwhen\b",
            rf"(?i){_MONTH}|\b(?:19|20)\d\d\b|\b(?:våren|sommaren|hösten|vintern|årsskiftet)\b",
        ),
        (
            r"^\W*(?:av\s+)?(?:vem|vilka|vilke[nt]\s+(?:person|företag|bolag|firma|förening"
            r"|entreprenör|leverantör|arkitekt|organisation|byggherre))\b|^\W*who\b",
            r"\b[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?\s+[A-ZÅÄÖ][a-zåäöé]+"
            r"|\b[A-ZÅÄÖ]\w+(?:\s\w+){0,3}\s(?:AB|HB|KB)\b",
        ),
    )
)


def telling_lines(quotable: Quotable, text: str) -> Iterator[AnswerLine]:
    """What an item tells besides its decision, and after it, said to be no part of it.

    That is what ``text``, the question, wants to know in detail and the decision does not tell;
    else what was found well, where the decision says little; and of a question to somebody what
    was asked and answered.
    """
    decision = decision_passages(quotable.item, quotable.passages)
    is_opaque = sum(len(passage.text) for passage in decision) < OPAQUE
    told = _in_detail(quotable, text) or (_found_well(quotable, text) if is_opaque else [])
    for passage in told:
        yield state(LineKind.TEXT, say(Says.NOT_DECIDED), passage)
        yield quote(LineKind.TEXT, passage)
    if is_opaque and _ASKED_OF_SOMEBODY.match(quotable.item.title):
        ids = {passage.id for passage in told}
        telling = [p for p in quotable.passages if _tells(p) and p.id not in ids]
        for passage in telling[:MAX_TELLING]:
            yield quote(LineKind.TEXT, passage)


def _tells(passage: StoredPassage) -> bool:
    return passage.section in _TELLING and not is_roll_call(passage.text)


def _found_well(quotable: Quotable, text: str) -> list[StoredPassage]:
    """The nearest passage if it tells, or of what was decided, where not that is asked, any.

    Nothing beside a sum that was asked for and decided.
    """
    decision = decision_passages(quotable.item, quotable.passages)
    if _ASKS_SUM.search(text) and any(SUM.search(passage.text) for passage in decision):
        return []
    alone = is_official(text) or not is_decided(quotable.item)
    near = quotable.found[: 1 if alone else NEAREST]
    return [each.passage for each in near if _tells(each.passage)][:1]


def _in_detail(quotable: Quotable, text: str) -> list[StoredPassage]:
    """The passage that has a sentence with what is asked for, and more of the words than others.

    None where nothing of the kind is asked for, or the decision has as much. Of a reason, which
    may be given in any words, that with the most words of the question.
    """
    wanted = [told for asked, told in _DETAILS if asked.search(text)]
    decision = decision_passages(quotable.item, quotable.passages)
    subject = subject_words(text)
    found = [each.passage for each in quotable.found]
    telling = [p for p in dict.fromkeys((*found, *quotable.passages)) if _tells(p)]

    def nearest(passages: Sequence[StoredPassage], told: re.Pattern[str]) -> tuple[int, int]:
        near = [(_words_told(p.text, told, subject), -place) for place, p in enumerate(passages)]
        return max(near, default=(-1, 0))

    if WHY.search(text):
        return telling and [telling[-nearest(telling, _ANYTHING)[1]]]
    for told in wanted:
        words, place = nearest(telling, told)
        decided = nearest(decision, told)[0]
        # A sum that was decided is not to be mixed with those that were asked for or proposed.
        if words > decided and (decided < 0 or told is not SUM):
            return [telling[-place]]
    return []


def _words_told(text: str, told: re.Pattern[str], subject: Sequence[str]) -> int:
    """The most words of the subject in a sentence with what is told; -1 where none has it."""
    with_it = (stems_of(each) for each in sentences_of(text) if told.search(each))
    return max((sum(stands(word, there) for word in subject) for there in with_it), default=-1)
