"""The publishers' side of signed releases: keys, roots, drafts that await signatures, and what a web server serves.

`ceremony` makes and exchanges keys, `drafts` prepares a release and collects signatures, `publish` puts it out. All of
them import the signature library: to be imported on use.
"""
