"""Green areas that people may enter, and who has them near."""
