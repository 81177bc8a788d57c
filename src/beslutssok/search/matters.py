"""Lists that a question asks for: of which kind of matter, and with which outcome."""

import re

from beslutssok.domain import Outcome
from beslutssok.search.named import Named

_ASKED = r"(?:vilka|hur\s+många|lista|samtliga|alla|which|list)\s+(?:\w+\s+){0,2}?"
# A plural, and what stands in the titles of such matters.
_MATTERS = tuple(
    (re.compile(rf"(?:\b{_ASKED}|^){plural}\b", re.IGNORECASE), plural, title)
    for plural, title in (
        ("motioner", "motion"),
        ("interpellationer", "interpellation"),
        ("medborgarförslag", "medborgarförslag"),
        ("detaljplaner", "detaljplan"),
        ("taxor", "tax"),
        ("avgifter", "avgift"),
        ("granskningar", "granskning"),
        ("revisionsrapporter", "revision"),
        ("riktlinjer", "riktlinj"),
        ("reglementen", "reglement"),
        ("föreskrifter", "föreskrift"),
        ("bolagsordningar", "bolagsordning"),
        ("avsägelser", "avsägelse"),
        ("delårsrapporter", "delårsrapport"),
        ("markanvisningar", "markanvisning"),
    )
)
_OUTCOMES: tuple[tuple[re.Pattern[str], str, frozenset[Outcome]], ...] = (
    (re.compile(r"\bremitter\w+", re.IGNORECASE), "remiss", frozenset({Outcome.REFERRED})),
    (
        re.compile(
            r"\b(?:ansågs|anses|förklarades|ansetts)\s+(?:\w+\s+){0,2}?besvara\w*", re.IGNORECASE
        ),
        "besvarad",
        frozenset({Outcome.ANSWERED}),
    ),
    (
        re.compile(r"\bdr(?:og|agit)s?\s+tillbaka\b|\butgick\b|\båtert(?:og|agit)s", re.IGNORECASE),
        "utgår",
        frozenset({Outcome.WITHDRAWN}),
    ),
    (re.compile(r"\båterremi\w+", re.IGNORECASE), "återremiss", frozenset({Outcome.REFERRED_BACK})),
    (re.compile(r"\bbord(?:la|lä)\w+", re.IGNORECASE), "bordläggning", frozenset({Outcome.TABLED})),
    (
        re.compile(r"\bavslog\w*|\bavslag\w*|\b(?:sade|sa)\b.{0,30}\bnej\b", re.IGNORECASE),
        "avslag",
        frozenset({Outcome.REJECTED}),
    ),
    (
        re.compile(r"\bbif(?:öll|all)\w*|\b(?:sade|sa)\b.{0,30}\bja\b", re.IGNORECASE),
        "bifall",
        frozenset({Outcome.APPROVED, Outcome.PARTLY_APPROVED}),
    ),
)
_LIST = re.compile(rf"^\s*(?:{_ASKED}|motioner\b|medborgarförslag\b|ärenden\b)", re.IGNORECASE)
# «Vilka ärenden bordlades?», «Vad återremitterades?»: the outcome is what tells which they are.
_ALL_OF_OUTCOME = re.compile(
    rf"^\W*(?:och\s+)?(?:i\s+)?(?:{_ASKED}(?:ärenden|frågor|paragrafer|§§?|beslut|punkter|matters)\b"
    r"|ärenden\s+som\b"
    r"|vad\s+(?:bordlades|återremitterades|remitterades|avslogs|bifölls|utgick|drogs\s+tillbaka)\b)",
    re.IGNORECASE,
)


def find_matter_asked(text: str) -> tuple[str, Named] | None:
    """The kind of matter that a list is asked of, after what stands in the titles of such.

    >>> find_matter_asked("Vilka motioner bifölls?")[0]
    'motion'
    """
    for pattern, plural, title in _MATTERS:
        match = pattern.search(text)
        if match:
            return title, Named(plural, *match.span(), certain=False)
    return None


def find_outcome_asked(text: str) -> Named | None:
    """The outcome of the matters that a list is asked of, as Swedish users call it.

    >>> find_outcome_asked("Vilka ärenden återremitterades?").name
    'återremiss'
    >>> find_outcome_asked("Varför avslogs motionen?") is None
    True
    """
    if not (_LIST.search(text) or asks_for_outcome(text)):
        return None
    for pattern, name, _ in _OUTCOMES:
        match = pattern.search(text)
        if match:
            return Named(name, *match.span(), certain=False)
    return None


def asks_for_outcome(text: str) -> bool:
    """Whether a question asks which matters, of whatever kind, came out in a way it names.

    >>> asks_for_outcome("Hur många ärenden bordlades?"), asks_for_outcome("Vad blev avslaget?")
    (True, False)
    """
    return bool(_ALL_OF_OUTCOME.search(text))


def outcomes_called(name: str) -> frozenset[Outcome]:
    """The outcomes that :func:`find_outcome_asked` calls by a name."""
    return next(outcomes for _, called, outcomes in _OUTCOMES if called == name)
