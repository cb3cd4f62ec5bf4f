package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandPlugin;
import java.util.List;

/** The commands of this slice. */
public final class GraphCommands implements CommandPlugin {

  private static final String BRANCH = "branch";
  private static final String COMMIT = "commit";
  private static final String TAG = "tag";

  /** Made by the service loader. */
  public GraphCommands() {}

  @Override
  public List<CommandEntry> commands(CommandContext context) {
    return List.of(
        CommandEntry.top(new InitCommand(context)),
        CommandEntry.top(new LoadCommand(context)),
        CommandEntry.top(new IngestCommand(context)),
        CommandEntry.top(new ExportCommand(context)),
        CommandEntry.top(new EmbedCommand(System.getenv(), context.stop())),
        CommandEntry.top(new SnapshotCommand(context)),
        CommandEntry.top(new OptimizeCommand(context)),
        CommandEntry.top(new RepairCommand(context)),
        CommandEntry.top(new CleanupCommand(context)),
        CommandEntry.top(new StatsCommand(context)),
        CommandEntry.top(new DiffCommand(context)),
        CommandEntry.in(BRANCH, new BranchCreateCommand(context)),
        CommandEntry.in(BRANCH, new BranchListCommand(context)),
        CommandEntry.in(BRANCH, new BranchDeleteCommand(context)),
        CommandEntry.in(BRANCH, new BranchRenameCommand(context)),
        CommandEntry.in(BRANCH, new BranchMergeCommand(context)),
        CommandEntry.in(TAG, new TagCreateCommand(context)),
        CommandEntry.in(TAG, new TagListCommand(context)),
        CommandEntry.in(TAG, new TagDeleteCommand(context)),
        CommandEntry.in(COMMIT, new CommitListCommand(context)),
        CommandEntry.in(COMMIT, new CommitShowCommand(context)));
  }
}
