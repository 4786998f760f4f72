package org.byenatos.api.ai.model;

/**
 * A model that makes vectors, exactly this content of it: vectors of equal models can be compared, others cannot.
 *
 * @param id the model's id
 * @param fingerprint the first 16 hex digits of the SHA-256 over its files' checksums
 * @param dimensions length of its vectors
 */
public record EmbeddingModel(String id, String fingerprint, int dimensions) {}
