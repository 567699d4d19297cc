"""Scenarios against the base: small layers and tables with what they say of themselves."""

import json

import pytest
from qgis.core import NULL, QgsProcessingException

PLACES = [
    ("Point(500000 6500000)", "1", "Byn"),
    ("Point(509000 6500000)", "2", "Staden"),
    ("Point(500000 6509000)", "3", "Öde"),
]
FIELDS = "loc_code:string,loc_name:string,pop:double,jobs:double,dep_wd:double,ctr_min:double"
BASE = [(100, 10, 8, 30), (900, 600, 40, None), (50, 0, 0, None)]
EXPRESS = [(100, 10, 12, 20), (900, 600, 44, None), (50, 0, 0, 60)]
CUTS = [(100, 10, 8, 45), (900, 600, 30, None), (50, 0, 2, None)]
WINNERS = ("field", "people_of", "scenario", "win_n", "same_n", "lose_n", "unknown_n", "net_n")


def rows(layer, *names):
    return [[None if f[name] == NULL else f[name] for name in names] for f in layer.getFeatures()]


def told(layer, **changes):
    """Write into a layer how it was made."""
    made = {
        "algorithm": "samplan:localityservice",
        "version": "0.1.0",
        "crs": "EPSG:3006",
        "parameters": {"FEED": "a.zip", "BUFFER": 100, "DAYS": ["weekday"], "LOCALITIES": "x"},
        "inputs": {"FEED": {"name": "a.zip"}, "LOCALITIES": {"name": "x"}},
    }
    made = {**made, **changes}
    metadata = layer.metadata()
    metadata.setHistory([json.dumps(made)])
    layer.setMetadata(metadata)
    return layer


def settings(**changes):
    """Return the settings of a run with some others."""
    usual = {"FEED": "a.zip", "BUFFER": 100, "DAYS": ["weekday"], "LOCALITIES": "x"}
    return {"parameters": {**usual, **changes}}


@pytest.fixture
def layer(make_layer):
    """A layer of the three places with the values of a run."""

    def layer(values, name, kind="Point", **changes):
        features = [(*place, *each) for place, each in zip(PLACES, values)]
        if kind == "NoGeometry":
            features = [(None, *each[1:]) for each in features]
        return told(make_layer(kind, FIELDS, features, name=name), **changes)

    return layer


@pytest.fixture
def compare(run, layer):
    def compare(*scenarios, base=None, **given):
        given = {"OUTPUT": "memory:", "RANKING": "memory:", "SMALLEST_BASE": 0, **given}
        base = layer(BASE, "now") if base is None else base
        return run("comparescenarios", BASE=base, SCENARIOS=list(scenarios), **given)

    return compare


def test_differences_by_place_and_who_wins(compare, layer):
    express, cuts = layer(EXPRESS, "express"), layer(CUTS, "cuts")
    found = compare(express, cuts, FIELDS=["dep_wd", "ctr_min"])
    names = ("d1_dep_wd", "d1_ctr_min", "d2_dep_wd", "d2_ctr_min", "best_scen", "pop")
    assert rows(found["OUTPUT"], *names) == [
        [4, -10, 0, 15, "express", 100],
        [4, None, -10, None, "express", 900],
        [0, None, 2, None, "cuts", 50],
    ]
    # the village in the country gets a ride where there was none; the town never had one
    assert rows(found["RANKING"], *WINNERS) == [
        ["dep_wd", "pop", "express", 1000, 50, 0, 0, 1000],
        ["dep_wd", "pop", "cuts", 50, 100, 900, 0, -850],
        ["dep_wd", "jobs", "express", 610, 0, 0, 0, 610],
        ["dep_wd", "jobs", "cuts", 0, 10, 600, 0, -600],
        ["ctr_min", "pop", "express", 150, 0, 0, 900, 150],
        ["ctr_min", "pop", "cuts", 0, 0, 100, 950, -100],
        ["ctr_min", "jobs", "express", 10, 0, 0, 600, 10],
        ["ctr_min", "jobs", "cuts", 0, 0, 10, 600, -10],
    ]
    means = rows(found["RANKING"], "mean_bef", "mean_aft", "mean_diff", "win_sh")
    before, after = (100 * 8 + 900 * 40) / 1050, (100 * 12 + 900 * 44) / 1050
    share = 100 * 1000 / 1050
    assert means[0] == [pytest.approx(each) for each in (before, after, after - before, share)]


def test_the_smallest_difference_that_matters(compare, layer):
    found = compare(layer(EXPRESS, "express"), FIELDS=["dep_wd"], PEOPLE="pop", SMALLEST="4.5")
    assert rows(found["RANKING"], *WINNERS[3:6]) == [[0, 1050, 0]]
    words = {"FIELDS": ["dep_wd", "ctr_min"], "PEOPLE": "pop", "SMALLEST": "4.5, ctr_min=11"}
    found = compare(layer(EXPRESS, "express"), **words)
    assert rows(found["RANKING"], *WINNERS[3:6]) == [[0, 1050, 0], [50, 100, 0]]


def test_the_fields_that_the_tool_adds_by_default(compare, layer, log):
    found = compare(layer(EXPRESS, "express"), PEOPLE="pop")
    assert rows(found["RANKING"], "field") == [["dep_wd"], ["ctr_min"]]
    other = {"algorithm": "other:tool"}
    before, after = layer(BASE, "b", **other), layer(EXPRESS, "e", **other)
    with pytest.raises(QgsProcessingException, match="does not tell which of its fields"):
        compare(after, base=before)


def test_the_ranking_per_added_vehicle_hour(compare, layer, make_layer):
    fields = "scenario:string,day_type:string,veh_h_add:double,veh_km_add:double"
    supply = [
        ("express", "weekday", 30, 900),
        ("express", "weekday", 20, 100),
        ("express", "sunday", 7, 7),
        ("Night", "weekday", 5, 50),
    ]
    table = make_layer("NoGeometry", fields, [(None, *each) for each in supply])
    night = [(100, 10, 9, 30), (900, 600, 40, None), (50, 0, 1, None)]
    scenarios = layer(EXPRESS, "express"), layer(night, "night")
    given = {"FIELDS": ["dep_wd"], "PEOPLE": "pop"}
    found = compare(*scenarios, SUPPLY=[table], **given)
    names = ("scenario", "net_n", "veh_h_add", "veh_km_add", "net_per_h", "scen_rank")
    assert rows(found["RANKING"], *names) == [
        ["express", 1000, 50, 1000, 20, 2],
        ["night", 150, 5, 50, 30, 1],
    ]
    found = compare(*scenarios, **given)
    assert rows(found["RANKING"], *names) == [
        ["express", 1000, None, None, None, 1],
        ["night", 150, None, None, None, 2],
    ]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (settings(BUFFER=200), "Stops counted outside (BUFFER): 100 (now), 200 (express)"),
        (settings(DAYS=["sunday"]), "Day types (DAYS): weekday (now), sunday (express)"),
        ({"version": "0.2.0"}, "version: 0.1.0 (now), 0.2.0 (express)"),
        ({"crs": "EPSG:3010"}, "crs: EPSG:3006 (now), EPSG:3010 (express)"),
        (
            {"algorithm": "samplan:stopservice", "version": "9"},
            "different tools: now (Public transport of localities), express (Service of stops",
        ),
    ],
    ids=["a number", "a list", "the version", "the reference system", "the tool, and only it"],
)
def test_runs_with_other_settings_are_refused(compare, layer, changes, words):
    with pytest.raises(QgsProcessingException) as refused:
        compare(layer(EXPRESS, "express", **changes), FIELDS=["dep_wd"])
    assert words in str(refused.value)
    name = words.partition(":")[0].rpartition("(")[2].rstrip(")")
    if "algorithm" not in changes:
        compare(layer(EXPRESS, "express", **changes), FIELDS=["dep_wd"], MAY_DIFFER=f"x, {name}")


@pytest.mark.parametrize(
    "changes",
    [
        settings(FEED="b.zip"),
        settings(LOCALITIES="y", BUFFER="100.0"),
        settings(DAYS="weekday"),
        settings(THREADS=4),
    ],
    ids=["another timetable", "another layer, the number as text", "a word, not a list", "threads"],
)
def test_inputs_may_differ(compare, layer, changes, log):
    compare(layer(EXPRESS, "express", **changes), FIELDS=["dep_wd"])
    assert not log.warnings


def test_dates_that_the_runs_chose_and_silent_layers_are_told(compare, layer, log):
    noted = {"FEED": {"name": "b.zip"}, "DATES": {"weekday": ["2026-10-07"]}}
    silent = layer(CUTS, "cuts")
    silent.setMetadata(type(silent.metadata())())
    compare(layer(EXPRESS, "express", inputs=noted), silent, FIELDS=["dep_wd"])
    assert log.warnings == [
        "'cuts' does not tell how it was made, so its settings cannot be compared.",
        "The dates differ: – (now), 2026-10-07 (express)",
    ]


def test_added_people_count_afterwards_only(compare, layer, make_layer):
    fields = "loc_code:string,scenario:string,dwellings:double,jobs:double"
    added = [("1", "", 50, 5), ("2", "cuts", 10, 0), ("9", "", 1, 1)]
    table = make_layer("NoGeometry", fields, [(None, *each) for each in added])
    scenarios = layer(EXPRESS, "express"), layer(CUTS, "cuts")
    found = compare(*scenarios, FIELDS=["dep_wd"], ADDED=table, PER_DWELLING=2)
    names = ("people_of", "scenario", "win_n", "added_n", "mean_aft")
    found = [[*row[:4], round(row[4], 6)] for row in rows(found["RANKING"], *names)]
    assert found == [
        ["pop", "express", 1000, 100, round((200 * 12 + 900 * 44) / 1150, 6)],
        ["pop", "cuts", 50, 120, round((200 * 8 + 920 * 30 + 50 * 2) / 1170, 6)],
        ["jobs", "express", 610, 5, round((15 * 12 + 600 * 44) / 615, 6)],
        ["jobs", "cuts", 0, 5, round((15 * 8 + 600 * 30) / 615, 6)],
    ]


def test_tables_and_places_without_people(compare, layer, log):
    base, after = layer(BASE, "now", "NoGeometry"), layer(EXPRESS[:2], "express", "NoGeometry")
    found = compare(after, base=base, FIELDS=["dep_wd"], PEOPLE="")
    assert rows(found["OUTPUT"], "loc_code", "d1_dep_wd") == [["1", 4], ["2", 4], ["3", None]]
    assert rows(found["RANKING"], *WINNERS[1:7]) == [["places", "express", 2, 0, 0, 1]]
    assert log.warnings == ["1 places are not in 'express'; nothing is known of them there."]


TIMES = "from_id:string,to_id:string,mode:string,travel_time_p50:double"


@pytest.fixture
def times(make_layer):
    """A table of travel times, told to be of one tool."""

    def times(name, *pairs, mode="transit"):
        features = [(None, start, end, mode, minutes) for start, end, minutes in pairs]
        features.append((None, "1", "3", "car", 5.0))
        made = make_layer("NoGeometry", TIMES, features, name=name)
        return told(made, algorithm="samplan:traveltimematrix")

    return times


def test_tables_of_travel_times(compare, layer, times, make_layer):
    old = times("now", ("1", "1", 0), ("1", "2", 40), ("2", "1", 40), ("2", "2", 0))
    new = times("express", ("1", "1", 0), ("1", "2", 25), ("2", "2", 0), ("2", "3", 50))
    given = {"PLACES": layer(BASE, "places"), "PEOPLE": "jobs", "PAIRS": "memory:"}
    found = compare(new, base=old, THRESHOLDS="30, 60", **given)
    names = ("scenario", "from_id", "to_id", "t_before", "t_after", "t_diff", "outcome")
    assert rows(found["PAIRS"], *names) == [
        ["express", "1", "2", 40, 25, -15, "better"],
        ["express", "2", "1", 40, None, None, "worse"],
        ["express", "2", "3", None, 50, None, "better"],
    ]
    names = ("loc_code", "c30_jobs", "c60_jobs", "d1_c30_job", "d1_c60_job")
    assert rows(found["OUTPUT"], *names) == [
        ["1", 10, 610, 600, 0],
        ["2", 600, 610, 0, -10],
        ["3", None, None, None, None],
    ]
    assert rows(found["RANKING"], *WINNERS) == [
        ["c30_jobs", "jobs", "express", 10, 600, 0, 0, 10],
        ["c60_jobs", "jobs", "express", 0, 10, 600, 0, -600],
    ]
    # new jobs in the town can be reached too, with the old timetable already
    fields = "loc_code:string,jobs:double"
    added = make_layer("NoGeometry", fields, [(None, "2", 1000)])
    found = compare(times("same", ("1", "2", 40)), base=old, ADDED=added, **given)
    assert rows(found["OUTPUT"], "d1_c45_job")[0] == [1000 - 10]
    with pytest.raises(QgsProcessingException, match="Choose 'Places'"):
        compare(new, base=old)
    with pytest.raises(QgsProcessingException, match="has the mode 'walk'; its modes are: car"):
        compare(new, base=old, MODE="walk", **given)
    with pytest.raises(QgsProcessingException, match="is no list of times"):
        compare(new, base=old, THRESHOLDS="soon", **given)


def test_the_page(compare, layer, tmp_path):
    page = tmp_path / "page.html"
    express, cuts = layer(EXPRESS, "express & <co>"), layer(CUTS, "cuts")
    compare(express, cuts, FIELDS=["dep_wd", "ctr_min"], REPORT=str(page))
    text = page.read_text(encoding="utf-8")
    assert "express &amp; &lt;co&gt;" in text
    assert "<co>" not in text
    for words in ("Winners and losers", "Before and after", "Gain most", "Staden"):
        assert words in text


def test_the_map_shows_the_main_measure(compare, layer, tmp_path):
    from qgis.core import QgsVectorLayer

    path = tmp_path / "differences.gpkg"
    compare(layer(EXPRESS, "express"), FIELDS=["ctr_min", "dep_wd"], OUTPUT=str(path))
    written = QgsVectorLayer(str(path), "differences", "ogr")
    rules = written.renderer().rootRule().children()
    assert rules[0].label() == "better by 10 or more"
    assert rules[0].filterExpression() == '-"d1_ctr_min" >= 10.0'
    names = [written.attributeDisplayName(i) for i in range(written.fields().count())]
    assert "express: change of Fastest ride to the centre (min)" in names


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"SMALLEST": "some"}, "'some' is no smallest difference"),
        ({"SMALLEST": "pop=2"}, "'pop=2' is no smallest difference"),
        ({"NAMES": "a, b"}, "Give one name for each of the 1 scenarios"),
        ({"PEOPLE": "children"}, "The layer 'now' has no field 'children'"),
        ({"FIELDS": ["nothing"]}, "has no field 'nothing'"),
        ({"KEY": "pop_code"}, "has no field 'pop_code'"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_bad_settings_are_sentences(compare, layer, given, message):
    with pytest.raises(QgsProcessingException) as refused:
        compare(layer(EXPRESS, "express"), **{"FIELDS": ["dep_wd"], **given})
    assert message in str(refused.value)


def test_bad_layers_are_sentences(compare, layer, make_layer):
    twice = make_layer("Point", FIELDS, [(*PLACES[0], *BASE[0]), (*PLACES[0], *BASE[0])])
    with pytest.raises(QgsProcessingException, match="The code '1' comes more than once in"):
        compare(twice, FIELDS=["dep_wd"])
    other = make_layer("Point", "loc_code:string", [PLACES[0][:2]], name="other")
    with pytest.raises(QgsProcessingException, match="layer 'other' has no field 'dep_wd'"):
        compare(other, FIELDS=["dep_wd"])
    many = [layer(BASE, f"s{n}") for n in range(10)]
    with pytest.raises(QgsProcessingException, match="At most 9 scenarios"):
        compare(*many, FIELDS=["dep_wd"])


def test_names_that_are_stored_with_a_layer_are_used(compare, make_layer, tmp_path):
    from qgis.core import QgsVectorFileWriter, QgsVectorLayer

    fields = "loc_code:string,pop:double,c30_jobs:double"
    some = [make_layer("Point", fields, [(PLACES[0][0], "1", 9, n)], name="x") for n in (1, 2)]
    path = str(tmp_path / "now.gpkg")
    words = QgsVectorFileWriter.SaveVectorOptions()
    words.layerName = "now"
    here = some[0].transformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(some[0], path, here, words)
    stored = QgsVectorLayer(path, "now", "ogr")
    stored.setFieldAlias(stored.fields().lookupField("c30_jobs"), "Jobs in half an hour")
    save = getattr(stored, "saveStyleToDatabaseV2", stored.saveStyleToDatabase)
    save("now", "", True, "")
    bare = QgsVectorLayer.LayerOptions()
    bare.loadDefaultStyle = False  # as qgis_process opens layers
    base = QgsVectorLayer(path, "now", "ogr", bare)
    found = compare(some[1], base=base, FIELDS=["c30_jobs"], PEOPLE="pop")["RANKING"]
    assert rows(found, "measure", "win_n") == [["Jobs in half an hour", 9]]
