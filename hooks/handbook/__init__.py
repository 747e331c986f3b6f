"""The handbook library: reads the source, checks it, and renders it for the web, for print and for other programs."""
