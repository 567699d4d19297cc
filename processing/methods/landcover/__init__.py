"""Land cover of polygons from a categorical raster: cells, shares, mix and change."""
