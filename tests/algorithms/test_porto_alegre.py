"""A real city, timetable to accessibility: by toolbox, ready-made model and qgis_process."""

import numpy as np
import pytest
from qgis.core import (
    NULL,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)
from samplan.processing import feeds
from samplan.processing.methods.transit.router.earliest import search_from
from samplan.processing.methods.transit.router.journey import journey_in
from samplan.processing.paths import MODELS
from samplan.processing.subjects import traveltimes

from . import porto_alegre
from .test_chain import content

pytestmark = pytest.mark.heavy
MODEL = {
    "layers:STOP_AREAS": "areas",
    "layers:LINES": "lines",
    "layers:SEGMENTS": "segments",
    "service:SERVICE": "service",
    "quality:RATED": "rated",
    "quality:QUALITY": "quality",
    "catchments:CATCHMENTS": "catchments",
    "matrix:TIMES": "times",
    "matrix:FLOWS": "flows",
    "access:OUTLOOK": "outlook",
}
"""Outputs of the model, by what they hold."""


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(feeds, "_folder", lambda: tmp_path / "cache")


@pytest.fixture
def city(reference, tmp_path, make_layer):
    """Feeds, localities, residents, streets: the parameters that the tools share."""
    found = porto_alegre.prepare(reference, tmp_path)
    people, places = porto_alegre.hexagons(make_layer, found["hexagons"])
    return {
        "FEED": str(found["feeds"]),
        "LOCALITIES": places,
        "RESIDENTS": people,
        "STREETS": found["streets"],
        "DESTINATIONS": people,
        "OPPORTUNITIES": "employees",
        "WINDOW": "13-15",
    }


@pytest.fixture
def by_toolbox(run, city):
    """The model's steps, one after the other."""
    feed, memory = city["FEED"], "memory:"
    walked = {name: city[name] for name in ("RESIDENTS", "STREETS")}
    layers = run(
        "gtfstolayers", FEED=feed, STOPS=memory, LINES=memory, AREAS=memory, SEGMENTS=memory
    )
    local = run("localityservice", FEED=feed, LOCALITIES=city["LOCALITIES"], OUTPUT=memory)
    quality = run(
        "stopquality",
        FEED=feed,
        LOCALITIES=local["OUTPUT"],
        **walked,
        **dict.fromkeys(("STOPS", "CLASSES", "OUTPUT"), memory),
    )
    catchments = run(
        "transitcatchments",
        STOPS=layers["AREAS"],
        STOP_ID="area_id",
        STOP_NAME="area_name",
        VARIANT="nearest",
        LIMIT="modes",
        LIMITS="rail 1000, metro 1000, tram 500, bus 400",
        **walked,
        OUTPUT=memory,
    )
    times = run(
        "traveltimematrix",
        ORIGINS=quality["OUTPUT"],
        FEED=feed,
        MODES=["transit"],
        STREETS=city["STREETS"],
        WINDOW=city["WINDOW"],
        OUTPUT=memory,
        FLOWS=memory,
    )
    reached = run(
        "accessibility",
        TIMES=times["OUTPUT"],
        PLACES=quality["OUTPUT"],
        DESTINATIONS=city["DESTINATIONS"],
        OPPORTUNITIES=city["OPPORTUNITIES"],
        OUTPUT=memory,
    )
    return {
        "areas": layers["AREAS"],
        "lines": layers["LINES"],
        "segments": layers["SEGMENTS"],
        "service": run("stopservice", FEED=feed, OUTPUT=memory)["OUTPUT"],
        "outlook": reached["OUTPUT"],
        "rated": quality["STOPS"],
        "quality": quality["CLASSES"],
        "catchments": catchments["OUTPUT"],
        "times": times["OUTPUT"],
        "flows": times["FLOWS"],
    }


def column(layer, name):
    return np.array([np.nan if f[name] == NULL else f[name] for f in layer.getFeatures()])


def test_a_city_by_the_toolbox(by_toolbox, run, city):
    found = by_toolbox
    # a feed of buses on weekdays only, and one of a railway line
    assert found["lines"].featureCount() > 15
    modes = {feature["modes"] for feature in found["areas"].getFeatures()}
    assert {"bus", "rail"} <= modes
    # every departure of the day stands at one stop area, and on one segment from stop to stop
    departures = column(found["areas"], "dep_n").sum()
    outputs = dict.fromkeys(("STOPS", "LINES", "SEGMENTS"), "memory:")
    legs = run(
        "gtfstolayers", FEED=city["FEED"], WINDOW="00-30", SEGMENTS_BETWEEN="stop", **outputs
    )
    again = 78  # rows of the feed that repeat the stop before
    assert departures - again == column(legs["SEGMENTS"], "trips").sum()
    assert departures > 100_000
    # the wide fields of the whole day are the departures between 6 and 20
    assert 0.9 * departures < column(found["service"], "wd1_dep").sum() < departures
    # within 400 m straight of so many buses live most, and on the streets fewer
    shares = column(found["outlook"], "qual_1")
    straight = run(
        "stopquality",
        **{name: city[name] for name in ("FEED", "LOCALITIES", "RESIDENTS")},
        **dict.fromkeys(("STOPS", "CLASSES", "OUTPUT"), "memory:"),
    )["OUTPUT"]
    assert (column(straight, "qual_1") > shares).all()
    assert (column(straight, "qual_1") > 50).any()
    assert (np.diff([column(straight, f"qual_{n}") for n in (1, 2, 3, 4)], axis=0) >= 0).all()
    # residents at their nearest stop are counted once
    people = column(city["RESIDENTS"], "population").sum()
    widest = {}
    for feature in found["catchments"].getFeatures():
        stop = feature["stop_id"]
        widest[stop] = max(widest.get(stop, 0), feature["pop"])
    assert 0.3 * people < sum(widest.values()) < people
    # more jobs within reach the longer one travels, and all localities reach themselves
    jobs = [column(found["outlook"], f"c{limit}_emplo") for limit in (15, 30, 45, 60)]
    assert (np.diff(jobs, axis=0) >= 0).all()
    assert (jobs[0] > 0).all()
    assert jobs[-1].max() <= column(city["DESTINATIONS"], "employees").sum()
    rail = [f for f in found["catchments"].getFeatures() if f["walk_m"] == 1000]
    assert {f["stop_id"].split(":")[0] for f in rail} == {"poa_trensurb"}


def test_the_model_and_its_copy_in_the_designer_give_the_same(by_toolbox, run, city, log):
    outputs = dict.fromkeys(MODEL, "memory:")
    ready = run("transitoutlook", **city, **outputs)
    opened = QgsProcessingModelAlgorithm()
    assert opened.fromFile(str(MODELS / "transitoutlook.model3"))
    valid, problems = opened.validate()
    assert valid, problems
    # QGIS 3.44 holds a context's children for done once they have run in it
    fresh = QgsProcessingContext()
    fresh.setProject(QgsProject.instance())
    copied, ok = opened.run({**city, **outputs}, fresh, log)
    assert ok, log.errors
    for output, name in MODEL.items():
        expected = content(by_toolbox[name])
        assert content(ready[output]) == expected, name
        layer = QgsProcessingUtils.mapLayerFromString(copied[output], fresh)
        assert content(layer) == expected, name


def test_qgis_process_gives_the_same(by_toolbox, city, qgis_process, run, tmp_path):
    from qgis.core import QgsVectorFileWriter

    given = dict(city)
    for name in ("LOCALITIES", "RESIDENTS", "DESTINATIONS"):
        given[name] = str(tmp_path / f"{name}.gpkg")
        options = QgsVectorFileWriter.SaveVectorOptions()
        context = city[name].transformContext()
        QgsVectorFileWriter.writeAsVectorFormatV3(city[name], given[name], context, options)
    targets = {output: tmp_path / f"{name}.gpkg" for output, name in MODEL.items()}
    words = [f"{name}={value}" for name, value in {**given, **targets}.items()]
    ran = qgis_process("run", "samplan:transitoutlook", "--", *words)
    assert ran.returncode == 0, ran.stderr
    for output, name in MODEL.items():
        layer = QgsVectorLayer(str(targets[output]), name, "ogr")
        names, expected = content(by_toolbox[name])
        found = content(layer)
        assert found[0] == names
        assert len(found[1]) == len(expected), name
        for each in names:
            if column_is_number(layer, each):
                np.testing.assert_allclose(
                    np.sort(column(layer, each).astype(float)),
                    np.sort(column(by_toolbox[name], each).astype(float)),
                    rtol=1e-9,
                    err_msg=f"{name}.{each}",
                )


def column_is_number(layer, name):
    return layer.fields().field(name).isNumeric()


def test_streets_straight_out_of_the_extract(run, by_toolbox, reference, city, make_layer):
    """The tool takes OpenStreetMap's lines as GDAL's driver gives them, in degrees."""
    path = reference("gtfs/r5r_poa/poa_osm.pbf")
    streets = QgsVectorLayer(f"{path}|layername=lines", "streets", "ogr")
    streets.setSubsetString(porto_alegre.STREETS)
    given = {"STOPS": by_toolbox["areas"], "RESIDENTS": city["RESIDENTS"], "VARIANT": "together"}
    totals = [
        column(run("transitcatchments", **given, STREETS=each, OUTPUT="memory:")["OUTPUT"], "pop")
        for each in (streets, city["STREETS"])
    ]
    assert totals[0].tolist() == totals[1].tolist()


def one_by_one(asked, origin, pairs):
    """Minutes from an origin to all destinations, and to some by their journeys, each departure."""
    timetable, footpaths, request = asked
    access, egress, direct = request.access, request.egress, request.direct
    access = access.__class__(*(each[access.place == origin] for each in access))
    on_foot = np.full(request.destinations, np.inf)
    here = direct.place == origin
    on_foot[direct.stop[here]] = direct.seconds[here]
    ends = [egress.__class__(*(each[egress.place == end] for each in egress)) for end in pairs]
    window, rides = request.window, request.rides
    every, journeys = [], []
    for departure in window.begin + window.step * np.arange(window.count):
        search = search_from(timetable, footpaths, access, int(departure), rides=rides)
        times, comes = on_foot.copy(), search.arrivals(rides)[egress.stop] + egress.seconds
        np.minimum.at(times, egress.place, comes - departure)
        every.append(np.where(times <= window.limit, times, np.inf))
        found = [
            journey_in(search, access, ways, on_foot=on_foot[end], limit=window.limit)
            for end, ways in zip(pairs, ends)
        ]
        journeys.append([each.arrival - departure if each else np.inf for each in found])
    return np.array(every) / 60, np.array(journeys) / 60


def test_the_matrix_of_a_city_against_one_journey_after_the_other(run, city, monkeypatch, log):
    """All hexagons to all on the streets, each minute of two hours."""
    made = []
    prepared = traveltimes.prepared
    monkeypatch.setattr(
        traveltimes, "prepared", lambda *given: made.append(prepared(*given)) or made[0]
    )
    given = {name: city[name] for name in ("FEED", "STREETS", "WINDOW")}
    found = run(
        "traveltimematrix",
        **given,
        ORIGINS=city["RESIDENTS"],
        DATE="2019-05-14",
        MODES=["transit"],
        PERCENTILES="50, 85",
        OUTPUT="memory:",
    )["OUTPUT"]
    assert any("1 227 origins x 1 227 destinations, 120 departures" in each for each in log.info)
    start, end = (column(found, name).astype(int) - 1 for name in ("from_id", "to_id"))
    names = ("t_best", "travel_time_p50", "travel_time_p85")
    times = np.stack([column(found, name).astype(float) for name in names], axis=1)
    square = np.full((1227, 1227, 3), np.inf)
    square[start, end] = np.where(np.isnan(times), np.inf, times)
    assert len(start) == np.isfinite(square[:, :, 0]).sum()  # no pair twice
    assert (square[:, :, 0] <= square[:, :, 1]).all()
    assert (square[:, :, 1] <= square[:, :, 2]).all()
    assert (np.diagonal(square).T == 0).all()
    # there takes about as long as back
    best = square[:, :, 0]
    both = np.isfinite(best) & np.isfinite(best.T)
    assert both.sum() > 0.95 * len(start)
    assert np.corrcoef(best[both], best.T[both])[0, 1] > 0.9
    # three rows of the square, and three pairs leg by leg
    for origin, pairs in ((100, [900]), (613, [5]), (1100, [300])):
        every, journeys = one_by_one(made[0].asked, origin, pairs)
        assert np.isfinite(every).any(axis=0).sum() > 500
        ranked = np.sort(every, axis=0)
        # nearest rank of 120: the 60th and the 102nd
        expected = ranked[[0, 59, 101]].T
        np.testing.assert_allclose(square[origin], expected, atol=1e-4)
        np.testing.assert_array_equal(journeys, every[:, pairs])
