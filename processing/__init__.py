"""QGIS Processing algorithms: adapters on this side, pure methods in ``methods``."""
