package io.omnigraph.plugin.query.serving;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mutation by its text.
 *
 * @param query the text; {@code query_source} is another name of the field
 * @param name which query of the text; absent for its only one; {@code query_name} is another name
 *     of the field
 * @param params values by parameter; absent for none
 * @param branch that is changed; absent for {@code main}
 * @param message recorded in the commit; absent when there is nothing to say
 */
public record ChangeRequest(
    @JsonProperty(required = true) @JsonAlias("query_source") String query,
    @JsonAlias("query_name") @Nullable String name,
    @Nullable JsonNode params,
    @Nullable String branch,
    @Nullable String message) {

  public ChangeRequest {
    Objects.requireNonNull(query, "query");
  }

  /** Where it changes the graph. */
  Where where() {
    return new Where(branch, null);
  }
}
