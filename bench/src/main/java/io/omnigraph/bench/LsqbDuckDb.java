package io.omnigraph.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** DuckDB in this process and in memory, with as many threads as there are cores. */
final class LsqbDuckDb implements LsqbSystem {

  private final Connection connection;

  private LsqbDuckDb(Connection connection) {
    this.connection = connection;
  }

  /** Loads the values of a directory. */
  static LsqbDuckDb of(Path directory) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET memory_limit = '5GB'");
      statement.execute("SET temp_directory = '" + directory.resolve("duckdb.tmp") + "'");
      for (LsqbTable table : LsqbTable.ALL) {
        String columns = table.isEdge() ? "a BIGINT, b BIGINT" : "id BIGINT PRIMARY KEY";
        statement.execute("CREATE TABLE %s (%s)".formatted(table.name(), columns));
        statement.execute(
            "COPY %s FROM '%s' (HEADER false)"
                .formatted(table.name(), LsqbFiles.values(directory, table)));
      }
      statement.execute(
          "CREATE TABLE Friends AS SELECT a, b FROM Knows UNION ALL SELECT b, a FROM Knows");
    }
    return new LsqbDuckDb(connection);
  }

  @Override
  public String name() {
    return "duckdb";
  }

  @Override
  public long count(LsqbQuery query) {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query.sql())) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("query " + query.number() + " failed", e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB does not close", e);
    }
  }
}
