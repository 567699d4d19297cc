"""Landscape metrics of a categorical raster, whole or per polygon."""
