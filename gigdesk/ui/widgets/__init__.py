"""The parts pages are made of: each takes texts as they are shown, a theme, and looks nothing up."""
