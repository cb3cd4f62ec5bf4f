package io.omnigraph.plugin.query.serving;

import io.omnigraph.query.QueryDescription;
import java.util.List;

/** The stored queries of a graph, by name; written to JSON as it is. */
public record QueryCatalogue(List<QueryDescription> queries) {

  public QueryCatalogue {
    queries = List.copyOf(queries);
  }
}
