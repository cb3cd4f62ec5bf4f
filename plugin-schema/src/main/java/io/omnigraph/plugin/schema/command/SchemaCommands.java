package io.omnigraph.plugin.schema.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandPlugin;
import io.omnigraph.graph.live.LiveSchemas;
import io.omnigraph.plugin.schema.ProcessEngine;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/** The commands on schemas of graphs. */
public final class SchemaCommands implements CommandPlugin {

  private static final String GROUP = "schema";

  private final Supplier<Optional<LiveSchemas>> engine;
  private final Supplier<List<SchemaGuard>> guards;

  /** Made by the service loader. */
  public SchemaCommands() {
    this(ProcessEngine::schemas, SchemaCommands::installedGuards);
  }

  SchemaCommands(Supplier<Optional<LiveSchemas>> engine, Supplier<List<SchemaGuard>> guards) {
    this.engine = engine;
    this.guards = guards;
  }

  private static List<SchemaGuard> installedGuards() {
    return ServiceLoader.load(SchemaGuard.class).stream().map(ServiceLoader.Provider::get).toList();
  }

  @Override
  public List<CommandEntry> commands(CommandContext context) {
    SchemaEngine opened = new SchemaEngine(engine);
    return List.of(
        CommandEntry.in(GROUP, new SchemaPlanCommand(context, opened)),
        CommandEntry.in(GROUP, new SchemaApplyCommand(context, opened, guards)),
        CommandEntry.in(GROUP, new SchemaShowCommand(context, opened)),
        CommandEntry.in(GROUP, new SchemaShowCommand.Renamed(context, opened)),
        CommandEntry.in(GROUP, new SchemaFormatCommand(context, opened)),
        CommandEntry.in(GROUP, new SchemaLintCommand(context, opened)));
  }
}
