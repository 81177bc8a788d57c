"""What can be asked: the parameters of an address, or the same names in a JSON object."""

import re
from argparse import ArgumentTypeError
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from fastapi import Request
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator

from beslutssok.app.api.errors import Refused
from beslutssok.app.argument_values import (
    read_first_day,
    read_kind,
    read_last_day,
    read_organ,
    read_section,
)
from beslutssok.app.arguments import LIMIT
from beslutssok.app.wording import SECTION_WORDS
from beslutssok.domain import DocumentKind, Filters, SectionKind

LONGEST_QUESTION = 1_000
LONGEST_TEXT = 100_000
LONGEST_FILTER = 300
MOST_HITS = 100
MOST_WITHOUT = 20
LISTS = frozenset({"without"})
"""Names that may be given more than once."""
HALF_LETTER = re.compile(r"[\ud800-\udfff]")
"""Half a surrogate pair, which JSON can escape but no text can have."""


def _read_by(read: Callable[[str], Any]) -> BeforeValidator:
    """Read a value as the command line does, and complain in its words."""

    def validate(value: object) -> Any:
        if not isinstance(value, str):
            raise ValueError("ska vara text")
        if not value.strip():
            raise ValueError("är tom")
        if len(value) > LONGEST_FILTER:
            raise ValueError(f"är längre än {LONGEST_FILTER} tecken")
        if HALF_LETTER.search(value):
            raise ValueError("har tecken som inte går att läsa")
        try:
            return read(value)
        except ArgumentTypeError as exc:
            raise ValueError(str(exc)) from exc

    return BeforeValidator(validate)


def _words(example: str, description: str, choices: list[str] | None = None) -> WithJsonSchema:
    schema: dict[str, Any] = {"type": "string", "description": description, "examples": [example]}
    return WithJsonSchema(schema | ({"enum": choices} if choices else {}))


_DATE = "ÅÅÅÅ-MM-DD, ÅÅÅÅ-MM eller ÅÅÅÅ"
FirstDay = Annotated[date, _read_by(read_first_day), _words("2024-01-01", f"Från och med, {_DATE}")]
LastDay = Annotated[date, _read_by(read_last_day), _words("2024-12", f"Till och med, {_DATE}")]
Organ = Annotated[
    str, _read_by(read_organ), _words("Kommunfullmäktige", "Organ, även som KF, KS, RS …")
]
Kind = Annotated[
    DocumentKind,
    _read_by(read_kind),
    _words("protokoll", "Handlingens typ", [kind.value for kind in DocumentKind]),
]
Part = Annotated[
    SectionKind,
    _read_by(read_section),
    _words("beslut", "Avsnitt", [word.lower() for word in SECTION_WORDS.values()]),
]
Short = Annotated[str, Field(min_length=1, max_length=LONGEST_FILTER)]
Question = Annotated[
    str,
    Field(min_length=1, max_length=LONGEST_QUESTION, pattern=r"\S"),
    Field(description="Frågan, eller ord att söka", examples=["Vad beslutades om nattbussen?"]),
]
Text = Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT, pattern=r"\S")]
Limit = Annotated[int, Field(ge=1, le=MOST_HITS, description="Högst så många")]


def refuse_repeated(request: Request) -> None:
    """Refuse what is given twice and can be only one: no filter is lost in silence.

    Raises:
        Refused: the name, and what to do.
    """
    given = [name for name, _ in request.query_params.multi_items() if name not in LISTS]
    twice = next((name for name in given if given.count(name) > 1), None)
    if twice is not None:
        remedy = "Ange ett värde, och fråga en gång till om det andra."
        raise Refused(400, f"{twice[:LONGEST_FILTER]} är angiven flera gånger.", remedy)


class Asked(BaseModel):
    """What is common: a name that is not known is refused, so that no filter is lost."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Filtered(Asked):
    """Filters; each has the name of its flag on the command line."""

    huvudman: Short | None = Field(None, description="Region eller kommun")
    organ: Organ | None = None
    date_from: FirstDay | None = Field(None, alias="from")
    date_to: LastDay | None = Field(None, alias="to")
    document_kind: Kind | None = Field(None, alias="kind")
    section: Part | None = None
    case_number: Short | None = Field(None, alias="case", description="Diarienummer")
    party: Short | None = Field(None, description="Parti som nämns i stycket, t.ex. S eller MP")

    @model_validator(mode="after")
    def begins_before_it_ends(self) -> "Filtered":
        """Refuse a period that ends before it begins."""
        if self.date_from and self.date_to and self.date_from > self.date_to:
            raise ValueError("perioden slutar innan den börjar: byt plats på from och to")
        return self

    @property
    def filters(self) -> Filters:
        """The filters as the façade takes them."""
        return Filters(
            huvudman=self.huvudman,
            organ=self.organ,
            date_from=self.date_from,
            date_to=self.date_to,
            document_kind=self.document_kind,
            section=self.section,
            case_number=self.case_number,
            party=self.party,
        )


class AskedQuestion(Filtered):
    """A question, with filters."""

    q: Question
    without: list[Short] = Field(
        default_factory=list,
        max_length=MOST_WITHOUT,
        description="Tolkningar av frågan att bortse från, t.ex. organ:kommunfullmäktige",
    )


class AskedSearch(AskedQuestion):
    """Words or a question to search for."""

    limit: Limit = LIMIT


class AskedFollowUp(AskedQuestion):
    """A question, and what it goes on from."""

    after: Short | None = Field(
        None, description="Källa eller diarienummer som en följdfråga («hur röstade V?») gäller"
    )


TextOrCitation = Annotated[
    Text,
    Field(
        description="En text, en källhänvisning eller ett id",
        examples=["En liten hälsocentral föreslås få kortare öppettider"],
    ),
]


class AskedSimilar(Asked):
    """A text, or the citation or identifier of an item, to find the like of."""

    text: TextOrCitation
    limit: Limit = LIMIT


class AskedPrecedents(Filtered):
    """The same, among what the filters leave."""

    text: TextOrCitation
    limit: Limit = LIMIT


class AskedActions(Filtered):
    """Who acted, and on what."""

    who: Short | None = Field(None, description="Parti eller person; utan den alla")
    about: Question | None = Field(None, description="Vad det gällde")


class AskedCase(Asked):
    """A case by its number, or by the citation or identifier of one of its items."""

    dnr: Short = Field(
        description="Diarienummer, källhänvisning eller id", examples=["RS/762/2024"]
    )
    huvudman: Short | None = Field(None, description="Region eller kommun, om flera har numret")


class AskedItem(Asked):
    """An item by its citation or identifier."""

    citation: Short = Field(
        description="Källhänvisning eller id", examples=["Regionstyrelsen 2024-12-10 § 208"]
    )
