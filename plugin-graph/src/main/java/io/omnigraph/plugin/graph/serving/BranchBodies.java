package io.omnigraph.plugin.graph.serving;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.omnigraph.graph.BranchNames;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What requests about branches say and what is answered (docs/reference/http.md §9.12). */
public final class BranchBodies {

  private BranchBodies() {}

  private static String orMain(@Nullable String branch) {
    return branch == null ? BranchNames.MAIN : branch.strip();
  }

  /**
   * A branch to create.
   *
   * @param from absent for {@code main}
   */
  public record CreateRequest(@JsonProperty(required = true) String name, @Nullable String from) {

    public CreateRequest {
      name = Objects.requireNonNull(name, "name").strip();
      from = orMain(from);
    }

    /** The branch that it is created from. */
    public String base() {
      return orMain(from);
    }
  }

  /** A branch that was created. */
  @JsonInclude
  public record Created(String uri, String from, String name, @Nullable String actorId) {}

  /** The branches, in byte order. */
  public record Names(List<String> branches) {

    public Names {
      branches = List.copyOf(branches);
    }
  }

  /** A branch that was removed. */
  @JsonInclude
  public record Deleted(String uri, String name, @Nullable String actorId) {}

  /** A branch to give another name. */
  public record RenameRequest(
      @JsonProperty(required = true) String name, @JsonProperty(required = true) String to) {

    public RenameRequest {
      name = Objects.requireNonNull(name, "name").strip();
      to = Objects.requireNonNull(to, "to").strip();
    }
  }

  /** A branch that got another name. */
  @JsonInclude
  public record Renamed(String uri, String name, String to, @Nullable String actorId) {}

  /**
   * A merge to make.
   *
   * @param target absent for {@code main}
   * @param cells whether changes to different properties of one row are both taken; absent for no
   * @param message recorded in the commit; absent when there is nothing to say
   */
  public record Merge(
      @JsonProperty(required = true) String source,
      @Nullable String target,
      @Nullable Boolean cells,
      @Nullable String message) {

    public Merge {
      source = Objects.requireNonNull(source, "source").strip();
      target = orMain(target);
    }

    /** The branch that is merged into. */
    public String into() {
      return orMain(target);
    }
  }

  /** A merge that was made, or that had nothing to do. */
  @JsonInclude
  public record Merged(String source, String target, String outcome, @Nullable String actorId) {}
}
