"""What editors are told between editions: changes, news, reviews, provenance, gaps, reading grades."""
