package io.omnigraph.query.ast;

import io.omnigraph.ground.source.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query as it was written.
 *
 * @param description the text of {@code @description}; absent without one
 * @param instruction the text of {@code @instruction}; absent without one
 * @param span of the name
 */
public record QueryDeclaration(
    String name,
    List<ParameterDeclaration> parameters,
    @Nullable String description,
    @Nullable String instruction,
    QueryBody body,
    SourceSpan span) {

  public QueryDeclaration {
    parameters = List.copyOf(parameters);
  }

  /** Whether the query changes the graph. */
  public boolean isMutation() {
    return body instanceof QueryBody.Mutation;
  }
}
