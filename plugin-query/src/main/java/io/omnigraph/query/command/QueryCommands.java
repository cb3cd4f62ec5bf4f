package io.omnigraph.query.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandPlugin;
import java.util.List;

/** The commands of this slice. */
public final class QueryCommands implements CommandPlugin {

  /** Made by the service loader. */
  public QueryCommands() {}

  @Override
  public List<CommandEntry> commands(CommandContext context) {
    return List.of(
        CommandEntry.top(new QueryCommand(context)), CommandEntry.top(new MutateCommand(context)));
  }
}
