"""What the program itself says of what it found, in English; names and quotations stay as they are.

Answers are put together in Swedish. Here their sentences are known again and put in English; one
that is not known is left in Swedish, and the page marks it as such.
"""

import re
from collections.abc import Callable, Iterable

from beslutssok.app.page.english import ENGLISH
from beslutssok.domain import Outcome
from beslutssok.search.wording import OUTCOME_WORDS

_OUTCOMES = {
    word.casefold(): ENGLISH.outcomes[outcome] or "Outcome not stated"
    for outcome, word in OUTCOME_WORDS.items()
} | {OUTCOME_WORDS[Outcome.PROPOSED].casefold(): "Only proposed"}
_HEADS = {
    "Endast förslag, ur kallelsen": "Only proposed, from the agenda",
    "Endast förslag; något protokoll med beslut finns inte bland handlingarna": "Only proposed; no "
    "minutes with a decision are among the documents",
    "Ur en handling, inget beslut": "From a document, no decision",
    "Endast förslag till ett annat organ": "Only proposed to another body",
}
_FIXED = {
    "Frågan kan också gälla:": "The question may also be about:",
    "Förslaget som antogs:": "The proposal that was adopted:",
    "Ingen omröstning redovisas i protokollet.": "The minutes tell of no vote.",
    "Inga yrkanden redovisas i protokollet.": "The minutes tell of no motions.",
    "Ingen reservation redovisas i protokollet.": "The minutes tell of no reservation.",
    "Inget jäv redovisas i protokollet.": "The minutes tell of no conflict of interest.",
    "Vilka som yttrade sig framgår inte av protokollet.": "The minutes do not tell who spoke.",
    "Hur partierna röstade framgår inte av någon röstlista i handlingen.": "No roll-call in the "
    "document tells how the parties voted.",
    "Handlingarna ger inget svar på frågan.": "The documents give no answer to the question.",
    "Skriv en fråga.": "Write a question.",
    "Inget sådant ärende finns bland handlingarna.": "No such case is among the documents.",
    "För den dagen finns bara kallelsen bland handlingarna, inget protokoll.": "Of that day only "
    "the agenda is among the documents, no minutes.",
    "Frågan nämner inget ärende. Skriv vad den gäller, till exempel en sak, ett diarienummer eller "
    "en paragraf med datum.": "The question names no matter. Write what it is about, for example a "
    "subject, a case number or a paragraph (§) with a date.",
}
_WORDS = {
    **ENGLISH.entity_words,
    **{"avstod": "abstained", "var frånvarande": "was absent", "var kvittad": "was paired"},
    **{
        "röstade": "voted",
        "deltog inte": "did not take part",
        "siffrorna framgår inte": "no counts",
    },
    **{"reserverade sig": "reserved themselves", "anmälde jäv": "declared a conflict of interest"},
    **{"deltog inte i beslutet": "took no part in the decision", "yrkade": "moved"},
    **{"gjorde en anteckning till protokollet": "had a note put in the minutes"},
    **{"avstod från att rösta": "abstained from voting", "någon": "anybody", "eller": "or"},
    **{
        "eller liknande": "or the like",
        "och": "and",
        "räknat i röstlistan": "counted in the roll-call",
    },
    **{"enligt röstlistan": "by the roll-call", "enligt texten": "by the text"},
    **{"röstlistan ger": "the roll-call gives", "annorlunda än sitt parti": "unlike their party"},
}
_WHEN = {
    "Senare upphävt eller ändrat": "Later repealed or changed",
    "Senare beslut i ärendet": "A later decision in the case",
    "Senare": "Later",
    "Tidigare": "Earlier",
}
_KNOWN = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, _WORDS), key=len, reverse=True))})(?!\w)", re.I
)
_OF = r"(?:,? omröstning (?P<number>\d+) av (?P<of>\d+))?"
_MEANS = r"(?: \(ja: (?P<yes>.*); nej: (?P<no>.*)\))?"
_LOOKED = r"(?:, av (?P<looked>\d+) genomsökta paragrafer)?"
_CHOICE = r"(?:ja|nej|avstår|frånvarande|kvittad|deltar inte)"
_Say = Callable[[re.Match[str]], str]


def in_english(text: str) -> str | None:
    """Give an English sentence for one of the program's; ``None`` for one that is not known.

    >>> in_english("Omröstning: 17 ja, 12 nej, 1 avstod (ja: bifall; nej: avslag).")
    'Vote: 17 yes, 12 no, 1 abstained (yes: “bifall”; no: “avslag”).'
    >>> in_english("Motionen avslås.")
    """
    if text in _FIXED:
        return _FIXED[text]
    for pattern, say in _RULES:
        match = pattern.fullmatch(text)
        if match is not None:
            return say(match)
    return None


def anglicise(text: str) -> str:
    """Put the words of votes, motions and the like in English, and leave all others.

    >>> anglicise("3 nej, 1 avstår")
    '3 no, 1 abstained'
    """
    return _KNOWN.sub(lambda match: _WORDS[match[0].casefold()], text)


def _place(text: str) -> str:
    for word, said in ((" ärende ", " agenda item "), (", avsnitt ", ", section ")):
        text = text.replace(word, said)
    return text.replace(" odaterat", " undated")


def _ending(match: re.Match[str]) -> str:
    groups = match.groupdict()
    of = f", vote {groups['number']} of {groups['of']}" if groups.get("number") else ""
    return of + (f" (yes: “{groups['yes']}”; no: “{groups['no']}”)" if groups.get("yes") else "")


def _vote(match: re.Match[str]) -> str:
    which = f"Vote {match['number']} of {match['of']}" if match["number"] else "Vote"
    means = f" (yes: “{match['yes']}”; no: “{match['no']}”)" if match["yes"] else ""
    return f"{which}: {anglicise(match['told'])}{means}."


def _head(match: re.Match[str]) -> str:
    word = match["word"]
    said = _HEADS.get(word) or _OUTCOMES[word.casefold()]
    return f"{said}. {_place(match['place'])}: {match['rest']}"


def _step(match: re.Match[str]) -> str:
    when = f"{_WHEN[match['when']]}: " if match["when"] else ""
    outcome = _OUTCOMES[match["word"].casefold()].lower()
    return f"{when}{_place(match['place'])}, {outcome} ({match['title']})."


def _number(written: str, one: str, many: str) -> str:
    return f"{written} {many}" if written.isdigit() else one


def _listed(match: re.Match[str]) -> str:
    count = _number(match["items"], "one item", "items in order of time")
    return f"{count[:1].upper()}{count[1:]}{_looked(match)}:"


def _looked(match: re.Match[str]) -> str:
    return f", of {match['looked']} paragraphs (§) looked through" if match["looked"] else ""


def _acted(match: re.Match[str]) -> str:
    items = _number(match["items"], "one item", "items")
    return f"{anglicise(match['who'])} {anglicise(match['what'])} in {items}{_looked(match)}:"


def _lacking(match: re.Match[str]) -> str:
    about = re.fullmatch(r"något om «(.*)»", match["what"])
    lacks = f"say anything about “{about[1]}”" if about else "answer the question"
    return f"What comes closest, “{match['title']}”, does not {lacks}."


def _missing(match: re.Match[str]) -> str:
    words = match["words"].replace("«", "“").replace("»", "”")
    verb = "is" if match["form"] == "Ordet" else "are"
    near = " This comes closest:" if match["near"] else ""
    return f"{words} {verb} not in the documents.{near}"


def _motion(match: re.Match[str]) -> str:
    return f"Motion for {anglicise(match['kinds'])}: {match['who']}."


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_RULES: tuple[tuple[re.Pattern[str], _Say], ...] = tuple(
    (re.compile(pattern), say)
    for pattern, say in (
        (
            r"Omröstning(?: (?P<number>\d+) av (?P<of>\d+))?: (?P<told>[^()]*)" + _MEANS + r"\.",
            _vote,
        ),
        (
            r"Per parti, (?P<how>räknat i|enligt) röstlistan: (?P<told>.*)\.",
            lambda m: f"By party, {anglicise(m['how'] + ' röstlistan')}: {anglicise(m['told'])}.",
        ),
        (
            r"Röstade annorlunda än sitt parti, räknat i röstlistan: (?P<told>.*)\.",
            lambda m: (
                f"Voted unlike their party, counted in the roll-call: {anglicise(m['told'])}."
            ),
        ),
        (
            r"(?P<who>[^:]+?): (?P<told>(?:\d+ )?" + _CHOICE + r"(?:, (?:\d+ )?" + _CHOICE + r")*"
            r"(?:, (?:räknat i|enligt) röstlistan)?)" + _OF + _MEANS + r"\.",
            lambda m: f"{m['who']}: {anglicise(m['told'])}{_ending(m)}.",
        ),
        (
            r"(?P<who>[^:]+?) (?P<did>röstade (?:ja|nej)|avstod|var frånvarande|var kvittad"
            r"|deltog inte)" + _OF + _MEANS + r"\.",
            lambda m: f"{m['who']} {anglicise(m['did'])}{_ending(m)}.",
        ),
        (
            r"Hur (?P<who>.+) röstade framgår inte av någon röstlista i handlingen\.",
            lambda m: f"No roll-call in the document tells how {m['who']} voted.",
        ),
        (
            r"(?P<kind>Reservation|Protokollsanteckning|Särskilt yttrande|Deltar inte i beslutet)"
            r": (?P<who>.*)\.",
            lambda m: f"{anglicise(m['kind']).capitalize()}: {m['who']}.",
        ),
        (r"Jäv: (?P<who>.*)\.", lambda m: f"{ENGLISH.disqualified}: {m['who']}."),
        (r"Yrkande, (?P<kinds>[^:]+): (?P<who>.*)\.", _motion),
        (
            rf"(?P<word>{_either([*_HEADS, *OUTCOME_WORDS.values()])})\. "
            r"(?P<place>[^:]+): (?P<rest>.*)",
            _head,
        ),
        (
            rf"(?:(?P<when>{_either(_WHEN)}): )?(?P<place>.+?), "
            rf"(?P<word>{_either(word.lower() for word in OUTCOME_WORDS.values())}) "
            r"\((?P<title>.*)\)\.",
            _step,
        ),
        (
            r"Ärendets gång \((?P<case>.*)\), (?P<steps>\d+|ett) steg(?: i tidsordning)?:",
            lambda m: (
                f"The case {m['case']}, "
                f"{_number(m['steps'], 'one step', 'steps in order of time')}:"
            ),
        ),
        (r"(?P<items>Ett|\d+) ärenden?(?: i tidsordning)?" + _LOOKED + ":", _listed),
        (
            r"(?P<votes>En|\d+) omröstning(?:ar)? i (?P<items>ett|\d+) ärenden?" + _LOOKED + ":",
            lambda m: (
                f"{_number(m['votes'], 'One vote', 'votes')} in "
                f"{_number(m['items'], 'one item', 'items')}{_looked(m)}:"
            ),
        ),
        (r"(?P<count>\d+) gånger, i tidsordning:", lambda m: f"{m['count']} times, in order:"),
        (
            r"Av beslutets (?P<all>\d+) punkter visas de(?:n| (?P<few>\d+)) närmast frågan:",
            lambda m: (
                f"Of the {m['all']} points of the decision, the {m['few'] or 'one'} closest to the "
                f"question {'are' if m['few'] else 'is'} shown:"
            ),
        ),
        (
            r"(?P<who>.+?) (?P<what>(?:reserverade sig|deltog inte|anmälde jäv|gjorde en|röstade"
            r"|avstod|yrkade).*?) i (?P<items>ett|\d+) ärenden?" + _LOOKED + ":",
            _acted,
        ),
        (
            r"Inget ärende där (?P<who>.+?) (?P<what>(?:reserverade sig|deltog inte|anmälde jäv"
            r"|gjorde en|röstade|avstod|yrkade).*?) finns" + _LOOKED + r"\.",
            lambda m: f"No item in which {anglicise(m['who'])} {anglicise(m['what'])}{_looked(m)}.",
        ),
        (
            r"Av (?P<place>.+?) finns bara kallelsen bland handlingarna, inget protokoll\.",
            lambda m: (
                f"Of {_place(m['place'])} only the agenda is among the documents, no minutes."
            ),
        ),
        (
            r"Av (?P<votes>en|\d+) omröstning(?:ar)? i (?P<items>ett|\d+) ärenden? finns ingen "
            r"röstlista.*",
            lambda m: (
                f"Of {_number(m['votes'], 'one vote', 'votes')} in "
                f"{_number(m['items'], 'one item', 'items')} no roll-call is among the "
                "documents; how each voted there is not told and not counted."
            ),
        ),
        (
            r"Något beslut om (?P<what>.+) i ärendet finns inte bland handlingarna\. Närmast är "
            r"detta:",
            lambda m: (
                f"No decision on {anglicise(m['what'])} in the case is among the documents. "
                "This comes closest:"
            ),
        ),
        (
            r"(?P<form>Ordet|Orden) (?P<words>.*) finns inte i handlingarna\."
            r"(?P<near> Närmast ligger detta:)?",
            _missing,
        ),
        (r"Det som ligger närmast, «(?P<title>.*)», säger inte (?P<what>.*)\.", _lacking),
        (
            r"Det finns ingen handling från (?P<when>.*) som svarar mot frågan\.",
            lambda m: f"No document from «{m['when']}» answers to the question.",
        ),
        (
            r"(?P<what>Ingen §|Inget ärende) (?P<number>.*) finns bland handlingarna\.",
            lambda m: (
                f"No {'§' if '§' in m['what'] else 'case'} {m['number']} is among the documents."
            ),
        ),
        (
            r"Ingen handling från (?P<who>.*) finns bland dem som är inlästa\.",
            lambda m: f"No document from {m['who']} is among those that have been read.",
        ),
        (
            r"(?P<one>.*) nämns i (?P<other>.*), men finns inte bland handlingarna\.",
            lambda m: (
                f"{_place(m['one'])} is mentioned in {_place(m['other'])}, but is not among "
                "the documents."
            ),
        ),
    )
)
