"""Rules and values in words."""

from __future__ import annotations

from ..i18n import tr
from ..methods.typology.ruletree import All, AnyOf, Comparison, quantities
from ..reports.words import alias, amount, label, number


def sentence(rule):
    """Say a rule in words; what is joined inside what is in brackets."""
    if isinstance(rule, Comparison):
        return _operator(rule.operator).format(
            quantity=alias(rule.quantity), threshold=_threshold(rule.threshold)
        )
    if isinstance(rule, (All, AnyOf)):
        if not rule.parts:
            return tr("no rule above fits")
        joined = tr("{one} and {other}") if isinstance(rule, All) else tr("{one} or {other}")
        said, *rest = [_inner(part) for part in rule.parts]
        for part in rest:
            said = joined.format(one=said, other=part)
        return said
    text = alias(rule.quantity)
    return text if rule.wanted else tr("not {condition}").format(condition=text)


def used(rule, row):
    """List the values that a rule looked at, such as "Jobs 120; Population 400"."""
    return "; ".join(f"{label(name)} {amount(name, row[name])}" for name in quantities(rule))


def limit(comparison, row):
    """Say which value is how far from which threshold, such as "Jobs 95, limit 100"."""
    if comparison is None:
        return None
    return tr("{quantity} {value}, limit {threshold}").format(
        quantity=label(comparison.quantity),
        value=amount(comparison.quantity, row[comparison.quantity]),
        threshold=_threshold(comparison.threshold),
    )


def _inner(rule):
    said = sentence(rule)
    return f"({said})" if len(getattr(rule, "parts", ())) > 1 else said


def _operator(operator):
    return {
        ">=": tr("{quantity} at least {threshold}"),
        ">": tr("{quantity} more than {threshold}"),
        "<=": tr("{quantity} at most {threshold}"),
        "<": tr("{quantity} less than {threshold}"),
    }[operator]


def _threshold(value):
    return number(value, 0 if value == int(value) else None)
