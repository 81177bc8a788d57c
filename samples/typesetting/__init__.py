"""Typesets the sample documents: source text in, PDF bytes out."""
