"""Questions that describe a matter and ask for others like it."""

import math
import re

# An item with many passages has as many chances to be near; by so much its score is less for
# each doubling. Without it, reports on everything at once are like every text.
LENGTH_COST = 0.3
LEAST_WORDS = 4
# What a question about precedents says besides what the matter is.
_ASKING = re.compile(
    r"\bhur\s(?:har|brukar|hanterades|gick|slutade)\b[^?.]*\?"
    r"|\b(?:finns|fanns)\s(?:det\s)?(?:någr\w+\s|något\s)?(?:liknande|tidigare)\s"
    r"(?:beslut|fall|ärenden?)\?"
    r"|\bhar\s(?:vi|man|\w+)\s(?:haft|prövat|behandlat|beslutat)[^?.]*"
    r"\b(?:sådan\w*|liknande|förut|tidigare)[^?.]*\?"
    r"|\bvilka\stidigare\s(?:beslut|ärenden)\s(?:liknar|påminner)[^?.]*\?"
    r"|\b(?:tidigare|liknande)\s(?:beslut|ärenden?|fall)\b",
    re.IGNORECASE,
)

# Whether such a thing was decided before, or how it mostly goes.
_ASKS_FOR_OTHERS = re.compile(
    r"\bbrukar\b|\bbrukade\b|\bförut\b|\b(?:oftast|för\sdet\smesta|i\sregel|vanligtvis)\b"
    r"|\bliknande\s(?:\w+\s)?(?:beslut|fall|ärende|förslag|ansök|motion|framställ|fråg)\w*"
    r"|\bnågot\sliknande\b|\btidigare\s(?:fall|exempel)\b|\bvilka\stidigare\b"
    r"|\bfinns\s(?:det\s)?(?:\w+\s)?tidigare\s(?:beslut|ärenden)\b"
    r"|^\W*har\s(?:vi|man|ni|kommunen|regionen|\w*(?:nämnden|styrelsen|fullmäktige|utskottet))\b"
    r".{0,120}\b(?:tidigare|någonsin|någon\sgång)\b",
    re.IGNORECASE,
)


def asks_for_others(text: str) -> bool:
    """Whether a question asks for earlier matters like the one it tells of.

    >>> asks_for_others("Brukar nämnden säga ja till bryggor?"), asks_for_others("Byggs bryggan?")
    (True, False)
    """
    return bool(_ASKS_FOR_OTHERS.search(text))


def find_description(text: str) -> str | None:
    """What a question says of a matter when it asks for others like it; ``None`` if it does not.

    >>> find_description("En butik vill ha längre öppet än i dag. Finns liknande beslut?")
    'En butik vill ha längre öppet än i dag.'
    >>> find_description("Vad beslutades om skolan?")
    """
    bare = " ".join(_ASKING.sub(" ", text).split())
    is_asking = bare != " ".join(text.split())
    return bare if is_asking and len(bare.split()) >= LEAST_WORDS else None


def cost_of_length(passages: int) -> float:
    """What the score of an item of so many passages is lessened by.

    >>> cost_of_length(1), round(cost_of_length(8), 2)
    (0.0, 0.9)
    """
    return LENGTH_COST * math.log2(max(passages, 1))
