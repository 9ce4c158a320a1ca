"""The slip to take home: a result as a document, which `paint` alone draws.

`document` is what stands on it, `jobs` make one of the result of each job, `parts` put it into the order of the paper.
"""
