"""The whole handbook, read."""
