"""How well search finds, beside what one would otherwise build, and what each ingredient brings.

All in one run with one model: chunks of 1,000 characters alone and joined with BM25 by reciprocal
rank fusion (k = 60); our passages ranked by BM25 of stems, by meaning alone, by our words alone
(with parts of words), and by reciprocal rank fusion of these two; all of it; and all of it but one
ingredient. Differences to all of it are means over the questions in pairs, with the bounds of 95 %
of resamples.

    python benchmarks/quality.py CORPUS QUESTIONS.jsonl...     minutes as PDF
    python benchmarks/quality.py SET.json                      documents of authorities, as JSON
"""

import argparse
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from unittest.mock import patch

import numpy as np
from authorities import as_meetings, build_index, document_key, read_authorities
from naive import (
    RRF_K,
    Chunk,
    bm25_rankings,
    chunks_of_pdfs,
    chunks_of_texts,
    naive_rankings,
)

import beslutssok
from beslutssok.domain import Filters
from beslutssok.index.embedder import Embedder, load_embedder
from beslutssok.search import candidates as ranking
from beslutssok.search.evaluation import (
    ItemKey,
    LabelledQuestion,
    first_relevant,
    ndcg_at,
    rank_items,
    read_questions,
)
from beslutssok.search.expansion import Expansion
from beslutssok.search.hits import make_hit
from beslutssok.search.resampling import interval_of_difference, interval_of_mean
from beslutssok.search.retrieval import hit_of
from beslutssok.settings import read_settings

LIMIT = 200
Rankings = list[list[ItemKey]]


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """An index with the questions to it that have an answer, and its texts cut without sense."""

    name: str
    index: beslutssok.Index
    questions: list[LabelledQuestion]
    chunks: list[Chunk]


def main() -> None:
    """Print two tables for the set: by type of question, and the differences to all of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path, help="folder of PDF files, or a JSON file")
    parser.add_argument("questions", type=Path, nargs="*")
    parser.add_argument("--index", type=Path, help="kept between runs")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.index or Path(temporary)
        run(arguments.corpus, arguments.questions, folder, load_embedder(read_settings()))


def run(corpus: Path, labels: Sequence[Path], folder: Path, embedder: Embedder) -> None:
    """Rank with every system and print the tables."""
    chosen = authorities if corpus.suffix == ".json" else minutes
    tested = chosen(corpus, labels, folder, embedder)
    systems = ranked(tested, embedder)
    print_types(tested, systems)
    print_differences(tested, systems)


def minutes(corpus: Path, labels: Sequence[Path], folder: Path, embedder: Embedder) -> QuestionSet:
    """Index the PDF files below a folder."""
    index = beslutssok.open(folder, embedder=embedder)
    index.ingest([corpus])
    questions = [q for path in labels for q in read_questions(path) if q.relevant]
    return QuestionSet(corpus.name, index, questions, chunks_of_pdfs(corpus))


def authorities(
    path: Path, labels: Sequence[Path], folder: Path, embedder: Embedder
) -> QuestionSet:
    """Index the documents of a JSON file."""
    documents, questions = read_authorities(path)
    build_index(as_meetings(documents), folder, embedder).close()
    keys = [document_key(number) for number in range(len(documents))]
    index = beslutssok.open(folder, embedder=embedder)
    return QuestionSet(path.stem, index, questions, chunks_of_texts(documents, keys))


def ranked(tested: QuestionSet, embedder: Embedder) -> dict[str, Rankings]:
    """The rankings of all systems, ``beslutssök`` first."""

    def ours(question: str) -> list[ItemKey]:
        return rank_items(tested.index.search(question, limit=LIMIT))

    def not_understood(question: str) -> list[ItemKey]:
        retriever = tested.index._searchable()
        found = retriever.retrieve_plain(question, Filters()).candidates
        return rank_items(hit_of(candidate, 1, question) for candidate in found)

    def all_of(rank: Callable[[str], list[ItemKey]]) -> Rankings:
        return [rank(question.question) for question in tested.questions]

    finder = ranking.CandidateFinder
    systems = {"beslutssök": all_of(ours)}
    systems["BM25"] = bm25_rankings(chunks_of_index(tested.index), tested.questions)
    systems["naive chunks"], systems["naive chunks + BM25, RRF"] = naive_rankings(
        tested.chunks, tested.questions, embedder
    )
    with patch.object(ranking, "expand", unexpanded):
        systems["meaning alone"] = with_blend(lambda near, _: near, lambda: all_of(not_understood))
        systems["words alone"] = with_blend(lambda _, share: share, lambda: all_of(not_understood))
        systems["RRF of both"] = with_blend(by_ranks, lambda: all_of(not_understood))
        systems["- other words, spelling"] = all_of(ours)
    systems["- meaning"] = with_blend(lambda _, share: share, lambda: all_of(ours))
    systems["- words"] = with_blend(lambda near, _: near, lambda: all_of(ours))
    systems["- absolute scores (z)"] = with_blend(by_deviations, lambda: all_of(ours))
    systems["- understanding"] = all_of(not_understood)
    with patch.object(finder, "_match", without_grams(finder._match)):
        systems["- parts of words"] = all_of(ours)
    return systems


def chunks_of_index(index: beslutssok.Index) -> list[Chunk]:
    """Our passages, each with the title of its item, as chunks."""
    store = index._searchable().store
    return [
        (f"{hit.item_title}\n{hit.text}", rank_items([hit]))
        for hit in (make_hit(p, 1) for p in store.passages(store.rowids().tolist()))
    ]


Blend = Callable[[ranking.Scores, ranking.Scores], ranking.Scores]


def with_blend(blend: Blend, call: Callable[[], Rankings]) -> Rankings:
    """Rank with the two measures joined in another way."""
    finder = ranking.CandidateFinder
    with patch.object(finder, "blend", lambda self, nearness, share: blend(nearness, share)):
        return call()


def by_ranks(nearness: ranking.Scores, share: ranking.Scores) -> ranking.Scores:
    """Reciprocal rank fusion; what has no word of the question gets nothing for words."""
    joined: ranking.Scores = 1 / (RRF_K + 1 + places(nearness))
    return joined + np.where(share > 0, 1 / (RRF_K + 1 + places(share)), 0.0)


def places(scores: ranking.Scores) -> ranking.Scores:
    """The place of each score, from 0 for the highest."""
    order: ranking.Scores = np.argsort(np.argsort(-scores, kind="stable")).astype(float)
    return order


def by_deviations(nearness: ranking.Scores, share: ranking.Scores) -> ranking.Scores:
    """The sum of both in standard deviations over what was found, meaning weighing 0.65."""

    def standard(values: ranking.Scores) -> ranking.Scores:
        return (values - values.mean()) / max(float(values.std()), 1e-12)

    return 0.65 * standard(nearness) + 0.35 * standard(share)


def unexpanded(text: str, *_: object) -> Expansion:
    """A question as it stands, in place of ``expand``."""
    from beslutssok.index.words import query_terms

    return Expansion(text, query_terms(text), ())


def without_grams(match):  # type: ignore[no-untyped-def]
    """The match by whole stems: without the five-letter parts of words."""

    def matched(self, terms, *rest):  # type: ignore[no-untyped-def]
        from beslutssok.index.words import GRAM

        stems = [t for t in terms if not (len(t) == GRAM or t.startswith("_") or t.endswith("_"))]
        return match(self, stems, *rest)

    return matched


def gains(tested: QuestionSet, rankings: Rankings) -> list[float]:
    """The nDCG@10 of every question."""
    pairs = zip(rankings, tested.questions, strict=True)
    return [ndcg_at(found, question.relevant) for found, question in pairs]


def share_within(tested: QuestionSet, rankings: Rankings, depth: int) -> float:
    """The share of questions that have a relevant item among the first ``depth``."""
    pairs = zip(rankings, tested.questions, strict=True)
    return mean(first_relevant(found, q.relevant, depth) < depth for found, q in pairs)


def print_types(tested: QuestionSet, systems: dict[str, Rankings]) -> None:
    """Print nDCG@10 by type and in all with its bounds, and hit@1, 5 and 10."""
    types = list(dict.fromkeys(question.type for question in tested.questions))
    print(f"\n{tested.name}: {len(tested.questions)} answerable questions, nDCG@10")
    columns = [*(f"{name[:10]:>11}" for name in types), f"{'all':>9}{'95 %':>15}"]
    print(f"{'':26}" + "".join(columns) + f"{'hit@1':>8}{'hit@5':>7}{'hit@10':>7}")
    for name, rankings in systems.items():
        values = gains(tested, rankings)
        row = [
            mean(v for v, q in zip(values, tested.questions, strict=True) if q.type == kind)
            for kind in types
        ]
        low, high = interval_of_mean(values)
        print(
            f"{name:26}"
            + "".join(f"{value:11.3f}" for value in row)
            + f"{mean(values):9.3f}{f'{low:.3f}–{high:.3f}':>15} "
            + "".join(f"{share_within(tested, rankings, d):7.3f}" for d in (1, 5, 10))
        )


def print_differences(tested: QuestionSet, systems: dict[str, Rankings]) -> None:
    """Print by how much all of it is better than each other system."""
    (_, ours), *others = systems.items()
    print(f"\n{tested.name}: beslutssök minus another, nDCG@10 in pairs")
    for name, rankings in others:
        low, high = interval_of_difference(gains(tested, ours), gains(tested, rankings))
        difference = mean(gains(tested, ours)) - mean(gains(tested, rankings))
        sure = "" if low <= 0 <= high else "  sure"
        print(f"{name:26}{difference:+8.3f}   {low:+.3f} to {high:+.3f}{sure}")


if __name__ == "__main__":
    main()
