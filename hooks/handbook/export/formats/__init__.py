"""The formats. Each module here defines `FORMAT`, and is found by itself."""
