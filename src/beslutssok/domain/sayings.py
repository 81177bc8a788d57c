"""What the program itself says, as data: a sentence and its values, to be said in any language."""

from collections.abc import Callable, Mapping
from enum import Enum
from string import Formatter
from typing import Any


class Sentence(Enum):
    """The sentences of a room: each one's value is its words in Swedish, with values in braces."""


class Saying(str):
    """Something that the program says: the words in Swedish, and the sentence that they are of.

    What is quoted from a document is a plain string; so the two are never taken for each other.
    """

    __slots__ = ("sentence", "values")
    sentence: Sentence
    values: Mapping[str, Any]

    def __new__(cls, text: str, sentence: Sentence, values: Mapping[str, Any]) -> "Saying":
        """Make one of words that are already put together."""
        saying = super().__new__(cls, text)
        saying.sentence, saying.values = sentence, values
        return saying

    def __getnewargs__(self) -> tuple[str, Sentence, Mapping[str, Any]]:  # type: ignore[override]
        """What a copy is made of."""
        return str(self), self.sentence, self.values


class Speaker(Formatter):
    """Says sentences in one language.

    ``template`` gives the words of a sentence, ``word`` those of one value in it.
    After the name of a value may stand how it is said: a number with its noun in singular and
    plural (``{items:one item|items}``), what stands between the parts of a tuple (``{who: or }``,
    a comma if nothing), ``lower`` or ``capital`` for the first letter.
    """

    def __init__(self, template: Callable[[Sentence], str], word: Callable[[Any], str]) -> None:
        self._template, self._word = template, word

    def say(self, sentence: Sentence, values: Mapping[str, Any]) -> str:
        """Put values into a sentence."""
        return self.vformat(self._template(sentence), (), values)

    def format_field(self, value: object, format_spec: str) -> str:
        """Say a value."""
        if isinstance(value, tuple):
            return (format_spec or ", ").join(self.format_field(part, "") for part in value)
        if isinstance(value, int) and format_spec:
            one, many = format_spec.split("|")
            return one if value == 1 else f"{value} {many}"
        return _LETTERS.get(format_spec, str)(self._word(value))


_LETTERS: Mapping[str, Callable[[str], str]] = {
    "lower": str.lower,
    "capital": lambda said: f"{said[:1].upper()}{said[1:]}",
}
