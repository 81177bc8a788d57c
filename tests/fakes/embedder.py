"""An embedder without a model: texts with shared words get near vectors, the same text the same."""

import re
import zlib
from collections.abc import Callable, Sequence

import numpy as np

from beslutssok.index.rows import Vectors
from beslutssok.index.stems import stem

STEM_WEIGHT = 1.0
TRIGRAM_WEIGHT = 0.3


class FakeEmbedder:
    """A hashed bag of stems and of letter trigrams, L2-normalised.

    So «skolan» is nearest to itself, near to «skolor» and about at right angles to «budget».
    ``embedded`` lists the passages it was asked for, in order.
    """

    def __init__(self, name: str = "fake", dimension: int = 256) -> None:
        self.name = name
        self.dimension = dimension
        self.embedded: list[str] = []

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        rows = [self._vector(text) for text in texts]
        return np.array(rows, dtype=np.float32).reshape(-1, self.dimension)

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> Vectors:
        self.embedded.extend(texts)
        vectors = self.embed_queries(texts)
        if progress is not None:
            progress(len(texts))
        return vectors

    def _vector(self, text: str) -> Vectors:
        vector = np.zeros(self.dimension, dtype=np.float32)
        for word in re.findall(r"\w+", text.casefold()):
            self._add(vector, stem(word), STEM_WEIGHT)
            marked = f"<{word}>"
            for start in range(len(marked) - 2):
                self._add(vector, marked[start : start + 3], TRIGRAM_WEIGHT)
        length = float(np.linalg.norm(vector))
        if length == 0.0:
            vector[0] = length = 1.0
        return vector / length

    def _add(self, vector: Vectors, feature: str, weight: float) -> None:
        """Add a feature at a place and with a sign that its name decides."""
        number = zlib.crc32(feature.encode("utf-8", "surrogatepass"))
        vector[number % self.dimension] += weight if number & 0x8000_0000 else -weight
