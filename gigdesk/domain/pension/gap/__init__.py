"""Why the office's figure differs: each cause that could explain it, tried alone and in pairs."""
