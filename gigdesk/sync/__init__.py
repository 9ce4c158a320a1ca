"""Public feeds of wage figures: what they are, and how what they answer is read."""
