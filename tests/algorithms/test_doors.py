"""The doors: what a layer shows is read, and results arrive whole, whatever the user chose."""

import json

import numpy as np
import pandas as pd
import pytest
import shapely
from qgis.core import (
    QgsFeatureRequest,
    QgsField,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)
from qgis.PyQt.QtCore import QVariant
from samplan.processing import parameters as p
from samplan.processing import sources
from samplan.processing.algorithm import Algorithm
from samplan.processing.methods.errors import Cancelled, InputError
from samplan.processing.outputs import Extended

PLACES = [
    ("Point(500000 6470000)", "Åby", 10),
    ("Point(500100 6470000)", "Ödeby", 20),
    ("Point(500200 6470000)", "Väderstad", 30),
]


class Echo(Algorithm):
    """Reads a layer and a field and writes them out again, both ways."""

    label = "Echo"
    summary = "Echo."

    def parameters(self):
        return [
            p.layer("INPUT", "Input", [p.TABLE], help="-"),
            p.number_field("FIELD", "Field", of="INPUT", help="-", optional=True),
            p.layer("OTHER", "Other", [p.SPATIAL], help="-", optional=True),
            p.vector_output("OUTPUT", "Output", p.TABLE, help="-"),
            p.vector_output("NEW", "New", p.TABLE, help="-", optional=True),
        ]

    def groupId(self):
        return "maps"

    def compute(self, inputs):
        frame = inputs.frame("INPUT", keep_missing=True, value="FIELD")
        type(self).frame = frame
        type(self).other = inputs.frame("OTHER")
        return {"OUTPUT": Extended("INPUT", self.added(frame)), "NEW": frame}

    def added(self, frame):
        return pd.DataFrame({"pop": np.arange(len(frame))})


@pytest.fixture
def echo(context, log):
    """Run Echo (or a variant) and return its output layer."""

    def run(layer, *, algorithm=Echo, **parameters):
        parameters = {"INPUT": layer, "OUTPUT": "memory:", **parameters}
        instance = algorithm().create()
        results, ok = instance.run(parameters, context, log)
        if not ok:
            raise QgsProcessingException("; ".join(log.errors))
        if "OUTPUT" not in results:
            return None
        return QgsProcessingUtils.mapLayerFromString(results["OUTPUT"], context)

    return run


@pytest.fixture
def places(make_layer):
    layer = make_layer("Point", "name:string,count:integer", PLACES, name="Orter")
    QgsProject.instance().addMapLayer(layer)
    yield layer
    QgsProject.instance().removeAllMapLayers()


def plain(layer, tmp_path):
    return layer, [10, 20, 30]


def save(layer, tmp_path):
    path = str(tmp_path / "orter åäö.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, path, QgsProject.instance().transformContext(), options
    )
    return path


def file(layer, tmp_path):
    return QgsVectorLayer(save(layer, tmp_path), "Orter", "ogr"), [10, 20, 30]


def filtered(layer, tmp_path):
    layer, _ = file(layer, tmp_path)
    layer.setSubsetString("count > 10")
    return layer, [20, 30]


def edited(layer, tmp_path):
    layer, _ = file(layer, tmp_path)
    layer.startEditing()
    feature = next(layer.getFeatures())
    layer.changeAttributeValue(feature.id(), layer.fields().lookupField("count"), 11)
    return layer, [11, 20, 30]


def deleted(layer, tmp_path):
    layer.startEditing()
    layer.deleteFeature(next(layer.getFeatures()).id())
    return layer, [20, 30]


def selected(layer, tmp_path):
    layer.selectByExpression("count = 20")
    return QgsProcessingFeatureSourceDefinition(layer.id(), True), [20]


def virtual(layer, tmp_path):
    layer, _ = file(layer, tmp_path)
    doubled = QgsField(layer.fields().field("count"))
    doubled.setName("double")
    layer.addExpressionField("count * 2", doubled)
    return layer, [20, 40, 60]


def joined(layer, tmp_path):
    table = QgsVectorLayer("none?field=name:string&field=extra:integer", "Tabell", "memory")
    provider = table.dataProvider()
    from qgis.core import QgsFeature

    rows = []
    for name, extra in (("Åby", 1), ("Ödeby", 2), ("Väderstad", 3)):
        feature = QgsFeature(table.fields())
        feature.setAttributes([name, extra])
        rows.append(feature)
    provider.addFeatures(rows)
    QgsProject.instance().addMapLayer(table)
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(table)
    join.setJoinFieldName("name")
    join.setTargetFieldName("name")
    join.setPrefix("t_")
    layer.addJoin(join)
    return layer, [1, 2, 3]


STATES = [
    (plain, "count"),
    (file, "count"),
    (filtered, "count"),
    (edited, "count"),
    (deleted, "count"),
    (selected, "count"),
    (virtual, "double"),
    (joined, "t_extra"),
]


@pytest.mark.parametrize(("state", "field"), STATES, ids=[s.__name__ for s, _ in STATES])
def test_reads_what_the_layer_shows(state, field, places, tmp_path, echo):
    layer, expected = state(places, tmp_path)
    if isinstance(layer, QgsVectorLayer):
        QgsProject.instance().addMapLayer(layer)
    output = echo(layer, FIELD=field)
    assert Echo.frame["value"].tolist() == expected
    assert Echo.frame["value"].dtype == np.int64
    assert [f["pop"] for f in output.getFeatures()] == list(range(len(expected)))
    assert [f[field] for f in output.getFeatures()] == expected


def test_null_numbers_are_missing_and_come_back_as_null(make_layer, echo):
    layer = make_layer(
        "Point", "count:integer", [("Point(500000 6470000)", None), ("Point(500000 6470001)", 3)]
    )
    output = echo(layer, FIELD="count")
    assert np.isnan(Echo.frame["value"][0])
    assert Echo.frame["value"][1] == 3
    assert [f["count"] == 3 for f in output.getFeatures()] == [False, True]


@pytest.mark.parametrize("size", [1, 2, 3, 4, 100])
def test_a_layer_read_in_parts_is_whole(size, make_layer, echo, monkeypatch):
    monkeypatch.setattr(sources, "PART", size)
    counts = [5, None, 7, 8]
    rows = [(f"Point({500000 + n} 6470000)", count) for n, count in enumerate(counts)]
    echo(make_layer("Point", "count:integer", rows), FIELD="count")
    assert [None if np.isnan(n) else n for n in Echo.frame["value"]] == counts
    assert shapely.get_x(Echo.frame.geometry.to_numpy()).tolist() == [5e5 + n for n in range(4)]
    echo(make_layer("Point", "count:integer", rows[2:]), FIELD="count")
    assert Echo.frame["value"].dtype == np.int64


def test_an_empty_layer_is_an_empty_frame(make_layer, echo):
    output = echo(make_layer("Polygon", "count:integer", []), FIELD="count")
    assert len(Echo.frame) == 0
    assert output.featureCount() == 0
    assert output.fields().names() == ["count", "pop"]


def test_features_without_geometry_stay_where_rows_are_kept(make_layer, echo, log):
    layer = make_layer("Point", "count:integer", [("", 1), ("Point(500000 6470000)", 2)])
    output = echo(layer, FIELD="count", OTHER=layer)
    assert shapely.is_missing(Echo.frame.geometry.to_numpy()).tolist() == [True, False]
    assert output.featureCount() == 2
    assert len(Echo.other) == 1
    assert any("1 features of 'layer' have no geometry" in w for w in log.warnings)


@pytest.mark.parametrize(
    ("kind", "wkt", "area"),
    [
        (
            "PolygonZ",
            "PolygonZ((500000 6470000 5,500010 6470000 5,500010 6470010 5,500000 6470000 5))",
            50,
        ),
        (
            "PolygonM",
            "PolygonM((500000 6470000 5,500010 6470000 5,500010 6470010 5,500000 6470000 5))",
            50,
        ),
        (
            "PolygonZM",
            "PolygonZM((500000 6470000 5 1,500010 6470000 5 1,500010 6470010 5 1,"
            "500000 6470000 5 1))",
            50,
        ),
        (
            "MultiPolygon",
            "MultiPolygon(((500000 6470000,500010 6470000,500010 6470010,500000 6470000)),"
            "((500100 6470000,500110 6470000,500110 6470010,500100 6470000)))",
            100,
        ),
        (
            "CurvePolygon",
            "CurvePolygon(CircularString(500000 6470000,500010 6470000,500000 6470000))",
            np.pi * 25,
        ),
    ],
    ids=["height", "measure", "height and measure", "several parts", "curve"],
)
def test_methods_see_flat_straight_geometry_and_the_output_keeps_the_users(
    kind, wkt, area, make_layer, echo
):
    layer = make_layer(kind, "count:integer", [(wkt, 1)])
    output = echo(layer, FIELD="count")
    assert shapely.area(Echo.frame.geometry[0]) == pytest.approx(area, rel=1e-3)
    assert not shapely.has_z(Echo.frame.geometry[0])
    assert output.wkbType() == layer.wkbType()
    assert next(output.getFeatures()).geometry().asWkt(0) == next(
        layer.getFeatures()
    ).geometry().asWkt(0)


def test_degrees_are_read_in_sweref_and_the_layer_keeps_its_own_crs(make_layer, echo):
    layer = make_layer("Point", "count:integer", [("Point(15.62157 58.41086)", 1)], crs="EPSG:4326")
    output = echo(layer, FIELD="count")
    point = Echo.frame.geometry[0]
    assert (point.x, point.y) == pytest.approx((536318, 6474622), abs=1)
    assert output.crs().authid() == "EPSG:4326"


@pytest.mark.parametrize(
    ("crs", "wkt", "expected"),
    [
        ("EPSG:3010", "Point(150000 6470000)", "EPSG:3010"),
        ("EPSG:3857", "Point(1739000 8047000)", "EPSG:3006"),
        ("EPSG:4326", "Point(-43.9 -19.9)", "EPSG:32723"),
        ("EPSG:4326", "Point(24.9 60.2)", "EPSG:32635"),
    ],
    ids=["local metres stay", "web mercator is not metres", "southern zone", "Helsinki"],
)
def test_the_working_crs_is_metres(crs, wkt, expected, make_layer, echo):
    seen = {}

    class Look(Echo):
        def compute(self, inputs):
            seen["crs"] = inputs.crs.authid()
            return super().compute(inputs)

    echo(make_layer("Point", "count:integer", [(wkt, 1)], crs=crs), algorithm=Look, FIELD="count")
    assert seen["crs"] == expected


def test_other_inputs_are_transformed_to_the_first(make_layer, echo):
    first = make_layer("Point", "count:integer", [("Point(536318 6474622)", 1)])
    other = make_layer("Point", "count:integer", [("Point(15.62157 58.41086)", 1)], crs="EPSG:4326")
    echo(first, OTHER=other)
    assert shapely.distance(Echo.frame.geometry[0], Echo.other.geometry[0]) < 1


@pytest.mark.parametrize(
    ("crs", "wkt", "words"),
    [
        ("", "Point(500000 6470000)", "no coordinate reference system"),
        ("EPSG:3006", "Point(15.6 58.4)", "look like degrees"),
        ("EPSG:3006", "Point(6470000 500000)", "swapped"),
        ("EPSG:4326", "Point(500000 6470000)", "are metres"),
    ],
    ids=["missing", "degrees called metres", "swapped axes", "metres called degrees"],
)
def test_a_wrong_crs_is_a_sentence(crs, wkt, words, make_layer, echo):
    layer = make_layer("Point", "count:integer", [(wkt, 1)], crs=crs, name="Fel")
    with pytest.raises(QgsProcessingException, match=words) as error:
        echo(layer, FIELD="count")
    assert "Fel" in str(error.value)


def test_a_field_that_is_not_there_is_a_sentence(places, echo):
    with pytest.raises(QgsProcessingException, match="no field 'folkmängd'"):
        echo(places, FIELD="folkmängd")


def test_text_where_numbers_are_needed_is_a_sentence(places, echo):
    with pytest.raises(QgsProcessingException, match="holds text, not numbers"):
        echo(places, FIELD="name")


BOWTIE = "Polygon((500000 6470000,500010 6470010,500010 6470000,500000 6470010,500000 6470000))"
SQUARE = "Polygon((500000 6470000,500010 6470000,500010 6470010,500000 6470010,500000 6470000))"
Check = QgsFeatureRequest.InvalidGeometryCheck


class Areas(Echo):
    """Asks for polygons."""

    def parameters(self):
        return [
            p.layer("INPUT", "Areas", [p.POLYGON], help="-"),
            p.vector_output("OUTPUT", "Output", p.POLYGON, help="-"),
        ]

    def compute(self, inputs):
        type(self).frame = inputs.frame("INPUT", keep_missing=True)
        return {"OUTPUT": Extended("INPUT", self.added(self.frame))}


def test_an_invalid_geometry_stops_the_run_where_the_user_wants_that(make_layer, echo, context):
    context.setInvalidGeometryCheck(Check.GeometryAbortOnInvalid)
    layer = make_layer("Polygon", "", [(SQUARE,), (BOWTIE,)], name="Ytor")
    with pytest.raises(QgsProcessingException, match=r"'Ytor' has 1 invalid .* row 2 .Self-inters"):
        echo(layer, algorithm=Areas)


@pytest.mark.parametrize(
    ("rule", "area"),
    [(Check.GeometrySkipInvalid, 0), (Check.GeometryNoCheck, 50)],
    ids=["ignored", "mended"],
)
def test_an_invalid_geometry_is_ignored_or_mended_but_the_feature_stays(
    rule, area, make_layer, echo, context, log
):
    context.setInvalidGeometryCheck(rule)
    output = echo(make_layer("Polygon", "", [(SQUARE,), (BOWTIE,)]), algorithm=Areas)
    assert shapely.area(Areas.frame.geometry[0]) == 100
    assert np.nan_to_num(shapely.area(Areas.frame.geometry[1])) == area
    assert output.featureCount() == 2
    assert any("1 invalid geometries of 'layer'" in warning for warning in log.warnings)


def test_the_inputs_own_validity_rule_goes_first(make_layer, echo, context):
    context.setInvalidGeometryCheck(Check.GeometryNoCheck)
    layer = make_layer("Polygon", "", [(BOWTIE,)])
    QgsProject.instance().addMapLayer(layer)
    given = QgsProcessingFeatureSourceDefinition(
        layer.id(),
        flags=QgsProcessingFeatureSourceDefinition.Flag.FlagOverrideDefaultGeometryCheck,
        geometryCheck=Check.GeometryAbortOnInvalid,
    )
    with pytest.raises(QgsProcessingException, match="1 invalid geometries"):
        echo(given, algorithm=Areas)
    QgsProject.instance().removeAllMapLayers()


def test_points_where_polygons_are_needed_are_a_sentence(places, echo):
    with pytest.raises(QgsProcessingException, match="'Orter' holds points, but 'Areas' needs pol"):
        echo(places, algorithm=Areas)


def test_a_table_where_polygons_are_needed_is_a_sentence(make_layer, echo):
    table = make_layer("None", "count:integer", [("", 1)], name="Tabell")
    with pytest.raises(QgsProcessingException, match="'Tabell' holds no geometry"):
        echo(table, algorithm=Areas)


class Numpy(Echo):
    """Adds a column of every awkward kind."""

    def added(self, frame):
        return pd.DataFrame(
            {
                "whole": np.array([1, 2, 3], dtype=np.int32),
                "real": np.array([1.5, np.nan, np.inf], dtype=np.float32),
                "yes": np.array([True, False, True]),
                "text": np.array(["å", None, np.nan], dtype=object),
                "scalar": pd.Series([np.str_("a"), np.str_("b"), None], dtype=object),
            }
        )


@pytest.mark.parametrize("suffix", ["memory:", "gpkg", "shp", "geojson"])
def test_awkward_values_arrive_as_plain_ones(suffix, places, tmp_path, echo):
    output = suffix if suffix == "memory:" else str(tmp_path / f"ut.{suffix}")
    layer = echo(places, algorithm=Numpy, OUTPUT=output)
    rows = [
        [
            None if value in (None, QVariant()) or str(value) == "NULL" else value
            for value in f.attributes()[-5:]
        ]
        for f in layer.getFeatures()
    ]
    assert [row[0] for row in rows] == [1, 2, 3]
    assert [row[1] for row in rows] == [1.5, None, None]
    assert [bool(row[2]) for row in rows] == [True, False, True]
    assert [row[3] or None for row in rows] == ["å", None, None]
    assert [row[4] or None for row in rows] == ["a", "b", None]


def test_a_field_that_is_there_already_is_replaced(make_layer, echo):
    layer = make_layer("Point", "POP:integer,name:string", [("Point(500000 6470000)", 99, "Åby")])
    output = echo(layer)
    assert output.fields().names() == ["name", "pop"]
    assert next(output.getFeatures())["pop"] == 0


def test_a_shapefile_says_which_names_it_cuts(make_layer, echo, tmp_path, log):
    layer = make_layer("Point", "befolkningen:integer", [("Point(500000 6470000)", 1)])
    echo(layer, OUTPUT=str(tmp_path / "ut.shp"))
    assert any("befolkningen" in w for w in log.warnings)


def test_a_table_in_an_existing_geopackage_leaves_the_others_alone(places, echo, tmp_path):
    uri = save(places, tmp_path)
    echo(places, OUTPUT=f"ogr:dbname='{uri}' table=\"indikatorer\" (geom)")
    before = QgsVectorLayer(f"{uri}|layername=orter åäö", "before", "ogr")
    after = QgsVectorLayer(f"{uri}|layername=indikatorer", "after", "ogr")
    assert before.featureCount() == 3
    assert after.featureCount() == 3
    assert "pop" in after.fields().names()


def test_a_geopackage_carries_aliases_and_provenance(places, echo, tmp_path):
    path = str(tmp_path / "ut.gpkg")
    echo(places, OUTPUT=path, FIELD="count")
    layer = QgsVectorLayer(path, "again", "ogr")
    assert layer.attributeAlias(layer.fields().lookupField("pop")) == "Population (inhabitants)"
    made = json.loads(layer.metadata().history()[0])
    assert made["algorithm"] == "samplan:echo"
    assert made["parameters"] == {"INPUT": "Orter", "FIELD": "count", "OTHER": None}
    assert made["inputs"]["INPUT"]["name"] == "Orter"


def test_an_optional_output_is_only_written_when_asked_for(places, echo, tmp_path):
    echo(places)
    path = tmp_path / "new.gpkg"
    echo(places, NEW=str(path))
    assert path.exists()


class Fails(Echo):
    """Finds bad input after reading."""

    def compute(self, inputs):
        super().compute(inputs)
        raise InputError("The year {year} is not in the table.", year=1999)


def test_bad_input_writes_nothing(places, echo, tmp_path):
    path = tmp_path / "ut.gpkg"
    with pytest.raises(QgsProcessingException, match="The year 1999 is not in the table"):
        echo(places, algorithm=Fails, OUTPUT=str(path))
    assert not path.exists()


class CancelsWhile(Echo):
    """The user presses Cancel in the phase named."""

    phase = ""

    def compute(self, inputs):
        if self.phase == "reading":
            inputs.feedback.cancel()
        results = super().compute(inputs)
        if self.phase == "computing":
            inputs.feedback.cancel()
            inputs.progress(0.5)
        if self.phase == "writing":
            inputs.feedback.cancel()
        return results


@pytest.mark.parametrize("phase", ["reading", "computing", "writing"])
@pytest.mark.parametrize("new", [True, False], ids=["new file", "table in a file"])
def test_cancel_leaves_nothing_half_written(phase, new, places, echo, tmp_path, monkeypatch):
    monkeypatch.setattr(CancelsWhile, "phase", phase)
    uri = save(places, tmp_path)
    target = tmp_path / "ut.gpkg"
    output = str(target) if new else f"ogr:dbname='{uri}' table=\"ny\" (geom)"
    assert echo(places, algorithm=CancelsWhile, OUTPUT=output) is None
    assert not target.exists()
    assert not QgsVectorLayer(f"{uri}|layername=ny", "ny", "ogr").isValid()
    assert QgsVectorLayer(uri, "old", "ogr").featureCount() == 3


def test_cancelled_is_what_progress_raises(context, log):
    from samplan.processing.inputs import Inputs

    log.cancel()
    with pytest.raises(Cancelled):
        Inputs(Echo(), {}, context, log).progress(0.1)


def test_a_missing_library_is_a_sentence(places, echo, monkeypatch):
    from samplan.processing import libraries

    class Needs(Echo):
        libraries = ("numpy", "nolibrary")

    monkeypatch.setitem(libraries.MINIMUM, "nolibrary", (1, 2))
    with pytest.raises(QgsProcessingException, match="needs nolibrary 1.2 or newer"):
        echo(places, algorithm=Needs)
    ok, words = Needs().canExecute()
    assert not ok
    assert "python3-nolibrary" in words


def test_a_library_that_is_too_old_is_a_sentence(places, echo, monkeypatch):
    from samplan.processing import libraries

    libraries._problem.cache_clear()
    monkeypatch.setitem(libraries.MINIMUM, "shapely", (99, 0))
    with pytest.raises(QgsProcessingException, match="shapely 99.0 .this QGIS has"):
        echo(places)
    libraries._problem.cache_clear()
