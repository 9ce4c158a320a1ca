"""What is on disk. The only place that knows SQLModel and SQL."""
