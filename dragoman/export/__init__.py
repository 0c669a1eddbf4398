"""Stage 8: records to files."""
