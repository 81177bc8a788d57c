"""How a vote went, as a bar and in words."""

from collections.abc import Sequence

from beslutssok.app.page.markup import show_text
from beslutssok.app.page.texts import Texts
from beslutssok.domain import VoteChoice

_NAMES = {VoteChoice.YES: "yes", VoteChoice.NO: "no"}


Counts = Sequence[tuple[VoteChoice, int]]


def say_counts(counts: Counts, texts: Texts) -> str:
    """Say how many voted how: ``17 ja, 12 nej``."""
    return ", ".join(
        f"{count} {texts.entity_words.get(choice.value, choice.value)}" for choice, count in counts
    )


def render_vote_bar(counts: Counts, said: str = "") -> str:
    """Show how many voted how, with the words ``said`` below; they say all that the bar shows.

    The bar is parted with gaps and hatched, so that it can be told apart without colours.
    """
    if not counts:
        return ""
    parts = "".join(
        f'<span class="bs-bar-{_NAMES.get(choice, "other")}" style="flex-grow: {count}"></span>'
        for choice, count in counts
        if count > 0
    )
    words = f"<span>{show_text(said)}</span>" if said else ""
    return (
        f'<div class="bs-vote"><span class="bs-bar" aria-hidden="true">{parts}</span>{words}</div>'
    )
