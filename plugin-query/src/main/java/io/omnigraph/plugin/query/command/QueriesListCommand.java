package io.omnigraph.plugin.query.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.omnigraph.api.command.AnswerCommand;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.query.ast.ParameterDeclaration;
import io.omnigraph.query.ast.TypeName;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code queries list}: what is registered. Opens no graph. */
@Command(name = "list", description = "List the stored queries that omnigraph.yaml registers.")
final class QueriesListCommand extends AnswerCommand<QueriesListCommand.Listing> {

  private final CommandContext context;

  @Mixin private TargetOptions target;

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
  protected Listing answer() {
    List<Registry.Entry> entries = Registry.entries(context, target);
    List<String> others = Registry.graphsWithQueries(context, target);
    if (entries.isEmpty() && context.selectedGraph(target).isEmpty() && !others.isEmpty()) {
      throw CommandFailure.failed(
          "no graph is selected; name one with --target: " + String.join(", ", others));
    }
    return new Listing(entries.stream().map(Listed::of).toList());
  }

  @Override
  protected List<String> lines(Listing listing) {
    return listing.queries().isEmpty()
        ? List.of("(no stored queries registered)")
        : listing.queries().stream().map(Listed::line).toList();
  }
}
