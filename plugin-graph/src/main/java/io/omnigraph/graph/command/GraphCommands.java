package io.omnigraph.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandPlugin;
import java.util.List;

/** The commands of this slice. */
public final class GraphCommands implements CommandPlugin {

  private static final String COMMIT = "commit";

  /** Made by the service loader. */
  public GraphCommands() {}

  @Override
  public List<CommandEntry> commands(CommandContext context) {
    return List.of(
        CommandEntry.top(new InitCommand(context)),
        CommandEntry.top(new LoadCommand(context)),
        CommandEntry.top(new SnapshotCommand(context)),
        CommandEntry.top(new OptimizeCommand(context)),
        CommandEntry.top(new RepairCommand(context)),
        CommandEntry.top(new CleanupCommand(context)),
        CommandEntry.top(new StatsCommand(context)),
        CommandEntry.in(COMMIT, new CommitListCommand(context)),
        CommandEntry.in(COMMIT, new CommitShowCommand(context)));
  }
}
