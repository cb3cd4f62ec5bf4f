package io.omnigraph.query.execute;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.query.check.Ranking;
import io.omnigraph.query.rank.Distance;
import io.omnigraph.query.rank.Relevance;
import io.omnigraph.query.result.QueryRejected;
import java.util.HashMap;
import java.util.Map;

/** Works out rankings, each once for all the places where a query has it. */
final class Rankings {

  private static final double USUAL_K = 60;

  private final Columns columns;
  private final Map<Ranking, Column.Doubles> scores = new HashMap<>();

  Rankings(Columns columns) {
    this.columns = columns;
  }

  /** The score of each node; null for nodes that are not in the ranking. */
  Column.Doubles scores(Ranking ranking) {
    Column.Doubles known = scores.get(ranking);
    if (known != null) {
      return known;
    }
    Column.Doubles made =
        switch (ranking) {
          case Ranking.Nearest nearest -> distance(nearest);
          case Ranking.Bm25 bm25 -> relevance(bm25);
          case Ranking.Fused fused -> fused(fused);
        };
    scores.put(ranking, made);
    return made;
  }

  /** A ranking of two, which has yet to be told which nodes it ranks. */
  FusedScores fused(Ranking.Fused fused) {
    if (scores.get(fused) instanceof FusedScores known) {
      return known;
    }
    FusedScores made =
        new FusedScores(
            columns.table(fused.variable()), part(fused.first()), part(fused.second()), k(fused));
    scores.put(fused, made);
    return made;
  }

  /** The keys that put a ranking's nodes in its order when they ascend. */
  Column.Doubles bestFirst(Ranking ranking) {
    return switch (ranking) {
      case Ranking.Nearest nearest -> scores(nearest);
      case Ranking.Bm25 bm25 -> new Negated(scores(bm25));
      case Ranking.Fused fused -> fused(fused).places();
    };
  }

  private FusedScores.Part part(Ranking.Single ranking) {
    return new FusedScores.Part(bestFirst(ranking), ranking instanceof Ranking.Nearest);
  }

  private Column.Doubles distance(Ranking.Nearest nearest) {
    NodeTable table = columns.table(nearest.variable());
    int dimension = nearest.field().type().dimension();
    float[] query =
        switch (columns.bindings().value(nearest.query())) {
          case float[] vector -> vector;
          case String text -> columns.bindings().embedder().embedQuery(text, dimension);
          case null, default ->
              throw new QueryRejected("nearest query must be a string or list of floats");
        };
    Column.Vectors vectors = (Column.Vectors) table.column(nearest.field().property().name());
    return new Distance(vectors, table.size(), query);
  }

  private Column.Doubles relevance(Ranking.Bm25 bm25) {
    Object query = columns.bindings().value(bm25.query());
    return new Relevance(
        columns.table(bm25.variable()).words(bm25.field().property().name()),
        query instanceof String text ? text : "");
  }

  private double k(Ranking.Fused fused) {
    if (fused.k() == null) {
      return USUAL_K;
    }
    Object value = columns.bindings().value(fused.k());
    if (value instanceof Long k && k > 0) {
      return k;
    }
    throw new QueryRejected("`rrf` needs a k greater than 0, not `" + value + "`");
  }

  /** A column of numbers with the opposite sign. */
  private record Negated(Column.Doubles numbers) implements Column.Doubles {

    @Override
    public boolean isNull(int row) {
      return numbers.isNull(row);
    }

    @Override
    public double get(int row) {
      return -numbers.get(row);
    }
  }
}
