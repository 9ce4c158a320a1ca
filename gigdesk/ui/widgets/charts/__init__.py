"""Charts: one paint routine each, for the screen, a picture or paper."""
