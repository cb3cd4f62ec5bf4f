package io.omnigraph.query.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a query does. */
public sealed interface QueryBody {

  /**
   * Reads rows.
   *
   * @param match at least one clause, in the order of the source
   * @param isDistinct whether equal rows are one: {@code return distinct { … }}
   * @param projections at least one, in the order of the source
   * @param orderings by weight
   * @param limit the greatest number of rows, an integer or a variable; absent without one; limits
   *     beyond 63 bits are {@link Long#MAX_VALUE}
   * @param offset the number of rows that are left out before, in the same forms; absent for none
   */
  record Read(
      List<Clause> match,
      boolean isDistinct,
      List<Projection> projections,
      List<Ordering> orderings,
      @Nullable Expression limit,
      @Nullable Expression offset)
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
