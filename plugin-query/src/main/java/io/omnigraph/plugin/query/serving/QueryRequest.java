package io.omnigraph.plugin.query.serving;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.execute.run.Inspection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A read by its text.
 *
 * @param query the text
 * @param name which query of the text; absent for its only one
 * @param params values by parameter; absent for none
 * @param branch whose head is read; absent for {@code main}
 * @param snapshot id of the commit that is read; absent for the head of a branch
 * @param explain {@code plan} to see how the read is answered instead of running it, {@code
 *     profile} to run it and see that; absent for the rows alone
 */
public record QueryRequest(
    @JsonProperty(required = true) String query,
    @Nullable String name,
    @Nullable JsonNode params,
    @Nullable String branch,
    @Nullable String snapshot,
    @Nullable Inspection explain) {

  public QueryRequest {
    Objects.requireNonNull(query, "query");
  }

  /** Where it is read. */
  Where where() {
    return new Where(branch, snapshot);
  }
}
