"""What a question wants to know that the item found must hold: a year, a person, a reason, a sum.

The item that is nearest may be about the matter and yet not say what is asked: it was decided
another year, names nobody in that office, gives no reason. Then it is no answer, however near.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from beslutssok.domain import SectionKind
from beslutssok.index.words import GRAM, STOP_WORDS, part_stems, stem, tokens


@dataclass(frozen=True, slots=True)
class Held:
    """What an item says: its title, the year it was held, and its passages with their sections."""

    title: str
    year: int | None
    passages: Sequence[tuple[SectionKind, str]]

    @property
    def text(self) -> str:
        """All of it."""
        return "\n".join((self.title, *(text for _, text in self.passages)))


_YEAR = re.compile(r"(?<![\w/:.,-])(?:19|20)\d{2}(?![\w:.,]*\d)")
_OPINION = re.compile(
    r"\b(?:bäst|bästa|sämst|sämsta|flitigast|duktigast|smartast)\b"
    r"|^\s*(?:borde|bör)\s+(?:man|jag|vi)\b|\bär\s+det\s+(?:rätt|fel|klokt|dumt|bra|dåligt)\b"
    r"|\b(?:vad|hur)\s+tycker\s+(?:du|ni|man)\b|\bshould\s+I\b|\bwhich\s+party\s+is\b",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"\bvarför\b|\bwhy\b|\bav\s+vilke[nt]\s+(?:anledning|skäl|orsak)\b", re.IGNORECASE
)
# «deltar inte på grund av jäv» says that, not why.
_DUE_TO_INTEREST = re.compile(
    r"\b(?:på\s+grund\s+av|med\s+anledning\s+av|till\s+följd\s+av)\s+(?:sitt\s+)?jäv", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])|\n")
_OF_INTEREST = re.compile(r"\bjäv", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:eftersom|därför|på\s+grund\s+av|till\s+följd\s+av|med\s+hänsyn\s+till|mot\s+bakgrund\s+av"
    r"|skäl\w*|motiv\w*|orsak\w*|anledning\w*|bedöm\w+|innebär\w*|syfte\w*|behov\w*|för\s+att|anser"
    r"|därmed|då\s+(?:det|den|de|hon|han|man|detta))\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"^\W*(?:och\s+)?(?:vem|vilken\s+(?:person|politiker|ledamot)|who|vilka(?=\s+(?:valdes|utsågs)))\s+"
    r"(?P<verb>är|var|blev|blir|har\s+(?:blivit|valts|utsetts)|valdes|väljs|utsågs|utses|anställdes"
    r"|tillsattes|tillträdde|efterträder|efterträdde|vann|fick\s+(?:jobbet|tjänsten|uppdraget|priset)"
    r"|was\s+(?:elected|appointed)|became|is)\s+(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_ELECTED = re.compile(r"val|välj|utse|utsåg|elect|appoint|anställ|tillsatt", re.IGNORECASE)
_TOLD_ELECTED = re.compile(
    r"\b(?:välj\w*|vald\w*|valts|utse\w*|utsågs|förordna\w*|anställ\w*|tillsätt\w*|befria\w*"
    r"|i\s+stället\s+för|efterträd\w*)\b",
    re.IGNORECASE,
)
# «ersättare efter N.N.»: who went before need not stand where the new one is named.
_INSTEAD_OF = re.compile(r"\b(?:efter|i\s+stället\s+för|after|instead\s+of)\b", re.IGNORECASE)
_NAME = re.compile(
    r"[A-ZÅÄÖ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?\s+(?:[a-z]{2,3}\s+)?[A-ZÅÄÖ][a-zåäöéü]+"
)
_REPLIED = re.compile(r"\b(?:svarade|svarades|svarat|blev\s+svaret|svaret\s+(?:på|blev))\b", re.I)
_QUESTIONED = re.compile(r"\b(?:interpellation\w*|fråga\w*|frågor\w*)\b", re.IGNORECASE)
_REPLY = re.compile(
    r"\bsvar(?:ar|ade)?\s*(?:att|med|följande|:)|\b(?:framhåller|framhöll|uppger|uppgav|anför|anförde"
    r"|påpekar|redogör\w*|berättar)\b|\bi\s+(?:sitt\s+)?svar(?:et)?\b|\bav\s+svaret\b",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r"\b(?:debatten|anförande\w*|\w+anförande\w*|minnesord\w*|avslutningsord\w*|hälsningstal\w*"
    r"|invigningstal\w*|på\s+läktaren)\b",
    re.IGNORECASE,
)
_SAID_WHAT = re.compile(r"^\W*(?:vad|vilka|vilket|hur)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\b(?P<thing>fråg|alternativ)a?\s+(?:nr\s+)?(?P<number>\d{1,3})\b", re.I)
_NOUN = re.compile(
    r"^\W*(?:\w+\s+)?(?:hur\s+många\s+(?P<counted>[^\W\d_]{3,})|vilke[nt]\s+(?P<kind>telefonnummer"
    r"|e-postadress|mejladress|adress|färg|lön|temperatur|postnummer|webbadress|kontonummer))\b",
    re.IGNORECASE,
)
# What is asked by number or kind without standing in the text.
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
_SUM = re.compile(
    r"\d\s*(?:kr\b|kronor|:-|öre|procent|%|miljoner|miljarder|mnkr|mkr|tkr|tusen)|avgiftsfri|kostnadsfri"
    r"|utan\s+(?:avgift|kostnad)|\bgratis\b|\btaxa|\bavgift",
    re.IGNORECASE,
)
_EARNS = re.compile(
    r"^\W*(?:vad|hur\s+mycket)\s+(?:tjänar|har\s+.{3,30}\s+i\s+lön)\b", re.IGNORECASE
)
_PAY = re.compile(r"\b\w*(?:lön|arvode)\w*", re.IGNORECASE)
_FAR_AHEAD = re.compile(
    r"^\W*(?:kommer|will)\b.*\b(?:om\s+\w+\s+år|efter\s+(?:nästa\s+)?val\w*|i\s+framtiden|nästa\s+"
    r"mandatperiod)\b",
    re.IGNORECASE,
)
# «handlingsplan mot rasism»: what a plan or a tariff is for makes it what it is.
_PLAN_FOR = re.compile(
    r"\b\w*(?:plan(?:en)?|policy(?:n)?|strategi(?:n)?|program(?:met)?|riktlinje[rn]?(?:na)?|taxa(?:n)?"
    r"|avgift(?:en)?)\s+(?:gäller\s+)?(?:mot|för)\s+(?P<what>[^\W\d_]{4,}(?:\s+[^\W\d_]{4,})?)",
    re.IGNORECASE,
)
# «Vad kostar årskortet?»: of a sum or a rule that is asked for one thing that thing is told.
_OF_THING = re.compile(
    r"^\W*(?:vad\s+kostar|vilke[nt]\s+(?:bidrag|stöd|avgift|taxa|ersättning|hyra)\s+"
    r"(?:fick|får|har|betalar)|vilka\s+regler\s+gäller\s+för)\s+(?P<thing>(?!det\b|den\b|de\b|man\b|jag\b|vi\b).+)",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\b(?:på|vid|för|i|till|om|under|av|från|hos|med|när|som|bland|inom|mellan|kring)\b", re.I
)
_WHO_DOES = re.compile(r"^\W*vem\s+(?P<verb>[^\W\d_]{3,}(?:ar|er|ör|ade|te|de))\s", re.I)
# «Har nämnden beslutat om cykelparkering?», «Behöver orkestrar tillstånd?»: of such a question
# about whether something is so, the very thing is told, not only what it is a kind of.
_WHETHER = re.compile(
    r"^\W*(?:behöver\s+|(?:beslutade|bestämde)\b[^?]*?\bom\s+"
    r"|(?:har|hade)\b[^?]*?\b(?:beslutat|bestämt)\s+(?:sig\s+för\s+)?(?:om\s+)"
    r"|finns\s+det\s+(?:något\s+)?beslut\s+om\s+)(?:att\s+|en\s+|ett\s+)?"
    r"(?P<what>[^\W\d_]{7,})",
    re.IGNORECASE,
)
# What minutes tell that persons do, in these words or in others.
_DOINGS = re.compile(
    r"föreslå|föreslog|yrka|väck|motion|reserver|röst|köp|sålde|säljer|lämna|ställ|svar|avgjord|avgör"
    r"|delt|befri|ansvar|tog|tar|vill|skrev|skrivit|initi|begär|påpek|kritis|stöd|jäv|gjorde|hade|skulle"
    r"|kan|kunde|före|led|sitter|beslut|bestäm|äger|hyr|driv|bygg|överklag|få|fick|under|betal|anmäl"
    r"|kräv|ville|uttal|yttra|protest|säger|sade|utred|gransk|presenter|redovis|inform|represent",
    re.IGNORECASE,
)
LONGEST_SMALL_WORD = 3
# Of the words of an office, the share that one passage and the title must have.
OFFICE_WORDS = 0.6


def find_lack(text: str, held: Held) -> str | None:
    """What an item lacks to answer a question, as the end of «… säger inte …»; ``None``: nothing.

    ``text`` is the question without what limits the search: its period, case number or §.

    >>> held = Held("Partistöd 2025", 2025, [(SectionKind.DECISION, "Partistöd betalas ut.")])
    >>> find_lack("Hur stort blev partistödet 2017?", held)
    'något om 2017'
    >>> find_lack("Vad beslutades om partistödet 2025?", held)
    """
    if _OPINION.search(text):
        return "vad som är rätt eller bäst"
    if _FAR_AHEAD.search(text):
        return "vad som sker då"
    checks = (
        _lacking_year,
        _lacking_reason,
        _lacking_holder,
        _lacking_reply,
        _lacking_number,
        _lacking_noun,
        _lacking_price,
        _lacking_purpose,
        _lacking_thing,
        _lacking_doing,
        _lacking_matter,
    )
    for check in checks:
        lack = check(text, held)
        if lack:
            return lack
    return None


def _lacking_year(text: str, held: Held) -> str | None:
    there = held.text
    for year in _YEAR.findall(text):
        if year != str(held.year) and year not in there:
            return f"något om {year}"
    return None


def _lacking_reason(text: str, held: Held) -> str | None:
    if not _WHY.search(text):
        return None
    told = " ".join(said for _, said in held.passages)
    if _OF_INTEREST.search(text):
        sentences = (part for _, said in held.passages for part in _SENTENCE_END.split(said))
        of_interest = " ".join(part for part in sentences if _OF_INTEREST.search(part))
        told = _DUE_TO_INTEREST.sub("", of_interest)
    return None if _REASON.search(told) else "varför"


def _lacking_holder(text: str, held: Held) -> str | None:
    asked = _OFFICE.match(text)
    if asked is None or _OF_INTEREST.search(text):
        return None
    office = _INSTEAD_OF.split(asked["rest"])[0]
    words = [word for word in tokens(office) if word not in STOP_WORDS and len(word) > 1]
    words = [word for word in words if word not in {"ny", "nya", "nye", "the", "årets"}]
    is_election = bool(_ELECTED.search(asked["verb"]))
    said = [held.title, *(told for _, told in held.passages)]
    title = [stem(word) for word in tokens(held.title)]
    # A list has the office in one paragraph and the name in the next.
    for one, next_one in pairwise([*said, ""]):
        both = f"{one}\n{next_one}"
        if not is_election and words and not _is_named_so(words[0], both):
            continue
        if not _NAME.search(both) or (is_election and not _TOLD_ELECTED.search(both)):
            continue
        there = {stem(word) for word in tokens(both)}.union(title)
        found = sum(stands(word, there) for word in words)
        if found >= OFFICE_WORDS * len(words) and (not words or stands(words[0], there)):
            return None
    return "vem det är"


# What may stand between an office and the name of its holder: «ordförande i nämnden, Bo Ek».
_TO_NAME = re.compile(r"[\s,:(]*(?:(?:i|för|på|vid|är)\s+(?:[^\W\d_]+\s*){1,2})?[\s,:]*$")
_FROM_NAME = re.compile(r"^\s*(?:\([^)]*\))?[\s,:–-]*(?:(?:är|som|till)\s+)?(?:[^\W\d_]+\s+){0,2}$")


def _is_named_so(office: str, text: str) -> bool:
    """Whether a name stands by the word for an office."""
    words = [
        found
        for found in re.finditer(r"[^\W\d_]+", text)
        if stands(office, {stem(found[0].casefold())})
    ]
    names = list(_NAME.finditer(text))
    return any(
        (word.end() <= name.start() and _TO_NAME.fullmatch(text[word.end() : name.start()]))
        or (name.end() <= word.start() and _FROM_NAME.fullmatch(text[name.end() : word.start()]))
        for word in words
        for name in names
    )


def _lacking_reply(text: str, held: Held) -> str | None:
    told = " ".join(said for _, said in held.passages)
    if not _SAID_WHAT.match(text):
        return None
    if _REPLIED.search(text) and _QUESTIONED.search(text):
        return None if _REPLY.search(told) else "vad som svarades"
    if _SPEECH.search(text):
        return None if _REPLY.search(told) else "vad som sades"
    return None


def _lacking_number(text: str, held: Held) -> str | None:
    for asked in _NUMBERED.finditer(text):
        same = re.compile(
            rf"\b{asked['thing']}\w*\s+(?:nr\s+)?(?:\d+\s*(?:,|och)\s*)*{asked['number']}\b", re.I
        )
        if not same.search(held.text):
            return f"något om {asked[0].lower()}"
    return None


def _lacking_noun(text: str, held: Held) -> str | None:
    for asked in _NOUN.finditer(text):
        noun = (asked["counted"] or asked["kind"]).casefold()
        if noun in STOP_WORDS or stem(noun) in _NO_NOUN:
            continue
        if not stands(noun, _words_of(held)):
            return _about(noun)
    return None


def _lacking_price(text: str, held: Held) -> str | None:
    if _EARNS.search(text) and not _PAY.search(held.text):
        return "vad någon tjänar"
    return "vad det kostar" if _PRICE.search(text) and not _SUM.search(held.text) else None


def _lacking_purpose(text: str, held: Held) -> str | None:
    asked = _PLAN_FOR.search(text)
    if asked is None:
        return None
    there = _words_of(held)
    what = _PREPOSITION.split(asked["what"])[0]
    words = [word for word in tokens(what) if word not in STOP_WORDS]
    if not words or any(stands(word, there) for word in words):
        return None
    return _about(words[0])


def _lacking_thing(text: str, held: Held) -> str | None:
    asked = _OF_THING.match(text)
    if asked is None:
        return None
    words = tokens(_PREPOSITION.split(asked["thing"])[0])
    words = [word for word in words if word.isalpha() and len(word) > LONGEST_SMALL_WORD]
    if not words or stem(words[-1]) in _NO_NOUN or stands(words[-1], _words_of(held)):
        return None
    return _about(words[-1])


def _lacking_doing(text: str, held: Held) -> str | None:
    asked = _WHO_DOES.match(text)
    if asked is None or _DOINGS.search(asked["verb"]):
        return None
    verb = asked["verb"].casefold()
    return None if stem(verb) in _words_of(held) else f"vem som {verb}"


def _lacking_matter(text: str, held: Held) -> str | None:
    asked = _WHETHER.match(text)
    if asked is None:
        return None
    own, there = stem(asked["what"].casefold()), _words_of(held)
    parts = part_stems(asked["what"].casefold())
    if own in there or any(own in other for other in there):
        return None
    return None if parts and all(part in there for part in parts) else _about(asked["what"])


def _about(word: str) -> str:
    return f"något om «{word}»"


def _words_of(held: Held) -> set[str]:
    return stems_of(held.text)


def stems_of(text: str) -> set[str]:
    """The stems of the words of a text, those of the parts of its compounds too."""
    words = tokens(text)
    return {stem(word) for word in words}.union(*(part_stems(word) for word in words))


def stands(word: str, there: set[str]) -> bool:
    """Whether a word, or what it is a compound of or a part in, is among stems."""
    own = stem(word)
    if own in there:
        return True
    if len(own) < GRAM or not own.isalpha():
        return False
    parts = [part for part in part_stems(word) if len(part) >= GRAM]
    return any(own in other or (len(other) > GRAM and other in own) for other in there) or (
        bool(parts) and all(part in there for part in parts)
    )
