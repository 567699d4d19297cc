"""Feeds named after their defect, through the tools: a sentence and no output, or the finding."""

import pytest
from qgis.core import QgsProcessingException
from samplan.processing import feeds

from ..methods.transit.test_bad_feeds import FOUND, REFUSED, SOUND

OUTPUTS = {
    "checkgtfs": ("REPORT", "FINDINGS", "DAYS"),
    "gtfstolayers": ("STOPS", "LINES", "AREAS", "SEGMENTS"),
    "stopservice": ("OUTPUT", "TABLE"),
    "localityservice": ("OUTPUT", "SERVICE", "TOWARDS"),
    "stopquality": ("STOPS", "CLASSES"),
}


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(feeds, "_folder", lambda: tmp_path / "cache")


def targets(tool, folder):
    folder.mkdir()
    kinds = {"REPORT": "html"}
    return {name: str(folder / f"{name}.{kinds.get(name, 'gpkg')}") for name in OUTPUTS[tool]}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("tool", OUTPUTS)
def test_refused_with_its_sentence_and_nothing_written(
    run, tmp_path, reference, make_layer, tool, name
):
    given = {"FEED": str(reference(f"gtfs/bad_transitfeed/{name}"))}
    if tool == "localityservice":
        box = "Polygon((400000 6400000,500000 6400000,500000 6500000,400000 6400000))"
        given["LOCALITIES"] = make_layer(
            "Polygon", "loc_code:string,loc_name:string", [(box, "1", "Orten")]
        )
    with pytest.raises(QgsProcessingException) as caught:
        run(tool, **given, **targets(tool, tmp_path / "out"))
    assert REFUSED[name] in str(caught.value)
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("name", [*FOUND, *SOUND])
def test_found_and_named_in_the_table(run, tmp_path, reference, name):
    found = run(
        "checkgtfs",
        FEED=str(reference(f"gtfs/bad_transitfeed/{name}")),
        REPORT=str(tmp_path / "page.html"),
        FINDINGS="memory:",
    )
    rows = [
        (row["severity"], row["gtfs_file"], row["gtfs_row"] or None, row["finding"])
        for row in found["FINDINGS"].getFeatures()
    ]
    if name in SOUND:
        assert "error" not in {row[0] for row in rows}
        return
    severity, file, line, words = FOUND[name]
    named = [row for row in rows if row[:3] == (severity, file, line)]
    assert any(words in row[3] for row in named), rows
    assert words.split("'")[0] in (tmp_path / "page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("sample-feed-bom", 9),
        ("sample-feed-calendar_dates", 9),
        ("sample-feed-fixed", 9),
        ("sample-feed-plus", "No trip of the feed runs on any date"),
        ("sample-feed-invalid", "has no column 'stop_id'"),
        ("locations_feed", "has no trip with times at two stops or more"),
    ],
)
def test_odd_feeds_become_layers_or_are_refused(run, tmp_path, reference, name, outcome):
    given = {"FEED": str(reference(f"gtfs/tidytransit/{name}.zip"))}
    if isinstance(outcome, int):
        found = run("gtfstolayers", **given, STOPS="memory:", LINES="memory:")
        assert found["STOPS"].featureCount() == outcome
        return
    with pytest.raises(QgsProcessingException, match=outcome):
        run("gtfstolayers", **given, **targets("gtfstolayers", tmp_path / "out"))
    assert list((tmp_path / "out").iterdir()) == []
