"""The window: draws what models without Qt tell it to draw."""
