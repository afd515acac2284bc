"""Trains the pocket bundle: scenes composed from emoji art, a flow model, a decoder and graded embeddings."""
