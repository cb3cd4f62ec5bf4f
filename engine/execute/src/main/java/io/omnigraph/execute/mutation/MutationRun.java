package io.omnigraph.execute.mutation;

import io.omnigraph.execute.operator.Bindings;
import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.query.check.CheckedMutation;
import io.omnigraph.query.check.CheckedQuery;
import io.omnigraph.query.check.CheckedStatement;
import io.omnigraph.schema.catalog.Schema;
import java.util.function.Function;

/** One run of a mutation: all of its statements take effect as one commit, or none does. */
public final class MutationRun {

  private MutationRun() {}

  /**
   * Runs a mutation.
   *
   * @param checker gives the mutation as checked against the schema that is found; called again
   *     when another writer came first
   * @throws QueryRejected when a statement cannot be carried out
   * @throws io.omnigraph.graph.write.WriteRejected when a rule of the schema is broken
   * @throws io.omnigraph.graph.NoSuchTargetException when there is no such branch
   */
  public static WriteOutcome<Affected> run(
      Function<Schema, CheckedMutation> checker,
      Bindings bindings,
      Graph graph,
      WriteRequest request) {
    return graph.write(
        request,
        transaction -> work(checker.apply(transaction.current().schema()), bindings, transaction));
  }

  /**
   * Refuses a query that both deletes and inserts or updates.
   *
   * @throws QueryRejected when it does
   */
  public static void refuseMixture(CheckedMutation mutation) {
    long deletes = mutation.statements().stream().filter(MutationRun::isDelete).count();
    if (deletes > 0 && deletes < mutation.statements().size()) {
      throw new QueryRejected(
          "mutation '%s' on the same query mixes inserts/updates and deletes; split into separate"
                  .formatted(mutation.name())
              + " mutations: (1) inserts and updates, then (2) deletes");
    }
  }

  /**
   * The mutation that a query is.
   *
   * @throws QueryRejected when it is a read
   */
  public static CheckedMutation mutation(CheckedQuery query) {
    if (query instanceof CheckedMutation mutation) {
      refuseMixture(mutation);
      return mutation;
    }
    throw readsOnly(query.name());
  }

  /** The refusal of a query that changes nothing where one that does is asked for. */
  public static QueryRejected readsOnly(String name) {
    return new QueryRejected("query '" + name + "' only reads; use query instead");
  }

  private static Affected work(
      CheckedMutation mutation, Bindings bindings, Transaction transaction) {
    Statements statements = new Statements(bindings, transaction);
    Affected affected = Affected.NOTHING;
    for (CheckedStatement statement : mutation.statements()) {
      affected = affected.and(statements.run(statement));
    }
    return affected;
  }

  private static boolean isDelete(CheckedStatement statement) {
    return switch (statement) {
      case CheckedStatement.Delete _ -> true;
      case CheckedStatement.InsertNode _,
          CheckedStatement.InsertEdge _,
          CheckedStatement.Update _ ->
          false;
    };
  }
}
