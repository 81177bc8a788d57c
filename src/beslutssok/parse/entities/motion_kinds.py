"""What a yrkande asks for, and the parts of one that asks for several things."""

import re
from collections.abc import Iterator

from beslutssok.domain import MotionKind

_KINDS: tuple[tuple[MotionKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            MotionKind.REFERRAL_BACK,
            r"\b(?:minoritets)?återremi(?:ss|tter)\w*",
        ),
        (MotionKind.TABLING, r"\b(?:minoritets)?bord(?:lägg|la[gd])\w*"),
        (
            MotionKind.REJECTION,
            r"\bavslag(?:syrkande\w*|en)?\b|\bavslå[sr]?\b|\bavslogs\b|\bavstyrk\w*"
            r"|\butan (?:bifall|åtgärd|avseende)\b"
            r"|\b(?:inte|ej) (?:ska(?:ll)? |bör )?"
            r"(?:tillstyrk\w*|anta[sr]?\b|godkänn\w*|bifall\w*)",
        ),
        (MotionKind.ADDITION, r"\btillägg\w*|\bläggs? till\b(?! handling)|\bkompletter\w+"),
        (
            MotionKind.AMENDMENT,
            r"\bändring\w*|\bändra[srt]?\b|\bersätt(?:s|as|a|er)\b|\bstryk(?:s|as|a|er)\b"
            r"|\bi stället\b"
            r"|\bistället\b|\bjustering\w*"
            r"|\bska(?:ll)? (?:i stället )?lyda\b|\butgår\b|\bbyts? ut\b",
        ),
        (
            MotionKind.APPROVAL,
            r"\bbifall(?:as|s|es|a|er|en)?\b|\btillstyrk\w*|\b(?:antas?|antar|godkänn(?:s|er|a|as))\b"
            r"|\benligt\b.{0,60}\bförslag|\bi enlighet med\b.{0,60}\bförslag",
        ),
    )
)
_LEADING_WORD = re.compile(
    r"^\W*(?:i (?:första|andra|tredje) hand\s*,?\s*|i övrigt\s+)?"
    r"(?:om\s+|på\s+|ett\s+|följande\s+|som\s+)?"
    r"(bifall|avslag|återremiss|bordläggning|tillägg|ändring)(?!sord|srätt)",
    re.IGNORECASE,
)
_LEADING = {
    "bifall": MotionKind.APPROVAL,
    "avslag": MotionKind.REJECTION,
    "återremiss": MotionKind.REFERRAL_BACK,
    "bordläggning": MotionKind.TABLING,
    "tillägg": MotionKind.ADDITION,
    "ändring": MotionKind.AMENDMENT,
}
# Who supports a proposal to reject moves rejection, and who supports a part moves a change.
_OF_PROPOSAL = re.compile(
    r"^\W*bifall\s+till\s[^.,;:]{0,80}?\b(?:förslag|yrkande)(?:et|t)?\s+(?:om|på|att)\s+(?:att\s+)?(?:\w+\s+)?"
    r"(?:(?P<avslag>avsl(?:ag|å)\b)|(?P<återremiss>återremi)|(?P<bordläggning>bordlägg))",
    re.IGNORECASE,
)
_PARTLY = re.compile(
    r"\b(?:delvis|partiellt)\s+bifall|\bbifall\w*\s+(?:delvis|i\s+(?:den|de|följande|vissa)\s+del)",
    re.IGNORECASE,
)
_NOT_THE_MATTER = re.compile(
    r"\b(?:avgörs?|avgöras|behandlas)\b.{0,30}\b(?:i dag|idag|nu|vid dagens|omedelbart)\b"
    r"|^\W*(?:votering|omröstning|sluten|ajournering|omedelbar|proposition)",
    re.IGNORECASE,
)
_TURN = (
    r",?\s*(?:och\s+|men\s+|samt\s+)?(?=\bi (?:första|andra|tredje|sista) hand\b)"
    r"|,?\s+(?:och|samt|men|dels|dessutom)\s+(?:dels\s+|även\s+|också\s+|på\s+|om\s+|yrkar\s+)?"
    r"(?=(?:avslag|bifall|återremiss|bordläggning|avstyrkande)\b)"
    r"|,\s*(?=(?:avslag|återremiss|bordläggning)\b)"
    r"|,?\s+(?:och|samt|men)\s+(?=i\s+övrigt\s+(?:bifall|avslag)\b)"
    r"|,?\s+och\s+(?:lämnar|framställer|lägger)\s+(?:följande\s+|ett\s+)?(?=\w*yrkande\b)"
)
_SPLIT = re.compile(_TURN, re.IGNORECASE)
_AFTER_VERDICT = re.compile(
    r",?\s+(?:och|samt|men)\s+(?=att\b)|,?\s+(?=med\s+(?:följande\s+|ett\s+|det\s+|den\s+|dessa\s+|föreslage?n\s+"
    r"|föreslagna\s+|nedanstående\s+)?(?:tillägg|ändring|justering|komplettering)(?!syrkande)\w*)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"”“»][^\"”“«]*[\"”«]")


def kind_of(subject: str) -> MotionKind:
    """What a clause asks for. The word that leads it counts most, quotations do not.

    >>> kind_of("bifall till Anna Bergs tilläggsyrkande"), kind_of("att ärendet återremitteras")
    (<MotionKind.APPROVAL: 'bifall'>, <MotionKind.REFERRAL_BACK: 'återremiss'>)
    """
    bare = _mask(subject)
    of_proposal = _OF_PROPOSAL.match(bare)
    if of_proposal:
        return _LEADING[of_proposal.lastgroup or ""]
    if _PARTLY.search(bare):
        return MotionKind.AMENDMENT
    leading = _LEADING_WORD.match(bare)
    if leading:
        return _LEADING[leading[1].lower()]
    if _NOT_THE_MATTER.search(bare):
        return MotionKind.OTHER
    found = [
        (match.start(), order, kind)
        for order, (kind, pattern) in enumerate(_KINDS)
        if (match := pattern.search(bare))
    ]
    return min(found)[2] if found else MotionKind.OTHER


def split_subject(subject: str) -> Iterator[tuple[int, int]]:
    """The spans of what a yrkande asks for, one by one.

    >>> text = "bifall till punkt 1 och avslag på punkt 2"
    >>> [text[start:end] for start, end in split_subject(text)]
    ['bifall till punkt 1', 'avslag på punkt 2']
    """
    bare = _mask(subject)
    start = 0
    for match in _SPLIT.finditer(bare):
        if bare[start : match.start()].strip(" ,"):
            yield from _split_verdict(bare, start, match.start())
            start = match.end()
    yield from _split_verdict(bare, start, len(bare))


def _split_verdict(bare: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if _LEADING_WORD.match(bare[start:end]):
        match = _AFTER_VERDICT.search(bare, start, end)
        if match and match.start() > start:
            yield start, match.start()
            start = match.end()
    yield start, end


def _mask(text: str) -> str:
    """The text with its quotations blackened, as long as before."""
    return _QUOTED.sub(lambda match: "■" * len(match[0]), text)
