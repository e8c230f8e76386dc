"""Highlight reports of invented organisations, with what must be read from each beside it."""
