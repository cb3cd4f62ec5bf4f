package io.omnigraph.api.kind;

/**
 * What a kind publishes into the content-addressed catalog for each of its resources: the bytes of
 * the declared source file, which must be UTF-8.
 *
 * @param extension of the stored file whatever the source file is called, without a dot
 */
public record Payload(String extension) {}
