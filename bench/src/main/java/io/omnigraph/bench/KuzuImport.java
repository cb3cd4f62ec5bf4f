package io.omnigraph.bench;

import com.kuzudb.Connection;
import com.kuzudb.Database;
import com.kuzudb.QueryResult;
import java.util.List;

/** Imports a {@link SocialGraph} into Kuzu: the program that {@link LoadBench} times as a peer. */
public final class KuzuImport {

  private KuzuImport() {}

  /** Copies two files into a new database: arguments {@code DATABASE PEOPLE FOLLOWS}. */
  public static void main(String[] arguments) {
    try (Database database = new Database(arguments[0]);
        Connection connection = new Connection(database)) {
      for (String statement :
          List.of(
              "CREATE NODE TABLE Person("
                  + "handle STRING PRIMARY KEY, name STRING, age INT32, city STRING)",
              "CREATE REL TABLE Follows(FROM Person TO Person, since INT32)",
              "COPY Person FROM '%s' (HEADER=false)".formatted(arguments[1]),
              "COPY Follows FROM '%s' (HEADER=false)".formatted(arguments[2]))) {
        try (QueryResult result = connection.query(statement)) {
          if (!result.isSuccess()) {
            throw new IllegalStateException(result.getErrorMessage());
          }
        }
      }
    }
  }
}
