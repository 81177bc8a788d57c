"""The colours of the style sheet against WCAG 2.1: 4.5 to 1 for text, 3 to 1 for edges."""

import re

import pytest

from beslutssok.app.page import build_theme, read_style

TONES = ("green", "amber", "red", "violet", "blue", "grey")
GROUNDS = {"light": "#faf9f6", "dark": "#15191c"}


def read_colours(scheme: str) -> dict[str, str]:
    blocks = re.findall(r"\{([^{}]*--bs-ink:[^{}]*)\}", read_style())
    assert len(blocks) == 2
    return dict(re.findall(r"--bs-([\w-]+): (#[0-9a-f]{6});", blocks[scheme == "dark"]))


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_on_its_ground(scheme: str) -> None:
    colours = read_colours(scheme)
    pairs = [(name, ground) for name in ("ink", "quiet", "link") for ground in ("card", "page")]
    pairs += [(tone, f"{tone}-soft") for tone in TONES]
    pairs += [(tone, "card") for tone in TONES]
    pairs += [("ink", "mark")]
    colours["page"] = GROUNDS[scheme]
    too_faint = {
        pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2)
        for pair in pairs
        if contrast(colours[pair[0]], colours[pair[1]]) < 4.5
    }
    assert too_faint == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_fields_and_focus_can_be_seen(scheme: str) -> None:
    theme = build_theme()
    suffix = "_dark" if scheme == "dark" else ""
    assert getattr(theme, f"body_background_fill{suffix}") == GROUNDS[scheme]
    edge = getattr(theme, f"input_border_color{suffix}")
    field = getattr(theme, f"input_background_fill{suffix}")
    hint = getattr(theme, f"input_placeholder_color{suffix}")
    assert contrast(edge, field) >= 3
    assert contrast(edge, GROUNDS[scheme]) >= 3
    assert contrast(hint, field) >= 4.5
    assert contrast(read_colours(scheme)["focus"], GROUNDS[scheme]) >= 3


def test_nothing_in_the_style_is_fetched() -> None:
    assert "url(" not in read_style()
    assert "@import" not in read_style()


def test_motion_is_off_for_those_who_ask() -> None:
    assert "prefers-reduced-motion: reduce" in read_style()
