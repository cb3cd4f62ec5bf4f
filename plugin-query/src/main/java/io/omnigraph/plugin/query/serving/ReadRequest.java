package io.omnigraph.plugin.query.serving;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.execute.run.Inspection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A read by its text, under the names of {@code /read}.
 *
 * @param querySource the text
 * @param queryName which query of the text; absent for its only one
 * @param params values by parameter; absent for none
 * @param branch whose head is read; absent for {@code main}
 * @param snapshot id of the commit that is read; absent for the head of a branch
 * @param explain {@code plan} to see how the read is answered instead of running it, {@code
 *     profile} to run it and see that; absent for the rows alone
 */
public record ReadRequest(
    @JsonProperty(required = true) String querySource,
    @Nullable String queryName,
    @Nullable JsonNode params,
    @Nullable String branch,
    @Nullable String snapshot,
    @Nullable Inspection explain) {

  public ReadRequest {
    Objects.requireNonNull(querySource, "query_source");
  }

  /** The same request under the names of {@code /query}. */
  QueryRequest asQuery() {
    return new QueryRequest(querySource, queryName, params, branch, snapshot, explain);
  }
}
