"""Statistical typology: places that are alike, put into classes."""
