package io.omnigraph.schema.language;

import io.omnigraph.ground.source.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong at a place of a source text.
 *
 * @param message one sentence
 * @param help the way out, such as a name that was probably meant; absent when none is known
 */
public record SourceProblem(String message, @Nullable String help, SourceSpan span) {}
