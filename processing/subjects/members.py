"""Settlements that functional localities are made of, from several layers and tables."""

from __future__ import annotations

from ..methods.errors import InputError

WORDS = {"join": "join", "ihop": "join", "apart": "apart", "isär": "apart"}
"""Words for an exception, in either case."""


def read(inputs, kinds):
    """Read settlements from several layers whose fields have the names chosen for LOCALITIES.

    Parameters
    ----------
    inputs : Inputs
        Of a tool with the layers and the parameters CODE, NAME and POPULATION.
    kinds : mapping of str
        Kind of settlement by layer parameter; layers that are not given are left out.

    Returns
    -------
    GeoDataFrame
        ``code``, ``name``, ``population``, ``kind`` and geometry. A code that an earlier layer
        has too is followed by the kind, such as 0580L001-smaort.
    """
    import pandas as pd

    frames = []
    for layer in filter(inputs.given, kinds):
        frame = _of_layer(inputs, layer).assign(kind=kinds[layer])
        known = [code for other in frames for code in other["code"]]
        again = frame["code"].isin(known) & frame["code"].notna()
        frame["code"] = frame["code"].where(~again, frame["code"] + f"-{kinds[layer]}")
        frames.append(frame)
    return pd.concat(frames, ignore_index=True)


def _of_layer(inputs, layer):
    from ..methods.allocation import as_codes

    parameters = {"code": "CODE", "name": "NAME", "population": "POPULATION"}
    columns = {column: inputs.field(parameter) for column, parameter in parameters.items()}
    there = {
        column: name for column, name in columns.items() if name and inputs.present(layer, [name])
    }
    frame = inputs.frame(layer, extra=there.values())
    frame = frame.rename(columns={name: column for column, name in there.items()})
    frame = frame.reindex(columns=[*columns, "geometry"])
    return frame.assign(code=as_codes(frame["code"]).replace("", None))


def exceptions(inputs):
    """Pairs of codes in EXCEPTIONS, to join and to keep apart."""
    from ..methods.allocation import as_codes

    pairs = {"join": [], "apart": []}
    if inputs.given("EXCEPTIONS"):
        inputs.require("ONE", "OTHER", "RULE")
        table = inputs.frame("EXCEPTIONS", one="ONE", other="OTHER", rule="RULE")
        for one, other, rule in zip(
            as_codes(table["one"]), as_codes(table["other"]), table["rule"]
        ):
            if str(rule).strip().lower() not in WORDS:
                raise InputError(
                    "An exception is 'join' or 'apart', not '{rule}'. Correct the table.", rule=rule
                )
            pairs[WORDS[str(rule).strip().lower()]].append((one, other))
    return pairs


def earlier(inputs):
    """Locality code by member code in EARLIER; None where not given."""
    from ..methods.allocation import as_codes

    if not inputs.given("EARLIER"):
        return None
    inputs.require("EARLIER_MEMBER", "EARLIER_CODE")
    table = inputs.frame("EARLIER", member="EARLIER_MEMBER", code="EARLIER_CODE")
    return dict(zip(as_codes(table["member"]), as_codes(table["code"])))
