"""Passages, their vectors and their full text, in one folder on disk."""
