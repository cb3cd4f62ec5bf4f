package io.omnigraph.query.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a query does. */
public sealed interface QueryBody {

  /**
   * Reads rows.
   *
   * @param match at least one clause, in the order of the source
   * @param projections at least one, in the order of the source
   * @param orderings by weight
   * @param limit the greatest number of rows; absent without one; limits beyond 63 bits are {@link
   *     Long#MAX_VALUE}
   */
  record Read(
      List<Clause> match,
      List<Projection> projections,
      List<Ordering> orderings,
      @Nullable Long limit)
      implements QueryBody {

    public Read {
      match = List.copyOf(match);
      projections = List.copyOf(projections);
      orderings = List.copyOf(orderings);
    }
  }

  /** Changes the graph by statements that are run in order; there is at least one. */
  record Mutation(List<Statement> statements) implements QueryBody {

    public Mutation {
      statements = List.copyOf(statements);
    }
  }
}
