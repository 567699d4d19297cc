"""What GTFS calls its files and columns, to point out misspellings.

References
----------
.. [1] GTFS Schedule reference. https://gtfs.org/documentation/schedule/reference
"""

from __future__ import annotations

from .archive import Archive
from .findings import Finding, Findings, tr
from .tables import read_header

_TEXT_FILES = (
    "agency areas attributions booking_rules calendar calendar_dates fare_attributes "
    "fare_leg_join_rules fare_leg_rules fare_media fare_products fare_rules "
    "fare_transfer_rules feed_info frequencies levels location_group_stops location_groups "
    "networks pathways rider_categories route_networks routes shapes stop_areas stop_times "
    "stops timeframes transfers translations trips "
)
FILES = {"locations.geojson"} | {f"{name}.txt" for name in _TEXT_FILES.split()}

COLUMNS = {
    "stops.txt": "stop_id stop_code stop_name tts_stop_name stop_desc stop_lat stop_lon zone_id "
    "stop_url location_type parent_station stop_timezone wheelchair_boarding level_id "
    "platform_code stop_access",
    "routes.txt": "route_id agency_id route_short_name route_long_name route_desc route_type "
    "route_url route_color route_text_color route_sort_order continuous_pickup "
    "continuous_drop_off network_id cemv_support",
    "trips.txt": "route_id service_id trip_id trip_headsign trip_short_name direction_id block_id "
    "shape_id wheelchair_accessible bikes_allowed cars_allowed samtrafiken_internal_trip_number",
    "stop_times.txt": "trip_id arrival_time departure_time stop_id location_group_id location_id "
    "stop_sequence stop_headsign start_pickup_drop_off_window end_pickup_drop_off_window "
    "pickup_type drop_off_type continuous_pickup continuous_drop_off shape_dist_traveled "
    "timepoint pickup_booking_rule_id drop_off_booking_rule_id",
    "calendar.txt": "service_id monday tuesday wednesday thursday friday saturday sunday "
    "start_date end_date",
    "calendar_dates.txt": "service_id date exception_type",
}


def unknown_names(archive: Archive) -> Findings:
    """Point out files and columns that GTFS [1]_ does not know.

    Parameters
    ----------
    archive : Archive
        The feed.

    Returns
    -------
    tuple of Finding
        A note for all unknown files, and one for each file with unknown columns.
    """
    findings: Findings = ()
    strange = sorted(set(archive.members) - FILES)
    if strange:
        findings += (
            Finding(
                "note",
                strange[0],
                None,
                tr("GTFS knows no file with the name: {files}."),
                {"files": ", ".join(strange)},
                tr("They were not read; look for a misspelt name."),
            ),
        )
    for file in sorted(set(COLUMNS) & set(archive.members)):
        unknown = sorted(set(_header(archive, file)) - set(COLUMNS[file].split()) - {""})
        if unknown:
            findings += (
                Finding(
                    "note",
                    file,
                    1,
                    tr("GTFS knows no column with the name: {columns}."),
                    {"columns": ", ".join(unknown)},
                    tr("They were not read; look for a misspelt name."),
                ),
            )
    return findings


def _header(archive: Archive, file: str) -> tuple[str, ...]:
    with archive.open(file) as opened:
        head = opened.readline(1 << 16)
    return read_header(head.rstrip(b"\r\n"), file, ())
