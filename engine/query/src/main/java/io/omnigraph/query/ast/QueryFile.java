package io.omnigraph.query.ast;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@code .gq} file. Immutable. */
public final class QueryFile {

  private final List<QueryDeclaration> queries;
  private final Map<String, QueryDeclaration> firstOfName = new HashMap<>();

  /**
   * A file.
   *
   * @param queries in the order of the source; names may repeat, and then the first one counts
   */
  public QueryFile(List<QueryDeclaration> queries) {
    this.queries = List.copyOf(queries);
    this.queries.forEach(query -> firstOfName.putIfAbsent(query.name(), query));
  }

  /** All queries, in the order of the source. */
  public List<QueryDeclaration> queries() {
    return queries;
  }

  /** The first query of a name. */
  public Optional<QueryDeclaration> query(String name) {
    return Optional.ofNullable(firstOfName.get(name));
  }
}
