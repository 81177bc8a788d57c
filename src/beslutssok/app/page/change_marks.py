"""Which words a decision has otherwise than its proposal, marked in both texts."""

import re
from difflib import SequenceMatcher

from beslutssok.app.page.markup import show_text
from beslutssok.app.page.view_texts import CaseTexts

MOST_WORDS = 1500
"""Longer texts are shown without marks: comparing them takes too long."""

_PIECES = re.compile(r"\d{1,3}(?:[ \u00a0]\d{3})+|\s+|\w+(?:[.,:/-]\w+)*|[^\w\s]")


def mark_changes(proposal: str, decision: str, words: CaseTexts) -> tuple[str, str]:
    """Escape both texts, with the words that went as ``<del>`` and those that came as ``<ins>``.

    Each mark says in words, for those who do not see it, where it begins and ends. Texts that
    have nothing in common, or are very long, come without marks.
    """
    before, after = _PIECES.findall(proposal), _PIECES.findall(decision)
    if max(len(before), len(after)) > MOST_WORDS:
        return show_text(proposal), show_text(decision)
    matcher = SequenceMatcher(str.isspace, before, after, autojunk=False)
    if matcher.ratio() < 0.3:
        return show_text(proposal), show_text(decision)
    left: list[str] = []
    right: list[str] = []
    for change, i, j, k, m in _joined(matcher, before):
        gone, came = "".join(before[i:j]), "".join(after[k:m])
        if change == "equal":
            left.append(show_text(gone))
            right.append(show_text(came))
            continue
        left.append(_mark("del", gone, words.removed_words, words))
        right.append(_mark("ins", came, words.added_words, words))
    return "".join(left), "".join(right)


Opcode = tuple[str, int, int, int, int]


def _joined(matcher: "SequenceMatcher[str]", before: list[str]) -> list[Opcode]:
    """Join changes that only white space parts, so that a phrase is one mark."""
    joined: list[Opcode] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        change: str = tag
        if change == "equal" and joined and not "".join(before[i:j]).strip():
            change = "space"
        last = joined[-1] if joined else None
        if last and (change == "space" or (change != "equal" and last[0] == "replace")):
            joined[-1] = ("replace", last[1], j, last[3], m)
        else:
            joined.append(("equal" if change == "equal" else "replace", i, j, k, m))
    return joined


def _mark(tag: str, text: str, begins: str, words: CaseTexts) -> str:
    if not text.strip():
        return show_text(text)
    return (
        f'<{tag}><span class="bs-hidden"> [{show_text(begins)} </span>{show_text(text)}'
        f'<span class="bs-hidden"> {show_text(words.end_of_words)}] </span></{tag}>'
    )
