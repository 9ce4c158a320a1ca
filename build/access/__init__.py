"""Whether everybody can read and use every page: checks of a window as it is shown, each returning what it found."""
