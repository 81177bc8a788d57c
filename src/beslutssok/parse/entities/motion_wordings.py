"""How yrkanden are worded: the patterns that ``motions`` reads them by."""

import re

from beslutssok.parse.entities.people import PERSONS

_NOUN = (
    r"(?:(?:tilläggs|ändrings|avslags|bifalls|återremiss|bordläggnings|motför)?"
    r"(?:yrkande[nt]?|yrkanden))"
)
VERB = re.compile(
    r"\b(?P<passive>yrka(?:s|des))\b|\b(?P<moves>yrkar|yrkade|(?P<perfect>yrkat))\b"
    r"|\b(?P<brings>lämnar|lämnade|framställer|framställde|framför|lägger|lade|ställer|väcker|avger|inger)"
    rf"\s+(?:fram\s+|in\s+)?(?:(?:följande|ett|sitt|eget|skriftligt|muntligt|flera|nedanstående)\s+)*(?={_NOUN}\b)"
    r"|\b(?P<joins>instämmer|instämde|biträder|biträdde|ansluter\s+sig|stöde?r|stödjer|understöd(?:er|jer|de)"
    r"|ställer\s+sig\s+bakom)\b"
    r"|\b(?P<proposes>föreslår|föreslog)\b",
    re.IGNORECASE,
)
TRIGGER = re.compile(
    r"yrka|förslag\s+(?:från|av)\b|instäm|biträd|anslut|stöd|bakom|föresl", re.IGNORECASE
)
PARTYWISE = r"(?:[A-ZÅÄÖ]{1,5}|[A-ZÅÄÖ][a-zåäö]+(?:partiet|demokraterna|erna))"
_SUPPORT = (
    r"(?:med\s+(?:instämmande|bifall|understöd|stöd|medhåll|biträde)\s+(?:av|från|i)"
    r"|(?:under)?stöd(?:d|da|ds|s)\s+av|biträd(?:d|da|s)\s+av|(?:till)?samman\s?s?\s?med|tillsammans\s+med|jämte)"
)
_TWO_WORDS = r"[A-ZÅÄÖ][\w-]+(?:\s+[A-ZÅÄÖ][\w-]+)+"
_PLAIN_NAMES = rf"{_TWO_WORDS}(?:(?:,|\s+och|\s+samt)\s+{_TWO_WORDS})*"
SUPPORTED = re.compile(
    rf",?\s*(?:{_SUPPORT}\s+(?:ledamot(?:en)?\s+)?(?P<who>{PERSONS}|{_PLAIN_NAMES}|{PARTYWISE})\s*,?"
    rf"|i\s+vilket\s+(?:yrkande\s+)?(?P<too>{PERSONS})\s+instäm(?:mer|de))"
)
AFTER_VERB = re.compile(
    rf"\s+(?:även\s+|också\s+|därefter\s+|vidare\s+|dessutom\s+)*(?P<who>{PERSONS}"
    rf"|[Oo]rdföranden|(?:[Ll]edamoten\s+){_PLAIN_NAMES})(?=[\s,])"
)
NEXT_MOVER = re.compile(
    rf"(?:,|;|\s+och|\s+medan|\s+samt)\s+(?={PERSONS}\s+(?:yrkar|yrkade|instämmer|lämnar\s))"
)
BY = re.compile(rf"^(?P<before>.{{0,200}}?)\s*\bav\s+(?P<who>{PERSONS}|{PARTYWISE})\s*:?\s*", re.S)
LIST_ENTRY = re.compile(
    rf"(?P<who>{PERSONS}|{PARTYWISE})\s*(?P<mark>[:–—-]?)\s*(?P<what>.*)$", re.DOTALL
)
REVERSED_ENTRY = re.compile(
    rf"(?P<what>(?:bifall|avslag|återremiss|bordläggning|tillägg|ändring)[^:\n]*):\s*(?P<who>{PERSONS})\.?$",
    re.IGNORECASE,
)
HEADED_ENTRY = re.compile(
    rf"\W*(?P<kind>(?:(?:tilläggs|ändrings|avslags|bifalls|återremiss|bordläggnings)?yrkande|förslag))\s+(?:från|av)\s+"
    rf"(?P<who>{PERSONS}|{PARTYWISE})\s*(?::|\n)\s*(?P<what>.+)$",
    re.IGNORECASE | re.DOTALL,
)
OPENS = re.compile(
    r"^\W*(?:bifall|avslag|återremiss|bordläggning|tillägg|ändring|att\s|enligt\s|i\s+första|[\"”“])",
    re.I,
)
RETOLD = re.compile(
    r"\b(?:som|vad|såsom|vilket|enligt|motionär\w*|i\s+(?:en|sin|motionen|skrivelsen?)|medborgarförslag\w*|"
    r"skrivelse\w*|förslagsställar\w*|tidigare)\b",
    re.IGNORECASE,
)
# «… har lämnat ett förslag som ingen av ledamöterna yrkar bifall till.»
NOBODY = re.compile(r"\b[Ii]ngen(?:\sav\s[^.;:,]{0,40})?\s*$")
NOT_BODY = re.compile(r"^\W*(?:att\W*)?$")
JUST = re.compile(
    r"^\W*(?:också|även|för\s+egen\s+del|i\s+(?:yrkandet|detta|förslaget))?\W*$", re.IGNORECASE
)
# Whoever opens the sentence is who moves as well: «Anna Berg (S) anser att V tvekar och yrkar …».
GOES_ON_MOVING = re.compile(rf"^\W*(?P<who>{PERSONS})\s+[a-zåäö]+\b.*\boch\s*$", re.DOTALL)
ENDS_OPEN = re.compile(r"(?::|\batt|\bföljande|yrkande[nt]?|\btill)\W*$", re.IGNORECASE)
LIST_MARK = re.compile(r"(?:[•▪■*–—-]|\d{1,2}[.)]|[a-h][.)]|att\b|[\"”“])", re.IGNORECASE)
# Words between the verb and what is moved, and the speech after it.
ASIDE = re.compile(
    r"^\s*(?:(?:också|även|vidare|därför|dessutom|att-?satsvis)\s+)+|\s+och\s+(?:anför|motiverar)\b.*$",
    re.DOTALL,
)
PRONOUN_BEFORE = re.compile(r"(?:^|\s)(?:de|dessa|han|hon|hen)\s*$", re.IGNORECASE)
PRONOUN_AFTER = re.compile(r"\s+(?:de|dessa|han|hon|hen)\b", re.IGNORECASE)
PROCEDURAL = re.compile(r"^\W*(?:på\s+|om\s+)?(?:votering|omröstning|sluten|proposition)", re.I)
