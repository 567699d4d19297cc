"""Reports: self-contained HTML pages with SVG charts, made of plain strings."""
