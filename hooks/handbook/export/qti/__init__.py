"""QTI 2.1: the parts of a content package."""
