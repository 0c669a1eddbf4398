"""Stage 6: what makes two records the same, across articles and runs."""
