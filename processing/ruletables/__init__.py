"""Decision tables: rules as data, written as QGIS expressions."""
