package io.omnigraph.plugin.schema.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.schema.catalog.Schema;
import java.util.Optional;

/**
 * Something beside a graph that depends on its schema, such as the queries that a configuration
 * declares for it, and may object to another one.
 *
 * <p>Guards are found through {@link java.util.ServiceLoader} and asked by {@code schema apply} on
 * local graphs, after the migration was found possible and before anything is changed. A guard must
 * change nothing itself.
 */
public interface SchemaGuard {

  /**
   * Why a graph must not be given a schema; empty when nothing stands against it.
   *
   * @param desired the schema that the graph would get
   * @param options the options that selected the graph, for settings that depend on it
   * @throws io.omnigraph.api.command.CommandFailure when what has to be asked cannot be read
   */
  Optional<String> objection(Schema desired, CommandContext context, TargetOptions options);
}
