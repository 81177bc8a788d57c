"""An index in figures, as text for people."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from beslutssok.app.hit_lines import LONGEST_TITLE
from beslutssok.app.ink import PLAIN, Ink
from beslutssok.app.plain_text import (
    WIDTH,
    clean_line,
    join_blocks,
    keep_together,
    shorten_text,
    wrap_text,
)
from beslutssok.app.wording import (
    KIND_WORDS,
    MATTER_WORDS,
    OUTCOME_WORDS,
    UNTITLED,
    count_of,
    say_coverage,
    say_months,
)
from beslutssok.domain import (
    ContestedItem,
    MattersOfPeriod,
    MeetingsOfMonth,
    NumberGap,
    OutcomesOfYear,
    Overview,
    ReservationsOfYear,
)

CONTESTED_SHOWN = 10
UNKNOWN_OUTCOME = "Utan tydlig utgång"
NO_BODY = "Utan organ"
_VOTE = ("omröstning", "omröstningar")
_RESERVATION = ("reservation", "reservationer")
_MOTION = ("olika yrkande", "olika yrkanden")


def render_overview(overview: Overview, width: int = WIDTH, ink: Ink = PLAIN) -> str:
    """Say what an index holds, what was treated, how it ended, and what is missing."""
    return join_blocks(
        [ink.strong("Indexet i siffror"), *wrap_text(say_coverage(overview.coverage), width)],
        _block(
            "Paragrafer efter utgång (protokoll)", _outcome_lines(overview.outcomes, width), ink
        ),
        _block("Ärenden efter slag", _matter_lines(overview.matters, width), ink),
        _block("Paragrafer med reservation, efter parti", _party_lines(overview), ink),
        _block(
            "Mest omstridda",
            [
                line
                for item in overview.contested[:CONTESTED_SHOWN]
                for line in _contested_lines(item, width)
            ],
            ink,
        ),
        _block("Handlingar efter månad", _month_lines(overview.months, width), ink),
        _block("Paragrafer som saknas", _gap_lines(overview.gaps), ink),
    )


def _block(heading: str, lines: Sequence[str], ink: Ink) -> list[str]:
    return [ink.strong(heading), *lines] if lines else []


def _outcome_lines(outcomes: Iterable[OutcomesOfYear], width: int) -> list[str]:
    lines: list[str] = []
    for (huvudman, organ), of_body in groupby(outcomes, key=_body):
        lines.append(f"  {_body_name(huvudman, organ)}")
        for year, of_year in groupby(of_body, key=lambda each: each.year):
            counts = sorted(of_year, key=lambda each: -each.count)
            told = ", ".join(
                f"{each.count} {(OUTCOME_WORDS[each.outcome] or UNKNOWN_OUTCOME).lower()}"
                for each in counts
            )
            lines += wrap_text(told, width, " " * 10, f"    {year}  ")
    return lines


def _matter_lines(matters: Iterable[MattersOfPeriod], width: int) -> list[str]:
    lines: list[str] = []
    for (huvudman, organ), of_body in groupby(matters, key=_body):
        lines.append(f"  {_body_name(huvudman, organ)}")
        for (first, last), of_period in groupby(of_body, key=lambda each: (each.first, each.last)):
            told = ", ".join(
                f"{MATTER_WORDS[each.kind].lower()} {each.count}" for each in of_period
            )
            lines += wrap_text(told, width, " " * 10, f"    {say_months(first, last)}  ")
    return lines


def _party_lines(overview: Overview) -> list[str]:
    held: dict[str, list[ReservationsOfYear]] = {}
    for each in overview.reservations:
        held.setdefault(each.party, []).append(each)
    ordered = sorted(held.items(), key=lambda pair: -sum(each.count for each in pair[1]))
    longest = max((len(party) for party in held), default=0)
    return [
        f"  {clean_line(party).ljust(longest)}  "
        + ", ".join(f"{each.year}: {each.count}" for each in years)
        for party, years in ordered
    ]


def _contested_lines(item: ContestedItem, width: int) -> list[str]:
    counts = (
        (item.votes, _VOTE),
        (item.reservations, _RESERVATION),
        (item.motions, _MOTION),
    )
    told = ", ".join(count_of(count, forms) for count, forms in counts if count)
    title = shorten_text(clean_line(item.hit.item_title) or UNTITLED, LONGEST_TITLE)
    return [
        *wrap_text(keep_together(f"{item.hit.citation}: {told}"), width, "    ", "  "),
        *wrap_text(title, width, "    "),
    ]


def _month_lines(months: Iterable[MeetingsOfMonth], width: int) -> list[str]:
    lines: list[str] = []
    for (huvudman, organ), of_body in groupby(months, key=_body):
        lines.append(f"  {_body_name(huvudman, organ)}")
        for month, of_month in groupby(of_body, key=lambda each: each.month):
            told = ", ".join(f"{each.count} {KIND_WORDS[each.kind].lower()}" for each in of_month)
            lines += wrap_text(f"{month}  {told}", width, "    ")
    return lines


def _gap_lines(gaps: Iterable[NumberGap]) -> list[str]:
    return [
        f"  {_body_name(*_body(gap))} {gap.year}: § {gap.first}"
        + (f"–{gap.last}" if gap.last != gap.first else "")
        for gap in gaps
    ]


def _body(each: OutcomesOfYear | MattersOfPeriod | MeetingsOfMonth | NumberGap) -> tuple[str, str]:
    return each.huvudman, each.organ


def _body_name(huvudman: str, organ: str) -> str:
    return ", ".join(filter(None, (clean_line(organ) or NO_BODY, clean_line(huvudman))))
