"""Command line, web page and HTTP: thin over the façade."""
