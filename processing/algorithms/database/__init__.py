"""Planning database and demo region."""
