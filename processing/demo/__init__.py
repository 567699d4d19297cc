"""The demo region: a believable LA-Linköping to learn and test with."""
