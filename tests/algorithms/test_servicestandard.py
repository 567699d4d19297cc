"""A service standard on the village's timetable, through the provider."""

import zipfile
from pathlib import Path

import pytest
from qgis.core import NULL, QgsProcessingException
from samplan.processing import feeds
from samplan.processing.methods.transit.village import FILES
from samplan.processing.subjects import standardtable

HEADER = "id,name_en,name_sv,from,to,to_where,journeys,transfers,minutes,window,by,day,back"
LINE = {"id": "A", "to": "region", "journeys": "1", "transfers": "0", "window": "06-09"}
LINE = {**dict.fromkeys(HEADER.split(","), ""), **LINE, "day": "weekday"}
FIELDS = ("req_n", "req_met", "req_fail", "req_share", "req_worst", "req_words")


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(feeds, "_folder", lambda: tmp_path / "cache")


@pytest.fixture
def timetable(tmp_path):
    path = tmp_path / "village.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file, text in FILES.items():
            archive.writestr(file, text)
    return str(path)


@pytest.fixture
def localities(make_layer):
    """A village, the town that is their municipality's centre, and a place without stops."""
    places = [
        ((14.99, 57.99, 15.01, 58.01), "1", "Byn", 300, "0505", 0),
        ((15.19, 57.99, 15.21, 58.01), "2", "Staden", 9000, "0505", 1),
        ((15.4, 57.99, 15.5, 58.01), "3", "Öde", 250, "0506", 0),
    ]
    boxes = []
    for (west, south, east, north), *words in places:
        ring = f"{west} {south},{east} {south},{east} {north},{west} {north},{west} {south}"
        boxes.append((f"Polygon(({ring}))", *words))
    fields = "loc_code:string,loc_name:string,pop:double,mun_code:string,n_upsec:integer"
    return make_layer("Polygon", fields, boxes, crs="EPSG:4326")


@pytest.fixture
def judge(run, localities, timetable, tmp_path):
    def judge(*lines, header=HEADER, **given):
        path = tmp_path / "standard.csv"
        rows = [{**LINE, **line} for line in lines]
        cells = [",".join(f'"{quoted(row[name])}"' for name in header.split(",")) for row in rows]
        path.write_text("\n".join([header, *cells]), encoding="utf-8")
        words = {"STANDARD": str(path), "CENTRES": "Staden", "OUTPUT": "memory:", **given}
        return run(
            "servicestandard",
            LOCALITIES=localities,
            FEED=timetable,
            REQUIREMENTS="memory:",
            **words,
        )

    return judge


def quoted(text):
    return text.replace('"', '""')


def rows(layer, *names):
    return [[None if f[name] == NULL else f[name] for name in names] for f in layer.getFeatures()]


def test_requirements_met_and_failed_with_what_is_wrong(judge):
    found = judge(
        {"id": "A"},
        {"id": "B", "minutes": "20"},
        {"id": "C", "journeys": "4", "window": "06-20", "back": "yes"},
    )
    words = [
        "To Staden, weekday 06–09: journeys 1, required 1.",
        "To Staden, weekday 06–09: journeys 0, required 1. The fastest takes 25 min, allowed 20.",
        "To Staden, weekday 06–20: journeys 2, required 4.",
    ]
    assert rows(found["OUTPUT"], *FIELDS) == [
        [3, 1, 2, pytest.approx(100 / 3), "B", words[1]],
        [0, 0, 0, None, None, None],
        [3, 0, 3, 0, "A", rows(found["REQUIREMENTS"], "req_words")[1][0]],
    ]
    names = ("loc_name", "req_id", "req_to", "req_pass", "jour_n", "jour_need", "best_min")
    names += ("max_min", "few_chg", "max_chg", "day_type", "window", "req_way", "req_words")
    assert [row for row in rows(found["REQUIREMENTS"], *names) if row[0] == "Byn"] == [
        ["Byn", "A", "Staden", 1, 1, 1, 25, None, 0, 0, "weekday", "06-09", "out", words[0]],
        ["Byn", "B", "Staden", 0, 0, 1, 25, 20, 0, 0, "weekday", "06-09", "out", words[1]],
        ["Byn", "C", "Staden", 0, 2, 4, 25, None, 0, 0, "weekday", "06-20", "out", words[2]],
    ]
    empty = "To Staden, weekday 06–09: journeys 0, required 1. There is no journey of at most 3 h "
    assert rows(found["REQUIREMENTS"], "req_words")[1] == [empty + "with up to 1 changes."]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ({"to": "Staden"}, [["Byn", "Staden"], ["Öde", "Staden"]]),
        ({"to": "2"}, [["Byn", "Staden"], ["Öde", "Staden"]]),
        ({"to": "municipality"}, [["Byn", "Staden"]]),
        ({"to": "Region"}, [["Byn", "Staden"], ["Öde", "Staden"]]),
        ({"to": "nearest", "to_where": '"n_upsec" > 0'}, [["Byn", "Staden"], ["Öde", "Staden"]]),
        ({"to": "nearest", "to_where": '"pop" < 1000'}, [["Staden", "Byn"]]),
        ({"to": "any", "to_where": '"pop" < 1000'}, [["Staden", "Byn, Öde"]]),
        ({"from": '"pop" >= 300', "to": "Staden"}, [["Byn", "Staden"]]),
        ({"from": "\"loc_name\" LIKE 'Ö%'", "to": "Staden"}, [["Öde", "Staden"]]),
        ({"from": "all", "to": "Byn"}, [["Staden", "Byn"], ["Öde", "Byn"]]),
    ],
    ids=lambda value: " ".join(value.values()) if isinstance(value, dict) else "",
)
def test_who_it_is_for_and_where_to(judge, line, expected):
    found = judge(line)
    assert rows(found["REQUIREMENTS"], "loc_name", "req_to") == expected


def test_the_worst_of_both_ways_and_all_days_decides(judge):
    names = ("req_pass", "jour_n", "day_type", "window", "req_way")
    found = judge({"window": "18-20", "back": "06-09", "day": "weekday saturday"})
    assert rows(found["REQUIREMENTS"], *names)[0] == [1, 1, "weekday", "18-20", "out"]
    found = judge({"window": "06-09", "back": "no", "day": "weekday saturday"})
    assert rows(found["REQUIREMENTS"], *names)[0] == [0, 0, "saturday", "06-09", "out"]
    found = judge({"window": "06-20", "back": "12-20", "day": "saturday"})
    assert rows(found["REQUIREMENTS"], *names)[0] == [0, 0, "saturday", "12-20", "back"]
    words = rows(found["REQUIREMENTS"], "req_words")[0][0]
    assert words.startswith("From Staden, Saturday 12–20: journeys 0, required 1.")
    # nothing runs on Sunday, which is known
    found = judge({"day": "sunday"})
    assert rows(found["REQUIREMENTS"], *names[:2])[0] == [0, 0]


def test_days_of_which_nothing_is_known_stay_open(judge):
    for given in ({"DATES": "2021-10-05"}, {"DAYS": ["weekday"]}):
        found = judge({"day": "weekday saturday"}, {"id": "B"}, **given)
        names = ("req_id", "req_pass", "jour_n", "day_type")
        assert rows(found["REQUIREMENTS"], *names)[0] == ["A", None, 1, "weekday"]
        assert rows(found["OUTPUT"], "req_n", "req_met")[0] == [1, 1]


def test_arrivals_in_the_window(judge):
    # the bus at 7 is there at 7:25
    for window, expected in (("07:20-07:30", 1), ("06-07:20", 0)):
        found = judge({"by": "arrival", "window": window})
        assert rows(found["REQUIREMENTS"], "jour_n")[0] == [expected]
        words = rows(found["REQUIREMENTS"], "req_words")[0][0]
        assert "weekday, arriving " + window.replace("-", "–") in words


def test_the_shipped_table_and_its_page(run, localities, timetable, tmp_path):
    page = tmp_path / "standard.html"
    found = run(
        "servicestandard",
        LOCALITIES=localities,
        FEED=timetable,
        CENTRES="Staden",
        OUTPUT="memory:",
        REPORT=str(page),
    )
    # 3 journeys a day each way and one at the weekend, from small localities
    assert rows(found["OUTPUT"], "req_n", "req_met", "req_worst") == [
        [2, 0, "S2"],
        [0, 0, None],
        [0, 0, None],
    ]
    text = page.read_text(encoding="utf-8")
    assert "Day trips from a small locality" in text
    assert "✗ 2/3" in text
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")


def test_every_shipped_line_can_be_used():
    lines = standardtable.read()
    assert [line.number for line in lines] == list(range(2, len(lines) + 2))
    table = Path(standardtable.PROFILES / standardtable.SHIPPED).read_text(encoding="utf-8")
    assert all(line.rpartition(",")[2] for line in table.splitlines())  # each has a source


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ({"journeys": "two"}, "column journeys: 'two' is not a whole number of at least 1"),
        ({"journeys": "0"}, "column journeys: '0' is not a whole number of at least 1"),
        ({"transfers": ""}, "column transfers: '' is not a whole number of at least 0"),
        ({"minutes": "-5"}, "column minutes: '-5' is not a number of minutes"),
        ({"minutes": "nan"}, "column minutes: 'nan' is not a number of minutes"),
        ({"window": "9-6"}, "column window: '9-6' is no time window"),
        ({"back": "aft"}, "column back: 'aft' is no time window"),
        ({"by": "bus"}, "column by: 'bus' is neither departure nor arrival"),
        ({"day": "monday"}, "column day: 'monday' is no list of day types"),
        ({"from": '"pop" >='}, 'column from: The expression "pop" >= cannot be read'),
        ({"from": '"people" > 1'}, "column from: the layer 'layer' has no field 'people'"),
        ({"to": ""}, "column to: The cell is empty"),
        ({"to": "Stan"}, "column to: no locality is called 'Stan'"),
        ({"to": "nearest"}, "column to_where: The cell is empty"),
        ({"to": "any", "to_where": '"pop" > 1e9'}, "column to_where: no locality fulfils it"),
        ({"from": 'to_int("loc_name") > 1'}, "column from: it cannot be computed in row 1"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bad_cell_is_named_by_line_and_column(judge, line, message):
    with pytest.raises(QgsProcessingException) as told:
        judge({"id": "fine"}, line)
    assert f"Line 3 of 'standard.csv', {message}" in str(told.value)


def test_a_bad_table_is_a_sentence(judge, log):
    with pytest.raises(QgsProcessingException, match="Lines 2 and 3 of .* have the same id 'A'"):
        judge({}, {})
    with pytest.raises(QgsProcessingException, match="needs the columns id, from, to, journeys"):
        judge({}, header="id,from,to")
    judge({"from": '"pop" > 1e9'})
    assert "Requirement A is for none of the localities." in log.warnings
