"""The classes of a layer: their order, names, colours and members."""

from __future__ import annotations

from dataclasses import dataclass

from ..methods.errors import InputError
from ..methods.typology.cards import class_order
from .cards import suggested
from .svg import colour


@dataclass(frozen=True)
class Classes:
    """Class of each row, the classes in order, and what the layer says of them."""

    of_rows: list
    order: list
    given: dict
    colours: dict
    sizes: list

    profile_columns = (
        *("type_class", "type_name", "field", "count", "mean", "median", "low", "high"),
        *("all_mean", "std_mean"),
    )

    @classmethod
    def of(cls, frame, *, own):
        """Read the classes from a frame with ``_class`` and perhaps ``_named`` and colours."""
        rows = [_plain(each) for each in frame["_class"]]
        order = class_order(rows)
        first = {name: rows.index(name) for name in order}
        given = {}
        if "_named" in frame:
            given = {name: frame["_named"][row] for name, row in first.items()}
        colours = {name: colour(place + 1) for place, name in enumerate(order)}
        if own == "rule_class" and "rule_color" in frame:
            colours = {name: frame["rule_color"][row] or "#888888" for name, row in first.items()}
        sizes = frame["pop"].fillna(0).tolist() if "pop" in frame else [0] * len(rows)
        return cls(rows, order, given, colours, sizes)

    def names(self, table, own):
        """Return each class's name: the user's, the layer's or one suggested."""
        lacking = [code for code in own if code not in map(str, self.order)]
        if lacking:
            raise InputError(
                "There is no class '{code}' to name; the classes are {classes}.",
                code=lacking[0],
                classes=", ".join(map(str, self.order)),
            )
        return {
            name: own.get(str(name)) or self.given.get(name) or suggested(table, name)
            for name in self.order
        }

    def members(self, titles):
        """Return the names of each class's localities, the largest first."""
        rows = sorted(range(len(titles)), key=lambda row: -self.sizes[row])
        return {
            name: [titles[row] for row in rows if self.of_rows[row] == name] for name in self.order
        }

    def pair(self, text):
        """Return the two classes to compare: those asked for, or the two largest."""
        by_code = {str(name): name for name in self.order}
        asked = [each.strip() for each in text.replace(";", ",").split(",") if each.strip()]
        if not asked:
            largest = sorted(self.order, key=lambda name: -self.of_rows.count(name))
            return (largest * 2)[:2]
        if len(asked) != 2 or any(each not in by_code for each in asked):
            raise InputError(
                "Give two classes with a comma between to compare them; the classes are {classes}.",
                classes=", ".join(by_code),
            )
        return [by_code[each] for each in asked]

    def named_rows(self, names):
        """Return the name of each row's class as the field ``type_name``."""
        import pandas as pd

        found = [names.get(each) if each is not None else None for each in self.of_rows]
        return pd.DataFrame({"type_name": pd.Series(found, dtype=object)})


def _plain(value):
    """Return a class as int or text; None where missing."""
    if value is None or value != value:
        return None
    if isinstance(value, str):
        return value.strip()
    return int(value) if float(value) == int(value) else float(value)
