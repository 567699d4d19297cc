"""Employment indicators by hand, by matrix and against official commuting shares."""

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.employment import employment_indicators, largest_destination
from samplan.processing.methods.errors import InputError


def flows(*rows):
    return pd.DataFrame(rows, columns=["from", "to", "employed"])


@pytest.fixture
def three_places():
    """A: 100 employed, 140 jobs. B: 80 and 50. Norrköping is outside the list."""
    return flows(
        ("A", "A", 60),
        ("A", "B", 10),
        ("A", "Norrköping", 30),
        ("B", "A", 50),
        ("B", "B", 30),
        ("Norrköping", "A", 30),
        ("Norrköping", "B", 10),
        ("Norrköping", "Norrköping", 900),
    )


def test_everything_by_hand(three_places):
    result = employment_indicators(["A", "B"], flows=three_places, working_age=[125, 100], core="A")
    expected = pd.DataFrame(
        {
            "employed": [100.0, 80],
            "jobs": [140.0, 50],
            "emp_rate": [80.0, 80],
            "job_ratio": [140.0, 62.5],
            "net_comm": [40.0, -30],
            "self_cont": [60.0, 37.5],
            "local_rec": [100 * 60 / 140, 60],
            "out_comm": [40.0, 62.5],
            "in_comm": [100 * 80 / 140, 40],
            "gross_comm": [120.0, 70],
            "main_dest": ["Norrköping", "A"],
            "main_sh": [30.0, 62.5],
            "nodality": [80.0, 20],
            "core_dep": [np.nan, 62.5],
        }
    )
    pd.testing.assert_frame_equal(result.indicators, expected, rtol=1e-12)
    assert result.outside == ("Norrköping",)
    assert (result.repeated, result.missing) == (0, 0)


def test_equals_the_full_matrix():
    rng = np.random.default_rng(3)
    matrix = rng.integers(0, 40, (12, 12))
    codes = [f"{number:04d}" for number in rng.permutation(12)]
    rows = [(codes[i], codes[j], matrix[i, j]) for i in range(12) for j in range(12)]
    result = employment_indicators(codes[:8], flows=flows(*rows), core=codes[11]).indicators
    out, into, stay = matrix.sum(1)[:8], matrix.sum(0)[:8], matrix.diagonal()[:8]
    np.testing.assert_allclose(result["self_cont"], 100 * stay / out, rtol=1e-12)
    np.testing.assert_allclose(result["in_comm"], 100 * (into - stay) / into, rtol=1e-12)
    np.testing.assert_allclose(result["gross_comm"], out + into - 2 * stay, rtol=1e-12)
    np.testing.assert_allclose(result["core_dep"], 100 * matrix[:8, 11] / out, rtol=1e-12)
    elsewhere = matrix - np.diag(matrix.diagonal())
    np.testing.assert_allclose(result["main_sh"], 100 * elsewhere.max(1)[:8] / out, rtol=1e-12)


def test_the_largest_destination_is_where_most_come_from_elsewhere(three_places):
    assert largest_destination(three_places) == "A"
    assert largest_destination(three_places.iloc[::-1]) == "A"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (flows(("A", "C", 5), ("A", "B", 5)), "B"),
        (flows(("A", "A", 50), ("A", None, 5)), None),
        (flows(("A", "B", 0)), None),
        (flows(), None),
        (None, None),
    ],
    ids=["equals by code", "none to a known place", "nobody", "no rows", "no table"],
)
def test_the_largest_destination_at_the_edges(table, expected):
    assert largest_destination(table) == expected


def test_the_order_of_the_flows_does_not_matter(three_places):
    straight = employment_indicators(["A", "B"], flows=three_places, core="A")
    turned = employment_indicators(["A", "B"], flows=three_places.iloc[::-1], core="A")
    pd.testing.assert_frame_equal(straight.indicators, turned.indicators)


def test_norrbotten_equals_the_official_shares(reference):
    folder = reference("sweden_commuting")
    table = pd.read_csv(folder / "norrbotten_bas_2022_total_long.csv")
    official = pd.read_csv(folder / "norrbotten_2022_expected_shares_and_la2022.csv")
    table = table.rename(columns={"residence_code": "from", "workplace_code": "to"})
    result = employment_indicators(official["kommun_kod"], flows=table).indicators
    assert result["employed"].tolist() == official["employed_resident"].tolist()
    np.testing.assert_allclose(result["out_comm"], 100 * official["out_share"], atol=0.005)
    np.testing.assert_allclose(result["main_sh"], 100 * official["max_single_share"], atol=0.005)
    assert result["main_dest"].tolist() == official["to"].astype(str).tolist()
    assert result["employed"].sum() == 121_083


def test_without_flows_only_the_balance_is_known():
    result = employment_indicators(
        ["A", "B", "C"], jobs=[50, 0, np.nan], employed=[100, 9, 40], working_age=[160, 0, 50]
    )
    assert list(result.indicators) == ["employed", "jobs", "emp_rate", "job_ratio", "net_comm"]
    np.testing.assert_equal(result.indicators["job_ratio"].to_numpy(), [50, np.nan, np.nan])
    np.testing.assert_equal(result.indicators["emp_rate"].to_numpy(), [62.5, np.nan, 80])
    np.testing.assert_equal(result.indicators["net_comm"].to_numpy(), [-50, -9, np.nan])


def test_jobs_alone_are_enough():
    assert list(employment_indicators(["A"], jobs=[7]).indicators) == ["jobs"]


def test_counts_from_a_register_come_before_sums_of_flows(three_places):
    result = employment_indicators(["A", "B"], flows=three_places, employed=[120, 80]).indicators
    assert result["employed"].tolist() == [120, 80]
    assert result["self_cont"].tolist() == [50, 37.5]
    assert result["jobs"].tolist() == [140, 50]


def test_a_place_that_the_flows_lack_is_unknown_not_closed(three_places):
    result = employment_indicators(
        ["A", "C"], flows=three_places, employed=[100, 40], jobs=[140, 20], core="A"
    ).indicators.loc[1]
    assert result[["employed", "jobs", "job_ratio"]].tolist() == [40, 20, 50]
    unknown = ["self_cont", "local_rec", "out_comm", "in_comm", "gross_comm", "nodality"]
    assert result[[*unknown, "main_sh", "core_dep"]].isna().all()
    assert result["main_dest"] is None


def test_without_a_flow_to_itself_nobody_works_at_home():
    result = employment_indicators(["A"], flows=flows(("A", "B", 20))).indicators
    assert result["self_cont"].item() == 0
    assert result["out_comm"].item() == 100
    assert np.isnan(result["local_rec"].item())


def test_equal_destinations_are_told_apart_by_size_and_then_by_code():
    table = flows(("A", "D", 5), ("A", "C", 5), ("A", "B", 5), ("X", "C", 9), ("X", "D", 9))
    assert employment_indicators(["A"], flows=table).indicators["main_dest"].item() == "C"


def test_an_unknown_workplace_counts_but_is_no_destination():
    table = flows(("A", None, 50), ("A", "B", 10), ("A", "A", 40))
    result = employment_indicators(["A"], flows=table)
    assert result.indicators["employed"].item() == 100
    assert result.indicators["main_dest"].item() == "B"
    assert result.outside == ("B",)


def test_flows_that_come_by_sex_are_added_and_told(three_places):
    halves = three_places.assign(employed=three_places["employed"] / 2)
    doubled = employment_indicators(["A", "B"], flows=pd.concat([halves, halves]))
    single = employment_indicators(["A", "B"], flows=three_places)
    pd.testing.assert_frame_equal(doubled.indicators, single.indicators)
    assert doubled.repeated == len(three_places)


def test_a_suppressed_flow_counts_as_zero_and_is_told():
    result = employment_indicators(["A"], flows=flows(("A", "A", 30), ("A", "B", np.nan)))
    assert result.indicators["employed"].item() == 30
    assert result.missing == 1


@pytest.mark.parametrize(
    ("codes", "column"),
    [
        ([580, 581], [580, 581]),
        ([580.0, 581.0], ["580", "581"]),
        (["0580", "0581"], [" 0580", "0581"]),
    ],
    ids=["numbers", "numbers read as decimals", "text with blanks"],
)
def test_codes_meet_whatever_their_type(codes, column):
    table = pd.DataFrame({"from": column, "to": column, "employed": [20, 30]})
    result = employment_indicators(codes, flows=table)
    assert result.indicators["employed"].tolist() == [20, 30]
    assert result.outside == ()


def test_no_flows_and_no_localities():
    empty = flows().astype({"employed": float})
    assert employment_indicators(["A"], flows=empty).indicators["employed"].tolist() == [0]
    assert len(employment_indicators([], flows=empty).indicators) == 0


def test_field_names_fit_a_shapefile(three_places):
    result = employment_indicators(["A"], flows=three_places, working_age=[1], core="B")
    assert all(len(name) <= 10 and name.isascii() for name in result.indicators)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({}, "flow table"),
        ({"codes": ["A", "A"], "jobs": [1, 2]}, "'A' belongs to more than one"),
        ({"flows": flows(("A", "B", -3))}, "from 'A' to 'B' is -3"),
        ({"flows": flows(("A", "B", 3)), "core": "Q"}, "core 'Q'"),
    ],
    ids=["nothing to count", "a code twice", "a negative flow", "an unknown core"],
)
def test_what_cannot_be_used_is_explained(arguments, message):
    with pytest.raises(InputError, match=message):
        employment_indicators(**{"codes": ["A", "B"], **arguments})


def test_the_main_destination_has_the_name_that_the_flows_give_it():
    flows = pd.DataFrame(
        {
            "from": ["A", "A", "B"],
            "to": ["B", "A", "B"],
            "employed": [30, 10, 60],
            "name": ["Byn", "Åby", "Byn"],
        }
    )
    found = employment_indicators(["A", "B"], flows=flows).indicators
    assert found["main_name"].tolist() == ["Byn", None]


def test_the_core_is_where_most_commute_to():
    flows = pd.DataFrame({"from": list("ABCA"), "to": list("BAAA"), "employed": [90, 30, 61, 500]})
    assert largest_destination(flows) == "A"
    assert largest_destination(flows[3:]) is None
    assert largest_destination(None) is None
