"""Stage 5: frames to events, by a codebook."""
