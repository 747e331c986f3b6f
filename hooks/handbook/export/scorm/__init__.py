"""The parts of a SCORM 1.2 package: the data of each question, the page, the manifest."""
