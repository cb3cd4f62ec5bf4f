package io.omnigraph.plugin.schema.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.TargetCommand;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.api.command.Work;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code schema show}: prints the accepted schema of a graph, verbatim. */
@Command(name = "show", description = "Print the schema of a graph.")
class SchemaShowCommand extends TargetCommand<AcceptedSchema> {

  private final SchemaEngine engine;

  SchemaShowCommand(CommandContext context, SchemaEngine engine) {
    super(context, new TargetOptions());
    this.engine = engine;
  }

  @Override
  protected Work<AcceptedSchema> work() {
    return AcceptedSchema.work(engine);
  }

  @Override
  protected List<String> lines(AcceptedSchema schema) {
    return schema.lines();
  }

  /** The same under another name, which help does not show. */
  @Command(name = "get", hidden = true, description = "Print the schema of a graph.")
  static final class Renamed extends SchemaShowCommand {

    Renamed(CommandContext context, SchemaEngine engine) {
      super(context, engine);
    }
  }
}
