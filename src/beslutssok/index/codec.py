"""The dataclasses of the field as compressed JSON, and back: ``decode(T, encode(x)) == x``.

A dataclass is an object with the names of its fields; a field that has its default is left out.
So a later version that adds a field with a default still reads what an older one wrote. A
``Place``, of which there are many, is the list ``[page, left, top, right, bottom]``.
"""

import json
import zlib
from collections.abc import Callable, Hashable, Iterable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from beslutssok.domain import Place

T = TypeVar("T")


def encode(value: object) -> bytes:
    """Encode a dataclass of ``beslutssok.domain``."""
    return zlib.compress(json.dumps(_to_data(value), separators=(",", ":")).encode("ascii"))


def decode(kind: type[T], data: bytes) -> T:
    """Decode what :func:`encode` made of a ``kind``.

    Raises:
        ValueError: the bytes are damaged, or of something else.
    """
    try:
        decoded = _decoder(cast(Hashable, kind))(json.loads(zlib.decompress(data)))
    except (zlib.error, TypeError, AttributeError, KeyError) as exc:
        raise ValueError(f"no encoded {kind.__name__}: {exc}") from exc
    assert isinstance(decoded, kind)
    return decoded


def decode_field(kind: type[T], data: bytes, name: str) -> T | None:
    """Decode one field, a ``kind``, of what :func:`encode` made; ``None`` where it was left out.

    Raises:
        ValueError: the bytes are damaged, or of something else.
    """
    try:
        held = json.loads(zlib.decompress(data)).get(name)
        return None if held is None else cast(T, _decoder(cast(Hashable, kind))(held))
    except (zlib.error, TypeError, AttributeError, KeyError) as exc:
        raise ValueError(f"no encoded {kind.__name__}: {exc}") from exc


def encode_places(places: Iterable[Place]) -> str:
    """Encode places as JSON text.

    >>> encode_places([Place(page=2, left=70.5, top=100.0, right=300.0, bottom=112.0)])
    '[[2,70.5,100.0,300.0,112.0]]'
    """
    return json.dumps([_to_data(place) for place in places], separators=(",", ":"))


def decode_places(text: str) -> tuple[Place, ...]:
    """Decode what :func:`encode_places` made."""
    return tuple(Place(*entry) for entry in json.loads(text))


def _to_data(value: Any) -> Any:
    if isinstance(value, Place):
        return [value.page, value.left, value.top, value.right, value.bottom]
    if isinstance(value, tuple):
        return [_to_data(entry) for entry in value]
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    if is_dataclass(value):
        held = ((field, getattr(value, field.name)) for field in fields(value))
        return {
            field.name: _to_data(content)
            for field, content in held
            if field.default is MISSING or content != field.default
        }
    return value


@cache
def _decoder(kind: Any) -> Callable[[Any], Any]:
    """Make the function that turns JSON data into a ``kind``."""
    if kind is Place:
        return lambda data: Place(*data)
    if get_origin(kind) is tuple:
        return _tuple_decoder(get_args(kind))
    if NoneType in get_args(kind):
        inner = _decoder(next(part for part in get_args(kind) if part is not NoneType))
        return lambda data: None if data is None else inner(data)
    if kind is date:
        return date.fromisoformat
    if kind is Path:
        return Path
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind
    if isinstance(kind, type) and is_dataclass(kind):
        decoders = {name: _decoder(hint) for name, hint in get_type_hints(kind).items()}
        return lambda data: kind(
            **{name: decoders[name](content) for name, content in data.items()}
        )
    return lambda data: data


def _tuple_decoder(parts: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(parts) == 2 and parts[1] is Ellipsis:
        entry = _decoder(parts[0])
        return lambda data: tuple(map(entry, data))
    decoders = [_decoder(part) for part in parts]
    return lambda data: tuple(
        decoder(content) for decoder, content in zip(decoders, data, strict=True)
    )
