"""The spatial part of the demo region: what it promises to others, and what must look right."""

import hashlib
import time

import numpy as np
import pandas as pd
import pytest
import shapely
from samplan.processing.demo import facts
from samplan.processing.demo.plans import CATEGORIES
from samplan.processing.demo.region import DemoRegion, generate
from samplan.processing.demo.streets import parts
from samplan.processing.methods.errors import Cancelled, InputError
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

AGES = ["p0_5", "p6_15", "p16_19", "p20_24", "p25_44", "p45_64", "p65_79", "p80_"]
FIELDS = {
    "municipalities": ["code", "name"],
    "places": ["name", "code", "kind", "population", "pop_year", "source", "in18", "character"],
    "earlier_localities": ["code", "name", "year"],
    "buildings": [
        "objektid", "objekttyp", "andamal1", "dwellings", "floors", "built", "tenure", "holiday",
    ],
    "residents": ["population", "households", *AGES, "employed", "students"],
    "workplaces": ["employees", "sni", "sni_div"],
    "services": ["type", "name"],
    "streets": ["class", "speed", "oneway", "walk", "bike", "car", "name"],
    "railways": ["name"],
    "water": ["kind", "name"],
    "greens": ["kind"],
    "planned_areas": ["category", "name", "dwellings", "year"],
    "sector_interests": ["sector", "title", "weight"],
}  # fmt: skip
VALUES = {
    ("places", "kind"): {"tatort", "smaort", "by", "fritidshusomrade"},
    ("buildings", "objekttyp"): {
        "Bostad", "Industri", "Samhällsfunktion", "Verksamhet", "Ekonomibyggnad",
        "Komplementbyggnad", "Övrig byggnad",
    },
    ("buildings", "tenure"): {"hyresrätt", "bostadsrätt", "äganderätt", ""},
    ("buildings", "holiday"): {0, 1},
    ("workplaces", "sni"): set("ABCDEFGHIJKLMNOPQRS"),
    ("services", "type"): {
        "grocery", "pharmacy", "fuel", "parcel", "cash", "health_centre", "dentist", "preschool",
        "school_f6", "school_79", "upper_secondary", "library", "elder_care", "sports_hall",
        "swimming", "restaurant", "shop", "systembolaget", "rail_station", "bus_station",
        "fire_station", "culture",
    },
    ("streets", "class"): {
        "motorway", "national", "regional", "main", "local", "track", "path",
    },
    ("streets", "oneway"): {0, 1},
    ("water", "kind"): {"lake", "river", "canal"},
    ("greens", "kind"): {"park", "sports", "cemetery", "nature"},
    ("planned_areas", "category"): set(CATEGORIES),
    ("sector_interests", "weight"): {1, 2, 3},
}  # fmt: skip
NMD = {0, 2, 3, 41, 42, 51, 52, 53, 61, *range(111, 119)}
MINOR = ["Komplementbyggnad", "Ekonomibyggnad"]


@pytest.fixture(scope="module")
def tiny():
    return generate("tiny")


@pytest.fixture(scope="module")
def region():
    return generate("region")


@pytest.fixture(scope="module")
def groups(region):
    return town_groups(region)


def shapes(frame):
    return np.asarray(frame.geometry.array)


def digest(demo):
    """Hash of everything in the region, to the last digit."""
    content = hashlib.sha256(demo.landcover.tobytes())
    for name in FIELDS:
        frame = getattr(demo, name)
        content.update(b"".join(shapely.to_wkb(shapes(frame))))
        content.update(frame.drop(columns="geometry").to_csv().encode())
    return content.hexdigest()


def settlement_groups(demo, gap):
    """Group number of each larger building and inhabitants by group, by plain linking."""
    larger = shapes(demo.buildings[~demo.buildings["objekttyp"].isin(MINOR)])
    a, b = shapely.STRtree(larger).query(larger, predicate="dwithin", distance=gap)
    links = coo_matrix((np.ones(len(a)), (a, b)), shape=(len(larger),) * 2)
    group = connected_components(links, directed=False)[1]
    address, home = shapely.STRtree(larger).query(shapes(demo.residents), predicate="intersects")
    assert len(address) == len(demo.residents)
    people = demo.residents["population"].to_numpy()[address]
    return larger, group, np.bincount(group[home], people)


def town_groups(demo):
    """Buildings, inhabitants and localities of each group of at least 200 inhabitants."""
    larger, group, people = settlement_groups(demo, 200)
    towns = demo.places[demo.places["kind"] == "tatort"].reset_index(drop=True)
    found = []
    for number in np.flatnonzero(people >= 200):
        mine = larger[group == number]
        inside = shapely.distance(shapely.union_all(mine), shapes(towns)) < 250
        found.append((mine, people[number], towns[inside]))
    return found


class TestLayers:
    @pytest.mark.parametrize("layer", FIELDS)
    def test_has_exactly_the_promised_fields(self, tiny, layer):
        frame = getattr(tiny, layer)
        assert list(frame.columns) == [*FIELDS[layer], "geometry"]
        assert isinstance(frame.index, pd.RangeIndex)
        assert frame.crs is None
        assert len(frame) > 0
        assert frame.notna().all().all()

    @pytest.mark.parametrize(("layer", "field"), VALUES)
    def test_uses_only_the_promised_values(self, tiny, layer, field):
        assert set(getattr(tiny, layer)[field]) <= VALUES[layer, field]

    @pytest.mark.parametrize("layer", FIELDS)
    def test_geometries_are_valid_and_inside_the_region(self, tiny, layer):
        frame = getattr(tiny, layer)
        assert frame.is_valid.all()
        if layer != "earlier_localities":
            whole = shapely.buffer(shapely.union_all(shapes(tiny.municipalities)), 1)
            assert shapely.contains(whole, shapes(frame)).all()

    def test_all_are_listed(self):
        others = {"landcover", "landcover_origin", "landcover_cell"}
        assert set(DemoRegion.__dataclass_fields__) == set(FIELDS) | others


class TestGenerate:
    def test_is_the_same_every_time(self, tiny):
        assert digest(generate("tiny")) == digest(tiny)

    def test_differs_with_another_seed_but_in_the_facts(self, tiny):
        other = generate("tiny", seed=7)
        assert digest(other) != digest(tiny)
        towns, others = (
            demo.places[demo.places["kind"] == "tatort"].drop(columns="geometry")
            for demo in (tiny, other)
        )
        pd.testing.assert_frame_equal(towns, others)

    @pytest.mark.parametrize("seed", [0, 1, 2, 3])
    def test_any_seed_makes_a_connected_region_with_everyone_housed(self, seed):
        demo = generate("tiny", seed=seed)
        assert (parts(shapes(demo.streets)) == 0).all()
        assert demo.residents["population"].sum() == generate_population()

    def test_tiny_takes_seconds(self):
        start = time.perf_counter()
        generate("tiny")
        assert time.perf_counter() - start < 10

    def test_an_unknown_size_is_refused(self):
        with pytest.raises(InputError, match="size 'huge' is not known: choose tiny or region"):
            generate("huge")

    def test_progress_only_grows_from_0_to_1(self):
        told = []
        generate("tiny", progress=told.append)
        assert told[0] == 0
        assert told[-1] == 1
        assert (np.diff(told) >= 0).all()

    def test_can_be_cancelled(self):
        def cancel(fraction):
            if fraction > 0.3:
                raise Cancelled

        with pytest.raises(Cancelled):
            generate("tiny", progress=cancel)


def generate_population():
    """Localities of the tiny region, and its part of the rural population."""
    from samplan.processing.demo.ground import ground
    from samplan.processing.demo.settlements import rural_population, settlements

    land = ground("tiny", 1)
    table = settlements("tiny", 1, land)
    towns = table.loc[table["kind"] == "tatort", "population"].sum()
    return towns + rural_population(land).sum()


class TestPeople:
    def test_ages_sum_to_the_population(self, tiny):
        people = tiny.residents
        assert (people[AGES].sum(axis=1) == people["population"]).all()
        assert (people["employed"] <= people["population"]).all()
        assert (people[["population", "households"]] >= 1).all().all()

    def test_each_locality_has_its_population_and_extent(self, tiny):
        groups = town_groups(tiny)
        assert len(groups) == (tiny.places["kind"] == "tatort").sum()
        for buildings, people, towns in groups:
            assert len(towns) == 1
            fact = facts.PLACES.set_index("code").loc[towns["code"].iloc[0]]
            assert people == pytest.approx(fact["population"], rel=0.02)
            outline = shapely.buffer(shapely.union_all(shapely.buffer(buildings, 100)), -65)
            assert shapely.area(outline) / 1e4 == pytest.approx(fact["area_ha"], rel=0.2)

    def test_villages_of_both_sizes_exist(self, tiny):
        people = tiny.places.groupby("kind")["population"]
        assert people.min()["smaort"] >= 50
        assert people.max()["smaort"] < 200
        assert people.min()["by"] >= 10
        assert people.max()["by"] < 50

    def test_divisions_belong_to_their_sections(self, tiny):
        allowed = set(zip(facts.DIVISIONS["section"], facts.DIVISIONS["division"]))
        assert set(zip(tiny.workplaces["sni"], tiny.workplaces["sni_div"])) <= allowed
        assert (tiny.workplaces["employees"] >= 1).all()


class TestBuildings:
    def test_keep_clear_of_each_other_streets_water_and_rails(self, tiny):
        outlines = shapes(tiny.buildings)
        a, b = shapely.STRtree(outlines).query(outlines, predicate="intersects")
        assert (a == b).all()
        for layer, room in (("streets", 2.5), ("water", 8), ("railways", 19)):
            tree = shapely.STRtree(shapes(getattr(tiny, layer)))
            near = tree.query(outlines, predicate="dwithin", distance=room)[0]
            # Farm tracks end in the yard, between the buildings.
            assert len(near) == 0, layer

    def test_stand_along_streets(self, tiny):
        streets = shapely.STRtree(shapes(tiny.streets))
        homes = shapes(tiny.buildings[tiny.buildings["dwellings"] > 0])
        near = np.unique(streets.query(homes, predicate="dwithin", distance=45)[0])
        assert len(near) > 0.93 * len(homes)

    def test_only_dwellings_have_a_tenure(self, tiny):
        lived_in = tiny.buildings["dwellings"] > 0
        assert ((tiny.buildings["tenure"] != "") == lived_in).all()

    def test_have_ids_of_their_own(self, tiny):
        assert tiny.buildings["objektid"].is_unique

    def test_one_group_is_holiday_homes_by_a_lake(self, tiny):
        homes = shapes(tiny.buildings[tiny.buildings["holiday"] == 1])
        place = shapes(tiny.places[tiny.places["kind"] == "fritidshusomrade"])
        assert (shapely.distance(homes, place[0]) < 600).sum() >= 60
        lakes = shapes(tiny.water[tiny.water["kind"] == "lake"])
        assert shapely.distance(lakes, place[0]).min() < 700

    def test_one_locality_crosses_a_municipal_border(self, tiny):
        homes = shapes(tiny.buildings[tiny.buildings["dwellings"] > 0])
        place = shapes(tiny.places[tiny.places["name"] == "Sjögestad"])[0]
        near = homes[shapely.distance(homes, place) < 350]
        inside = [shapely.contains(area, near).sum() for area in shapes(tiny.municipalities)]
        assert min(inside) >= 10


class TestStreets:
    def test_form_one_network_joined_at_their_ends(self, tiny):
        lines = shapes(tiny.streets)
        ends = [shapely.get_coordinates(shapely.get_point(lines, end)) for end in (0, -1)]
        _, node = np.unique(np.concatenate(ends), axis=0, return_inverse=True)
        a, b = node.reshape(-1)[: len(lines)], node.reshape(-1)[len(lines) :]
        graph = coo_matrix((np.ones(len(a)), (a, b)), shape=(node.max() + 1,) * 2)
        assert connected_components(graph, directed=False)[0] == 1

    def test_cars_reach_everywhere_despite_one_way_streets(self, tiny):
        cars = tiny.streets[tiny.streets["car"] == 1]
        lines, one_way = shapes(cars), (cars["oneway"] == 1).to_numpy()
        ends = [shapely.get_coordinates(shapely.get_point(lines, end)) for end in (0, -1)]
        _, node = np.unique(np.concatenate(ends), axis=0, return_inverse=True)
        a, b = node.reshape(-1)[: len(lines)], node.reshape(-1)[len(lines) :]
        there = np.concatenate([a, b[~one_way]]), np.concatenate([b, a[~one_way]])
        graph = coo_matrix((np.ones(len(there[0])), there), shape=(node.max() + 1,) * 2)
        assert connected_components(graph, directed=True, connection="strong")[0] == 1

    def test_cross_without_a_junction_only_over_the_motorway(self, tiny):
        lines, kind = shapes(tiny.streets), tiny.streets["class"].to_numpy()
        a, b = shapely.STRtree(lines).query(lines, predicate="crosses")
        assert ((kind[a] == "motorway") | (kind[b] == "motorway")).all()

    def test_have_dead_ends_and_one_way_streets(self, tiny):
        lines = shapes(tiny.streets)
        ends = [shapely.get_coordinates(shapely.get_point(lines, end)) for end in (0, -1)]
        _, uses = np.unique(np.concatenate(ends), axis=0, return_counts=True)
        assert (uses == 1).sum() > 20
        assert tiny.streets["oneway"].sum() > 0

    def test_cross_the_railway_only_here_and_there(self, tiny):
        mantorp = shapely.buffer(shapely.Point(516498, 6468406), 1200)
        track = shapely.intersection(shapes(tiny.railways)[0], mantorp)
        crossing = shapely.intersects(shapes(tiny.streets), track).sum()
        assert 2 <= crossing <= shapely.length(track) / 200

    def test_who_may_use_them_follows_the_class(self, tiny):
        use = tiny.streets.groupby("class")[["walk", "bike", "car"]].agg(["min", "max"])
        assert use.loc["motorway"].tolist() == [0, 0, 0, 0, 1, 1]
        assert use.loc["path"].tolist() == [1, 1, 1, 1, 0, 0]
        assert (use.drop(index=["motorway", "path"]) == 1).all().all()


class TestLand:
    def test_land_cover_is_nmd_and_ends_at_the_border(self, tiny):
        assert tiny.landcover.dtype == np.uint8
        assert set(np.unique(tiny.landcover)) <= NMD
        west, north = tiny.landcover_origin
        random = np.random.default_rng(1)
        row, column = (random.integers(0, size, 4000) for size in tiny.landcover.shape)
        cell = tiny.landcover_cell
        x, y = west + (column + 0.5) * cell, north - (row + 0.5) * cell
        whole = shapely.union_all(shapes(tiny.municipalities))
        assert ((tiny.landcover[row, column] > 0) == shapely.contains_xy(whole, x, y)).all()

    @pytest.mark.parametrize(
        ("layer", "codes"),
        [("buildings", {51}), ("workplaces", {51}), ("water", {61}), ("streets", {51, 53})],
    )
    def test_land_cover_shows_the_layers(self, tiny, layer, codes):
        west, north = tiny.landcover_origin
        frame = getattr(tiny, layer)
        if layer == "streets":
            frame = frame[~frame["class"].isin(["path", "track"])]
        spots = shapely.get_coordinates(shapely.point_on_surface(shapes(frame)))
        row = ((north - spots[:, 1]) / tiny.landcover_cell).astype(int)
        column = ((spots[:, 0] - west) / tiny.landcover_cell).astype(int)
        shown = np.isin(tiny.landcover[row, column], list(codes))
        assert shown.mean() > 0.95

    def test_plans_cover_the_municipalities_without_overlap(self, tiny):
        planned, whole = shapes(tiny.planned_areas), shapes(tiny.municipalities)
        union = shapely.union_all(planned)
        assert shapely.area(planned).sum() == pytest.approx(shapely.area(union), rel=1e-6)
        assert shapely.area(union) == pytest.approx(shapely.area(whole).sum(), rel=1e-6)

    def test_a_new_housing_area_takes_farmland_of_interest(self, tiny):
        new = tiny.planned_areas[tiny.planned_areas["dwellings"] > 0]
        farming = tiny.sector_interests[tiny.sector_interests["sector"] == "agriculture"]
        overlap = shapely.area(
            shapely.intersection(shapes(new), shapely.union_all(shapes(farming)))
        )
        assert (overlap > 0.9 * shapely.area(shapes(new))).all()


class TestServices:
    def test_alike_places_differ_in_what_they_offer(self, tiny):
        names = tiny.services["name"]
        assert names[names.str.contains("Vikingstad")].str.contains("Järnvägsstation").any()
        assert not names.str.contains("Sjögestad").any()

    def test_ekangen_and_vikingstad_look_alike_and_differ(self):
        pair = facts.PLACES.set_index("name").loc[["Vikingstad", "Ekängen"]]
        low, high = pair[["population", "area_ha"]].min(), pair[["population", "area_ha"]].max()
        assert (high / low < 1.1).all()
        assert pair["character"].nunique() == 2


@pytest.mark.heavy
class TestRegion:
    def test_has_the_promised_size(self, region):
        assert len(region.buildings) == pytest.approx(100_000, rel=0.05)
        assert region.residents["population"].sum() == facts.MUNICIPALITIES["population"].sum()

    def test_is_one_network(self, region):
        assert (parts(shapes(region.streets)) == 0).all()

    def test_linking_at_200_m_gives_each_locality_once_but_the_one_a_river_splits(self, groups):
        names = [name for _, _, towns in groups for name in towns["name"]]
        assert sorted(set(names)) == sorted(facts.PLACES["name"])
        assert all(len(towns) <= 1 for _, _, towns in groups)
        assert len(groups) == len(facts.PLACES) + 1
        fact = facts.PLACES.set_index("name")["population"]
        for _, people, towns in groups:
            if len(towns) and towns["name"].iloc[0] != "Borensberg":
                assert people == pytest.approx(fact[towns["name"].iloc[0]], rel=0.02)

    def test_the_river_gap_is_bridged_by_park_and_water(self, region, groups):
        place = shapes(region.places[region.places["name"] == "Borensberg"])[0]
        near = [
            (mine, people)
            for mine, people, _ in groups
            if shapely.distance(shapely.union_all(mine), place) < 400
        ]
        assert len(near) == 2
        assert sum(people for _, people in near) == 3093
        first, second = (shapely.union_all(mine) for mine, _ in near)
        gap = shapely.shortest_line(first, second)
        assert 200 < shapely.length(gap) < 500
        bridging = [*shapes(region.greens), *shapes(region.water), *shapes(region.streets)]
        there = [shape for shape in bridging if shapely.intersects(shape, gap)]
        assert shapely.length(shapely.intersection(gap, shapely.union_all(there))) > 150

    def test_people_differ_as_the_places_do(self, region):
        share = {
            name: people[["p6_15", "p65_79", "students"]].sum() / people["population"].sum()
            for name in ("Linköping", "Ekängen", "Sturefors", "Kisa")
            for people in [_around(region, name)]
        }
        assert share["Linköping"]["students"] > 0.05
        assert share["Kisa"]["students"] == 0
        for family in ("Ekängen", "Sturefors"):
            assert share[family]["p6_15"] > 1.2 * share["Kisa"]["p6_15"]
        assert share["Kisa"]["p65_79"] > 1.8 * share["Ekängen"]["p65_79"]

    def test_three_thousand_dwellings_are_planned(self, region):
        assert region.planned_areas["dwellings"].sum() == 3000

    def test_every_service_and_category_exists(self, region):
        assert set(region.services["type"]) == VALUES["services", "type"]
        assert set(region.planned_areas["category"]) == set(CATEGORIES)
        assert region.sector_interests["sector"].nunique() >= 4

    def test_jobs_are_those_of_the_facts(self, region):
        near = _around(region, "Åtvidaberg", "workplaces")
        jobs = facts.PLACES.set_index("name")["jobs"]["Åtvidaberg"]
        assert near["employees"].sum() == pytest.approx(jobs, rel=0.02)


def _around(demo, name, layer="residents"):
    """What lies in a locality as it was delineated earlier, and a little around it."""
    outline = shapes(demo.earlier_localities[demo.earlier_localities["name"] == name])[0]
    frame = getattr(demo, layer)
    return frame[shapely.intersects(shapely.buffer(outline, 150), shapes(frame))]
