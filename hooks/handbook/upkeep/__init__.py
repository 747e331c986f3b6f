"""What editors need between editions: changes, news, reviews, provenance, gaps, reading grades."""
