"""Article -> spaCy Doc: the language model, frames, mentions, coreference, statements, times and places."""
