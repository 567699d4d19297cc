"""How results look: classes of the values that are there."""

import pytest
from samplan.processing.presentation import apply_style

SQUARE = "Polygon((0 0, 0 1, 1 1, 1 0, 0 0))"


@pytest.mark.parametrize("missing", [0, 1, 100])
def test_missing_values_have_no_part_in_the_classes(missing, make_layer):
    values = [*range(10, 60), *[None] * missing]
    layer = make_layer("Polygon", "pop_dens:double", [(SQUARE, value) for value in values])
    apply_style(layer, "population.qml")
    ranges = layer.renderer().ranges()
    assert len(ranges) == 5
    assert ranges[0].lowerValue() == 10
    assert ranges[-1].upperValue() == 59
    counts = [sum(r.lowerValue() <= v <= r.upperValue() for v in range(10, 60)) for r in ranges]
    assert min(counts) >= 8
    assert len({each.symbol().color().name() for each in ranges}) == 5


def test_a_field_without_any_value_has_no_classes(make_layer):
    layer = make_layer("Polygon", "pop_dens:double", [(SQUARE, None)] * 3)
    apply_style(layer, "population.qml")
    assert layer.renderer().ranges() == []
