"""What the pages of the workshop ask of the library, which runs in the reader's browser there (see `site.workshop`)."""
