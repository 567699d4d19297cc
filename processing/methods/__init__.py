"""Pure science on arrays and frames: no QGIS, no files."""
