"""What stands in the fields of the page: the same as what the address of a view holds."""

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import TypeVar
from urllib.parse import quote, urlencode

from beslutssok.app.page.texts import Texts
from beslutssok.domain import DocumentKind, Filters, SectionKind

LONGEST_FIELD = 500
NAMES_IN_ADDRESS = {
    "question": "q",
    "huvudman": "huvudman",
    "organ": "organ",
    "document_kind": "typ",
    "section": "avsnitt",
    "party": "parti",
    "date_from": "fran",
    "date_to": "till",
    "case_number": "dnr",
    "sort": "sortera",
    "without": "utan",
    "more": "antal",
    "after": "efter",
}
FORGOTTEN = ("without", "more", "after")
"""What belongs to one question, and is not kept for the next."""

LIMITING = (
    *("huvudman", "organ", "document_kind", "section", "party"),
    *("date_from", "date_to", "case_number"),
)
NEWEST, OLDEST = "nyast", "aldst"
MOST_ITEMS = 100
_Kind = TypeVar("_Kind", DocumentKind, SectionKind)
_BETWEEN_KEYS, _KEY_HAS_ONE = "|", "%7C"
_DATE = re.compile(r"(\d{4})(?:-?(\d{1,2})(?:-?(\d{1,2}))?)?")


class UnclearForm(ValueError):
    """A field holds something that cannot be understood; the message is for the user."""


@dataclass(frozen=True, slots=True)
class Form:
    """The fields as text, in the order they have on the page; an empty one does not limit.

    ``without`` has the keys of interpretations that were taken away (see ``write_keys``);
    ``sort`` is ``NEWEST``, ``OLDEST`` or empty; ``more`` is how many items to list; ``after`` is
    the item or case that a follow-up question goes on from.
    """

    question: str = ""
    huvudman: str = ""
    organ: str = ""
    document_kind: str = ""
    section: str = ""
    party: str = ""
    date_from: str = ""
    date_to: str = ""
    case_number: str = ""
    sort: str = ""
    without: str = ""
    more: str = ""
    after: str = ""

    @property
    def values(self) -> tuple[str, ...]:
        """The fields in order."""
        return tuple(getattr(self, field.name) for field in fields(self))

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """The names of the fields in order."""
        return tuple(field.name for field in fields(cls))

    @property
    def asks_something(self) -> bool:
        """Whether there is a question, or a case to show."""
        return bool(self.question or self.case_number)

    @property
    def is_limited(self) -> bool:
        """Whether any field that limits is filled in."""
        return any(getattr(self, name) for name in LIMITING)

    def items_wanted(self, usual: int) -> int:
        """How many items to list; what is no number, or too large, counts for the usual.

        >>> Form(more="20").items_wanted(10), Form(more="x").items_wanted(10)
        (20, 10)
        """
        wanted = int(self.more) if self.more.isascii() and self.more.isdigit() else 0
        return min(max(wanted, usual), MOST_ITEMS)

    @property
    def taken_away(self) -> tuple[str, ...]:
        """The keys in ``without``: of interpretations of the question that are not wanted."""
        return tuple(map(_read_key, filter(None, self.without.split(_BETWEEN_KEYS))))


def read_fields(*values: str | None) -> Form:
    """Make a form of what the fields hold, in their order."""
    return Form(*((value or "").strip()[:LONGEST_FIELD] for value in values))


def read_address(parameters: Mapping[str, str]) -> Form:
    """Make a form of the parameters of an address; unknown ones are passed over.

    >>> read_address({"q": " bussar ", "organ": "Regionstyrelsen", "x": "1"}).question
    'bussar'
    """
    return read_fields(*(parameters.get(name) for name in NAMES_IN_ADDRESS.values()))


def write_address(form: Form) -> str:
    """Write the address of a view, relative to the page.

    >>> write_address(Form(question="Vad gäller?", case_number="RS/762/2024"))
    '?q=Vad%20g%C3%A4ller%3F&dnr=RS/762/2024'
    """
    return "?" + urlencode(write_parameters(form), safe="/", quote_via=quote, errors="replace")


def write_parameters(form: Form) -> dict[str, str]:
    """Name the fields that are filled in as an address does.

    >>> write_parameters(Form(question="Vad gäller?", more="20"))
    {'q': 'Vad gäller?', 'antal': '20'}
    """
    named = zip(NAMES_IN_ADDRESS.values(), form.values, strict=True)
    return {name: value for name, value in named if value}


def write_keys(keys: Iterable[str]) -> str:
    """Write the keys of interpretations as ``Form.without`` has them.

    >>> write_keys(["organ:kommunstyrelsen", "avsnitt:beslut"])
    'organ:kommunstyrelsen|avsnitt:beslut'
    """
    return _BETWEEN_KEYS.join(
        key.replace("%", "%25").replace(_BETWEEN_KEYS, _KEY_HAS_ONE) for key in keys
    )


def _read_key(written: str) -> str:
    return written.replace(_KEY_HAS_ONE, _BETWEEN_KEYS).replace("%25", "%")


def read_filters(form: Form, texts: Texts) -> Filters:
    """Understand the fields that limit a search.

    Raises:
        UnclearForm: a date that is no date, a period that ends before it begins, or a kind of
            document or section that there is none of.
    """
    date_from = _read_day(form.date_from, texts, last=False)
    date_to = _read_day(form.date_to, texts, last=True)
    if date_from and date_to and date_from > date_to:
        raise UnclearForm(texts.dates_reversed)
    return Filters(
        huvudman=form.huvudman or None,
        organ=form.organ or None,
        date_from=date_from,
        date_to=date_to,
        document_kind=_read_choice(DocumentKind, form.document_kind, texts),
        section=_read_choice(SectionKind, form.section, texts),
        case_number=form.case_number or None,
        party=form.party or None,
    )


def _read_choice(kind: type[_Kind], text: str, texts: Texts) -> _Kind | None:
    try:
        return kind(text) if text else None
    except ValueError as exc:
        raise UnclearForm(texts.unknown_choice.format(value=text)) from exc


def _read_day(text: str, texts: Texts, *, last: bool) -> date | None:
    if not text:
        return None
    match = _DATE.fullmatch(text)
    try:
        if match is None:
            raise ValueError(text)
        year = int(match[1])
        month = int(match[2] or (12 if last else 1))
        day = int(match[3] or (monthrange(year, month)[1] if last else 1))
        return date(year, month, day)
    except ValueError as exc:
        raise UnclearForm(texts.bad_date.format(value=text)) from exc
