"""Degree of urbanisation: grid cells and local units, level 1 and 2."""
