"""What kinds of answer a question wants."""

import re
from enum import Enum


class Intent(Enum):
    """What kind of answer a question wants."""

    DECISION = "decision"
    VOTE = "vote"
    WHO_RESERVED = "who reserved"
    WHO_MOVED = "who moved"
    WHO_SPOKE = "who spoke"
    WHO_DISQUALIFIED = "who was disqualified"
    WHEN = "when"
    LIST = "list"
    HISTORY = "history"


_LEFT_THE_ROOM = (
    r"\blämna(?:de|r|t)? (?:rummet|salen|sammanträdet|lokalen|sammanträdesrummet)\b"
    r"|\b(?:gå|gick|kliva|klev) (?:ut (?:ur|från) (?:rummet|salen|lokalen)|åt sidan)\b"
    r"|\b(?:fick|kunde|får) (?:inte|ej) (?:vara med|delta|sitta med|rösta|besluta)\b"
    r"(?=\W*$|\s+(?:när|då|och (?:beslut|röst|avgör)\w*"
    r"|i (?:beslut|behandling|handläggning|ärende|fråga|omröstning)\w*)\b)"
)
_WENT_OUT = r"\b(?:gå|gick) ut\b(?=\W*$|\s+(?:när|då|ur|under|medan)\b)"
_CARRIED = (
    r"\b(?:vem|vilka|vilket parti)\b(?: \w+){0,3}? (?:(?:drev|fick) igenom\b"
    r"(?!\s+(?:motion|interpellation|medborgarförslag|fråga))"
    r"|(?:låg|stod) bakom\b"
    r"(?=\s+(?:att|(?:\w+ ){0,2}?(?:\w*(?:beslut|yrkande|tillägg)|förslag)\w*)\b))"
)
_BODY = r"\w*(?:fullmäktige|styrelsen|nämnden|utskottet)"
_MEMBERS = r"(?:politiker|ledam[oö]t|parti)\w*"
_THEM = (
    rf"(?:(?:(?:alla|samtliga)(?: {_MEMBERS})?|{_MEMBERS})(?: i {_BODY})?|hela {_BODY}|man|de)"
    r"(?: (?:helt|verkligen|då|också))?"
)
# «för förslaget», «för respektive emot», not «för dyra».
_FOR = (
    r"för\b(?=\W*$|\s+(?:att|(?:resp\w*\.?|och|eller) e?mot|detta|\w+ningen"
    r"|\w*(?:förslag|beslut|yrkande|motion|tillägg|bifall|avslag|återremiss)\w*)\b)"
)
HOW_MANY_MEMBERS = (
    r"\bhur många (?:(?:i|av|på) )?(?:\w*(?:fullmäktige|styrelsen|nämnden|utskottet|ledam\w+)"
    r"|(?:politiker|partier)\w*)\b"
)
"""A pattern for a question of how many members did something, not in how many matters."""

# Those above go before those below where a question wants one form of answer only.
_INTENTS: tuple[tuple[Intent, re.Pattern[str]], ...] = tuple(
    (intent, re.compile(pattern, re.IGNORECASE))
    for intent, pattern in (
        (
            Intent.HISTORY,
            r"\bmöte för möte\b|\bsteg för steg\b|^följ\b"
            r"|\b(?:genom|över|med) åren\b|\bgenom tiderna\b"
            r"|\böver tid(?:en)?\b|\btidslinje|\bkronologi"
            r"|\b(?:gått|gick|vandra\w+|skicka\w+|(?:ärende|fråga|plan|motion)\w*\b.{0,60}?)"
            r" fram och (?:tillbaka|åter)\b"
            r"|\bhela (?:resan|turen|historien|förloppet)\b|\bhändelseförlopp"
            r"|^(?=.*\b(?:skulle|beslut\w+|bestäm\w+|sade|sa)\b).*\bförst\b.{3,80}?"
            r"\b(?:sen|sedan|därefter)\b|\bhur gick det till\b"
            r"|\bfrån (?:första )?(?:början|start|idé|motion|förslag|utskott|ansök)\w*\s+till\b"
            r"|^berätta hur\b|\bärendegång|\bturerna (?:kring|om|runt)\b"
            r"|\bgången i ärendet\b"
            r"|\bhur (?:har|gick) (?:det|.{3,60}) (?:behandlats|hanterats|gått till|till när)\b"
            r"|\bhur har .{3,80} (?:behandlats|turats|hanterats|gått)\b"
            r"|\bvad (?:har hänt|hände|har skett|skedde) med\b"
            r"|\bvad (?:hände|har hänt) (?:sedan|sen|därefter|efter det)\b"
            r"|\bhur (?:gick|slutade) det (?:sedan|sen|till slut|därefter)\b|\bi vilken ordning\b"
            r"|\bhistori(?:en|k)\b|\bärendets gång\b|\bwhat happened (?:to|with)\b",
        ),
        (
            Intent.WHO_DISQUALIFIED,
            r"\bjäv(?:ig|iga)?\b|\bconflict of interest\b|\bdeltog inte\b|\bdisqualified\b"
            rf"|{_LEFT_THE_ROOM}|\b(?:vem|vilka)\b.{{0,30}}{_WENT_OUT}",
        ),
        (
            Intent.WHO_RESERVED,
            r"\breserver\w*|\breservation\w*"
            r"|\b(?:vem|vilka|vilket parti|någo[nt]|några|nån)\b.{0,30}"
            r"(?<!\bta )(?<!\btar )(?<!\btas )(?<!\btog )(?<!\btogs )(?<!\btagit )\bemot\b"
            rf"|\bvar {_THEM} (?:med på\b|e?mot\b|ense\b|överens\b|{_FOR})"
            rf"|\b(?:{_BODY}|{_THEM}) (?:helt )?eniga?\b(?! med\b)|\benigt\b|\benhällig\w*"
            r"|\bdissent\w*",
        ),
        (
            Intent.VOTE,
            r"\bröst(?:a\w*|erna|siffror\w*|etal|resultat\w*)\b|\bomröstning\w*|\bvotering\w*"
            r"|\bhuvudvotering\w*|\bvotes?\b|\bvoted\b|\bpartilinje\w*"
            rf"|\bhur många\b.{{0,60}}\b(?:(?:var|är) (?:{_FOR}|e?mot\b)"
            r"|för (?:resp\w*\.?|och|eller) e?mot\b)"
            rf"|{HOW_MANY_MEMBERS}.{{0,30}}?"
            r"\b(?:ville|tyckte|stödde|sa(?:de)? (?:ja|nej)|motsatte)\b",
        ),
        (
            Intent.WHO_SPOKE,
            r"\b(?:vem|vilka|who)\b.{0,40}\b(?:yttrade|talade|pratade|debatterade|spoke)\b"
            r"|\byttrade sig\b|\btog(?: \w+)? ordet\b|\btog till orda\b",
        ),
        (
            Intent.WHO_MOVED,
            r"\byrka\w*|\b(?:vem|vilka|who)\b.{0,40}\b(?:föreslog|ville|moved)\b"
            rf"|{_CARRIED}|\bvem tog initiativ\w* till\b"
            r"|\bvems (?:förslag|idé|motion|yrkande)\b"
            r"|\bvad (?:föreslog|ville)\b(?!.{0,25}(?:styrelse|nämnd|kontor|utskott|förvaltning))",
        ),
        (
            Intent.LIST,
            r"\bvilka\s+(?:\w+\s+){0,2}(?:beslut|motioner|detaljplaner|taxor|granskningar|ärenden"
            r"|interpellationer|medborgarförslag|avgifter|riktlinjer|planer)\b"
            r"|\bvilka\s+(?:[\w-]+\s+){1,7}?(?:togs upp|behandlades|var uppe|lades fram|redovisades"
            r"|presenterades|anmäldes|antogs|godkändes|avslogs)\b"
            r"|\bi vilka paragrafer\b"
            r"|\bhur ofta\b|\bhur många gånger\b|\bwhich decisions\b",
        ),
        (
            Intent.WHEN,
            r"^(?:\W*och\s+)?(?:när|vilket datum|vilken dag|when)\b"
            r"|\bvid vilket (?:möte|sammanträde)\b|\boch när\b",
        ),
    )
)
# What is asked for in everyday words, by the word that minutes have for it.
_IN_MINUTES = tuple(
    (re.compile(rf"^\W*{pattern}\s+", re.IGNORECASE), word)
    for pattern, word in (
        (
            rf"(?:vem|vilka)\b[^,;:?.]{{0,30}}?(?:{_LEFT_THE_ROOM}|{_WENT_OUT})"
            r"(?: och \w+)?(?=\s+(?:när|då|i|om)\b)",
            "Jäv ",
        ),
        (_CARRIED, "Yrkande "),
        (
            r"(?:vad|hur) (?:blev|var|löd|föll|såg) (?:röst)?(?:siffrorna|rösterna)(?: ut)?"
            r" (?:när|då|i)\s+(?P<body>[^,;:?.]{2,40}?)(?: röstade)?(?=\s+om\b)",
            r"Omröstning i \g<body> ",
        ),
    )
)
_DECIDED = re.compile(
    r"\b(?:vad (?:beslut|bestäm|blev|sade|sa\b)\w*|hur (?:slutade|gick|blev))\b"
    r"(?!\s+(?:\w+\s+)?(?:röst|siffr|omröst|voter|resultat))",
    re.IGNORECASE,
)


def find_intent(text: str) -> Intent:
    """The kind of answer that a question wants; what was decided, unless it says otherwise.

    >>> find_intent("Hur föll rösterna?")
    <Intent.VOTE: 'vote'>
    """
    return next((intent for intent, pattern in _INTENTS if pattern.search(text)), Intent.DECISION)


def in_words_of_minutes(text: str) -> str:
    """A question with what it asks for in the word of minutes, by which it is found.

    >>> in_words_of_minutes("Vem fick gå ut ur rummet när bryggan skulle säljas?")
    'Jäv när bryggan skulle säljas?'
    """
    for pattern, word in _IN_MINUTES:
        text = pattern.sub(word, text)
    return text


def find_intents(text: str) -> tuple[Intent, ...]:
    """All that a question wants, in the order it asks; at least one.

    >>> [intent.value for intent in find_intents("Vad beslutades om badet och hur röstade V?")]
    ['decision', 'vote']
    """
    found = [
        (match.start(), intent) for intent, pattern in _INTENTS if (match := pattern.search(text))
    ]
    decided = _DECIDED.search(text)
    if decided and all(start != decided.start() for start, _ in found):
        found.append((decided.start(), Intent.DECISION))
    ordered = sorted(found, key=lambda pair: pair[0])
    return tuple(dict.fromkeys(intent for _, intent in ordered)) or (Intent.DECISION,)
