package io.omnigraph.plugin.policy.bundle;

import io.omnigraph.ground.source.SourceSpan;

/**
 * A value and where it stands in the bundle's file.
 *
 * @param <T> the type of the value
 */
public record Located<T>(T value, SourceSpan span) {}
