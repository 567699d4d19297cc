"""K-means against naive passes, all partitions and published sums."""

from itertools import product

import numpy as np
import pytest
from samplan.processing.methods.errors import Cancelled
from samplan.processing.methods.typology.kmeans import kmeans
from samplan.processing.methods.typology.lloyd import Partition, lloyd, measured
from samplan.processing.methods.typology.transfer import transfer


def naive(values, centres):
    """Lloyd's passes with every distance computed each time."""
    labels = None
    while True:
        squared = ((values[:, None] - centres[None]) ** 2).sum(axis=2)
        fresh = squared.argmin(axis=1)
        if labels is not None and (fresh == labels).all():
            return labels
        labels = fresh
        assert len(np.unique(labels)) == len(centres)
        centres = np.stack([values[labels == label].mean(axis=0) for label in range(len(centres))])


def skewed(rng):
    return np.column_stack([rng.pareto(0.7, 500), rng.normal(size=500) * 0.01])


DATA = {
    "without classes": lambda rng: rng.normal(size=(3000, 6)),
    "with classes": lambda rng: rng.normal(size=(4000, 3)) + rng.integers(0, 5, (4000, 1)) * 4,
    "on a grid, with ties": lambda rng: rng.integers(0, 6, (600, 2)).astype(float),
    "with giants": skewed,
    "far from the origin": lambda rng: rng.normal(size=(800, 4)) + 1e4,
    "in one dimension": lambda rng: rng.normal(size=(200, 1)),
}


@pytest.mark.parametrize("make", DATA.values(), ids=DATA)
@pytest.mark.parametrize("k", [2, 3, 9])
def test_passes_equal_naive_ones(make, k):
    rng = np.random.default_rng(k)
    values = make(rng)
    distinct = np.unique(values, axis=0)
    centres = distinct[rng.choice(len(distinct), k, replace=False)]
    found = lloyd(values, centres)
    np.testing.assert_array_equal(found.labels, naive(values, centres))
    means = [values[found.labels == label].mean(axis=0) for label in range(k)]
    np.testing.assert_allclose(found.centres, means, rtol=1e-9, atol=1e-9)
    within = ((values - found.centres[found.labels]) ** 2).sum()
    np.testing.assert_allclose(found.within, within, rtol=1e-9)


def test_the_arguments_stay_as_they_were():
    values = np.random.default_rng(0).normal(size=(50, 2))
    before, start = values.copy(), values[:3].copy()
    transfer(values, lloyd(values, start))
    np.testing.assert_array_equal(values, before)
    np.testing.assert_array_equal(start, before[:3])


def test_of_equally_near_centres_a_row_takes_the_first():
    found = lloyd(np.array([[0.0], [1.0], [2.0]]), np.array([[0.0], [2.0]]))
    assert found.labels.tolist() == [0, 0, 1]


def test_a_centre_without_rows_moves_to_the_farthest_row():
    values = np.array([[0.0], [1.0], [10.0], [11.0], [30.0]])
    found = lloyd(values, np.array([[0.0], [10.0], [1e6]]))
    assert found.labels.tolist() == [0, 0, 1, 1, 2]


def test_no_class_stays_empty_however_bad_the_start():
    values = np.random.default_rng(4).normal(size=(300, 2))
    found = lloyd(values, np.zeros((7, 2)) + 1e3)
    assert (np.bincount(found.labels, minlength=7) > 0).all()


def test_a_coarse_tolerance_stops_early_with_consistent_sums():
    values = np.random.default_rng(5).normal(size=(2000, 3))
    coarse, fine = (lloyd(values, values[:6], tolerance=t) for t in (0.05, 0.0))
    assert coarse.within > fine.within
    again = measured(values, coarse.labels, 6)
    np.testing.assert_allclose(coarse.within, again.within, rtol=1e-12)


def all_partitions(values, k):
    """Least sum of squares over every way to make k classes."""
    best = np.inf
    for labels in product(range(k), repeat=len(values)):
        if len(set(labels)) == k:
            best = min(best, measured(values, np.array(labels), k).within)
    return best


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("k", [2, 3])
def test_few_rows_get_the_best_of_all_partitions(seed, k):
    values = np.random.default_rng(seed).normal(size=(7, 2))
    assert kmeans(values, k).within == pytest.approx(all_partitions(values, k), rel=1e-12)


def test_a_transfer_finds_what_passes_leave():
    values = np.array([[0.0], [6.0], [10.0], [10.0], [10.0], [10.0]])
    stuck = lloyd(values, np.array([[3.0], [10.0]]))
    assert stuck.labels.tolist() == [0, 0, 1, 1, 1, 1]
    assert stuck.within == pytest.approx(18)
    moved = transfer(values, stuck)
    assert moved.labels.tolist() == [0, 1, 1, 1, 1, 1]
    assert moved.within == pytest.approx(12.8)


@pytest.mark.parametrize("seed", range(5))
def test_after_transfers_no_single_one_improves(seed):
    values = np.random.default_rng(seed).normal(size=(40, 3))
    found = transfer(values, lloyd(values, values[:5]))
    for row, label in product(range(40), range(5)):
        labels = found.labels.copy()
        labels[row] = label
        assert measured(values, labels, 5).within >= found.within * (1 - 1e-9)


def test_the_last_row_of_a_class_stays():
    values = np.array([[0.0], [1.0], [100.0]])
    alone = measured(values, np.array([0, 0, 1]), 2)
    assert transfer(values, alone).labels.tolist() == [0, 0, 1]


def test_as_many_classes_as_different_rows():
    values = np.array([[0.0], [0.0], [3.0], [5.0], [5.0]])
    found = kmeans(values, 3)
    assert found.within == 0
    assert len(set(found.labels[[0, 2, 3]])) == 3
    assert found.labels[0] == found.labels[1]


def test_the_same_seed_gives_the_same_classes():
    values = np.random.default_rng(7).normal(size=(200, 4))
    first, second = kmeans(values, 5, seed=3), kmeans(values, 5, seed=3)
    np.testing.assert_array_equal(first.labels, second.labels)
    assert first.within == second.within


def test_more_starts_are_never_worse():
    values = np.random.default_rng(8).normal(size=(6000, 4))
    sums = [kmeans(values, 7, starts=starts).within for starts in (1, 5, 20)]
    assert sums[0] >= sums[1] * (1 - 1e-6) >= sums[2] * (1 - 1e-6) ** 2


def test_scikit_learn_finds_no_better():
    cluster = pytest.importorskip("sklearn.cluster")
    values = np.random.default_rng(9).normal(size=(400, 5))
    theirs = cluster.KMeans(6, n_init=50, random_state=0, tol=0).fit(values).inertia_
    assert kmeans(values, 6).within <= theirs * (1 + 1e-9)


def test_it_stops_when_asked():
    calls = []

    def stop(fraction):
        calls.append(fraction)
        if len(calls) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        kmeans(np.random.default_rng(0).normal(size=(100, 2)), 3, progress=stop)


def test_progress_never_leaves_its_bounds():
    told = []
    kmeans(np.random.default_rng(0).normal(size=(100, 2)), 3, starts=4, progress=told.append)
    assert told[0] == 0
    assert told[-1] == 1
    assert all(0 <= fraction <= 1 for fraction in told)


def test_a_partition_is_measured_by_hand():
    found = measured(np.array([[0.0, 0.0], [2.0, 0.0], [9.0, 9.0]]), np.array([1, 1, 0]), 2)
    assert isinstance(found, Partition)
    assert found.centres.tolist() == [[9, 9], [1, 0]]
    assert found.within == 2
