"""What the program might say, in any words: a statement where a test needs no certain one."""

from beslutssok.domain import Saying
from beslutssok.search.sentences import Says, say


def said(words: str) -> Saying:
    """The words as a saying, alike in every language."""
    return say(Says.COUNTS, counts=words)
