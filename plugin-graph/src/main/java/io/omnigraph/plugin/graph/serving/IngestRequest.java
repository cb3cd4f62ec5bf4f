package io.omnigraph.plugin.graph.serving;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.omnigraph.graph.BranchNames;
import io.omnigraph.io.load.LoadMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Records to load into a graph.
 *
 * @param branch absent for {@code main}
 * @param from the branch that a missing {@code branch} is created from; absent when it must exist
 * @param mode absent for merge
 * @param data the records
 * @param message recorded in the commit; absent when there is nothing to say
 */
public record IngestRequest(
    @Nullable String branch,
    @Nullable String from,
    @Nullable LoadMode mode,
    @JsonProperty(required = true) String data,
    @Nullable String message) {

  public IngestRequest {
    Objects.requireNonNull(data, "data");
  }

  /** The branch to load into, without surrounding blanks. */
  public String targetBranch() {
    return branch == null ? BranchNames.MAIN : branch.strip();
  }

  /** The mode to load with. */
  public LoadMode effectiveMode() {
    return mode == null ? LoadMode.MERGE : mode;
  }
}
