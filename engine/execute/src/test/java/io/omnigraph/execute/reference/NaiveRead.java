package io.omnigraph.execute.reference;

import io.omnigraph.query.ast.SortDirection;
import io.omnigraph.query.check.CheckedRead;
import io.omnigraph.query.check.OutputColumn;
import io.omnigraph.query.check.RowVariable;
import io.omnigraph.query.check.SortKey;
import io.omnigraph.query.check.TypedAggregate;
import io.omnigraph.query.check.TypedExpression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers whole reads: rows, groups, order and limit, one step after the other. */
final class NaiveRead {

  private final NaiveMatch match;
  private final CheckedRead read;

  private NaiveRead(Records graph, CheckedRead read) {
    this.match = new NaiveMatch(graph);
    this.read = read;
  }

  /** The rows of a read, each the list of its cells, in order if the read has one. */
  static List<List<@Nullable Object>> rows(Records graph, CheckedRead read) {
    return new NaiveRead(graph, read).rows();
  }

  /** What becomes a row of the result: its cells, and what it is ordered by. */
  private record Ranked(
      List<@Nullable Object> cells, List<@Nullable Object> keys, List<@Nullable Object> ties) {}

  private List<List<@Nullable Object>> rows() {
    List<Map<Integer, @Nullable String>> found = match.rows(read.match(), Map.of());
    Stream<Ranked> rows =
        read.isGrouped() ? groups(found).stream() : found.stream().map(this::single);
    Comparator<Ranked> order = (_, _) -> 0;
    for (int i = 0; i < read.sortKeys().size(); i++) {
      int key = i;
      Comparator<Ranked> byKey =
          (l, r) -> NaiveValues.compare(l.keys().get(key), r.keys().get(key));
      boolean descends = read.sortKeys().get(i).direction() == SortDirection.DESCENDING;
      order = order.thenComparing(descends ? byKey.reversed() : byKey);
    }
    order = order.thenComparing((l, r) -> NaiveValues.compare(l.ties(), r.ties()));
    return rows.sorted(order)
        .skip(number(read.offset(), 0))
        .limit(number(read.limit(), Long.MAX_VALUE))
        .map(Ranked::cells)
        .toList();
  }

  private Ranked single(Map<Integer, @Nullable String> row) {
    List<@Nullable Object> keys = new ArrayList<>();
    for (SortKey key : read.sortKeys()) {
      keys.add(
          switch (key) {
            case SortKey.ByValue(var value, _) -> match.value(value, row);
            case SortKey.ByColumn(var column, _) -> cell(read.columns().get(column), row);
            case SortKey.ByAggregate aggregate -> throw new IllegalStateException("" + aggregate);
          });
    }
    List<@Nullable Object> ties = new ArrayList<>();
    for (RowVariable variable : read.tieBreakers()) {
      ties.add(row.get(variable.slot()));
    }
    List<@Nullable Object> cells = new ArrayList<>();
    read.columns().forEach(column -> cells.add(cell(column, row)));
    return new Ranked(cells, keys, ties);
  }

  private List<Ranked> groups(List<Map<Integer, @Nullable String>> found) {
    Map<List<@Nullable Object>, List<Map<Integer, @Nullable String>>> groups =
        new LinkedHashMap<>();
    if (read.columns().stream().allMatch(c -> c instanceof OutputColumn.Aggregated)) {
      groups.put(List.of(), new ArrayList<>());
    }
    for (Map<Integer, @Nullable String> row : found) {
      groups.computeIfAbsent(groupKeys(row), _ -> new ArrayList<>()).add(row);
    }
    List<Ranked> ranked = new ArrayList<>();
    for (var entry : groups.entrySet()) {
      ranked.add(group(entry.getKey(), entry.getValue()));
    }
    return ranked;
  }

  private List<@Nullable Object> groupKeys(Map<Integer, @Nullable String> row) {
    List<@Nullable Object> key = new ArrayList<>();
    for (OutputColumn column : read.columns()) {
      switch (column) {
        case OutputColumn.Plain(_, var value) -> key.add(match.value(value, row));
        case OutputColumn.Node(_, var variable, var members) -> {
          key.add(row.get(variable.slot()) != null);
          members.forEach(member -> key.add(match.value(member.value(), row)));
        }
        case OutputColumn.Aggregated _ -> {}
      }
    }
    return key;
  }

  private Ranked group(List<@Nullable Object> key, List<Map<Integer, @Nullable String>> rows) {
    List<@Nullable Object> cells = new ArrayList<>();
    for (OutputColumn column : read.columns()) {
      cells.add(
          column instanceof OutputColumn.Aggregated(_, var aggregate)
              ? aggregate(aggregate, rows)
              : cell(column, rows.getFirst()));
    }
    List<@Nullable Object> keys = new ArrayList<>();
    for (SortKey sort : read.sortKeys()) {
      keys.add(
          switch (sort) {
            case SortKey.ByColumn(var column, _) -> cells.get(column);
            case SortKey.ByAggregate(var aggregate, _) -> aggregate(aggregate, rows);
            case SortKey.ByValue property -> throw new IllegalStateException("" + property);
          });
    }
    return new Ranked(cells, keys, key);
  }

  private @Nullable Object aggregate(
      TypedAggregate aggregate, List<Map<Integer, @Nullable String>> rows) {
    Stream<Object> all =
        rows.stream().map(row -> match.value(aggregate.argument(), row)).filter(Objects::nonNull);
    List<Object> values = (aggregate.isDistinct() ? all.distinct() : all).toList();
    return NaiveValues.aggregate(aggregate.function(), values);
  }

  private @Nullable Object cell(OutputColumn column, Map<Integer, @Nullable String> row) {
    return switch (column) {
      case OutputColumn.Plain(_, var value) -> match.value(value, row);
      case OutputColumn.Node(_, var variable, var members) -> {
        if (row.get(variable.slot()) == null) {
          yield null;
        }
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        members.forEach(member -> object.put(member.name(), match.value(member.value(), row)));
        yield object;
      }
      case OutputColumn.Aggregated aggregated -> throw new IllegalStateException("" + aggregated);
    };
  }

  private static long number(TypedExpression.@Nullable Fixed written, long usual) {
    return written instanceof TypedExpression.Constant(Long number, _) ? number : usual;
  }
}
