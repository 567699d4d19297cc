"""Silhouettes against their definition."""

import numpy as np
import pytest
from samplan.processing.methods.errors import Cancelled
from samplan.processing.methods.typology import silhouette as room
from samplan.processing.methods.typology.silhouette import silhouettes


def definition(values, labels):
    """Width and nearest other class of each row, one by one."""
    widths, nearest = [], []
    for row, own in enumerate(labels):
        distance = np.linalg.norm(values - values[row], axis=1)
        others = {c: distance[labels == c].mean() for c in set(labels) if c != own}
        other = min(others, key=lambda c: (round(others[c], 9), c))
        nearest.append(other)
        mates = np.flatnonzero((labels == own) & (np.arange(len(labels)) != row))
        if not len(mates):
            widths.append(0.0)
            continue
        a, b = distance[mates].mean(), others[other]
        widths.append((b - a) / max(a, b) if max(a, b) > 0 else 0.0)
    return np.array(widths), np.array(nearest)


@pytest.mark.parametrize("seed", range(3))
def test_widths_follow_the_definition_for_several_partitions_at_once(seed):
    rng = np.random.default_rng(seed)
    values = rng.normal(size=(90, 3))
    partitions = np.stack([rng.permutation(np.arange(90) % k) for k in (2, 5, 9)])
    found = silhouettes(values, partitions)
    for labels, width, nearest in zip(partitions, *found):
        expected_width, expected_nearest = definition(values, labels)
        np.testing.assert_allclose(width, expected_width, rtol=1e-9, atol=1e-12)
        np.testing.assert_array_equal(nearest, expected_nearest)


def test_blocks_do_not_show(monkeypatch):
    rng = np.random.default_rng(4)
    values, labels = rng.normal(size=(50, 2)), np.arange(50)[None] % 3
    whole = silhouettes(values, labels)
    monkeypatch.setattr(room, "BLOCK", 120)
    np.testing.assert_allclose(silhouettes(values, labels).width, whole.width, rtol=1e-12)


@pytest.mark.parametrize(
    ("values", "labels", "expected"),
    [
        ([0, 0, 5, 5], [0, 0, 1, 1], [1, 1, 1, 1]),
        ([0, 1, 9], [0, 0, 1], [1 - 1 / 9, 1 - 1 / 8, 0]),
        ([3, 3, 3], [0, 0, 1], [0, 0, 0]),
        ([0, 4], [0, 1], [0, 0]),
    ],
    ids=["identical rows apart", "a class of one row", "all rows identical", "only single rows"],
)
def test_edge_cases(values, labels, expected):
    width = silhouettes(np.array(values, dtype=float)[:, None], np.array([labels])).width
    np.testing.assert_allclose(width[0], expected, atol=1e-12)


def test_of_equally_near_classes_the_first_is_named():
    found = silhouettes(np.array([[0.0], [0.0], [3.0], [-3.0]]), np.array([[1, 1, 2, 0]]))
    assert found.nearest[0, :2].tolist() == [0, 0]


def test_many_rows_are_estimated_closely(monkeypatch):
    rng = np.random.default_rng(6)
    labels = np.sort(np.concatenate([rng.integers(0, 3, 2950), np.full(50, 3)]))
    values = rng.normal(size=(3000, 4)) + labels[:, None] * 3
    exact = silhouettes(values, labels[None])
    monkeypatch.setattr(room, "EXACT_ROWS", 1000)
    monkeypatch.setattr(room, "SAMPLE_ROWS", 600)
    estimate = silhouettes(values, labels[None])
    assert np.abs(estimate.width - exact.width).max() < 0.05
    assert estimate.width.mean() == pytest.approx(exact.width.mean(), abs=0.005)
    assert (estimate.nearest == exact.nearest).mean() > 0.99
    assert (estimate.width != exact.width).any()


def test_a_small_class_among_many_rows_is_compared_as_a_whole(monkeypatch):
    monkeypatch.setattr(room, "EXACT_ROWS", 1000)
    monkeypatch.setattr(room, "SAMPLE_ROWS", 50)
    labels = np.zeros(2000, dtype=int)
    labels[[7, 500, 1999]] = 1
    labels[3] = 2
    counted = room._counted(labels)
    assert counted[labels == 1].all()
    assert counted[3]
    assert 100 <= counted[labels == 0].sum() <= 150


def test_scikit_learn_agrees():
    metrics = pytest.importorskip("sklearn.metrics")
    rng = np.random.default_rng(8)
    values, labels = rng.normal(size=(300, 5)), np.arange(300) % 4
    expected = metrics.silhouette_samples(values, labels)
    np.testing.assert_allclose(silhouettes(values, labels[None]).width[0], expected, atol=1e-9)


def test_it_stops_when_asked():
    def stop(fraction):
        raise Cancelled

    with pytest.raises(Cancelled):
        silhouettes(np.zeros((4, 1)), np.array([[0, 0, 1, 1]]), progress=stop)
