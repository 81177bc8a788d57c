"""Plots as inline SVG: bars of parts, and columns in time. Pure; each part can be a link.

Widths are per cent and heights pixels, so that words keep their size on a phone. Parts differ in
pattern as well as in colour, and each says in words what it counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from beslutssok.app.page.markup import show_text

BAR_HEIGHT = 28
COLUMN_HEIGHT = 72
SHARE_WITH_NUMBER = 0.09
"""A part this wide, as a share of the plot, has room for its number."""

_DIAGONAL = '<path d="M0 8L8 0M-2 2L2-2M6 10L10 6" class="bs-hatch"/>'
_OTHER_DIAGONAL = '<path d="M0 0L8 8M-2 6L2 10M6-2L10 2" class="bs-hatch"/>'
_DOTS = '<circle cx="4" cy="4" r="1.6" class="bs-hatch-dot"/>'
_LYING = '<path d="M0 4H8" class="bs-hatch"/>'
_STANDING = '<path d="M4 0V8" class="bs-hatch"/>'

PATTERNS = {
    "partly": _OTHER_DIAGONAL,
    "vote": _STANDING,
    "open": _DOTS,
    "referred": _OTHER_DIAGONAL,
    "tabled": _LYING,
    "rejected": _DIAGONAL,
    "withdrawn": _DOTS,
    "proposal": _LYING,
    "unknown": _DIAGONAL,
    "blue-dots": _DOTS,
    "blue-lying": _LYING,
    "amber-diagonal": _DIAGONAL,
    "green-dots": _DOTS,
    "violet-standing": _STANDING,
    "violet-dots": _DOTS,
    "grey-dots": _DOTS,
    "grey-lying": _LYING,
    "grey-diagonal": _DIAGONAL,
}
"""What lies over the colour of a tone; a tone that is not here is smooth."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: what it counts, how many, how it looks, and where it leads, if anywhere."""

    label: str
    count: int
    tone: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its label, made of parts in order."""

    label: str
    parts: tuple[Part, ...]

    @property
    def total(self) -> int:
        """The sum of the parts."""
        return sum(part.count for part in self.parts)


def render_patterns() -> str:
    """Define the patterns once; a page with plots has this before them."""
    defined = "".join(
        f'<pattern id="bs-pattern-{tone}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f"{shape}</pattern>"
        for tone, shape in PATTERNS.items()
    )
    return (
        '<svg class="bs-hidden" width="0" height="0" aria-hidden="true" focusable="false">'
        f"<defs>{defined}</defs></svg>"
    )


def render_legend(parts: Sequence[tuple[str, str]], name: str) -> str:
    """List what each look stands for: pairs of label and tone."""
    rows = "".join(
        f'<li><svg width="18" height="18" aria-hidden="true" focusable="false">'
        f"{_rectangle('0', '100%', 0, 18, tone)}</svg>{show_text(label)}</li>"
        for label, tone in parts
    )
    return f'<ul class="bs-legend" aria-label="{show_text(name)}">{rows}</ul>'


def render_bars(bars: Sequence[Bar], name: str, *, longest: int | None = None) -> str:
    """Draw the bars below each other, in one scale; ``longest`` is what fills the width.

    >>> "50%" in render_bars([Bar("KS", (Part("ja", 1, "vote"), Part("nej", 1, "plain")))], "x")
    True
    """
    scale = longest or max((bar.total for bar in bars), default=0)
    rows = "".join(_render_bar(bar, scale, name) for bar in bars if bar.total)
    return f'<ul class="bs-bars" aria-label="{show_text(name)}">{rows}</ul>'


def _render_bar(bar: Bar, scale: int, name: str) -> str:
    pieces = []
    at = 0.0
    for part in bar.parts:
        if not part.count:
            continue
        share = part.count / scale
        pieces.append(_render_part(bar, part, at, share))
        at += share
    return (
        f'<li><span class="bs-bar-label"><bdi>{show_text(bar.label)}</bdi></span>'
        f'<svg class="bs-plot-bar" width="100%" height="{BAR_HEIGHT}" role="group" '
        f'aria-label="{show_text(bar.label or name)}">{"".join(pieces)}</svg>'
        f'<span class="bs-bar-total">{_number(bar.total)}</span></li>'
    )


def _render_part(bar: Bar, part: Part, at: float, share: float) -> str:
    said = _say(bar, part)
    drawn = _rectangle(_percent(at), _percent(share), 0, BAR_HEIGHT, part.tone)
    if share >= SHARE_WITH_NUMBER:
        drawn += (
            f'<text x="{_percent(at + share / 2)}" y="{BAR_HEIGHT // 2 + 5}" '
            f'text-anchor="middle" class="bs-fill-{part.tone}" aria-hidden="true">'
            f"{_number(part.count)}</text>"
        )
    return _link(drawn, said, part.address)


def render_columns(columns: Sequence[Bar], name: str) -> str:
    """Draw columns side by side in one scale: time goes to the right. Labels are not written."""
    scale = max((column.total for column in columns), default=0)
    if not scale:
        return ""
    width = 1 / len(columns)
    pieces = []
    for place, column in enumerate(columns):
        bottom = float(COLUMN_HEIGHT)
        for part in column.parts:
            if not part.count:
                continue
            height = part.count / scale * COLUMN_HEIGHT
            bottom -= height
            said = _say(column, part)
            drawn = _rectangle(
                _percent((place + 0.1) * width), _percent(0.8 * width), bottom, height, part.tone
            )
            pieces.append(_link(drawn, said, part.address))
    base = (
        f'<line x1="0" x2="100%" y1="{COLUMN_HEIGHT + 0.5}" y2="{COLUMN_HEIGHT + 0.5}" '
        'class="bs-axis"/>'
    )
    return (
        f'<svg class="bs-columns" width="100%" height="{COLUMN_HEIGHT + 1}" role="group" '
        f'aria-label="{show_text(name)}">{"".join(pieces)}{base}</svg>'
    )


def _say(bar: Bar, part: Part) -> str:
    begins = f"{bar.label}: " if bar.label else ""
    return show_text(f"{begins}{part.label}, {_number(part.count)}")


def _link(drawn: str, said: str, address: str) -> str:
    inside = f"<title>{said}</title>{drawn}"
    if not address:
        return f'<g role="img" aria-label="{said}">{inside}</g>'
    return f'<a href="{show_text(address)}" aria-label="{said}">{inside}</a>'


def _rectangle(x: str, width: str, y: float, height: float, tone: str) -> str:
    place = f'x="{x}" y="{y:.4g}" width="{width}" height="{height:.4g}"'
    drawn = f'<rect {place} class="bs-fill-{tone}"/>'
    if tone in PATTERNS:
        drawn += f'<rect {place} fill="url(#bs-pattern-{tone})"/>'
    return drawn


def _percent(share: float) -> str:
    return f"{share * 100:.4g}%"


def _number(count: int) -> str:
    return f"{count:,}".replace(",", "\N{NO-BREAK SPACE}")
