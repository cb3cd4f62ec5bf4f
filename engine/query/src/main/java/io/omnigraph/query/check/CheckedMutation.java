package io.omnigraph.query.check;

import io.omnigraph.query.parameter.Parameter;
import java.util.List;

/**
 * A query that changes the graph.
 *
 * @param statements run in order; at least one. That inserts and updates do not mix with deletes is
 *     not checked yet
 */
public record CheckedMutation(
    String name, List<Parameter> parameters, List<CheckedStatement> statements)
    implements CheckedQuery {

  public CheckedMutation {
    parameters = List.copyOf(parameters);
    statements = List.copyOf(statements);
  }
}
