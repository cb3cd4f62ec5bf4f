package io.omnigraph.execute.operator;

import io.omnigraph.execute.rank.Distance;
import io.omnigraph.execute.rank.RankedFew;
import io.omnigraph.execute.rank.Relevance;
import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.Ranking;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Works out rankings, each once for all the places where a query has it. */
final class Rankings {

  private static final double USUAL_K = 60;

  /** Fewer vectors in memory are all compared, which takes no longer than asking an index. */
  private static final int INDEXED_FROM = 100_000;

  /** For more nodes than that an index is of no use. */
  private static final int MOST_INDEXED = 1000;

  /** More than is wanted, because an index compares with less care. */
  private static final int SPARE = 16;

  private final Columns columns;
  private final Map<Ranking, Column.Doubles> scores = new HashMap<>();
  private final Map<Ranking.Nearest, float[]> vectors = new HashMap<>();
  private @Nullable Ranking chosen;

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

  /**
   * The only nodes of a table that can be in the result, ascending, because a ranking leaves out
   * all others; empty when it may be any.
   */
  Optional<int[]> only(NodeVariable variable) {
    Ranking ranked = chosen;
    if (ranked == null || !ranked.variable().equals(variable)) {
      return Optional.empty();
    }
    return switch (ranked) {
      case Ranking.Bm25 bm25 -> Optional.of(relevance(bm25).rows());
      case Ranking.Nearest nearest when scores.get(nearest) instanceof RankedFew few ->
          Optional.of(few.rows());
      case Ranking.Nearest _, Ranking.Fused _ -> Optional.empty();
    };
  }

  /**
   * Says what the result is ranked by.
   *
   * @param unfiltered how many nodes are wanted at most, when all nodes of the variable's type are
   *     ranked and nothing else is asked of them; empty when there are conditions
   */
  void choose(Ranking ranking, OptionalLong unfiltered) {
    chosen = ranking;
    if (ranking instanceof Ranking.Nearest nearest && unfiltered.isPresent()) {
      near(nearest, unfiltered.getAsLong()).ifPresent(near -> scores.put(nearest, near));
    }
  }

  /** The distances of the nodes that an index finds; empty when all are to be looked at. */
  private Optional<Column.Doubles> near(Ranking.Nearest nearest, long wanted) {
    NodeTable table = columns.table(nearest.variable());
    String property = nearest.field().property().name();
    boolean isFast = table.size() < INDEXED_FROM && table.isWarm(property);
    if (isFast || wanted > MOST_INDEXED) {
      return Optional.empty();
    }
    float[] query = vector(nearest);
    return table
        .nearest(property, query, (int) wanted + SPARE)
        .filter(rows -> rows.length >= wanted)
        .map(rows -> RankedFew.distances(rows, (Column.Vectors) table.take(property, rows), query));
  }

  private Column.Doubles distance(Ranking.Nearest nearest) {
    NodeTable table = columns.table(nearest.variable());
    float[] query = vector(nearest);
    Column.Vectors vectors = (Column.Vectors) table.column(nearest.field().property().name());
    return new Distance(vectors, table.size(), query);
  }

  private float[] vector(Ranking.Nearest nearest) {
    return vectors.computeIfAbsent(
        nearest,
        wanted ->
            switch (columns.bindings().value(wanted.query())) {
              case float[] vector -> vector;
              case String text ->
                  columns.bindings().embedder().embedQuery(text, wanted.field().type().dimension());
              case null, default ->
                  throw new QueryRejected("nearest query must be a string or list of floats");
            });
  }

  private Relevance relevance(Ranking.Bm25 bm25) {
    if (scores.get(bm25) instanceof Relevance known) {
      return known;
    }
    Object query = columns.bindings().value(bm25.query());
    Relevance made =
        new Relevance(
            columns.table(bm25.variable()).words(bm25.field().property().name()),
            query instanceof String text ? text : "");
    scores.put(bm25, made);
    return made;
  }

  private double k(Ranking.Fused fused) {
    if (fused.k() == null) {
      return USUAL_K;
    }
    Long k = columns.bindings().count(fused.k());
    if (k != null && k > 0) {
      return k;
    }
    throw new QueryRejected("`rrf` needs a k greater than 0, not `" + k + "`");
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
