package io.omnigraph.execute.reference;

import io.omnigraph.query.ast.SortDirection;
import io.omnigraph.query.check.CheckedRead;
import io.omnigraph.query.check.OutputColumn;
import io.omnigraph.query.check.RowVariable;
import io.omnigraph.query.check.SortKey;
import io.omnigraph.query.check.TypedExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says whole reads in SQL: cells first, then what rows are ordered by. */
final class SqlRead {

  private final CheckedRead read;
  private final SqlWords words;
  private final List<String> cells = new ArrayList<>();
  private final List<String> groupKeys = new ArrayList<>();
  private final List<String> orders = new ArrayList<>();
  private final List<String> sortKeys = new ArrayList<>();
  private final String text;

  private SqlRead(CheckedRead read) {
    this.read = read;
    Map<Integer, String> places = new HashMap<>();
    SqlMatch match = new SqlMatch();
    String from = match.from(read.match(), places);
    this.words = new SqlWords(places);
    read.columns().forEach(this::column);
    read.sortKeys().forEach(this::sortKey);
    if (!read.sortKeys().isEmpty()) {
      ties();
    }
    this.text = match.relations() + text(from);
  }

  /**
   * A read in SQL.
   *
   * @throws SqlWords.Unsaid when SQL has no words for it
   */
  static SqlRead of(CheckedRead read) {
    return new SqlRead(read);
  }

  /** The statement. */
  String text() {
    return text;
  }

  private void column(OutputColumn column) {
    switch (column) {
      case OutputColumn.Plain(_, var value) -> key(words.of(value));
      case OutputColumn.Aggregated(_, var aggregate) -> cells.add(words.of(aggregate));
      case OutputColumn.Node(_, var variable, var members) -> {
        key("(" + words.id(variable) + " IS NOT NULL)");
        members.forEach(member -> key(words.of(member.value())));
      }
    }
  }

  private void key(String value) {
    cells.add(value);
    groupKeys.add(value);
  }

  private void sortKey(SortKey key) {
    String value =
        switch (key) {
          case SortKey.ByValue(var expression, _) -> words.of(expression);
          case SortKey.ByAggregate(var aggregate, _) -> words.of(aggregate);
          case SortKey.ByColumn(var column, _) ->
              switch (read.columns().get(column)) {
                case OutputColumn.Plain(_, var expression) -> words.of(expression);
                case OutputColumn.Aggregated(_, var aggregate) -> words.of(aggregate);
                case OutputColumn.Node node -> throw new SqlWords.Unsaid(node);
              };
        };
    ordered(value, key.direction());
  }

  private void ties() {
    if (read.isGrouped()) {
      groupKeys.forEach(key -> ordered(key, SortDirection.ASCENDING));
      return;
    }
    for (RowVariable variable : read.tieBreakers()) {
      if (variable.types().size() > 1) {
        ordered(words.column(variable, "type"), SortDirection.ASCENDING);
      }
      ordered(words.of(TypedExpression.SystemValue.id(variable)), SortDirection.ASCENDING);
    }
  }

  private void ordered(String value, SortDirection direction) {
    orders.add(
        "k"
            + sortKeys.size()
            + (direction == SortDirection.ASCENDING ? " ASC" : " DESC")
            + (direction == SortDirection.ASCENDING ? " NULLS FIRST" : " NULLS LAST"));
    sortKeys.add(value);
  }

  private String text(String from) {
    List<String> selected = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      selected.add(cells.get(i) + " AS c" + i);
    }
    for (int i = 0; i < sortKeys.size(); i++) {
      selected.add(sortKeys.get(i) + " AS k" + i);
    }
    String groups =
        read.isGrouped() && !groupKeys.isEmpty() ? " GROUP BY " + String.join(", ", groupKeys) : "";
    return "SELECT * FROM (SELECT "
        + String.join(", ", selected)
        + from
        + groups
        + ")"
        + (orders.isEmpty() ? "" : " ORDER BY " + String.join(", ", orders))
        + window("LIMIT", read.limit())
        + window("OFFSET", read.offset());
  }

  private static String window(String word, TypedExpression.@Nullable Fixed number) {
    return switch (number) {
      case null -> "";
      case TypedExpression.Constant(Long rows, _) -> " " + word + " " + rows;
      default -> throw new SqlWords.Unsaid(number);
    };
  }

  /** The row of the result that values of the statement's columns make. */
  List<@Nullable Object> row(List<@Nullable Object> values) {
    List<@Nullable Object> row = new ArrayList<>();
    int at = 0;
    for (OutputColumn column : read.columns()) {
      if (column instanceof OutputColumn.Node(_, _, var members)) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        boolean isThere = Boolean.TRUE.equals(values.get(at++));
        for (OutputColumn.Member member : members) {
          object.put(member.name(), values.get(at++));
        }
        row.add(isThere ? object : null);
      } else {
        row.add(values.get(at++));
      }
    }
    return row;
  }
}
