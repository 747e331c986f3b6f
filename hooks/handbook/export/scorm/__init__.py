"""The parts of a SCORM 1.2 package: what is told of each question, the page, the manifest."""
