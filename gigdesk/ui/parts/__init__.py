"""What several pages show: the question, the list of answers, the working."""
