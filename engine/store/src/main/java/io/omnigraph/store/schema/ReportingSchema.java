package io.omnigraph.store.schema;

import io.omnigraph.graph.failure.GraphFailureException;
import io.omnigraph.graph.live.LiveSchema;
import io.omnigraph.graph.live.LiveSchemaException;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import io.omnigraph.schema.migration.SchemaPlan;
import java.util.Optional;
import java.util.function.Supplier;

/** Says what the engine cannot do in the words of those who know schemas and no engine. */
record ReportingSchema(LiveSchema schema) implements LiveSchema {

  @Override
  public String uri() {
    return schema.uri();
  }

  @Override
  public Schema accepted() {
    return reporting(schema::accepted);
  }

  @Override
  public long manifestVersion() {
    return schema.manifestVersion();
  }

  @Override
  public SchemaPlan plan(Schema desired, DropMode mode) {
    return reporting(() -> schema.plan(desired, mode));
  }

  @Override
  public Outcome apply(Schema desired, DropMode mode, Optional<String> actor) {
    return reporting(() -> schema.apply(desired, mode, actor));
  }

  @Override
  public void close() {
    schema.close();
  }

  private static <T> T reporting(Supplier<T> work) {
    try {
      return work.get();
    } catch (GraphFailureException e) {
      throw LiveSchemaException.unreadable(String.valueOf(e.getMessage()), e);
    }
  }
}
