package io.omnigraph.plugin.query.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.ground.json.Json;
import io.omnigraph.query.ast.ParameterDeclaration;
import io.omnigraph.query.ast.TypeName;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code queries list}: what is registered. Opens no graph. */
@Command(name = "list", description = "List the stored queries that omnigraph.yaml registers.")
final class QueriesListCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;
  @Mixin private TargetOptions target;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  QueriesListCommand(CommandContext context) {
    this.context = context;
  }

  /** All registered queries, by name; written to JSON as it is. */
  record Listing(List<Listed> queries) {}

  /**
   * A registered query.
   *
   * @param toolName under which it is offered as a tool; null for its own name
   */
  record Listed(
      String name,
      boolean mcpExpose,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String toolName,
      boolean mutation,
      List<Parameter> params) {

    static Listed of(Registry.Entry entry) {
      return new Listed(
          entry.name(),
          entry.isExposed(),
          entry.toolName(),
          entry.query().isMutation(),
          entry.query().parameters().stream().map(Parameter::of).toList());
    }

    String line() {
      String parameters = params.stream().map(Parameter::text).collect(Collectors.joining(", "));
      String tool = mcpExpose ? " [mcp: " + (toolName == null ? name : toolName) + "]" : "";
      return "%s  %s(%s)%s".formatted(mutation ? "mutation" : "read", name, parameters, tool);
    }
  }

  /** A parameter of a registered query. */
  record Parameter(String name, String type, boolean nullable) {

    static Parameter of(ParameterDeclaration declared) {
      TypeName type = declared.type();
      String bare = new TypeName(type.scalar(), type.dimension(), type.isList(), false).display();
      return new Parameter(declared.name(), bare, type.isNullable());
    }

    String text() {
      return "$" + name + ": " + type + (nullable ? "?" : "");
    }
  }

  @Override
  public Integer call() {
    List<Registry.Entry> entries = Registry.entries(context, target);
    List<String> others = Registry.graphsWithQueries(context, target);
    if (entries.isEmpty() && context.selectedGraph(target).isEmpty() && !others.isEmpty()) {
      throw CommandFailure.failed(
          "no graph is selected; name one with --target: " + String.join(", ", others));
    }
    Listing listing = new Listing(entries.stream().map(Listed::of).toList());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.pretty(Json.tree(listing)));
    } else if (entries.isEmpty()) {
      out.println("(no stored queries registered)");
    } else {
      listing.queries().forEach(query -> out.println(query.line()));
    }
    out.flush();
    return 0;
  }
}
