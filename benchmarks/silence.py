"""Fit when a question is answered, and show how often that is right.

For each index: its questions that have an answer there; those labelled to have none, near misses
among them; and the questions of ``unanswerable.txt``. What is fitted are the weights in
``search/odds.py``; each index is judged with weights fitted on the others, and besides the
odds by what the best item lacks, as the package does.

    python benchmarks/silence.py INDEX=QUESTIONS[,QUESTIONS...]...

QUESTIONS is JSON lines, a JSON set of authorities, or text like ``near_misses.txt``, which is
asked of the samples in ``ingest/``.
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from authorities import read_authorities

import beslutssok
from beslutssok.domain import Filters
from beslutssok.search import evidence, odds
from beslutssok.search.evaluation import read_questions
from beslutssok.search.odds import Seen

UNANSWERABLE = Path(__file__).with_name("unanswerable.txt")
MOST_QUESTIONS = 200
# What questions weigh together, of one index: those with an answer, those far from it, and those
# labelled to have none.
ANSWERABLE, OFF, LABELLED = 1.0, 0.4, 0.6
# The share of questions with an answer that are to be answered: what comes near may lack it still.
KEPT = 0.96
STEPS = 50
RIDGE = 1e-3

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Measured:
    """The questions to one index: what was seen, its weight, what it has, what the best item lacks.

    ``features`` has the shape (n, 8), the last column being 1.
    """

    name: str
    features: Numbers
    weights: Numbers
    has_answer: npt.NDArray[np.bool_]
    lacking: npt.NDArray[np.bool_]


def main() -> None:
    """Print how each index does with weights from the others, and the weights from all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", nargs="+")
    arguments = parser.parse_args()
    pairs = [pair.split("=", 1) for pair in arguments.pairs]
    run([(Path(index), [Path(file) for file in files.split(",")]) for index, files in pairs])


def run(pairs: list[tuple[Path, list[Path]]], embedder: object = None) -> None:
    """Measure all, fit, and print."""
    sets = [measure(folder, questions, embedder) for folder, questions in pairs]
    for held in sets:
        others = [other for other in sets if other is not held] or sets
        show(f"{held.name}, weights of the others", held, fit(others))
        show(f"{held.name}, weights in the code", held, weights_in_code())
    print("nearness, share, margin, foreign, official, official x nearness, unknown name, at zero:")
    print("fitted on all:", np.round(fit(sets), 2))
    print("in the code:  ", np.round(weights_in_code(), 2))


def weights_in_code() -> Numbers:
    """The weights that the package uses, in the order of the features."""
    return np.array(
        [
            odds.PER_NEARNESS,
            odds.PER_SHARE,
            odds.PER_MARGIN,
            odds.FOREIGN,
            odds.AT_ZERO_OFFICIAL - odds.AT_ZERO,
            odds.PER_NEARNESS_OFFICIAL - odds.PER_NEARNESS,
            odds.UNKNOWN_NAME,
            odds.AT_ZERO,
        ]
    )


def measure(folder: Path, paths: list[Path], embedder: object = None) -> Measured:
    """Ask an index all the questions."""
    index = beslutssok.open(folder, embedder=embedder)  # type: ignore[arg-type]
    labelled = [entry for path in paths for entry in read_labelled(path)]
    off = [(question, False) for question in read_lines(UNANSWERABLE)]
    rows, weights, has_answer, lacking = [], [], [], []
    groups = (
        ([entry for entry in labelled if entry[1]], ANSWERABLE),
        (off, OFF),
        ([entry for entry in labelled if not entry[1]], LABELLED),
    )
    for questions, weight in groups:
        measured = [(see(index, question), answer) for question, answer in questions]
        kept = [(*seen, answer) for seen, answer in measured if seen is not None]
        rows += [features_of(seen) for seen, _, _ in kept]
        lacking += [lack for _, lack, _ in kept]
        has_answer += [answer for _, _, answer in kept]
        weights += [weight / max(len(kept), 1)] * len(kept)
    return Measured(
        folder.name,
        np.array(rows, dtype=float),
        np.array(weights),
        np.array(has_answer),
        np.array(lacking),
    )


def read_labelled(path: Path) -> list[tuple[str, bool]]:
    """Questions and whether they have an answer."""
    if path.suffix == ".txt":
        return [(line.lstrip("+"), line.startswith("+")) for line in read_lines(path)]
    labelled = read_authorities(path)[1] if path.suffix == ".json" else read_questions(path)
    chosen = labelled[:: -(-len(labelled) // MOST_QUESTIONS)]
    return [(each.question, each.answerable) for each in chosen]


def read_lines(path: Path) -> list[str]:
    """The lines of a text that are neither empty nor a heading."""
    lines = path.read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def see(index: beslutssok.Index, question: str) -> tuple[Seen, bool] | None:
    """What the evidence sees, and whether the best item lacks something.

    ``None`` where something is named by number, or nothing is from the period named: that is
    settled otherwise.
    """
    retriever = index._searchable()
    retrieval = retriever.retrieve(question, Filters())
    named = retrieval.filters.case_number or retrieval.filters.item_number
    if named or not retrieval.candidates or retrieval.is_period_empty:
        return None
    seen = odds.see(retriever, retrieval, retrieval.question.wording)
    return seen, evidence.lack_of(retriever, retrieval) is not None


def features_of(seen: Seen) -> tuple[float, ...]:
    """The numbers that are weighed."""
    official = float(seen.is_official)
    return (
        seen.nearness,
        seen.share,
        seen.margin,
        float(seen.is_foreign),
        official,
        official * seen.nearness,
        float(seen.has_unknown_name),
        1.0,
    )


def fit(sets: list[Measured]) -> Numbers:
    """Weights of a logistic regression, moved so that ``KEPT`` of what has an answer is answered.

    By Newton's method with a little ridge; both classes weigh the same.
    """
    features = np.concatenate([s.features for s in sets])
    weights = np.concatenate([s.weights for s in sets])
    wanted = np.concatenate([s.has_answer for s in sets])
    weights = np.where(wanted, weights / weights[wanted].sum(), weights / weights[~wanted].sum())
    found = np.zeros(features.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(features @ found, -30, 30)))
        slope = features.T @ (weights * (wanted - chance)) - RIDGE * found
        curve = (features * (weights * chance * (1 - chance))[:, None]).T @ features
        found += np.linalg.solve(curve + RIDGE * np.eye(len(found)), slope)
    found[-1] -= np.quantile((features @ found)[wanted], 1 - KEPT)
    return found


def show(name: str, held: Measured, weights: Numbers) -> None:
    """Print the shares that are right, and F1 were there as many without answer as with."""
    answered = (held.features @ weights >= 0) & ~held.lacking
    recall = answered[held.has_answer].mean()
    wrong = answered[~held.has_answer].mean()
    f1 = 2 * recall / (1 + recall + wrong)
    print(f"{name:44} answered {recall:.2f}, silent {1 - wrong:.2f}, F1 {f1:.2f}")


if __name__ == "__main__":
    main()
