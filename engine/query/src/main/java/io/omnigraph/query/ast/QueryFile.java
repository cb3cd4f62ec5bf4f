package io.omnigraph.query.ast;

import io.omnigraph.ground.source.SourceSpan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@code .gq} file. Immutable. */
public final class QueryFile {

  private final List<QueryDeclaration> queries;
  private final @Nullable Explain explain;
  private final Map<String, QueryDeclaration> firstOfName = new HashMap<>();

  /**
   * A file.
   *
   * @param queries in the order of the source; names may repeat, and then the first one counts
   * @param explain asks how the only query is answered; absent when it is to be run
   */
  public QueryFile(List<QueryDeclaration> queries, @Nullable Explain explain) {
    this.queries = List.copyOf(queries);
    this.explain = explain;
    this.queries.forEach(query -> firstOfName.putIfAbsent(query.name(), query));
  }

  /** The word before a query that asks for its plan instead of its rows. */
  public record Explain(SourceSpan span) {}

  /** All queries, in the order of the source. */
  public List<QueryDeclaration> queries() {
    return queries;
  }

  /** What asks how the only query is answered; absent when it is to be run. */
  public @Nullable Explain explain() {
    return explain;
  }

  /** The first query of a name. */
  public Optional<QueryDeclaration> query(String name) {
    return Optional.ofNullable(firstOfName.get(name));
  }
}
