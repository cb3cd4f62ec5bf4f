package io.omnigraph.query.ast;

import io.omnigraph.ground.source.SourceSpan;

/**
 * A parameter as it was declared.
 *
 * @param name without the {@code $}
 * @param span of the whole declaration
 */
public record ParameterDeclaration(String name, TypeName type, SourceSpan span) {}
