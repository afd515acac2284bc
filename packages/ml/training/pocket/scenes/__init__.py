"""Scenes: what is in them, how they are said and how they look."""
