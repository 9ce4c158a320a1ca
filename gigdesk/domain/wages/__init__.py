"""What work pays: published levels with their honesty, and what an hour of one's own work really brings."""
