package io.omnigraph.execute.plan;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.snapshot.Table;
import io.omnigraph.graph.snapshot.TextCodes;
import io.omnigraph.graph.snapshot.WholeRange;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.RowVariable;
import java.util.Optional;
import java.util.OptionalLong;

/** What is known of a graph's tables without reading a row. */
public interface Statistics {

  /** The number of nodes of a type. */
  long nodes(String type);

  /** The number of edges of a type. */
  long edges(String type);

  /**
   * How many different texts a property of a variable's only type has; empty where that is not
   * known.
   */
  default OptionalLong distinct(RowVariable variable, String property) {
    return OptionalLong.empty();
  }

  /**
   * What the whole numbers of a property of a variable's only type lie between; empty where that is
   * not known.
   */
  default Optional<WholeRange> range(RowVariable variable, String property) {
    return Optional.empty();
  }

  /** The statistics of a snapshot: its sizes, and what its columns in memory know of themselves. */
  static Statistics of(Snapshot snapshot) {
    return new Statistics() {
      @Override
      public long nodes(String type) {
        return snapshot.nodes(type).liveCount();
      }

      @Override
      public long edges(String type) {
        return snapshot.edges(type).liveCount();
      }

      @Override
      public OptionalLong distinct(RowVariable variable, String property) {
        return column(variable, property)
            .filter(Column.Texts.class::isInstance)
            .flatMap(texts -> ((Column.Texts) texts).codes())
            .map(TextCodes::size)
            .map(OptionalLong::of)
            .orElse(OptionalLong.empty());
      }

      @Override
      public Optional<WholeRange> range(RowVariable variable, String property) {
        return column(variable, property)
            .filter(Column.Longs.class::isInstance)
            .flatMap(numbers -> ((Column.Longs) numbers).range());
      }

      private Optional<Column> column(RowVariable variable, String property) {
        if (variable.types().size() != 1) {
          return Optional.empty();
        }
        String type = variable.types().getFirst().name();
        Table table =
            variable instanceof NodeVariable ? snapshot.nodes(type) : snapshot.edges(type);
        return table.isWarm(property) ? Optional.of(table.column(property)) : Optional.empty();
      }
    };
  }
}
