package io.omnigraph.ground.storage;

import java.time.Instant;

/**
 * An object as a listing shows it.
 *
 * @param key relative to the root of the store that listed it
 * @param changed when it was last written
 */
public record StoredFile(String key, long bytes, Instant changed) {}
