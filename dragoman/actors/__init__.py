"""Stage 4: mentions to actors. `table` holds the names, `lookup` resolves one name, `codes` translates countries."""
