"""What a person may be entitled to: subsidies, loans, training, permits, all tried on one set of facts."""
