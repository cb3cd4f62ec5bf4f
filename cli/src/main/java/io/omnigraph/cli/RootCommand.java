package io.omnigraph.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command above all others; alone it shows help. */
@Command(
    name = "omnigraph",
    description = "A typed property graph with branches, and a declarative control plane over it.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Version.class,
    footer = {
      "",
      "`omnigraph COMMAND --help` shows the options of a command.",
      "Exit codes: 0 done, 1 failed or refused, 2 wrong usage."
    })
final class RootCommand {

  @Mixin private final GlobalOptions globals;

  @Option(
      names = {"-v", "--version"},
      versionHelp = true,
      description = "Print the version.")
  private boolean version;

  RootCommand(GlobalOptions globals) {
    this.globals = globals;
  }

  GlobalOptions globals() {
    return globals;
  }

  boolean asksForVersion() {
    return version;
  }
}
