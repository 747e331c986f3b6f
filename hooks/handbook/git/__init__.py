"""What git knows: the repository and the edition."""
