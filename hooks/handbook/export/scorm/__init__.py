"""The parts of a SCORM package: what is told of each question, the page, the manifest, the files of the player."""
