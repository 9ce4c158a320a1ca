"""What the pages show and do, without Qt."""
