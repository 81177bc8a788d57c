"""The languages of the page: Swedish unless the address has ``sprak=…``."""

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import parse_qs

from beslutssok.app.page.english import ENGLISH
from beslutssok.app.page.texts import Texts

LANGUAGE_PARAMETER = "sprak"
OTHER_LANGUAGES: Mapping[str, Texts] = MappingProxyType({ENGLISH.language: ENGLISH})


def language_asked(query: bytes) -> Texts | None:
    """Give the texts of the language that a query string names, unless it is the first one.

    >>> asked = language_asked(b"q=bussar&sprak=en")
    >>> asked.language if asked else "sv"
    'en'
    """
    values = parse_qs(query.decode("latin-1")).get(LANGUAGE_PARAMETER, [""])
    return OTHER_LANGUAGES.get(values[-1])
