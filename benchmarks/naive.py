"""What one would otherwise bolt together: chunks of 1,000 characters, BM25 and rank fusion."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import faiss
import numpy as np

from beslutssok.domain import DocumentKind, Meeting, Page
from beslutssok.index.embedder import Embedder
from beslutssok.index.words import query_words, stem, tokens
from beslutssok.parse import parse_document
from beslutssok.read import read_document
from beslutssok.search.evaluation import ItemKey, LabelledQuestion

CHUNK = 1_000
RRF_K = 60
DEPTH = 200
Chunk = tuple[str, list[ItemKey]]
"""A text, and the items that it has text from, the one with most of it first."""


def chunks_of_pdfs(corpus: Path) -> list[Chunk]:
    """Cut the text of every PDF below a folder; a chunk counts as every item it has text from."""
    found = []
    for path in sorted(corpus.rglob("*.pdf")):
        source = read_document(path)
        meeting = parse_document(source, path.relative_to(corpus))
        found.extend(cut(source.pages, meeting))
    return found


def cut(pages: tuple[Page, ...], meeting: Meeting) -> list[Chunk]:
    """Cut the whole text, heads and feet and all."""
    owner = {}
    for item in meeting.items:
        places = list(item.heading_places)
        places += [p for s in item.sections for q in s.paragraphs for p in q.places]
        owner |= {(place.page, place.top, place.left): item.number for place in places}
    text, owners, current = [], [], ""
    for page in pages:
        everything = [*page.lines, *page.furniture]
        for line in sorted(everything, key=lambda line: line.place.top):
            current = owner.get((page.number, line.place.top, line.place.left), current)
            text.append(line.text + "\n")
            owners += [current] * (len(line.text) + 1)
    whole = "".join(text)
    is_agenda = meeting.document_kind is DocumentKind.AGENDA
    found = []
    for start in range(0, len(whole), CHUNK):
        shares = Counter(owners[start : start + CHUNK]).most_common()
        keys = [
            ItemKey(
                meeting.organ.lower(),
                str(meeting.date),
                number.lower(),
                is_agenda,
                meeting.huvudman.lower(),
            )
            for number, _ in shares
        ]
        found.append((whole[start : start + CHUNK], keys))
    return found


def chunks_of_texts(documents: Sequence[str], keys: Sequence[ItemKey]) -> list[Chunk]:
    """Cut documents that are one item each."""
    return [
        (text[start : start + CHUNK], [key])
        for text, key in zip(documents, keys, strict=True)
        for start in range(0, len(text), CHUNK)
    ]


def naive_rankings(
    chunks: Sequence[Chunk], questions: Sequence[LabelledQuestion], embedder: Embedder
) -> tuple[list[list[ItemKey]], list[list[ItemKey]]]:
    """Rank items by their chunks: nearest first, and joined with BM25 by their ranks."""
    texts = [text for text, _ in chunks]
    nearest = faiss.IndexFlatIP(embedder.dimension)
    nearest.add(embedder.embed_passages(texts))
    vectors = embedder.embed_queries([q.question for q in questions])
    _, found = nearest.search(vectors, min(DEPTH, len(chunks)))
    words = bm25_of(chunks)
    dense, fused = [], []
    for question, row in zip(questions, found, strict=True):
        by_words = words.rank(stems_of(question.question))[:DEPTH]
        scores: dict[int, float] = defaultdict(float)
        for ranking in (row.tolist(), by_words):
            for rank, chunk in enumerate(ranking):
                scores[chunk] += 1 / (RRF_K + rank + 1)
        dense.append(items_of(row.tolist(), chunks))
        fused.append(items_of(sorted(scores, key=scores.__getitem__, reverse=True), chunks))
    return dense, fused


def bm25_rankings(
    chunks: Sequence[Chunk], questions: Sequence[LabelledQuestion]
) -> list[list[ItemKey]]:
    """Rank items by BM25 of the stems of their chunks."""
    words = bm25_of(chunks)
    return [items_of(words.rank(stems_of(q.question))[:DEPTH], chunks) for q in questions]


def bm25_of(chunks: Sequence[Chunk]) -> "Bm25":
    """BM25 over the stems of chunks."""
    return Bm25([[stem(token) for token in tokens(text)] for text, _ in chunks])


def stems_of(question: str) -> list[str]:
    """The stems of a question's words, without those that say nothing."""
    return [stem(word) for word in query_words(question)]


def items_of(ranking: list[int], chunks: Sequence[Chunk]) -> list[ItemKey]:
    """A ranking of chunks read as that of their items, first come."""
    return list(dict.fromkeys(key for chunk in ranking if chunk >= 0 for key in chunks[chunk][1]))


class Bm25:
    """Okapi BM25 (k1 = 1.2, b = 0.75) over stems."""

    def __init__(self, documents: list[list[str]]) -> None:
        counts = [Counter(document) for document in documents]
        lengths = np.array([len(document) for document in documents], dtype=float)
        self._norms = 1.2 * (0.25 + 0.75 * lengths / max(lengths.mean(), 1.0))
        self._postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for position, held in enumerate(counts):
            for word, count in held.items():
                self._postings[word].append((position, count))

    def rank(self, query: list[str]) -> list[int]:
        """Documents that have any of the words, best first."""
        scores = np.zeros(len(self._norms))
        for word in set(query):
            postings = self._postings.get(word, [])
            spread = len(postings)
            rarity = math.log(1 + (len(scores) - spread + 0.5) / (spread + 0.5))
            for position, count in postings:
                scores[position] += rarity * count * 2.2 / (count + self._norms[position])
        return [int(i) for i in np.argsort(-scores, kind="stable") if scores[i] > 0]
