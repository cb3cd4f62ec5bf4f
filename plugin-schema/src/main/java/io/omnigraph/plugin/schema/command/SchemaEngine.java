package io.omnigraph.plugin.schema.command;

import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.graph.live.LiveSchema;
import io.omnigraph.graph.live.LiveSchemaException;
import io.omnigraph.graph.live.LiveSchemas;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Uses the graph engine of this process and words its failures for the command line. */
final class SchemaEngine {

  private final Supplier<Optional<LiveSchemas>> installed;

  SchemaEngine(Supplier<Optional<LiveSchemas>> installed) {
    this.installed = installed;
  }

  /**
   * Opens a schema, uses it and closes it.
   *
   * @param opening how it is opened
   */
  <T> T with(Function<LiveSchemas, LiveSchema> opening, Function<LiveSchema, T> use) {
    LiveSchemas schemas =
        installed.get().orElseThrow(() -> CommandFailure.failed("no graph engine is installed"));
    try (LiveSchema live = opening.apply(schemas)) {
      return use.apply(live);
    } catch (LiveSchemaException | UncheckedIOException e) {
      throw CommandFailure.failed(String.valueOf(e.getMessage()), e);
    }
  }
}
