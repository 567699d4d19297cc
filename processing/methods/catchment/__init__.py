"""Catchments of facilities: reached streets, polygons, and who lives there."""
