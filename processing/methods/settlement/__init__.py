"""Settlement delineation: from buildings and residents to localities."""
