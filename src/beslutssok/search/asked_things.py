"""What a question wants to know of a thing: a number, a price, whether it is told of at all."""

import re

from beslutssok.domain import Saying
from beslutssok.index.words import STOP_WORDS, part_stems, stem, tokens
from beslutssok.parse.dates import MONTHS
from beslutssok.search.item_text import ItemText, stands, stems_of
from beslutssok.search.named_people import find_parties_asked
from beslutssok.search.period_meanings import WEEKDAYS
from beslutssok.search.process_words import BODIES, GOING
from beslutssok.search.sentences import Says, say
from beslutssok.search.subject_words import names_in

_NUMBERED = re.compile(r"\b(?P<thing>fråg|alternativ)a?\s+(?:nr\s+)?(?P<number>\d{1,3})\b", re.I)
# «Hur många böcker …?», «Vilken färg …?»: the noun itself is told.
_NOUN = re.compile(
    r"^\W*(?:\w+\s+)?(?:hur\s+många\s+|vilke[nt]\s+(?=(?:telefonnummer|e-postadress|mejladress|adress"
    r"|färg|lön|temperatur|postnummer|webbadress|kontonummer)\b))(?P<what>[^\W\d_]{3,})",
    re.IGNORECASE,
)
# Words that need not stand in the text to be told of.
_NO_NOUNS = """
år dag datum månad tid sätt vis beslut ärende ärenden fråga person personer ledamot ledamöter
parti partier politiker organ nämnd nämnden styrelse röst röster röstade ja nej pengar kronor
procent gånger stycken belopp maxbelopp kostnad kostar höjs höjdes sänks fick får ska skulle har
hade är var blir blev vill ville mer mindre fler människor folk som i på ställning typ slags
sorts del roll mening uppfattning grund kommun kommunen region regionen betala stor stort utgång
resultat läge plats ålder längd storlek vikt hastighet höjd yta antal andel nivå ansvar krav
rätt betydelse skillnad grad takt
"""
_NO_NOUN = frozenset(stem(word) for word in _NO_NOUNS.split())
_PRICE = re.compile(r"^\W*(?:vad|hur\s+mycket)\s+kosta\w*\b|\bhow\s+much\s+(?:does|do|is)\b", re.I)
SUM = re.compile(
    r"\d\s*(?:kr\b|kronor|:-|öre|procent|%|miljoner|miljarder|mnkr|mkr|tkr|tusen)|avgiftsfri|kostnadsfri"
    r"|utan\s+(?:avgift|kostnad)|\bgratis\b|\btaxa|\bavgift",
    re.IGNORECASE,
)
"""A sum of money, or that something is free."""
_EARNS = re.compile(
    r"^\W*(?:vad|hur\s+mycket)\s+(?:tjänar|har\s+.{3,30}\s+i\s+lön)\b", re.IGNORECASE
)
_PAY = re.compile(r"\b\w*(?:lön|arvode)\w*", re.IGNORECASE)
# «handlingsplan mot rasism»: what a plan or a tariff is for makes it what it is.
_PLAN_FOR = re.compile(
    r"\b\w*(?:plan(?:en)?|policy(?:n)?|strategi(?:n)?|program(?:met)?|riktlinje[rn]?(?:na)?|taxa(?:n)?"
    r"|avgift(?:en)?)\s+(?:gäller\s+)?(?:mot|för)\s+(?P<what>[^\W\d_]{4,}(?:\s+[^\W\d_]{4,})?)",
    re.IGNORECASE,
)
# «Vad kostar årskortet?»: of a sum or a rule that is asked for one thing that thing is told.
_OF_THING = re.compile(
    r"^\W*(?:vad\s+kostar|vilke[nt]\s+(?:bidrag|stöd|avgift|taxa|ersättning|hyra)\s+"
    r"(?:fick|får|har|betalar)|vilka\s+regler\s+gäller\s+för)\s+(?P<what>(?!det\b|den\b|de\b|man\b|jag\b|vi\b).+)",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\b(?:på|vid|för|i|till|om|under|av|från|hos|med|när|som|bland|inom|mellan|kring)\b", re.I
)
# «Har nämnden beslutat om cykelparkering?», «Behöver orkestrar tillstånd?»: of such a question
# about whether something is so, the very thing is told, not only what it is a kind of.
_WHETHER = re.compile(
    r"^\W*(?:behöver\s+|(?:beslutade|bestämde)\b[^?]*?\bom\s+"
    r"|(?:har|hade)\b[^?]*?\b(?:beslutat|bestämt)\s+(?:sig\s+för\s+)?(?:om\s+)"
    r"|finns\s+det\s+(?:något\s+)?beslut\s+om\s+)(?:att\s+|en\s+|ett\s+)?"
    r"(?P<what>[^\W\d_]{7,})",
    re.IGNORECASE,
)
# «Fick Ekby IF bidrag?», «Har det byggts en lekpark i Norrby?»: yes or no holds for that alone.
_YES_OR_NO = re.compile(
    r"^\W*(?:och\s+)?(?:är|var|blir|blev|finns|fanns|har|hade|får|fick|kommer|ska|skulle|gav|ger|vann"
    r"|köpte|köper|sålde|säljer|sökte|beviljades|has|have|did|does|is|was|were|will)\b",
    re.IGNORECASE,
)
_END = re.compile(r"[?!]|\.\s")
_NO_NAME = GOING | {stem(word) for word in (*MONTHS, *WEEKDAYS)}
# Of the words asked for, any has to stand, or the last.
_WORDS_ASKED = ((_NOUN, slice(None)), (_PLAN_FOR, slice(None)), (_OF_THING, slice(-1, None)))


def lacking_number(text: str, item: ItemText) -> Saying | None:
    """The question or alternative that is asked for by its number, if it is not told of."""
    for asked in _NUMBERED.finditer(text):
        same = re.compile(
            rf"\b{asked['thing']}\w*\s+(?:nr\s+)?(?:\d+\s*(?:,|och)\s*)*{asked['number']}\b", re.I
        )
        if not same.search(item.text):
            return say(Says.LACKS, what=asked[0].lower())
    return None


def lacking_price(text: str, item: ItemText) -> Saying | None:
    """What something costs or somebody earns, if no sum is told."""
    if _EARNS.search(text) and not _PAY.search(item.text):
        return say(Says.LACKS_EARNINGS)
    is_price = _PRICE.search(text) and not SUM.search(item.text)
    return say(Says.LACKS_PRICE) if is_price else None


def lacking_word(text: str, item: ItemText) -> Saying | None:
    """The thing that is counted, paid for, ruled or planned for, if it is not told of."""
    for pattern, which in _WORDS_ASKED:
        asked = pattern.search(text)
        words = _telling_words(asked["what"])[which] if asked else []
        if words and not any(stands(word, item.stems) for word in words):
            return say(Says.LACKS_WORD, word=words[0])
    return None


def lacking_name(text: str, item: ItemText) -> Saying | None:
    """The name in a question for yes or no, if neither the item nor who held the meeting has it."""
    if not _YES_OR_NO.match(text):
        return None
    there = item.stems | stems_of(item.held_by)
    names = (
        name
        for name in names_in(_END.split(text)[0])
        if not find_parties_asked(name)
        and not BODIES.fullmatch(name)
        and stem(name.lower()) not in _NO_NAME
        and not stands(name.lower(), there)
    )
    return next((say(Says.LACKS_WORD, word=name) for name in names), None)


def _telling_words(text: str) -> list[str]:
    """The words before the first preposition that would stand in a text about them."""
    words = tokens(_PREPOSITION.split(text)[0])
    words = [word for word in words if word.isalpha() and word not in STOP_WORDS]
    return [word for word in words if stem(word) not in _NO_NOUN]


def lacking_matter(text: str, item: ItemText) -> Saying | None:
    """What was decided on or needs a permit, if the item tells at most what it is a kind of."""
    asked = _WHETHER.match(text)
    if asked is None:
        return None
    own, there = stem(asked["what"].casefold()), item.stems
    parts = part_stems(asked["what"].casefold())
    if any(own in other for other in there) or (parts and all(part in there for part in parts)):
        return None
    return say(Says.LACKS_WORD, word=asked["what"])
