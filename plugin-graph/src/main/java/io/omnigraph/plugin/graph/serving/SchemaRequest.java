package io.omnigraph.plugin.graph.serving;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A schema that a graph is to have.
 *
 * @param allowDataLoss whether drops are hard; absent for no
 */
public record SchemaRequest(
    @JsonProperty(required = true) String schemaSource, @Nullable Boolean allowDataLoss) {

  public SchemaRequest {
    Objects.requireNonNull(schemaSource, "schema_source");
  }

  /** What becomes of dropped data. */
  public DropMode dropMode() {
    return Boolean.TRUE.equals(allowDataLoss) ? DropMode.HARD : DropMode.SOFT;
  }
}
