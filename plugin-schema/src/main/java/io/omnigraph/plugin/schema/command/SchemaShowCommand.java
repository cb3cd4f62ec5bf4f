package io.omnigraph.plugin.schema.command;

import io.omnigraph.api.command.TargetOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code schema show}: prints the accepted schema of a graph, verbatim. */
@Command(name = "show", description = "Print the schema of a graph.")
final class SchemaShowCommand implements Callable<Integer> {

  private final ShownSchema shown;

  @Spec private CommandSpec spec;
  @Mixin private TargetOptions target;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  SchemaShowCommand(ShownSchema shown) {
    this.shown = shown;
  }

  @Override
  public Integer call() {
    if (json) {
      shown.json(spec, target);
    } else {
      shown.text(spec, target);
    }
    return 0;
  }
}
