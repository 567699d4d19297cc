"""Results in PostGIS, on a server of the test's own on the loopback."""

import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import pytest
from qgis.core import QgsVectorLayer

pytestmark = pytest.mark.heavy


def programs():
    """Folder with PostgreSQL's server programs, where PostGIS is installed too."""
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        share = Path("/usr/share/postgresql") / folder.parent.name
        if (share / "extension" / "postgis.control").exists():
            return folder
    return None


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def postgis():
    """Connection words of a fresh database with PostGIS; the server is gone afterwards."""
    folder = programs()
    if folder is None:
        pytest.skip("PostgreSQL with PostGIS is not installed")
    user = {"user": "postgres"} if os.geteuid() == 0 else {}  # the server refuses to run as root
    home, port = Path(tempfile.mkdtemp()), free_port()
    home.chmod(0o777)

    def call(program, *words):
        command = [folder / program, *words]
        subprocess.run(command, check=True, capture_output=True, cwd=home, timeout=120, **user)

    options = f"-h 127.0.0.1 -p {port} -k {home} -c fsync=off"
    server = ["-D", str(home / "data")]
    call("initdb", *server, "-U", "planner", "-A", "trust", "-E", "UTF8")
    call("pg_ctl", *server, "-w", "-o", options, "-l", str(home / "log"), "start")
    try:
        connect = ("-h", "127.0.0.1", "-p", str(port), "-U", "planner")
        call("psql", *connect, "-d", "postgres", "-c", "CREATE EXTENSION postgis")
        yield f"dbname='postgres' host=127.0.0.1 port={port} user='planner'"
    finally:
        call("pg_ctl", *server, "-m", "immediate", "stop")
        shutil.rmtree(home, ignore_errors=True)


def test_a_result_goes_to_postgis_with_its_style(run, make_layer, postgis):
    square = "Polygon((500000 6470000,500100 6470000,500100 6470100,500000 6470100,500000 6470000))"
    localities = make_layer("Polygon", "loc_name:string", [(square, "Åby")])
    people = make_layer("Point", "population:integer", [("Point(500050 6470050)", 40)])
    target = f'postgres:{postgis} table="public"."orter" (geom)'
    result = run("populationindicators", LOCALITIES=localities, PEOPLE=people, OUTPUT=target)
    assert result["OUTPUT"] == target

    stored = QgsVectorLayer(target.partition(":")[2], "orter", "postgres")
    feature = next(stored.getFeatures())
    assert (feature["loc_name"], feature["pop"], feature["pop_dens"]) == ("Åby", 40, 40)
    stored.loadDefaultStyle()
    assert stored.renderer().type() == "graduatedSymbol"
    assert stored.attributeAlias(stored.fields().lookupField("pop")) == "Population (inhabitants)"
