package io.omnigraph.graph.failure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why two branches cannot be merged as they are (docs/reference/graph-engine.md §6.6).
 *
 * @param tableKey such as {@code node:Person}
 * @param rowId absent where no single row is to blame
 * @param message for people
 * @param properties the properties that the sides disagree on, in schema order; empty where whole
 *     rows are at odds or a rule of the schema is broken
 */
public record MergeConflict(
    String tableKey,
    @JsonInclude @Nullable String rowId,
    Kind kind,
    String message,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Disagreement> properties) {

  public MergeConflict {
    properties = List.copyOf(properties);
  }

  /** What is at odds. */
  public enum Kind {
    /** Both sides added a row of one id, with different values. */
    @JsonProperty("divergent_insert")
    DIVERGENT_INSERT,
    /** Both sides changed a row in different ways. */
    @JsonProperty("divergent_update")
    DIVERGENT_UPDATE,
    /** One side removed a row that the other changed. */
    @JsonProperty("delete_vs_update")
    DELETE_VS_UPDATE,
    /** An edge would have lost an end. */
    @JsonProperty("orphan_edge")
    ORPHAN_EDGE,
    /** Two rows would have the values that only one may have. */
    @JsonProperty("unique_violation")
    UNIQUE_VIOLATION,
    /** A node would have too many or too few edges. */
    @JsonProperty("cardinality_violation")
    CARDINALITY_VIOLATION,
    /** A value would break a rule of its property. */
    @JsonProperty("value_constraint_violation")
    VALUE_CONSTRAINT_VIOLATION;

    /** The name on the wire. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A property with different values; {@code null} stands for a null.
   *
   * @param base where the two parted; absent when the row was not there
   * @param ours in the target; absent when the row is not there
   * @param theirs in the source; absent when the row is not there
   */
  public record Disagreement(
      String property,
      @Nullable JsonNode base,
      @Nullable JsonNode ours,
      @Nullable JsonNode theirs) {}

  /** The conflict in a few characters. */
  public String brief() {
    return tableKey + (rowId == null ? "" : ":" + rowId) + " (" + kind.word() + ")";
  }
}
