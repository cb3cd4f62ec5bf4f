package io.omnigraph.store.cache;

/** A cached value and roughly the bytes that it takes. */
public record Cached(Object value, long bytes) {}
