package io.omnigraph.plugin.query.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandPlugin;
import java.util.List;
import picocli.CommandLine;

/** The commands of this slice. */
public final class QueryCommands implements CommandPlugin {

  /** Made by the service loader. */
  public QueryCommands() {}

  @Override
  public List<CommandEntry> commands(CommandContext context) {
    return List.of(
        CommandEntry.top(query(context)),
        CommandEntry.top(new MutateCommand(context)),
        CommandEntry.top(new LintCommand(context)),
        CommandEntry.top(new LintCommand.Renamed(context, "check")),
        CommandEntry.top(new FmtCommand()),
        CommandEntry.in("queries", new QueriesValidateCommand(context)),
        CommandEntry.in("queries", new QueriesListCommand(context)));
  }

  /** The command for reads, below which lint once stood. */
  private static CommandLine query(CommandContext context) {
    return new CommandLine(new QueryCommand(context))
        .addSubcommand("lint", new LintCommand.Renamed(context, "query lint"))
        .addSubcommand("check", new LintCommand.Renamed(context, "query check"));
  }
}
