"""How well search finds, beside what one would otherwise build, in one run.

The baseline is the usual recipe: the text of each PDF cut into chunks of 1,000 characters,
embedded with the same model, nearest first (FAISS); and the same joined with BM25 over the chunks
by reciprocal rank fusion (k = 60). A chunk counts as every item that it has text from, the one with
most of it first.

    python benchmarks/quality.py CORPUS QUESTIONS.jsonl [--index FOLDER]
"""

import argparse
import math
from collections import Counter, defaultdict
from pathlib import Path

import faiss
import numpy as np

import beslutssok
from beslutssok.domain import Meeting, Page
from beslutssok.index.embedder import load_embedder
from beslutssok.index.words import query_words, stem, tokens
from beslutssok.parse import parse_document
from beslutssok.read import read_document
from beslutssok.search.evaluation import LabelledQuestion, ndcg_at, rank_items, read_questions
from beslutssok.settings import read_settings

CHUNK = 1_000
RRF_K = 60
DEPTH = 200
Key = tuple[str, str, str]


def main() -> None:
    """Print a table: one row a method, nDCG@10 and hit@1 by type and in all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--index", type=Path, default=Path("index/benchmark"))
    arguments = parser.parse_args()
    questions = [q for q in read_questions(arguments.questions) if q.relevant]
    index = beslutssok.open(arguments.index)
    index.ingest([arguments.corpus])
    dense, fused = naive_rankings(arguments.corpus, questions)
    ours = [rank_items(index.search(q.question, limit=DEPTH)) for q in questions]
    print_table(questions, {"naive chunks": dense, "naive + BM25 (RRF)": fused, "beslutssök": ours})


def naive_rankings(
    corpus: Path, questions: list[LabelledQuestion]
) -> tuple[list[list[Key]], list[list[Key]]]:
    """Rank items by their chunks: nearest first, and joined with BM25."""
    chunks, keys = [], []
    for path in sorted(corpus.rglob("*.pdf")):
        source = read_document(path)
        meeting = parse_document(source, path.relative_to(corpus))
        for text, key in cut(source.pages, meeting):
            chunks.append(text)
            keys.append(key)
    embedder = load_embedder(read_settings())
    nearest = faiss.IndexFlatIP(embedder.dimension)
    nearest.add(embedder.embed_passages(chunks, None))
    vectors = embedder.embed_queries([q.question for q in questions])
    _, found = nearest.search(vectors, min(DEPTH, len(chunks)))
    words = Bm25([[stem(token) for token in tokens(chunk)] for chunk in chunks])
    dense, fused = [], []
    for question, row in zip(questions, found, strict=True):
        by_words = words.rank([stem(word) for word in query_words(question.question)])[:DEPTH]
        scores: dict[int, float] = defaultdict(float)
        for ranking in (row.tolist(), by_words):
            for rank, chunk in enumerate(ranking):
                scores[chunk] += 1 / (RRF_K + rank + 1)
        dense.append(items_of(row.tolist(), keys))
        fused.append(items_of(sorted(scores, key=scores.__getitem__, reverse=True), keys))
    return dense, fused


def cut(pages: tuple[Page, ...], meeting: Meeting) -> list[tuple[str, list[Key]]]:
    """Cut the whole text, heads and feet and all, with the items each is from, most first."""
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
    found = []
    for start in range(0, len(whole), CHUNK):
        shares = Counter(owners[start : start + CHUNK]).most_common()
        keys = [(meeting.organ.lower(), str(meeting.date), number.lower()) for number, _ in shares]
        found.append((whole[start : start + CHUNK], keys))
    return found


def items_of(ranking: list[int], keys: list[list[Key]]) -> list[Key]:
    """A ranking of chunks read as that of their items, first come."""
    return list(dict.fromkeys(key for chunk in ranking if chunk >= 0 for key in keys[chunk]))


class Bm25:
    """Okapi BM25 (k1 = 1.2, b = 0.75) over stems."""

    def __init__(self, documents: list[list[str]]) -> None:
        self.counts = [Counter(document) for document in documents]
        self.lengths = np.array([len(document) for document in documents], dtype=float)
        self.spread = Counter(word for counts in self.counts for word in counts)

    def rank(self, query: list[str]) -> list[int]:
        """Documents that have any of the words, best first."""
        mean = self.lengths.mean()
        scores = np.zeros(len(self.counts))
        for word in set(query):
            rarity = math.log(
                1 + (len(self.counts) - self.spread[word] + 0.5) / (self.spread[word] + 0.5)
            )
            for position, counts in enumerate(self.counts):
                count = counts[word]
                if count:
                    norm = 1.2 * (0.25 + 0.75 * self.lengths[position] / mean)
                    scores[position] += rarity * count * 2.2 / (count + norm)
        return [int(i) for i in np.argsort(-scores, kind="stable") if scores[i] > 0]


def print_table(questions: list[LabelledQuestion], methods: dict[str, list[list[Key]]]) -> None:
    """Print nDCG@10 by type of question, and nDCG@10, hit@1 and hit@5 in all."""
    types = list(dict.fromkeys(question.type for question in questions))
    print(f"{len(questions)} answerable questions")
    print(f"{'':20}" + "".join(f"{name:>12}" for name in [*types, "all nDCG@10", "hit@1", "hit@5"]))
    for name, rankings in methods.items():
        gains = [ndcg_at(r, q.relevant) for q, r in zip(questions, rankings, strict=True)]
        row = [
            np.mean([g for g, q in zip(gains, questions, strict=True) if q.type == kind])
            for kind in types
        ]
        for depth in (1, 5):
            hits = [
                any(key in q.relevant for key in r[:depth])
                for q, r in zip(questions, rankings, strict=True)
            ]
            row.append(np.mean(hits))
        row.insert(len(types), np.mean(gains))
        print(f"{name:20}" + "".join(f"{value:12.3f}" for value in row))


if __name__ == "__main__":
    main()
