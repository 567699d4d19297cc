"""Localities from buildings, population and what lies around."""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from samplan.processing.methods.errors import Cancelled, InputError
from samplan.processing.methods.settlement.delineation import delineate
from samplan.processing.methods.settlement.rule import SettlementRule

FIELDS = [
    *("loc_code", "loc_name", "mun_code", "mun_name", "loc_class", "pop", "area_ha", "land_ha"),
    *("pop_dens", "buildings", "dwellings", "holiday_sh", "origin", "geometry"),
]
TATORT = SettlementRule("tatort", min_inhabitants=200, max_holiday_share=50)


def frame(shapes, **fields):
    return gpd.GeoDataFrame(fields, geometry=list(shapes))


def houses(*west, south=0.0, **fields):
    """Houses of 10 m by their western walls."""
    west = np.array(west, dtype=float)
    return frame(shapely.box(west, south, west + 10, south + 10), **fields)


def people(*persons):
    """Inhabitants by x, in the middle of the houses' depth."""
    x, number = np.array(persons, dtype=float).reshape(-1, 2).T
    return frame(shapely.points(np.stack([x, np.full(len(x), 5.0)], axis=1)), population=number)


def region(seed=0, towns=12):
    """Towns of houses with residents, gardens of sheds, a lake and two municipalities."""
    rng = np.random.default_rng(seed)
    middle = rng.uniform(0, 20_000, (towns, 2))
    town = rng.integers(towns, size=1_500)
    low = middle[town] + rng.normal(0, 300, (1_500, 2))
    size = rng.uniform(2, 20, (1_500, 2))
    buildings = frame(
        shapely.box(*low.T, *(low + size).T),
        dwellings=rng.integers(1, 4, 1_500),
        holiday=rng.random(1_500) < 0.2,
    )
    doors = shapely.points(low[::2] + size[::2] / 2)
    residents = frame(doors, population=rng.integers(0, 8, 750))
    return buildings, residents


@pytest.mark.parametrize(
    ("second", "expected"), [(210, [250.0]), (210.01, [])], ids=["exactly 200 m", "a bit more"]
)
def test_the_gap_decides(second, expected):
    found = delineate(houses(0, second), people((5, 125), (second + 5, 125)), TATORT)
    assert found.localities["pop"].tolist() == expected


@pytest.mark.parametrize(("inhabitants", "count"), [(199, 0), (200, 1)])
def test_the_number_of_inhabitants_decides(inhabitants, count):
    assert len(delineate(houses(0), people((5, inhabitants)), TATORT).localities) == count


def test_a_chain_of_buildings_is_one_locality():
    chain = houses(*range(0, 2_100, 210))
    (row,) = delineate(chain, people((5, 100), (1_895, 100)), TATORT).localities.itertuples()
    assert (row.pop, row.buildings) == (200, 10)
    assert row.geometry.geom_type == "Polygon"


def test_the_fields_and_their_values():
    buildings = houses(0, 20, 40, dwellings=[1, 2, 3], holiday=[True, False, False])
    buildings = gpd.GeoDataFrame(
        {"dwellings": [4] * 10, "holiday": [True, *[False] * 9]},
        geometry=[shapely.box(x, 0, x + 10, 10) for x in range(0, 200, 20)],
    )
    lake = frame([shapely.box(-500, -500, 100, 500), shapely.box(90, -500, 100, 500)])
    places = frame([shapely.Point(50, 5)], name=["Storby"])
    municipality = frame([shapely.box(-9e3, -9e3, 9e3, 9e3)], code=[580], name=["Linköping"])
    found = delineate(
        buildings, people((5, 240)), TATORT, water=lake, municipalities=municipality, names=places
    )
    (row,) = found.localities.itertuples()
    assert list(found.localities.columns) == FIELDS
    assert (row.loc_code, row.loc_name, row.mun_code) == ("580L001", "Storby", "580")
    assert (row.mun_name, row.loc_class, row.origin) == ("Linköping", "tatort", "new")
    assert (row.pop, row.buildings, row.dwellings, row.holiday_sh) == (240, 10, 40, 10)
    assert row.area_ha == pytest.approx(row.geometry.area / 1e4)
    dry = shapely.difference(row.geometry, shapely.box(-500, -500, 100, 500)).area / 1e4
    assert row.land_ha == pytest.approx(dry)
    assert row.pop_dens == pytest.approx(240 / dry)
    assert found.building_locality.tolist() == [0] * 10


def test_what_is_not_known_is_missing():
    (row,) = delineate(houses(0), people((5, 200)), TATORT).localities.itertuples()
    assert (row.loc_code, row.loc_name, row.mun_code, row.mun_name) == ("L001", None, None, None)
    assert np.isnan([row.dwellings, row.holiday_sh]).all()


def test_a_locality_all_on_water_has_no_density():
    flood = frame([shapely.box(-1e3, -1e3, 1e3, 1e3)])
    (row,) = delineate(houses(0), people((5, 200)), TATORT, water=flood).localities.itertuples()
    assert row.land_ha == pytest.approx(0, abs=1e-9)
    assert np.isnan(row.pop_dens)


def test_cells_count_by_the_share_of_their_area():
    cells = frame(
        [shapely.box(-100, -100, 100, 100), shapely.box(100, -100, 300, 100)],
        population=[3000, 3000],
    )
    (row,) = delineate(houses(0), cells, TATORT).localities.itertuples()
    assert row.pop == pytest.approx(3000 * row.geometry.area / 200**2, abs=1e-5)


def test_cells_wholly_inside_give_whole_numbers():
    buildings = houses(*range(0, 1_000, 20))
    cells = frame(
        shapely.box(np.arange(0, 990, 33), 0, np.arange(33, 1_023, 33), 10),
        population=[200 / 30] * 30,
    )
    assert delineate(buildings, cells, TATORT).localities["pop"].tolist() == [200]


def test_a_border_is_no_hindrance():
    areas = frame(
        shapely.box([-9e3, 60], -9e3, [60, 9e3], 9e3),
        code=["0560", "0513"],
        name=["Boxholm", "Kinda"],
    )
    found = delineate(houses(0, 200, 380), people((5, 200)), TATORT, municipalities=areas)
    assert found.localities["mun_code"].tolist() == ["0513"]
    assert found.localities["loc_code"].tolist() == ["0513L001"]


@pytest.mark.parametrize(
    ("options", "parts"),
    [
        ({}, 0),
        ({"bridging": frame([shapely.box(50, -90, 250, 90)])}, 2),
        ({"water": frame([shapely.box(50, -90, 250, 90)])}, 0),
    ],
    ids=["fields part", "a park joins", "wide water does not"],
)
def test_a_village_on_both_sides(options, parts):
    found = delineate(houses(0, 310), people((5, 100), (315, 100)), TATORT, **options)
    assert len(found.localities) == (parts > 0)
    if parts:
        (row,) = found.localities.itertuples()
        assert (row.pop, row.buildings) == (200, 2)
        assert len(row.geometry.geoms) == parts
        assert found.building_locality.tolist() == [0, 0]


def test_an_island_joins_over_narrow_water():
    rule = SettlementRule("x", min_inhabitants=200, bridge_width=200)
    sound = frame([shapely.box(50, -900, 250, 900)])
    found = delineate(houses(0, 310), people((5, 100), (315, 100)), rule, water=sound)
    (row,) = found.localities.itertuples()
    assert row.pop == 200
    assert row.land_ha == pytest.approx(row.area_ha)


@pytest.mark.parametrize(
    ("holiday", "count"),
    [([1, 1, 0, 0], 1), ([1, 1, 1, 0], 0), ([None] * 4, 1)],
    ids=["half are holiday homes", "more than half", "not known"],
)
def test_holiday_homes_make_no_locality(holiday, count):
    buildings = houses(0, 50, 100, 150, holiday=holiday)
    assert len(delineate(buildings, people((5, 300)), TATORT).localities) == count


def test_a_holiday_home_area_is_made_of_holiday_homes():
    rule = SettlementRule("holiday", gap=150, min_holiday_homes=3, holiday_homes_only=True)
    buildings = houses(0, 150, 300, 20, 500, holiday=[1, 1, 1, 0, 0])
    (row,) = delineate(buildings, people(), rule).localities.itertuples()
    assert (row.buildings, row.pop) == (3, 0)
    found = delineate(buildings, people(), rule)
    assert found.building_locality.tolist() == [0, 0, 0, 0, -1]


def test_a_polygon_with_holes_and_an_invalid_one_are_buildings_like_others():
    ring = shapely.box(0, 0, 400, 400).difference(shapely.box(10, 10, 390, 390))
    tie = shapely.Polygon([(600, 0), (620, 20), (620, 0), (600, 20)])
    found = delineate(frame([ring, tie]), people((5, 200)), TATORT)
    (row,) = found.localities.itertuples()
    assert row.geometry.is_valid
    assert row.geometry.contains(shapely.make_valid(tie))
    assert row.buildings == 2


def test_duplicated_building_points_count_and_change_nothing_else():
    point = frame([shapely.Point(0, 0)])
    twice = frame([shapely.Point(0, 0)] * 2)
    residents = frame([shapely.Point(0, 0)], population=[200])
    one, two = (delineate(layer, residents, TATORT).localities for layer in (point, twice))
    assert (one["buildings"].item(), two["buildings"].item()) == (1, 2)
    assert one.geometry.item().equals(two.geometry.item())


def test_sheds_within_belong_to_the_locality_but_do_not_count():
    buildings = frame(
        [*houses(0, 100).geometry, shapely.box(50, 0, 52, 2), None, shapely.box(400, 0, 402, 2)]
    )
    found = delineate(buildings, people((5, 200)), TATORT)
    assert found.building_locality.tolist() == [0, 0, 0, -1, -1]
    assert found.localities["buildings"].tolist() == [2]


@pytest.mark.parametrize(
    ("buildings", "population"),
    [
        (houses(), people((5, 200))),
        (houses(0), people()),
        (frame([shapely.box(0, 0, 2, 2)]), people((5, 200))),
        (frame([None, shapely.Polygon()]), people((5, 200))),
        (houses(0), frame([shapely.Point(5, 5), None], population=[np.nan, 300])),
    ],
    ids=["no buildings", "nobody", "all too small", "no geometries", "population not known"],
)
def test_nothing_to_find(buildings, population):
    found = delineate(buildings, population, TATORT)
    assert list(found.localities.columns) == FIELDS
    assert len(found.localities) == 0
    assert found.building_locality.tolist() == [-1] * len(buildings)


def test_nothing_to_find_with_every_layer_given():
    square = [shapely.box(0, 0, 900, 900)]
    found = delineate(
        houses(0),
        people(),
        TATORT,
        water=frame(square),
        bridging=frame(square),
        municipalities=frame(square, code=["A"], name=["Ale"]),
        names=frame([shapely.Point(5, 5)], name=["Berg"]),
        earlier=frame(square, code=["T1"], name=["Dal"]),
    )
    assert list(found.localities.columns) == FIELDS
    assert len(found.localities) == 0


def test_layers_without_rows_are_like_none():
    empty = frame([], code=[], name=[])
    layers = dict.fromkeys(("water", "bridging", "municipalities", "names", "earlier"), empty)
    (row,) = delineate(houses(0), people((5, 200)), TATORT, **layers).localities.itertuples()
    assert (row.loc_code, row.loc_name, row.mun_code, row.origin) == ("L001", None, None, "new")


def test_order_by_municipality_and_falling_population():
    buildings = houses(0, 1_000, 2_000, 3_000, 9_000)
    residents = people((5, 200), (1_005, 300), (2_005, 400), (3_005, 300), (9_005, 900))
    areas = frame(
        shapely.box([-500, 1_500], -500, [1_500, 8_000], 500), code=["B", "A"], name=["Bro", "Ale"]
    )
    table = delineate(buildings, residents, TATORT, municipalities=areas).localities
    assert table["mun_code"].tolist() == ["A", "A", "B", "B", None]
    assert table["pop"].tolist() == [400, 300, 300, 200, 900]
    assert table["loc_code"].tolist() == ["AL001", "AL002", "BL001", "BL002", "L001"]


def test_row_order_does_not_matter():
    buildings, residents = region()
    rng = np.random.default_rng(1)
    order, moved = rng.permutation(len(buildings)), rng.permutation(len(residents))
    first = delineate(buildings, residents, TATORT)
    second = delineate(
        buildings.iloc[order].reset_index(drop=True),
        residents.iloc[moved].reset_index(drop=True),
        TATORT,
    )
    assert 5 < len(first.localities) < 20
    for field in FIELDS[:-1]:
        assert first.localities[field].tolist() == second.localities[field].tolist()
    same = shapely.equals_exact(
        first.localities.geometry.array, second.localities.geometry.array, tolerance=1e-6
    )
    assert same.all()
    np.testing.assert_array_equal(first.building_locality[order], second.building_locality)


def test_every_resident_and_building_inside_is_counted_once():
    buildings, residents = region(seed=2)
    found = delineate(buildings, residents, TATORT)
    inside = shapely.within(
        residents.geometry.array, shapely.union_all(found.localities.geometry.array)
    )
    assert found.localities["pop"].sum() == residents["population"][inside].sum()
    counted = buildings.geometry.area >= 15
    expected = np.bincount(found.building_locality[counted & (found.building_locality >= 0)])
    assert found.localities["buildings"].tolist() == expected.tolist()
    row = found.localities.geometry.array[found.building_locality]
    assert row.contains(buildings.geometry.array)[found.building_locality >= 0][
        counted[found.building_locality >= 0]
    ].all()


def test_a_second_delineation_keeps_codes_and_names():
    buildings, residents = region(seed=3)
    before = delineate(buildings, residents, TATORT).localities
    earlier = before.rename(columns={"loc_code": "code", "pop": "population"})
    earlier["code"] = [f"T{number}" for number in range(len(earlier))]
    earlier["name"] = [f"Ort {number}" for number in range(len(earlier))]
    rumours = frame([shapely.Point(0, 0)], name=["Annan"])
    again = delineate(buildings, residents, TATORT, earlier=earlier, names=rumours).localities
    assert again["loc_code"].tolist() == earlier["code"].tolist()
    assert again["loc_name"].tolist() == earlier["name"].tolist()
    assert set(again["origin"]) == {"kept"}


def test_codes_after_a_split_a_merger_and_a_new_place():
    earlier = frame(
        [shapely.box(-50, -50, 700, 60), *shapely.box([1_950, 2_080], -50, [2_070, 2_210], 60)],
        code=["L001", "L002", "L003"],
    )
    buildings = houses(0, 500, 600, 2_000, 2_150, 4_000)
    residents = people((5, 200), (505, 210), (2_005, 220), (4_005, 230))
    table = delineate(buildings, residents, TATORT, earlier=earlier).localities
    by_population = dict(zip(table["pop"], zip(table["loc_code"], table["origin"])))
    assert by_population[200] == ("L005", "split")
    assert by_population[210] == ("L001", "kept")
    assert by_population[220] == ("L003", "merged")
    assert by_population[230] == ("L004", "new")


@pytest.mark.parametrize(
    ("layer", "field"),
    [
        ("population", "population"),
        ("municipalities", "name"),
        ("names", "name"),
        ("earlier", "code"),
    ],
)
def test_a_missing_field_is_named(layer, field):
    layers = {"population": people((5, 200)), layer: frame([shapely.box(0, 0, 1, 1)], code=["A"])}
    if layer == "earlier":
        layers[layer] = layers[layer].drop(columns="code")
    population = layers.pop("population")
    with pytest.raises(InputError, match=f"needs a field for '{field}'"):
        delineate(houses(0), population, TATORT, **layers)


def test_layers_are_not_changed():
    buildings, residents = region(seed=4)
    bad = shapely.Polygon([(0, 0), (900, 900), (900, 0), (0, 900)])
    lake, park = frame([bad]), frame([bad])
    copies = [layer.copy() for layer in (buildings, residents, lake, park)]
    delineate(buildings, residents, TATORT, water=lake, bridging=park)
    for layer, copy in zip((buildings, residents, lake, park), copies):
        assert layer.equals(copy)


def test_cancelling_stops_and_progress_rises_to_one():
    buildings, residents = region(seed=5)
    told = []
    delineate(buildings, residents, TATORT, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1

    def stop_late(fraction):
        if fraction > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        delineate(buildings, residents, TATORT, progress=stop_late)


def test_buildings_of_localities_already_found_are_left_out():
    buildings, homes = houses(0, 1_000), people((5, 250), (1_005, 250))
    first = delineate(buildings[:1], homes, TATORT).localities
    found = delineate(buildings, homes, TATORT, placed=first)
    assert found.localities["pop"].tolist() == [250.0]
    assert found.building_locality.tolist() == [-1, 0]


def test_no_buildings_with_purposes_are_no_localities():
    rule = SettlementRule("tatort", purposes=("Bostad",))
    empty = frame([], purpose=[])
    assert delineate(empty, people((5, 250)), rule).localities.empty
