"""What the source says, as typed values. Nothing here knows how it will be shown."""
