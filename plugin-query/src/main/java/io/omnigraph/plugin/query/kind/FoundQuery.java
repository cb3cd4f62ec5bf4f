package io.omnigraph.plugin.query.kind;

import io.omnigraph.api.kind.SourceFile;
import io.omnigraph.query.ast.QueryDeclaration;
import org.jspecify.annotations.Nullable;

/**
 * A query that a graph is to have.
 *
 * @param declaration absent when the file does not have it; that has been reported
 * @param source the file that is to have it
 */
record FoundQuery(String name, @Nullable QueryDeclaration declaration, SourceFile source) {}
