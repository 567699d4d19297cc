"""What each class is like, against plain pandas."""

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.typology.cards import class_order, defining, describe


@pytest.fixture
def towns():
    rng = np.random.default_rng(2)
    values = pd.DataFrame(
        {"jobs": rng.normal(50, 9, 40), "homes": rng.normal(3, 1, 40), "one": 7.0}
    )
    values.loc[[1, 5], "jobs"] = np.nan
    return [int(each) for each in rng.integers(0, 4, 40)], values


def test_the_figures_are_those_of_the_members(towns):
    classes, values = towns
    table = describe(classes, values).set_index(["class", "field"])
    classed = values[np.array(classes) > 0]
    for name in (1, 2, 3):
        own = values[np.array(classes) == name]["jobs"]
        row = table.loc[(name, "jobs")]
        assert row["count"] == own.notna().sum()
        assert (row["low"], row["high"]) == (own.min(), own.max())
        assert row["median"] == own.median()
        expected = (own.mean() - classed["jobs"].mean()) / classed["jobs"].std()
        assert row["std_mean"] == pytest.approx(expected, rel=1e-12)
        assert row["all_mean"] == pytest.approx(classed["jobs"].mean(), rel=1e-12)
        assert table.loc[(name, "one"), "std_mean"] == 0


def test_the_order_of_the_rows_does_not_matter(towns):
    classes, values = towns
    order = np.random.default_rng(0).permutation(40)
    turned = describe([classes[i] for i in order], values.iloc[order].reset_index(drop=True))
    pd.testing.assert_frame_equal(turned, describe(classes, values), rtol=1e-12)


def test_a_class_without_a_value_is_empty_there():
    table = describe(["a", "b", "b"], pd.DataFrame({"jobs": [np.nan, 1.0, 3.0]}))
    assert table["count"].tolist() == [0, 2]
    assert np.isnan(table.loc[0, ["mean", "low", "std_mean"]].astype(float)).all()
    assert defining(table, "a") == []


def test_one_locality_is_its_own_mean():
    table = describe([1], pd.DataFrame({"jobs": [4.0]}))
    assert table[["mean", "std_mean"]].values.tolist() == [[4, 0]]


@pytest.mark.parametrize(
    ("classes", "order"),
    [
        ([2, 10, 1, 0, None, np.nan], [1, 2, 10]),
        (["B3", "A1", "", None, "A1"], ["A1", "B3"]),
        ([], []),
    ],
    ids=["numbers", "texts", "nothing"],
)
def test_classes_are_listed_in_order(classes, order):
    assert class_order(classes) == order


def test_defining_indicators_are_the_farthest_and_far_enough():
    values = pd.DataFrame({"p": [0, 0, 9.0, 9], "q": [9, 9, 0, 0.0], "r": [1, 2, 1, 2.0]})
    table = describe([1, 1, 2, 2], values)
    assert [name for name, _ in defining(table, 1)] == ["p", "q"]
    assert [apart < 0 for _, apart in defining(table, 1)] == [True, False]


@pytest.mark.parametrize("classes", [[], [0, None]])
def test_no_classes_is_explained(classes):
    with pytest.raises(InputError, match="Run a typology first"):
        describe(classes, pd.DataFrame({"jobs": np.zeros(len(classes))}))
