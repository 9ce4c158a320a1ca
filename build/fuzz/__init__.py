"""Long runs over random input, and what writes it."""
