"""Timetable scenarios: a feed with new and changed lines."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...subjects.scenariohelp import EDITS

LOG = ("edit_table", "edit_row", "action", "change", "line_id", "line_no", "trip_id", "stop_id")
LOG = (*LOG, "before", "after")
SUPPLY = (
    *("scenario", "line_id", "line_no", "line_name", "day_type"),
    *("trips_bef", "trips_aft", "trips_add", "veh_km_bef", "veh_km_aft", "veh_km_add"),
    *("veh_h_bef", "veh_h_aft", "veh_h_add"),
)
LINES = ("line_id", "line_no", "line_name", "mode", "direction", "trips", "length_km", "change")


class EditGtfs(Algorithm):
    """Change a timetable: new lines, headways, spans, speeds, stops and ways."""

    label = tr("Timetable scenario (edit GTFS)")
    summary = tr(
        "Makes another timetable of one: new lines, drawn or by their stops; other headways, "
        "longer spans, faster lines; new, moved and removed stops; other ways; fewer lines. All "
        "else of the feed stays as it is, and what changed is listed trip by trip."
    )
    keywords = ("GTFS", "scenario", "timetable", "tidtabell", "scenarie", "turtäthet", "headway")
    references = ("GTFS Schedule reference. https://gtfs.org/documentation/schedule/reference",)
    example = (
        "qgis_process run samplan:editgtfs FEED=otraf.zip EDITS=edits.csv SCENARIO=express "
        "OUTPUT=express.zip LOG=log.csv SUPPLY=supply.csv"
    )
    styles = {"LINES": "editedlines.qml"}
    explanations = {
        "FEED": tr("GTFS as a zip archive, or stops.txt of an unpacked one; one at a time."),
        "EDITS": EDITS,
        "NEW_LINES": tr(
            "Each line drawn is a new line; its fields are the columns of new_line. Without stops "
            "it calls at every stop along it, direction 0 as it is drawn. Shapefile may cut the "
            "names at ten characters."
        ),
        "STOPS": tr(
            "Points with stop_id and stop_name. A stop of the timetable is moved to its point, "
            "others are new; they are there before lines and edits are read."
        ),
        "PERIOD": tr(
            "Dates that the edits are for, such as 2026-10-01/2026-12-11; on others all runs as "
            "before. Empty: all dates of the timetable."
        ),
        "SCENARIO": tr("Stands in the version of the feed and in the table of supply."),
        "WITHIN": tr("Stops so near to a drawn line are called at; of one name the nearest."),
        "DETOUR": tr("For run times, and kilometres without a shape; our own choice."),
        "OUTPUT": tr("Files and rows that are not edited keep their bytes."),
        "LOG": tr("A row for each trip, stop or line that changed:"),
        "SUPPLY": tr(
            "By line and day type, on days with normal traffic; time from the first departure to "
            "the last arrival of each trip:"
        ),
        "LINES": tr("New and changed lines as they run in the scenario:"),
    }

    def parameters(self):
        return [
            p.feed(),
            p.layer("EDITS", tr("Table of edits"), [p.TABLE], optional=True),
            p.layer("NEW_LINES", tr("New lines, drawn"), [p.LINE], optional=True),
            p.layer("STOPS", tr("New and moved stops"), [p.POINT], optional=True),
            p.text("PERIOD", tr("Period"), optional=True),
            p.text("SCENARIO", tr("Name of the scenario"), "scenario"),
            p.distance("WITHIN", tr("Distance from stops to a drawn line (m)"), 30, advanced=True),
            p.number(
                "DETOUR", tr("Detour factor (times the straight line)"), 1.3, low=1, advanced=True
            ),
            p.file_output("OUTPUT", tr("Timetable scenario (GTFS)"), filter="GTFS (*.zip)"),
            p.table_output("LOG", tr("Changes"), fields=LOG, optional=True),
            p.table_output("SUPPLY", tr("Supply before and after"), fields=SUPPLY),
            p.vector_output(
                "LINES", tr("New and changed lines"), p.LINE, fields=LINES, optional=True
            ),
            p.number_result("CHANGES", tr("Changes")),
            p.number_result("NEW_FINDINGS", tr("New findings of the check")),
        ]

    def compute(self, inputs):
        from ...subjects import scenario as subject
        from ...subjects.scenariofiles import save

        if not any(inputs.given(name) for name in ("EDITS", "NEW_LINES", "STOPS")):
            inputs.warn(tr("Nothing is to be edited: the scenario is a copy of the timetable."))
        made = subject.build(inputs)
        name, detour = inputs.text("SCENARIO"), inputs.number("DETOUR")
        results = {
            "OUTPUT": lambda path: save(made.path, path),
            "LOG": subject.log_table(made)[list(LOG)],
            "SUPPLY": subject.supply_table(made, name=name, detour=detour)[list(SUPPLY)],
            "CHANGES": len(made.log),
            "NEW_FINDINGS": subject.new_findings(inputs, made),
        }
        if inputs.given("LINES"):
            results["LINES"] = subject.line_layer(inputs, made)[[*LINES, "geometry"]]
        return results
