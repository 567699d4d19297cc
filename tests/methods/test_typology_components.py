"""Principal components and twins, against published and independent answers."""

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.typology.components import components, twins, varimax
from samplan.processing.methods.typology.scaling import standardised


@pytest.fixture
def arrests(reference):
    names = ["Murder", "Assault", "UrbanPop", "Rape"]
    values = pd.read_csv(reference("cluster/usarrests.csv"))[names].to_numpy(dtype=float)
    return standardised(values, names)


@pytest.fixture
def values():
    rng = np.random.default_rng(6)
    return rng.normal(size=(60, 7)) @ rng.normal(size=(7, 7))


def test_usarrests_have_the_published_shares(arrests):
    found = components(arrests)
    np.testing.assert_allclose(found.shares, [0.62006, 0.24744, 0.08914, 0.04336], atol=5e-6)
    assert found.kept == 2


def test_usarrests_have_the_published_directions(arrests, reference):
    table = pd.read_csv(reference("cluster/expected_usarrests_pca_rotation.csv"), index_col=0)
    expected = table.to_numpy()
    found = components(arrests).directions
    signs = np.sign((expected * found).sum(axis=0))
    np.testing.assert_allclose(found, expected * signs, atol=1e-12)


def test_eigenvalues_are_those_of_the_covariance(values):
    found = components(values, rule="all")
    eigenvalues, _ = np.linalg.eigh(np.cov(values.T))
    np.testing.assert_allclose(found.variances, eigenvalues[::-1], rtol=1e-9)
    np.testing.assert_allclose(np.cov(found.scores.T), np.diag(found.variances), atol=1e-9)


def test_all_components_keep_all_distances(values):
    from scipy.spatial.distance import pdist

    np.testing.assert_allclose(
        pdist(components(values, rule="all").scores), pdist(values), rtol=1e-9
    )


def test_loadings_are_correlations():
    rng = np.random.default_rng(1)
    values = standardised(rng.normal(size=(40, 4)) + rng.normal(size=(40, 1)), list("abcd"))
    found = components(values, rule="all")
    expected = np.corrcoef(values.T, found.scores.T)[:4, 4:]
    np.testing.assert_allclose(found.loadings, expected, atol=1e-12)


@pytest.mark.parametrize(
    ("rule", "share", "kept"),
    [("share", 0.62, 1), ("share", 0.621, 2), ("share", 1.0, 4), ("eigenvalue", 0.8, 1)],
)
def test_the_rules_keep_the_right_number(arrests, rule, share, kept):
    assert components(arrests, rule=rule, share=share).kept == kept


def test_a_field_with_one_value_adds_nothing(values):
    with_constant = np.column_stack([values, np.zeros(60)])
    for rule in ("share", "eigenvalue"):
        one, other = components(values, rule=rule), components(with_constant, rule=rule)
        assert one.kept == other.kept
        np.testing.assert_allclose(np.abs(one.scores), np.abs(other.scores), atol=1e-9)


def test_fewer_rows_than_fields(values):
    found = components(values[:3])
    assert found.scores.shape == (3, found.kept)
    assert found.shares[2:] == pytest.approx(np.zeros(5), abs=1e-12)


def criterion(loadings):
    squares = (loadings / np.sqrt((loadings**2).sum(axis=1, keepdims=True))) ** 2
    return squares.var(axis=0).sum()


def test_varimax_beats_every_turn_of_two_components(values):
    loadings = components(values, rule="all").loadings[:, :2]
    best = max(
        criterion(loadings @ [[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])
        for a in np.linspace(0, np.pi, 2001)
    )
    assert criterion(varimax(loadings)) >= best - 1e-9


def test_varimax_only_turns(values):
    loadings = components(values, rule="all").loadings[:, :4]
    rotated = varimax(loadings)
    np.testing.assert_allclose(rotated @ rotated.T, loadings @ loadings.T, atol=1e-9)
    np.testing.assert_allclose(
        varimax(loadings[:, :1]),
        loadings[:, :1] * np.sign(loadings[np.abs(loadings[:, 0]).argmax(), 0]),
    )


def test_varimax_has_no_better_pairwise_turn(values):
    rotated = varimax(components(values, rule="all").loadings[:, :4])
    for i in range(4):
        for j in range(i):
            for angle in (-0.3, -0.01, 0.01, 0.3):
                turned = rotated.copy()
                turn = [[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]
                turned[:, [i, j]] = rotated[:, [i, j]] @ turn
                assert criterion(turned) <= criterion(rotated) + 1e-9


def test_the_table_of_loadings(arrests):
    table = components(arrests).table(list("MAUR"))
    assert table[["field", "component"]].values.tolist()[:3] == [["M", 1], ["M", 2], ["A", 1]]
    assert table["share"].iloc[0] == pytest.approx(62.006, abs=5e-4)


def test_twins_are_told_with_their_correlation(values):
    doubled = np.column_stack([values, -2 * values[:, 1] + 3, np.full(60, 5.0)])
    table = twins(doubled, list("abcdefghi"))
    expected = np.corrcoef(doubled[:, :8].T)
    assert ("b", "h") in set(zip(table["field"], table["twin"]))
    assert table["correlation"].abs().iloc[0] == pytest.approx(1)
    strong = (np.abs(np.triu(expected, 1)) > 0.9).sum()
    assert len(table) == strong
    assert "i" not in set(table["field"]) | set(table["twin"])
