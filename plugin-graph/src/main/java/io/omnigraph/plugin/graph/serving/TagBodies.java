package io.omnigraph.plugin.graph.serving;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.omnigraph.graph.commit.Tag;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What requests about tags say and what is answered. */
public final class TagBodies {

  private TagBodies() {}

  /**
   * A commit to name.
   *
   * @param target what to name, as {@link io.omnigraph.graph.snapshot.RevisionText} has it; absent
   *     for the head of {@code main}
   * @param message absent when there is nothing to say
   */
  public record CreateRequest(
      @JsonProperty(required = true) String name,
      @Nullable String target,
      @Nullable String message) {

    public CreateRequest {
      name = Objects.requireNonNull(name, "name").strip();
    }
  }

  /**
   * A tag. Every field is always written.
   *
   * @param createdAt microseconds since 1970-01-01T00:00Z
   */
  @JsonInclude
  public record TagView(
      String name,
      String graphCommitId,
      long createdAt,
      @Nullable String actorId,
      @Nullable String message) {

    /** A tag as clients see it. */
    public static TagView of(Tag tag) {
      return new TagView(
          tag.name(),
          tag.commit(),
          ChronoUnit.MICROS.between(Instant.EPOCH, tag.createdAt()),
          tag.actor(),
          tag.message());
    }
  }

  /** The tags, in byte order of their names. */
  public record TagList(List<TagView> tags) {

    public TagList {
      tags = List.copyOf(tags);
    }

    /** Tags as clients see them. */
    public static TagList of(List<Tag> tags) {
      return new TagList(tags.stream().map(TagView::of).toList());
    }
  }

  /** A tag that was removed. */
  public record Deleted(String name) {}
}
