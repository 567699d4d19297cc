"""Porto Alegre's real feeds, streets and hexagons as layers in its UTM zone."""

import csv

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject

CRS = "EPSG:32722"
STREETS = (
    "highway IS NOT NULL AND highway NOT IN "
    "('motorway', 'motorway_link', 'proposed', 'construction')"
)


def prepare(reference, folder):
    """Write what the tools take; returns the inputs by name."""
    from osgeo import gdal

    feeds = folder / "feeds"
    feeds.mkdir()
    for name in ("poa_eptc.zip", "poa_trensurb.zip"):
        (feeds / name).write_bytes(reference(f"gtfs/r5r_poa/{name}").read_bytes())
    streets = folder / "streets.gpkg"
    gdal.VectorTranslate(
        str(streets),
        str(reference("gtfs/r5r_poa/poa_osm.pbf")),
        options=["-where", STREETS, "-t_srs", CRS, "-nln", "streets", "lines"],
    )
    hexagons = folder / "hexagons.csv"
    hexagons.write_bytes(reference("gtfs/r5r_poa/poa_hexgrid.csv").read_bytes())
    return {"feeds": feeds, "streets": str(streets), "hexagons": hexagons}


def hexagons(make_layer, path):
    """Make points of the hexagons' middles with their people and jobs, and four localities."""
    systems = [QgsCoordinateReferenceSystem(each) for each in ("EPSG:4326", CRS)]
    to_metres = QgsCoordinateTransform(*systems, QgsProject.instance())
    rows = []
    with path.open(newline="") as opened:
        for row in csv.DictReader(opened):
            place = to_metres.transform(QgsPointXY(float(row["lon"]), float(row["lat"])))
            rows.append(
                (
                    f"Point({place.x()!r} {place.y()!r})",
                    int(row["population"] or 0),
                    int(row["jobs"] or 0),
                )
            )
    points = make_layer("Point", "population:integer,employees:integer", rows, crs=CRS)
    box, places = points.extent(), []
    for number, name in enumerate(("sydväst", "sydost", "nordväst", "nordost")):
        width, height = box.width() / 2, box.height() / 2
        x, y = box.xMinimum() + number % 2 * width, box.yMinimum() + number // 2 * height
        corners = ((0, 0), (width, 0), (width, height), (0, height), (0, 0))
        ring = ",".join(f"{x + a} {y + b}" for a, b in corners)
        places.append((f"Polygon(({ring}))", str(number), name))
    fields = "loc_code:string,loc_name:string"
    return points, make_layer("Polygon", fields, places, crs=CRS)
