"""Travel time ratios: times by two modes, centres, flows, classes and their style."""

from __future__ import annotations

from qgis.core import QgsWkbTypes

from ..i18n import language, tr
from ..methods.errors import InputError
from . import accesstimes, ranked
from .homes import coordinates
from .stopplaces import named_centres

OVER = "over"
"""Class above all limits."""

FIELDS = ("tt_pt", "tt_car", "tt_diff", "tt_ratio", "tt_class")

_CODES = {"transit": "tt_pt", "car": "tt_car", "difference": "tt_diff", "ratio": "tt_ratio"}


def localities(inputs):
    """Read LOCALITIES, with geometry, ``code``, ``name`` and, where given, ``size``.

    Returns
    -------
    GeoDataFrame
    """
    frame = accesstimes.coded(inputs, "LOCALITIES", name="NAME", size="SIZE")
    codes = frame["code"]
    names = frame.get("name", codes)
    return frame.assign(name=names.where(names.notna(), codes).astype(str))


def times(inputs, codes):
    """Read the times by public transport and by car between the localities.

    Returns
    -------
    tuple of TravelTimes
    """
    layer = "CAR_TIMES" if inputs.given("CAR_TIMES") else "TIMES"
    table = accesstimes.read(inputs)
    if layer == "TIMES" and "mode" not in table:
        raise InputError(
            "The table '{layer}' has no field of modes, so public transport cannot be told from "
            "the car. Choose the field, or give the times by car as a table of their own.",
            layer=inputs.title("TIMES"),
        )
    others = table if layer == "TIMES" else accesstimes.read(inputs, layer)
    transit = accesstimes.of_modes(inputs, table, inputs.text("TRANSIT"))
    car = accesstimes.of_modes(inputs, others, inputs.text("CAR"), layer)
    return tuple(accesstimes.between(inputs, each, codes, codes) for each in (transit, car))


def centres(inputs, frame):
    """Return the positions of the centres: those named, else the largest by SIZE."""
    import numpy as np

    if inputs.text("CENTRES"):
        found = named_centres(inputs, frame["name"], frame["code"])
        return np.unique(np.concatenate([*found.values()]))
    inputs.require("SIZE")
    size = frame["size"].to_numpy(dtype=float)
    order = np.argsort(-size, kind="stable")  # unknown sizes come last
    chosen = order[: min(inputs.integer("LARGEST"), int(np.isfinite(size).sum()))]
    inputs.tell(tr("Centre: {name}").format(name=", ".join(frame["name"].iloc[chosen])))
    return np.sort(chosen)


def flows(inputs, codes):
    """Read the flows between localities: positions and ``travellers``; None where not given."""
    import pandas as pd

    from ..methods.allocation import as_codes

    if not inputs.given("FLOWS"):
        return None
    inputs.require("FLOW_FROM", "FLOW_TO", "TRAVELLERS")
    table = inputs.frame("FLOWS", one="FLOW_FROM", other="FLOW_TO", travellers="TRAVELLERS")
    known = pd.Index(codes)
    found = pd.DataFrame(
        {
            "origin": known.get_indexer(as_codes(table["one"])),
            "destination": known.get_indexer(as_codes(table["other"])),
            "travellers": table["travellers"].fillna(0).to_numpy(dtype=float),
        }
    )
    found = found[(found[["origin", "destination"]] >= 0).all(axis=1)]
    if found.empty:
        raise InputError(
            "No row of the table '{layer}' has both ends among the localities; check that the "
            "fields with the codes are the right ones.",
            layer=inputs.title("FLOWS"),
        )
    return found.groupby(["origin", "destination"], as_index=False)["travellers"].sum()


def coded(found, limits):
    """Give the columns of the method the catalogue's codes, classes by their upper limit."""
    import numpy as np

    names = np.array([*_names(limits), OVER, None], dtype=object)
    rank = found["rank"].to_numpy()
    position = np.where(np.isnan(rank), len(names), rank).astype(int) - 1
    return found.rename(columns=_CODES).assign(tt_class=names[position])


def named(pairs, frame, limits, flow):
    """Return the table of pairs with codes and names, and travellers where flows are given."""
    table = coded(pairs, limits)
    for end, place in (("from", "origin"), ("to", "destination")):
        for field in ("code", "name"):
            values = frame[field].to_numpy(dtype=object)
            table[f"{end}_{'id' if field == 'code' else field}"] = values[table[place].to_numpy()]
    if flow is None:
        return table
    table = table.merge(flow, on=["origin", "destination"], how="left")
    return table.assign(travellers=table["travellers"].fillna(0))


def lines(shown, table, frame):
    """Return a line for each pair with a ratio, the worst first; with flows, with travellers only.

    Parameters
    ----------
    shown, table : DataFrame
        Pairs with the columns to show, and with ``origin`` and ``destination``.
    frame : GeoDataFrame
        The localities.

    Returns
    -------
    GeoDataFrame
    """
    import geopandas
    import numpy as np
    import shapely

    xy = _centres(frame.geometry.to_numpy())
    ends = np.stack([xy[table["origin"]], xy[table["destination"]]], axis=1)
    drawn = table["tt_ratio"].notna() & np.isfinite(ends).all(axis=(1, 2))
    if "travellers" in table:
        drawn &= table["travellers"] > 0
    # the best on top, where lines cross
    order = np.flatnonzero(drawn)[np.argsort(-table["rank"][drawn].to_numpy(), kind="stable")]
    rows = shown.iloc[order].reset_index(drop=True)
    return geopandas.GeoDataFrame(rows, geometry=shapely.linestrings(ends[order]))


def kind(inputs):
    """Return whether the localities are drawn as Point or Polygon."""
    shape = QgsWkbTypes.geometryType(inputs.source("LOCALITIES").wkbType())
    return "Point" if shape == QgsWkbTypes.GeometryType.PointGeometry else "Polygon"


def style(limits, kind):
    """Write the style of the classes; returns its path."""
    names = _names(limits)
    shown = [name.replace(".", ",") if language() == "sv" else name for name in names]
    classes = [(n, tr("At most {limit}").format(limit=words)) for n, words in zip(names, shown)]
    over = (OVER, tr("Above {limit}").format(limit=shown[-1]))
    look = {"ramp": ranked.GOOD_TO_BAD, "names": kind != "Line"}
    return ranked.write([*classes, over], "tt_class", kind=kind, **look)


def _names(limits):
    return [f"{limit:g}" for limit in limits]


def _centres(shapes):
    """Coordinates of the centres, shape (n, 2); NaN where there is no geometry."""
    import numpy as np
    import shapely

    xy = np.full((len(shapes), 2), np.nan)
    there = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
    xy[there] = coordinates(shapes[there])
    return xy
