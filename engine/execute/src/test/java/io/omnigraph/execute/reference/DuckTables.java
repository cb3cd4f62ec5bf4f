package io.omnigraph.execute.reference;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The graphs of {@link Records} as tables of DuckDB in memory, one graph after the other. */
final class DuckTables implements AutoCloseable {

  private static final String NODE_A =
      "id VARCHAR, k VARCHAR, n BIGINT, f DOUBLE, s VARCHAR, b BOOLEAN, t VARCHAR[]";
  private static final String NODE_B = "id VARCHAR, k VARCHAR, n BIGINT, s VARCHAR";
  private static final String EDGE = "id VARCHAR, src VARCHAR, dst VARCHAR, w BIGINT";

  private static final Map<String, String> TABLES =
      Map.of(
          "A", NODE_A,
          "B", NODE_B,
          "Knows", EDGE + ", s VARCHAR",
          "Cites", EDGE,
          "Has", EDGE,
          "Likes", EDGE);

  private final Connection connection;
  private final Statement statement;

  DuckTables() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    statement = connection.createStatement();
    statement.execute("SET threads = 1");
  }

  /** Replaces all rows by those of a graph whose edges have their ends. */
  void fill(Records records) throws SQLException {
    for (Map.Entry<String, String> table : TABLES.entrySet()) {
      String name = table.getKey();
      List<String> columns =
          Arrays.stream(table.getValue().split(", "))
              .map(c -> c.substring(0, c.indexOf(' ')))
              .toList();
      List<String> rows = new ArrayList<>();
      records.ids(name).forEach((id, values) -> rows.add(row(columns, Map.of("id", id), values)));
      for (Records.Edge edge : records.edges(name)) {
        rows.add(
            row(
                columns,
                Map.of("id", edge.id(), "src", edge.source(), "dst", edge.target()),
                edge.values()));
      }
      statement.execute("CREATE OR REPLACE TABLE %s (%s)".formatted(name, table.getValue()));
      if (!rows.isEmpty()) {
        statement.execute("INSERT INTO %s VALUES %s".formatted(name, String.join(", ", rows)));
      }
    }
  }

  /** The rows of a statement. */
  List<List<@Nullable Object>> rows(String sql) throws SQLException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(sql)) {
      int width = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int column = 1; column <= width; column++) {
          row.add(value(result.getObject(column)));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static @Nullable Object value(@Nullable Object value) throws SQLException {
    return switch (value) {
      case Array array -> Arrays.asList((Object[]) array.getArray());
      case Integer whole -> (long) whole;
      case null, default -> value;
    };
  }

  private static String row(
      List<String> columns, Map<String, String> system, Map<String, Object> values) {
    return columns.stream()
        .map(
            column -> literal(system.containsKey(column) ? system.get(column) : values.get(column)))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String literal(@Nullable Object value) {
    return switch (value) {
      case null -> "NULL";
      case String text -> "'" + text.replace("'", "''") + "'";
      case List<?> list ->
          list.stream().map(DuckTables::literal).collect(Collectors.joining(", ", "[", "]"));
      default -> value.toString();
    };
  }

  @Override
  public void close() throws SQLException {
    statement.close();
    connection.close();
  }
}
