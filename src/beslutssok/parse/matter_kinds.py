"""Which kind of matter an item is, by the words that titles of minutes have for such.

What opens and closes a meeting is routine. A title that names a motion, a question or a proposal
of a citizen or a member is of that kind, wherever the word stands, unless it announces or lists
many. Of the rest the first word that tells a kind decides («Yttrande över budgeten» is an
opinion, «Taxa för bygglov» a rule); where that word tells two, the first kind of
:data:`_BY_FIRST_WORD`. What names none is of no kind.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from beslutssok.domain import MatterKind

# Patterns are of titles in lower case. Swedish «motion» is exercise too: «motionsspår».
_EXERCISE = re.compile(
    r"\b(?:motionss?(?:spår|sling|idrott|anläggning|lopp|hall|central|form|led\b|gym)\w*"
    r"|\w*promotion\w*|motion(?:\s+och\s+(?:hälsa|rörelse|friskvård)|\s+på\s+recept))"
)
_PETITIONS = (
    (MatterKind.MOTION, ("motion",)),
    (
        MatterKind.QUESTION,
        ("interpellation", "frågestund", "enkel fråga", "enkla frågor", "ledamöternas frågor"),
    ),
    (
        MatterKind.INITIATIVE,
        (
            *("medborgarförslag", "invånarförslag", "e-förslag", "medborgarinitiativ"),
            *("folkinitiativ", "ledamotsinitiativ", "nämndinitiativ", "initiativärende"),
        ),
    ),
)
# «Fråga om …» is a matter like others; a question is by somebody, or to somebody.
_PUT = (
    (
        MatterKind.QUESTION,
        re.compile(
            r"^(?:(?:svar på|besvarande av|ny)\s+)?(?:(?:skriftlig|muntlig)\w*\s+)?"
            r"fråg(?:a|or|an|orna)(?:\s+(?:av|från|till|ställd)\b|\W*$)"
        ),
    ),
    (
        MatterKind.INITIATIVE,
        re.compile(r"^(?:(?:svar på|besvarande av|nytt)\s+)?initiativ(?:et)?\s+(?:av|från|om)\b"),
    ),
)
# «Nya motioner», «Medborgarförslag som inte är färdigberedda»: about many, and none of them.
_OF_MANY = re.compile(
    r"^(?:nya|nyinkomna|inkomna|obesvarade|anmäl\w+|förteckning|redovisning av (?:ej|obesvarade))\b"
    r"|\b(?:inte|ej|ännu)\b.{0,20}\b(?:beredd|färdigberedd|slutbered|besvara|avsluta|slutbehandla"
    r"|färdigbehandla)\w*|\bunder beredning\b",
    re.IGNORECASE,
)
_ROUTINE = re.compile(
    r"""^\W*(?:
    upprop | parentation | tyst\ minut | ordningsfråga | ajournering | kungör(?:else|ande)
    | (?:sammanträdets|sammanträdet|mötets|mötet)\s+(?:öppn|avslut|inled)
    | (?:öppnande|avslutning|avslutande)(?:\s+av\s+(?:mötet|sammanträdet|dagens\s+\w+))?\W*$
    | (?:fråga\s+om\s+)?(?:sammanträdets|mötets|kallelsens|årsmötets)\s+(?:\w+\s+)?\w*utlys
    | (?:(?:fastställ|godkänn|anta|ändring|genomgång|justering)\w*\s+(?:av\s+)?(?:\w+\s+){0,3}?)?
      (?:dagordning|föredragningslist|ärendelist|kallelse\b|kallelsen\b)
    | (?:tid|tidpunkt|dag|datum)\b.{0,30}\bjuster
    | (?:protokollets\s+|omedelbar\s+)?(?:protokolls)?justering(?:\s+av\s+(?:\w+\s+)?protokoll\w*)?
      \W*$
    | (?:\w+\s+av\s+)?(?:föregående|förra)\s+(?:\w+\s+){0,2}?protokoll | protokollsgenomgång
    | (?:\w+\s+för\s+)?nästa\s+(?:möte|sammanträde)
    | närvarorätt | yttranderätt | närvaro\b | närvarande\b | (?:anmälan\s+(?:av|om)\s+)?jäv\w*\b
    )
    | \b(?:val|utseende|utse|bestämmande|fastställande)\s+(?:av\s+)?.{0,40}?
      \b\w*juster(?:are|ing|a\b)
    | \bjusteringspers | \bprotokollsjusterare
    | \bval\s+av\s+(?:mötes)?(?:ordförande|sekreterare)\s+(?:för|vid)\s+(?:mötet|sammanträdet)""",
    re.VERBOSE,
)
_BY_FIRST_WORD = (
    (
        MatterKind.LAND,
        r"(?:antagande|granskning|samråd|upphävande|ändring|godkännande|begäran|ansökan)\b.{0,60}?"
        r"\b(?:\w*detaljplan|översiktsplan|planbesked|områdesbestämmelse)"
        r"|\w*detaljplan(?!e?tax)|\w*översiktsplan|områdesbestämmelse"
        r"|plan(?:besked|uppdrag|program|läggning|ansökan|prövning)"
        r"|mark(?:anvisning|förvärv|överlåtelse|köp|byte|reservation|upplåtelse|försäljning|avtal)"
        r"|marklov|\w*exploatering|fastighets(?:reglering|försäljning|förvärv|köp|affär|bildning)"
        r"|tomträtt|\w*arrende|tomt(?:er|kö|pris|mark|försäljning)|strandskydd|förhandsbesked"
        r"|rivningslov|\w*bygglov(?!s?tax)"
        r"|(?:försäljning|förvärv|köp|överlåtelse|inlösen|avyttring)\s+av\s+(?:\w+\s+){0,3}?"
        r"(?:fastighet|mark\b|marken\b|markområde|tomt|del\s+av|\w*skog)",
    ),
    (
        MatterKind.RULES,
        r"\w*(?:reglement|polic(?:y|ies)|riktlinj|föreskrift|tax(?:a|an|or|orna)\b|direktiv"
        r"|strategi(?:n|er|erna)?\b|bestämmelse)"
        r"|(?:arbets|bolags|förbunds|delegations|delegerings|attest|ordnings|besluts)ordning"
        r"|ordning\s+för\b|\w*reg(?:el|ler|lerna)\b|regelverk|styr(?:ande\s+)?dokument|stadg(?:a|ar|an)\b"
        r"|(?:dokument|informations)hanteringsplan",
    ),
    (
        MatterKind.ELECTION,
        r"(?:\w*val|omval)\s+(?:av|till)\b(?!\s+(?:leverantör|entreprenör|system|alternativ|plats"
        r"|lokal|metod|modell|inriktning|form|väg|namn))|val\W*$|\w*valärende|valberedning|fyllnadsval"
        r"|avsägelse|avsägning|entledigande|nominering|förordnande\s+av|nämndem[aä]n"
        r"|utse(?:ende)?\s+(?:av\s+)?(?:\w+\s+){0,4}?(?:ledamot|ledamöter|ersättare|ombud"
        r"|representant|ordförande|revisor|styrelse)|ny\s+(?:ledamot|ersättare)",
    ),
    (
        MatterKind.AUDIT,
        r"\w*revision(?!s?pli)|\w*revisor|granskning|ansvarsfrihet",
    ),
    (
        MatterKind.FINANCE,
        r"\w*budget|årsredovisning|delårs|helårs|tertial|\w*bokslut|\w*prognos"
        r"|ekonomi\w*\b(?!\s+(?:bistånd|förening))|(?:månads|kvartals|finans)rapport"
        r"|\w*uppföljning|verksamhets(?:plan|berättelse|rapport)|intern\s?kontroll|\w*investering"
        r"|(?:tilläggs|drift)?anslag(?:et|en)?\b|ombudgetering|omdisponering"
        r"|resultat(?:överföring|reglering|disposition|rapport)|\w*skattesats|\w*borgen|upplåning"
        r"|lån(?:eram|etak)|\w*bidrag|partistöd|föreningsstöd|\w*finansiering|flerårsplan|regionplan"
        r"|medelstilldelning|(?:ägar|kapital)tillskott|nyckeltal",
    ),
    (
        MatterKind.OPINION,
        r"(?!återremi)(?:\w*yttrande|\w*remiss)|samråd(?:ssvar|syttrande|shandling\w*)?\b",
    ),
    (
        MatterKind.CONTRACT,
        r"\w*upphandling|\w*avtal|tilldelning(?:sbeslut)?\b|förfrågningsunderlag"
        r"|\w*överenskommelse|anbud|\w*entreprenad|inhyrning|förhyrning",
    ),
    (
        MatterKind.NOTICE,
        r"anmäl(?:an|ning|ningar|da|s)\b|anmälnings"
        r"|deleg(?:ations|erings)(?:beslut|ärende|lista|rapport)"
        r"|(?:redovisning|rapport\w*|återrapportering|förteckning|information)\s+(?:av|över|om|från)"
        r"\s+(?:\w+\s+){0,3}?(?:delegation(?:er|en)?\b|deleg(?:ations|erings)(?:beslut|ärende|lista)"
        r"|delegerad|delegering|anmälnings|meddelande)"
        r"|delegerad\w*\s+beslut|deleg(?:ation|ering)(?:er|en)?\W*$|meddelande|delgivning(?:ar)?\b|kännedom"
        r"|(?:in)?komna\s+(?:skrivelse|handling|post|ärende|protokoll)|skrivelser\b"
        r"|protokoll\s+från\b|förteckning\s+över\b|(?:ordförande|brådskande)\s?beslut"
        r"|kurser\s+och\s+konferenser",
    ),
    (
        MatterKind.INFORMATION,
        r"information(?:en|er)?\b|informations(?:ärende|punkt)|informera|\w*rapport(?!ör)"
        r"|\w*redovisning|lägesbild|\w*föredragning(?:ar|en)?\b|dialog|presentation|orientering"
        r"|aktuellt|återkoppling|studiebesök",
    ),
    (
        MatterKind.RULES,
        r"plan(?:en|er)?\s+(?:för|mot)\b|program(?:met)?\s+(?:för|mot)\b"
        r"|(?:plan|program)\s+(?:19|20)\d\d|\w*avgift"
        r"|(?!(?:tids?|fotbolls|idrotts|\w*gräs|spel|flyg|lek|boll|is|sammanträdes)plan)"
        r"\w{3,}plan(?:en|er|erna)?\b|\w{3,}program(?:met|men)?\b",
    ),
)
_GROUPS = {f"kind{place}": kind for place, (kind, _) in enumerate(_BY_FIRST_WORD)}
_FIRST_WORD = re.compile(
    r"(?<!\w)(?=\w)(?:"
    + "|".join(
        f"(?P<{group}>{pattern})"
        for group, (_, pattern) in zip(_GROUPS, _BY_FIRST_WORD, strict=True)
    )
    + ")"
)
# «Älvsele 4:17», but no law («1980:424») and no time of day.
_PROPERTY = re.compile(r"\b[A-ZÅÄÖ]\w+\s+(?:[A-ZÅÄÖ]\w+\s+)?(?!(?:19|20)\d\d:)\d+:\d+(?!\s*AB\b)")


@lru_cache(maxsize=2**17)
def find_matter_kind(title: str) -> MatterKind:
    """Tell the kind of matter of an item by its title, or the first words of one without.

    >>> find_matter_kind("Svar på motion om taxan för bygglov").value
    'motion'
    >>> find_matter_kind("Val av justerare").value, find_matter_kind("Val av revisorer").value
    ('formalia', 'val')
    """
    as_written = " ".join(title.split())
    title = as_written.lower()
    if _ROUTINE.search(title):
        return MatterKind.ROUTINE
    for kind, words in _PETITIONS:
        if names_matter(title, words):
            return MatterKind.NOTICE if lists_many(title) else kind
    for kind, put in _PUT:
        if put.search(title):
            return kind
    found = _FIRST_WORD.search(title)
    if found:
        return _GROUPS[str(found.lastgroup)]
    return MatterKind.LAND if _PROPERTY.search(as_written) else MatterKind.OTHER


def names_matter(title: str, words: Sequence[str]) -> bool:
    """Whether a title has one of the words for a matter, or a longer word that holds it.

    ``words`` are in lower case.

    >>> names_matter("Gruppmotionen om badet", ("motion",))
    True
    >>> names_matter("Nytt motionsspår", ("motion",))
    False
    """
    title = title.lower()
    if "motion" in title:
        title = _EXERCISE.sub(" ", title)
    return any(word in title for word in words)


def lists_many(title: str) -> bool:
    """Whether a title announces or lists matters, and is none of them.

    >>> lists_many("Nya motioner"), lists_many("Motion om badet")
    (True, False)
    """
    return bool(_OF_MANY.search(title))
