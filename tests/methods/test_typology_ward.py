"""Ward's hierarchy against Lance and Williams's formula and published heights."""

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.typology import ward as room
from samplan.processing.methods.typology.ward import cut, ward


def lance_williams(values):
    """Heights of the unions, every squared distance updated by the formula."""
    squared = ((values[:, None] - values[None]) ** 2).sum(axis=2)
    sizes = dict.fromkeys(range(len(values)), 1)
    distance = {(i, j): squared[i, j] for i in sizes for j in sizes if i < j}
    heights = []
    while distance:
        (i, j), height = min(distance.items(), key=lambda item: item[1])
        heights.append(np.sqrt(height))
        for k in sizes:
            if k in (i, j):
                continue
            first = distance.pop((min(i, k), max(i, k)))
            second = distance.pop((min(j, k), max(j, k)))
            total = sizes[i] + sizes[j] + sizes[k]
            joined = (
                (sizes[k] + sizes[i]) * first + (sizes[k] + sizes[j]) * second - sizes[k] * height
            ) / total
            distance[min(i, k), max(i, k)] = joined
        del distance[i, j]
        sizes[i] += sizes.pop(j)
    return heights


@pytest.mark.parametrize("seed", range(3))
def test_heights_follow_the_formula(seed):
    values = np.random.default_rng(seed).normal(size=(25, 3))
    np.testing.assert_allclose(ward(values)[:, 2], lance_williams(values), rtol=1e-9)


def arrests(reference):
    expected = pd.read_csv(reference("cluster/expected_usarrests.csv"))
    given = pd.read_csv(reference("cluster/usarrests.csv")).iloc[:, 1:].to_numpy(float)
    return (given - given.mean(axis=0)) / given.std(axis=0, ddof=1), expected


def test_usarrests_have_the_published_heights(reference):
    values, _ = arrests(reference)
    heights = ward(values)[-5:, 2]
    np.testing.assert_allclose(
        heights, [3.496048, 3.734115, 6.461866, 7.188189, 13.51624], rtol=2e-7
    )


def test_usarrests_have_the_published_agglomerative_coefficient(reference):
    values, _ = arrests(reference)
    tree = ward(values)
    first = np.empty(50)
    for step in tree:
        for end in step[:2].astype(int):
            if end < 50:
                first[end] = step[2]
    assert np.mean(1 - first / tree[-1, 2]) == pytest.approx(0.934621, abs=5e-7)


@pytest.mark.parametrize("k", [3, 4])
def test_usarrests_have_the_published_classes(reference, k):
    values, expected = arrests(reference)
    pairs = set(zip(cut(ward(values), k), expected[f"ward_D2_k{k}"]))
    assert len(pairs) == k


@pytest.mark.parametrize("k", range(1, 8))
def test_a_cut_gives_exactly_k_classes_even_among_ties(k):
    values = np.array([[0.0], [1.0], [2.0], [3.0], [10.0], [11.0], [12.0]])
    labels = cut(ward(values), k)
    assert sorted(set(labels)) == list(range(k))


def test_cuts_are_nested():
    tree = ward(np.random.default_rng(3).normal(size=(60, 2)))
    for k in range(2, 10):
        assert len(set(zip(cut(tree, k), cut(tree, k + 1)))) == k + 1


def test_two_rows_are_enough():
    tree = ward(np.array([[0.0], [3.0]]))
    assert tree[:, 2].tolist() == [3]
    assert cut(tree, 1).tolist() == [0, 0]
    assert cut(tree, 2).tolist() == [0, 1]


def test_too_many_rows_are_sent_to_k_means(monkeypatch):
    monkeypatch.setattr(room, "LARGEST", 10)
    with pytest.raises(InputError, match="not 11; choose k-means"):
        ward(np.zeros((11, 1)))
