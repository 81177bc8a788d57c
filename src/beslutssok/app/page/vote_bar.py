"""How a vote went, as a bar and in words."""

from collections.abc import Sequence

from beslutssok.app.page.markup import show_text
from beslutssok.app.page.texts import Texts
from beslutssok.domain import VoteChoice

_NAMES = {VoteChoice.YES: "yes", VoteChoice.NO: "no"}


def render_vote_bar(counts: Sequence[tuple[VoteChoice, int]], texts: Texts) -> str:
    """Show how many voted how; the words say all that the bar shows.

    The bar is parted with gaps and hatched, so that it can be told apart without colours.
    """
    if not counts:
        return ""
    words = ", ".join(
        f"{count} {texts.entity_words.get(choice.value, choice.value)}" for choice, count in counts
    )
    parts = "".join(
        f'<span class="bs-bar-{_NAMES.get(choice, "other")}" style="flex-grow: {count}"></span>'
        for choice, count in counts
        if count > 0
    )
    return (
        f'<div class="bs-vote"><span class="bs-bar" aria-hidden="true">{parts}</span>'
        f"<span>{show_text(words)}</span></div>"
    )
