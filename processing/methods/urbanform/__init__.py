"""The form of a locality: outline, buildings, density, streets, land take."""
