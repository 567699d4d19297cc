"""How a land-cover raster looks: the official colours and names of the classes that it holds."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis, QgsPalettedRasterRenderer, QgsRasterLayer

from .paths import STYLES
from .presentation import legend_label
from .profiles import class_table

KINDS = ("nmd2018", "nmd2023", "corine")
"""Class tables that a raster may follow; of several that fit, the first."""
LOOKED_AT = 1000
"""Cells a side that are read of a raster to know its classes."""
TYPES = {
    Qgis.DataType.Byte: "u1",
    Qgis.DataType.UInt16: "u2",
    Qgis.DataType.Int16: "i2",
    Qgis.DataType.UInt32: "u4",
    Qgis.DataType.Int32: "i4",
}
"""NumPy's name of each of QGIS's kinds of whole numbers."""
NOTHING = {0, 255}
"""Values for cells without data in the tables, whatever the file says."""
FEWEST = 3
"""Classes from which it is no chance that all are of one table; our own choice."""


def keep(path):
    """Write the style of a land-cover raster beside its file, where it follows a known table."""
    layer = QgsRasterLayer(str(path), Path(path).stem)
    if dress(layer):
        layer.saveNamedStyle(layer.styleURI())


def dress(layer):
    """Give a raster layer without a style of its own that of its classes.

    Parameters
    ----------
    layer : QgsRasterLayer

    Returns
    -------
    bool
        Whether it follows a known table and had no style beside it.
    """
    if Path(layer.styleURI()).is_file() or layer.bandCount() != 1:
        return False
    values = _values(layer)
    kind = kind_of(values)
    if kind is None:
        return False
    layer.loadNamedStyle(str(STYLES / f"landcover_{kind}.qml"))
    classes = [each for each in layer.renderer().classes() if each.value in values]
    for each in classes:
        each.label = legend_label(each.label)
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes))
    return True


def kind_of(values):
    """Which class table a raster's values follow; None where they follow none.

    Parameters
    ----------
    values : set of int
        Values without those that stand for no data.

    Returns
    -------
    str or None
    """
    for kind in KINDS:
        rows = class_table(f"landcover_{kind}").values()
        for column in ("code", "grid_code"):
            known = {int(row[column]) for row in rows if row.get(column)}
            if len(values) >= FEWEST and values <= known:
                return kind
    return None


def _values(layer):
    """Distinct values, looked at in steps where the raster is large; none if it has fractions."""
    import numpy as np

    provider = layer.dataProvider()
    kind = TYPES.get(provider.dataType(1))
    if kind is None:
        return set()
    size = [min(each, LOOKED_AT) for each in (layer.width(), layer.height())]
    block = provider.block(1, layer.extent(), *size)
    values = set(np.unique(np.frombuffer(block.data().data(), dtype=kind)).tolist())
    return values - NOTHING - {block.noDataValue() if block.hasNoDataValue() else 0}
