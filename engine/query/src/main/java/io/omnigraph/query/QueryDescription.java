package io.omnigraph.query;

import io.omnigraph.query.ast.QueryDeclaration;
import io.omnigraph.query.parameter.Parameter;
import io.omnigraph.query.parameter.ParameterDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stored query as its catalogue shows it; written to JSON as it is.
 *
 * @param toolName what agents call it; the name
 * @param description absent without the annotation
 * @param instruction absent without the annotation
 * @param mutation whether it changes the graph
 * @param params in the order of the source
 */
public record QueryDescription(
    String name,
    String toolName,
    @Nullable String description,
    @Nullable String instruction,
    boolean mutation,
    List<ParameterDescription> params) {

  public QueryDescription {
    params = List.copyOf(params);
  }

  /**
   * Describes a query.
   *
   * @param parameters of the declaration
   */
  public static QueryDescription of(QueryDeclaration declaration, List<Parameter> parameters) {
    return new QueryDescription(
        declaration.name(),
        declaration.name(),
        declaration.description(),
        declaration.instruction(),
        declaration.isMutation(),
        parameters.stream().map(ParameterDescription::of).toList());
  }
}
