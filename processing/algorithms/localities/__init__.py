"""Delineation and matching of localities."""
