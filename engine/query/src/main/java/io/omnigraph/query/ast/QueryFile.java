package io.omnigraph.query.ast;

import java.util.List;
import java.util.Optional;

/**
 * A {@code .gq} file.
 *
 * @param queries in the order of the source; names may repeat, and then the first one counts
 */
public record QueryFile(List<QueryDeclaration> queries) {

  public QueryFile {
    queries = List.copyOf(queries);
  }

  /** The first query of a name. */
  public Optional<QueryDeclaration> query(String name) {
    return queries.stream().filter(q -> q.name().equals(name)).findFirst();
  }
}
