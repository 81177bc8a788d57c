"""How sure a mean over questions is: bootstrap intervals, seeded so that they repeat."""

from collections.abc import Sequence

import numpy as np

RESAMPLES = 2_000
SEED = 7
LEVEL = 0.95


def interval_of_mean(values: Sequence[float]) -> tuple[float, float]:
    """The bounds between which the mean of values lies, with 95 % of their resamples.

    ``values`` are one for each question, at least one. All equal gives that value twice.

    >>> interval_of_mean([0.5, 0.5, 0.5])
    (0.5, 0.5)
    """
    if not values:
        raise ValueError("a mean needs at least one value")
    held = np.asarray(values, dtype=float)
    drawn = np.random.default_rng(SEED).integers(0, len(held), (RESAMPLES, len(held)))
    outside = 100 * (1 - LEVEL) / 2
    low, high = np.percentile(held[drawn].mean(axis=1), [outside, 100 - outside])
    return float(low), float(high)


def interval_of_difference(ours: Sequence[float], theirs: Sequence[float]) -> tuple[float, float]:
    """The bounds of the mean difference between two systems over the same questions, in pairs.

    A difference is more than chance where both bounds have one sign.

    >>> interval_of_difference([1.0, 0.75], [0.5, 0.25])
    (0.5, 0.5)
    """
    return interval_of_mean([a - b for a, b in zip(ours, theirs, strict=True)])
