"""Street networks: lines to a graph, points on it, and bounded shortest paths."""
