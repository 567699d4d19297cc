#!/usr/bin/env bash
# Print where the virtual environment of the system's Python is: the interpreter QGIS runs in.
echo "${SAMPLAN_VENV:-build/venv-$(/usr/bin/python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')}"
