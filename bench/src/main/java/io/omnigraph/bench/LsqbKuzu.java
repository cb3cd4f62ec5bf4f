package io.omnigraph.bench;

import com.kuzudb.Connection;
import com.kuzudb.Database;
import com.kuzudb.QueryResult;
import java.nio.file.Path;

/** Kuzu in this process, with as many threads as there are cores. */
final class LsqbKuzu implements LsqbSystem {

  private static final long BUFFER_BYTES = 5L << 30;
  private static final long MOST_BYTES = 1L << 36;

  private final Database database;
  private final Connection connection;

  private LsqbKuzu(Database database) {
    this.database = database;
    this.connection = new Connection(database);
  }

  /** Loads the values of a directory. */
  static LsqbKuzu of(Path directory) {
    Database database =
        new Database(
            directory.resolve("lsqb.kuzu").toString(),
            BUFFER_BYTES,
            true,
            false,
            MOST_BYTES,
            true,
            -1);
    LsqbKuzu kuzu = new LsqbKuzu(database);
    for (LsqbTable table : LsqbTable.ALL) {
      kuzu.answer(
          table.isEdge()
              ? "CREATE REL TABLE %s(FROM %s TO %s)"
                  .formatted(table.name(), table.ends().get(0), table.ends().get(1))
              : "CREATE NODE TABLE %s(id INT64 PRIMARY KEY)".formatted(table.name()));
    }
    for (LsqbTable table : LsqbTable.ALL) {
      kuzu.answer(
          "COPY %s FROM '%s' (HEADER=false)"
              .formatted(table.name(), LsqbFiles.values(directory, table)));
    }
    return kuzu;
  }

  @Override
  public String name() {
    return "kuzu";
  }

  @Override
  public long count(LsqbQuery query) {
    return answer(query.cypher());
  }

  /** Runs a statement, and gives the number in its first row; 0 without one. */
  private long answer(String statement) {
    try (QueryResult result = connection.query(statement)) {
      if (!result.isSuccess()) {
        throw new IllegalStateException(result.getErrorMessage());
      }
      return result.hasNext() && result.getNext().getValue(0).getValue() instanceof Long number
          ? number
          : 0;
    }
  }

  @Override
  public void close() {
    connection.close();
    database.close();
  }
}
