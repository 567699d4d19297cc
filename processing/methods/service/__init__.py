"""Services: what a locality has, how far the rest is, and the hierarchy of centres."""
