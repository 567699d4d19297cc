"""European labour market areas: Brindisi as published, and a naive search on small regions."""

import time

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.errors import Cancelled
from samplan.processing.methods.labour.european import labour_market_areas
from samplan.processing.methods.labour.flows import Flows, read_flows
from samplan.processing.methods.labour.partition import validity
from samplan.processing.methods.labour.rules import ClusterRule
from scipy.sparse import csr_matrix

RULE = ClusterRule(1000, 10000, 66.67, 75)


def brindisi(reference):
    table = pd.read_csv(reference("lma/brindisi.csv"))
    columns = {"community_live": "from", "community_work": "to", "amount": "employed"}
    return table.rename(columns=columns)


def test_brindisi_has_its_nine_published_areas(reference):
    found = labour_market_areas(read_flows(brindisi(reference)), RULE)
    members = pd.read_csv(reference("lma/expected_brindisi_clusterList_named.csv"))
    code_of = dict(zip(members["com.name"].str.upper(), members["community"].astype(str)))
    assert found["la_code"].nunique() == 9
    assert found["code"].tolist() == members["community"].astype(str).tolist()
    assert found["la_code"].tolist() == members["lma.name"].map(code_of).tolist()
    assert (found["la_how"] == "rule").all()
    marginals = pd.read_csv(reference("lma/expected_brindisi_marginals.csv"))
    expected = members["LMA"].map(marginals.set_index("LMA")["validity"])
    np.testing.assert_allclose(found["la_valid"], expected, rtol=1e-13)


def test_brindisi_is_the_same_in_any_order_of_the_rows(reference):
    table = brindisi(reference)
    found = labour_market_areas(read_flows(table), RULE)
    shuffled = labour_market_areas(read_flows(table.sample(frac=1, random_state=1)), RULE)
    pd.testing.assert_frame_equal(found, shuffled)


@pytest.mark.parametrize(
    ("size", "contained", "expected"),
    [
        (10000, 75, 1 / 0.8889),
        (10000, 66.67, 1),
        (99999, 66.67, 1),
        (1000, 75, 1),
        (5500, 75, (1 - 0.1111 * 0.5) / 0.8889),
        (1000, 90, 1),
        (99999, 33.335, 0.5),
        (500, 100, 1),
    ],
    ids=[
        "target and target",
        "target size",
        "more than the target size",
        "minimum size",
        "half way",
        "above the target self-containment",
        "half of the minimum self-containment",
        "nobody crosses the border",
    ],
)
def test_validity_by_hand(size, contained, expected):
    within = size * contained / 100
    jobs = size * 0.9 if contained < 100 else size
    assert validity([size], [jobs], [within], RULE)[0] == pytest.approx(expected, rel=1e-4)


def test_an_area_without_jobs_has_no_validity():
    assert np.isnan(validity([10, 0], [0, 10], [0, 0], RULE)).all()


def region(seed, count):
    """Commuters that fall off with the distance along a line of towns."""
    rng = np.random.default_rng(seed)
    place = np.sort(rng.uniform(0, 40, count))
    size = rng.pareto(1.2, count) * 80 + 20
    draw = np.exp(-np.abs(place[:, None] - place[None]) / 4) * size[None] * rng.random(count)[None]
    draw += np.diag(draw.diagonal() * 2)
    return rng.poisson(draw / draw.sum(1, keepdims=True) * size[:, None])


@pytest.mark.parametrize("seed", range(40))
def test_equals_a_search_that_recomputes_everything(seed):
    matrix = region(seed, 12 + seed)
    codes = [f"{number:03d}" for number in range(len(matrix))]
    flows = Flows(tuple(codes), csr_matrix(matrix.astype(float)))
    rule = ClusterRule(60, 400, 50 + seed % 3 * 10, 80)
    found = labour_market_areas(flows, rule)
    kept = [codes[i] for i in everywhere_linked(matrix)]
    expected, reserve = naive(matrix[np.ix_(*[everywhere_linked(matrix)] * 2)], rule)
    rows = found.set_index("code").loc[kept]
    assert same_partition(rows["la_code"].tolist(), expected)
    assert set(rows.index[rows["la_how"] == "reserve"]) == {kept[i] for i in reserve}
    assert found["la_code"].notna().all()


def same_partition(ours, theirs):
    return len(set(zip(ours, theirs))) == len(set(ours)) == len(set(theirs))


def everywhere_linked(matrix):
    chosen = np.arange(len(matrix))
    while True:
        part = matrix[np.ix_(chosen, chosen)]
        live, work, stay = part.sum(1), part.sum(0), part.diagonal()
        good = (live > 0) & (work > 0) & ~((live == stay) & (work == stay))
        if good.all():
            return chosen
        chosen = chosen[good]


def naive(matrix, rule):
    """Recompute every sum from the matrix in every step; no areas are renumbered."""
    area = np.arange(len(matrix))
    reserve = []
    live, work, stay = matrix.sum(1), matrix.sum(0), matrix.diagonal()

    def valid(number, of):
        inside = of == number
        sums = live[inside].sum(), work[inside].sum(), matrix[np.ix_(inside, inside)].sum()
        return validity(*([value] for value in sums), rule)[0]

    def target(place):
        best, strongest = None, 0
        for number in sorted(set(area) - {-1}):
            there = area == number
            out, into = matrix[place, there].sum(), matrix[there, place].sum()
            link = out**2 / (live[place] * work[there].sum())
            link += into**2 / (live[there].sum() * work[place])
            if link > strongest:
                best, strongest = number, link
        return best

    def openness(place):
        return work[place] - matrix[area == area[place], place].sum() + live[place] - stay[place]

    while True:
        numbers = sorted(set(area) - {-1})
        values = [valid(number, area) for number in numbers]
        if not numbers or min(values) >= 1:
            break
        worst = numbers[int(np.argmin(values))]
        members = np.flatnonzero(area == worst)
        place = max(members, key=lambda member: (openness(member), -member))
        rest = members[members != place]
        area[members] = -2
        area[place] = -2
        outside = area.copy()
        area[area == -2] = -1
        goal = target(place)
        area = outside
        area[rest] = worst
        area[place] = -1
        moved = area.copy()
        moved[place] = goal if goal is not None else -1
        if goal is not None and valid(goal, moved) >= valid(goal, area):
            area = moved
        else:
            reserve.append(place)
    waiting = sorted(reserve, key=lambda p: (-(work[p] + live[p] - 2 * stay[p]), p))
    for place in waiting:
        area[place] = target(place)
    return area.tolist(), set(reserve)


def test_places_without_jobs_join_the_area_they_work_in():
    rows = [("A", "A", 900), ("A", "B", 100), ("B", "A", 600), ("B", "B", 400), ("V", "B", 20)]
    table = pd.DataFrame([*rows, ("W", "V", 5)], columns=["from", "to", "employed"])
    found = labour_market_areas(read_flows(table), ClusterRule(100, 200, 60, 80)).set_index("code")
    assert found["la_code"].to_dict() == {"A": "A", "B": "A", "V": "A", "W": "A"}
    assert found["la_how"].to_dict() == {"A": "rule", "B": "rule", "V": "added", "W": "added"}


def test_places_outside_the_homes_form_no_area():
    table = pd.DataFrame(
        [("A", "A", 50), ("A", "B", 50), ("B", "A", 30), ("B", "B", 70), ("B", "Oslo", 500)],
        columns=["from", "to", "employed"],
    )
    found = labour_market_areas(read_flows(table), ClusterRule(10, 20, 60, 80))
    assert set(found["code"]) == {"A", "B"}
    assert "Oslo" not in set(found["la_code"])


def test_a_region_of_one_place_is_alone():
    found = labour_market_areas(
        read_flows(pd.DataFrame({"from": ["A"], "to": ["A"], "employed": [5]})), RULE
    )
    assert found[["la_code", "la_how", "la_valid"]].values.tolist() == [["A", "alone", 1.0]]


def big_region(count, seed=0):
    """Commuters from each place to 60 places nearby on a ring."""
    rng = np.random.default_rng(seed)
    size = (rng.pareto(1.1, count) + 1) * 360
    step = np.r_[0, np.repeat(np.arange(1, 31), 2) * np.tile([1, -1], 30)][:60]
    to = (np.arange(count)[:, None] + step) % count
    weight = size[to] * np.exp(-np.abs(step) / 6) * rng.random((count, 60))
    weight[:, 0] *= 6
    persons = rng.poisson(weight / weight.sum(1, keepdims=True) * size[:, None]).astype(float)
    home = np.repeat(np.arange(count), 60)
    matrix = csr_matrix((persons.ravel(), (home, to.ravel())), shape=(count, count))
    matrix.eliminate_zeros()
    return Flows(tuple(f"{number:05d}" for number in range(count)), matrix)


def test_every_place_of_a_large_region_gets_one_area_that_is_told_right():
    flows = big_region(3000)
    rule = ClusterRule(3500, 25000, 66.67, 75)
    start = time.perf_counter()
    found = labour_market_areas(flows, rule)
    assert time.perf_counter() - start < 10, "0.3 s on the machine it was written on"
    assert found["code"].tolist() == list(flows.codes)
    names, number = np.unique(found["la_code"], return_inverse=True)
    member = csr_matrix((np.ones(3000), (np.arange(3000), number)), shape=(3000, len(names)))
    between = (member.T @ flows.persons @ member).toarray()
    expected = validity(between.sum(1), between.sum(0), between.diagonal(), rule)
    np.testing.assert_allclose(found["la_valid"], expected[number], rtol=1e-12)
    centre = {name: flows.jobs[number == i].max() for i, name in enumerate(names)}
    position = {code: i for i, code in enumerate(flows.codes)}
    assert all(flows.jobs[position[name]] == most for name, most in centre.items())


def test_progress_rises_to_one_and_the_user_can_stop():
    told = []
    labour_market_areas(big_region(1500), RULE, progress=told.append)
    assert told[-1] == 1
    assert len(told) > 3
    assert np.all(np.diff(told) >= -0.2), "the least valid area may become a little worse"

    def stop(fraction):
        raise Cancelled

    with pytest.raises(Cancelled):
        labour_market_areas(big_region(1500), RULE, progress=stop)
