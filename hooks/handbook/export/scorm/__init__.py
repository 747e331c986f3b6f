"""The parts of a SCORM package: what the platform gets for each question, the page, the manifest, the player."""
