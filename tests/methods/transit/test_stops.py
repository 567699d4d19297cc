"""Stops, stop areas and Swedish numbers."""

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.transit.archive import open_archive
from samplan.processing.methods.transit.stops import (
    EARTH_RADIUS,
    area_codes,
    national_numbers,
    read_stops,
    sphere,
    stop_areas,
)

HEAD = "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station\n"
METRE = 1 / (EARTH_RADIUS * np.pi / 180)  # degrees of latitude


@pytest.fixture
def stops_of(write):
    def stops_of(rows, head=HEAD):
        return read_stops(open_archive(write(stops=head + rows)))

    return stops_of


def areas(stops):
    ids = stops["stop_id"].to_numpy()
    return dict(zip(ids, ids[stops["area"]]))


def test_platforms_belong_to_their_station(stops_of):
    stops, findings = stops_of("p1,Torget,58,15,0,st\np2,Torget,58.1,15,,st\nst,Torget,58,15,1,\n")
    assert areas(stops) == {"p1": "st", "p2": "st", "st": "st"}
    assert findings == ()


def test_swedish_ids_name_their_stop_area(stops_of):
    stops, _ = stops_of(
        "9022005000213001,Isberget,58,15,0,\n9022005000213002,Isberget läge B,58.01,15,0,\n"
        "9021005000213000,Isberget,58,15,1,\n9022003000213001,Annan,60,17,0,\n"
        "9022005000999001,Ensam,58,15,0,\n9022005000999002,Ensam B,58.01,15,0,\n"
    )
    assert areas(stops) == {
        "9022005000213001": "9021005000213000",
        "9022005000213002": "9021005000213000",
        "9021005000213000": "9021005000213000",
        "9022003000213001": "9022003000213001",
        "9022005000999001": "9022005000999001",
        "9022005000999002": "9022005000999001",
    }
    assert stops["national"].tolist() == ["000213"] * 4 + ["000999"] * 2


@pytest.mark.parametrize(
    ("metres", "same"), [(30, True), (199, True), (201, False)], ids=["street", "just", "too far"]
)
def test_both_sides_of_a_street_are_one_area(stops_of, metres, same):
    stops, _ = stops_of(f"a,Kyrkan,58,15,,\nb,Kyrkan,{58 + metres * METRE:.8f},15,,\n")
    assert areas(stops)["b"] == ("a" if same else "b")


def test_stops_of_one_name_are_no_chain_and_others_stay_apart(stops_of):
    # on both sides of a street that all its stops are named after, 300 m apart
    rows = [
        f"{side}{n},Storgatan,{58 + (n * 300 + shift) * METRE:.8f},15,,"
        for n in range(4)
        for side, shift in (("e", 0), ("w", 130))
    ]
    stops, _ = stops_of("\n".join([*rows, "x,,58,15,,", "y,,58,15,,", "lost,Storgatan,,,,"]))
    pairs = {f"{side}{n}": f"e{n}" for n in range(4) for side in "ew"}
    assert areas(stops) == {**pairs, "x": "x", "y": "y", "lost": "lost"}


def test_areas_do_not_depend_on_the_order_of_rows():
    rng = np.random.default_rng(4)
    count = 90
    stops = pd.DataFrame(
        {
            "stop_id": [f"s{n}" for n in range(count)],
            "name": rng.choice(list("ABC"), count),
            "lon": 15 + rng.uniform(0, 0.02, count),
            "lat": 58 + rng.uniform(0, 0.01, count),
            "kind": 0,
            "parent": -1,
        }
    )
    order = rng.permutation(count)

    def partition(table):
        found = area_codes(table)
        ids = table["stop_id"].to_numpy()
        return {frozenset(ids[found == one]) for one in set(found)}

    shuffled = stops.iloc[order].reset_index(drop=True)
    assert partition(stops) == partition(shuffled)
    assert 3 < len(partition(stops)) < count
    # by hand: join the two clusters whose farthest stops are nearest, as long as that is near
    place = sphere(stops["lon"], stops["lat"])
    apart = np.linalg.norm(place[:, None] - place[None], axis=2)
    apart[stops["name"].to_numpy()[:, None] != stops["name"].to_numpy()[None]] = np.inf
    clusters = [[n] for n in range(count)]
    while True:
        far = np.array([[apart[np.ix_(a, b)].max() for b in clusters] for a in clusters])
        np.fill_diagonal(far, np.inf)
        a, b = np.unravel_index(far.argmin(), far.shape)
        if far[a, b] > 200:
            break
        clusters[a] += clusters[b]
        del clusters[b]
    ids = stops["stop_id"].to_numpy()
    assert partition(stops) == {frozenset(ids[cluster]) for cluster in clusters}


def test_an_area_is_one_point_amid_its_stops(stops_of):
    stops, _ = stops_of("a,Kyrkan,58,15,,\nb,Kyrkan,58.0002,15.0004,,\nst,Tom,59,16,1,\n")
    found = stop_areas(stops)
    assert found[["stop_id", "stops"]].values.tolist() == [["a", 2], ["st", 0]]
    np.testing.assert_allclose(found[["lat", "lon"]], [[58.0001, 15.0002], [59, 16]], atol=1e-9)


def test_entrances_are_left_out_and_findings_say_what_is_odd(stops_of):
    stops, findings = stops_of(
        "a,A,58,15,,\nx,Entrance,58,15,2,\na,Again,58,15,,\nb,B,95,15,,\nc,C,0,0,,\nd,D,,,,\n"
    )
    assert stops["stop_id"].tolist() == ["a", "b", "c", "d"]
    assert [(f.severity, f.row, f.values["count"]) for f in findings] == [
        ("error", 4, 1),
        ("error", 5, 2),
        ("error", 6, 1),
    ]


def test_a_feed_without_stops_is_refused(stops_of):
    with pytest.raises(InputError, match="has no stops"):
        stops_of("")


@pytest.mark.parametrize(
    ("stop_id", "number"),
    [
        ("9022005000213001", "000213"),
        ("9021003760429000", "760429"),
        ("9011005000213001", ""),
        ("90220050002130", ""),
        ("9022005OOO213001", ""),
        ("", ""),
    ],
)
def test_the_national_number_is_characters_8_to_13(stop_id, number):
    assert national_numbers([stop_id]).tolist() == [number]


def test_stops_of_a_swedish_feed(reference):
    feed = reference("gtfs/sweden/ul_gtfs_20210930_without_stop_times.zip")
    stops, findings = read_stops(open_archive(feed))
    assert findings == ()
    assert len(stops) == 13523
    points = stops[stops["kind"] == 0]
    own = stops["stop_id"].to_numpy()
    # the station that a stop point names is the area that its number names
    assert (points["parent"] >= 0).all()
    assert {text[4:13] for text in own[points["parent"]]} == {
        text[4:13] for text in points["stop_id"]
    }
    assert (own[points["area"]] == own[points["parent"]]).all()
