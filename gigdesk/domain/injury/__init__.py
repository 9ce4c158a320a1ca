"""After an accident at work: which cover is likely to answer, why, what is missing and what to do by when."""
