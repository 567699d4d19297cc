"""Classes of localities."""
