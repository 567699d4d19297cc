"""Agreement, gap and stability against independent computations."""

import itertools

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.typology.agreement import agreement
from samplan.processing.methods.typology.choose import partitions
from samplan.processing.methods.typology.clustering import classify
from samplan.processing.methods.typology.examination import examine
from samplan.processing.methods.typology.gap import gap_choice, gap_statistic
from samplan.processing.methods.typology.scaling import Field
from samplan.processing.methods.typology.stability import stability
from samplan.processing.methods.typology.ward import cut, ward


def rand_by_pairs(first, second):
    """Adjusted Rand by counting pairs one by one."""
    a = b = c = d = 0
    for i, j in itertools.combinations(range(len(first)), 2):
        one, other = first[i] == first[j], second[i] == second[j]
        a, b, c, d = (
            a + (one and other),
            b + (one and not other),
            c + (other and not one),
            d + (not one and not other),
        )
    return 2 * (a * d - b * c) / ((a + b) * (b + d) + (a + c) * (c + d))


@pytest.mark.parametrize("seed", range(5))
def test_adjusted_rand_by_counting_pairs(seed):
    rng = np.random.default_rng(seed)
    first, second = rng.integers(1, 5, 60), rng.integers(1, 4, 60)
    second[:30] = first[:30]
    found = agreement(first.tolist(), second.tolist())
    assert found.adjusted_rand == pytest.approx(rand_by_pairs(first, second), rel=1e-12)
    assert found.table.to_numpy().sum() == 60
    assert found.table.loc[2, 3] == ((first == 2) & (second == 3)).sum()


def test_adjusted_rand_agrees_with_scikit_learn():
    metrics = pytest.importorskip("sklearn.metrics")
    rng = np.random.default_rng(3)
    first, second = rng.integers(1, 5, 80), rng.integers(1, 6, 80)
    expected = metrics.adjusted_rand_score(first, second)
    assert agreement(first, second).adjusted_rand == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ([1, 1, 2, 2], ["x", "x", "a", "a"], 1),
        ([1, 1, 1], ["a", "a", "a"], 1),
        ([1, 2, 3], [3, 2, 1], 1),
        ([1, 1, 2, 2], [1, 2, 1, 2], -0.5),
        ([1, None, 2, 2], [1, 1, 2, 0], 1),
    ],
    ids=["other names", "all together", "all apart", "crossed", "without class"],
)
def test_adjusted_rand_in_plain_cases(first, second, expected):
    assert agreement(first, second).adjusted_rand == pytest.approx(expected)


def test_nothing_in_common():
    assert np.isnan(agreement([1, 0], [0, 1]).adjusted_rand)


def within_by_pairs(values, labels):
    """Sum over the classes of all pairs' squared distances over twice the number."""
    total = 0.0
    for label in set(labels.tolist()):
        own = values[labels == label]
        total += ((own[:, None] - own[None]) ** 2).sum() / (2 * len(own))
    return total


def test_the_gap_by_sums_over_pairs():
    rng = np.random.default_rng(0)
    values = np.vstack([rng.normal(size=(15, 2)), rng.normal(size=(15, 2)) + 6])

    def divide(rows, numbers):
        return partitions(rows, numbers, method="ward")

    numbers = [2, 3, 4]
    within = [within_by_pairs(values, labels) for labels in divide(values, numbers)]
    found = gap_statistic(values, numbers, within, divide, references=6, seed=9)
    logs = []
    for reference in range(6):
        draws = np.random.default_rng([9, reference])
        other = draws.uniform(values.min(axis=0), values.max(axis=0), values.shape)
        logs.append([np.log(within_by_pairs(other, each)) for each in divide(other, numbers)])
    expected = np.mean(logs, axis=0) - np.log(within)
    np.testing.assert_allclose(found["gap"], expected, rtol=1e-9)
    np.testing.assert_allclose(
        found["gap_se"], np.std(logs, axis=0) * np.sqrt(1 + 1 / 6), rtol=1e-9
    )
    assert gap_choice(found) == 2


@pytest.mark.parametrize(
    ("gaps", "errors", "chosen"),
    [([1, 2, 3], [0, 0, 0], 4), ([1, 2, 1.9], [0, 0, 0], 3), ([1, 1.05, 2], [0.1, 0.1, 0.1], 2)],
    ids=["still rising", "a peak", "within the error of the next"],
)
def test_the_gap_chooses_the_fewest_that_will_do(gaps, errors, chosen):
    assert gap_choice(pd.DataFrame({"k": [2, 3, 4], "gap": gaps, "gap_se": errors})) == chosen


def by_ward(values, k):
    return cut(ward(values), k)


def test_clear_classes_are_stable_and_noise_is_not():
    rng = np.random.default_rng(1)
    clear = np.sort(np.repeat([0.0, 10, 20], 20))[:, None] + rng.normal(0, 0.3, (60, 2))
    noise = rng.normal(size=(60, 2))
    found = [stability(each, by_ward(each, 3), by_ward, runs=50) for each in (clear, noise)]
    assert found[0].kept.min() == 1
    assert found[0].jaccard == pytest.approx([1, 1, 1])
    assert found[0].left_out.min() == found[0].by_field.min() == 1
    assert found[1].jaccard.mean() < 0.75
    assert found[1].kept.mean() < 0.95


def test_stability_by_a_plain_loop():
    rng = np.random.default_rng(2)
    values = rng.normal(size=(61, 3))
    values = values[np.lexsort(values.T[::-1])]
    labels = by_ward(values, 3)
    found = stability(values, labels, by_ward, runs=10, seed=4)
    kept, jaccard = np.zeros(61), np.zeros(3)
    for run in range(10):
        draw = np.random.default_rng([4, run]).integers(61, size=61)
        rows = sorted(set(draw.tolist()))
        own = by_ward(values[rows], 3)
        centres = [values[rows][own == label].mean(axis=0) for label in range(3)]
        new = [
            int(np.argmin([np.sum((row - centre) ** 2) for centre in centres])) for row in values
        ]
        for row, label in zip(rows, own):
            new[row] = int(label)
        best = max(
            itertools.permutations(range(3)),
            key=lambda names: sum(names[n] == o for n, o in zip(new, labels)),
        )
        kept += [best[n] == o for n, o in zip(new, labels)]
        for label in range(3):
            old = {row for row in rows if labels[row] == label}
            news = [{row for row in rows if new[row] == other} for other in range(3)]
            jaccard[label] += max(len(old & each) / len(old | each) for each in news)
    np.testing.assert_allclose(found.kept, kept / 10, atol=1e-12)
    np.testing.assert_allclose(found.jaccard, jaccard / 10, atol=1e-12)


def test_a_class_of_one_is_judged_by_the_runs_that_draw_it():
    values = np.array([*np.linspace(0, 1, 20), 50.0])[:, None]
    labels = np.array([0] * 20 + [1])
    assert stability(values, labels, by_ward, runs=60).jaccard[1] == 1


def test_a_field_that_makes_the_classes_is_missed():
    rng = np.random.default_rng(3)
    values = np.column_stack([np.repeat([0.0, 20], 15), rng.normal(size=30), rng.normal(size=30)])
    found = stability(values, by_ward(values, 2), by_ward, runs=5)
    assert found.by_field[1:].min() == 1
    assert found.by_field[0] < 0.9


@pytest.mark.parametrize("count", [3, 4])
def test_as_many_classes_as_rows(count):
    values = np.arange(count, dtype=float)[:, None] ** 2
    found = stability(values, np.arange(count), by_ward, runs=20)
    assert ((found.kept > 0) & (found.kept < 1)).any()
    assert np.isnan(found.left_out).all()


FIELDS = [Field("pop", "log"), Field("jobs"), Field("homes", direction=-1)]


@pytest.fixture
def towns():
    rng = np.random.default_rng(2)
    kind = rng.integers(0, 3, 60)
    return pd.DataFrame(
        {
            "pop": np.exp(rng.normal(6 + kind, 0.3)).round(),
            "jobs": rng.normal(np.array([20, 70, 30])[kind], 6),
            "homes": rng.normal(np.array([90, 60, 20])[kind], 8),
        }
    )


@pytest.mark.parametrize("method", ["kmeans", "ward"])
@pytest.mark.parametrize("reduction", ["none", "share"])
def test_the_order_of_the_rows_does_not_matter(towns, method, reduction):
    towns.loc[3, "jobs"] = np.nan
    order = np.random.default_rng(5).permutation(60)
    both = []
    for frame in (towns, towns.iloc[order].reset_index(drop=True)):
        typology = classify(frame, FIELDS, method=method, reduction=reduction)
        both.append((typology, examine(typology, method=method, runs=10, gap=True)))
    (straight, found), (turned, other) = both
    np.testing.assert_array_equal(turned.classes, straight.classes[order])
    np.testing.assert_array_equal(other.kept, found.kept[order])
    np.testing.assert_array_equal(other.left_out, found.left_out[order])
    pd.testing.assert_frame_equal(other.choices, found.choices, check_exact=True)
    pd.testing.assert_frame_equal(other.classes, found.classes, check_exact=True)
    assert np.isnan(found.kept[3])


def test_without_runs_nothing_is_said_of_stability(towns):
    found = examine(classify(towns, FIELDS, k=3), runs=0)
    assert np.isnan(found.kept).all()
    assert found.gap_k is None
    assert list(found.choices) == ["k", "within", "silhouette", "calinski"]


def test_outliers_are_set_aside_on_request(towns):
    towns.loc[7, "jobs"] = 900.0
    plain = classify(towns, FIELDS, k=3)
    aside = classify(towns, FIELDS, k=3, outliers=3.5)
    assert (plain.classes == plain.classes[7]).sum() == 1
    assert aside.prepared.outliers.tolist() == [7]
    assert aside.dropped.tolist() == []
    assert aside.classes[7] == 0
    assert aside.columns()["type_flag"][7] == "outlier"
    without = classify(towns.drop(index=7).reset_index(drop=True), FIELDS, k=3)
    np.testing.assert_array_equal(np.delete(aside.classes, 7), without.classes)


def test_all_components_give_the_classes_of_the_fields(towns):
    """All fields are needed for 100 %, so distances are the same."""
    frame = towns.assign(pop=towns["pop"], copy=towns["pop"])
    fields = [*FIELDS, Field("copy", "log")]
    plain, reduced = (classify(frame, fields, k=3, reduction=each) for each in ("none", "share"))
    assert reduced.prepared.reduction.kept < 4
    assert agreement(plain.classes.tolist(), reduced.classes.tolist()).adjusted_rand > 0.9


def test_progress_rises_to_one(towns):
    told = []
    examine(classify(towns, FIELDS, k=3), runs=5, gap=True, progress=told.append)
    assert told[-1] == 1
    assert (np.diff(told) >= -1e-12).all()
