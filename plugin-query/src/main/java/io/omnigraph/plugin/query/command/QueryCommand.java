package io.omnigraph.plugin.query.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.RemoteCall;
import io.omnigraph.api.command.RemotePath;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.api.command.Work;
import io.omnigraph.execute.result.QueryTarget;
import io.omnigraph.execute.result.ReadOutput;
import io.omnigraph.execute.run.Inspection;
import io.omnigraph.execute.run.QueryRunner;
import io.omnigraph.plugin.graph.command.LocalGraph;
import io.omnigraph.plugin.query.output.PlanText;
import io.omnigraph.plugin.schema.ProcessEngine;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a query that reads. */
@Command(
    name = "query",
    aliases = "read",
    description = "Run a query that reads, and print its rows.")
final class QueryCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;

  @Mixin private TargetOptions target;

  @Mixin private SourceOptions source;

  @ArgGroup(exclusive = true)
  private @Nullable Where where;

  @Mixin private FormatOptions format;

  @ArgGroup(exclusive = true)
  private @Nullable Look look;

  QueryCommand(CommandContext context) {
    this.context = context;
  }

  /** What is read. */
  static final class Where {

    @Option(names = "--branch", paramLabel = "NAME", description = "The branch to read.")
    private @Nullable String branch;

    @Option(
        names = "--snapshot",
        paramLabel = "ID",
        description = "The commit to read, instead of the head of a branch.")
    private @Nullable String snapshot;
  }

  /** What is shown instead of rows. */
  static final class Look {

    @Option(
        names = "--explain",
        description = "Print how the query would be answered, and do not run it.")
    private boolean explain;

    @Option(
        names = "--profile",
        description = "Run the query and print how it was answered: rows, time and memory.")
    private boolean profile;
  }

  @Override
  public Integer call() {
    Invocation invocation = Invocation.of(source);
    QueryTarget read = read();
    ReadOutput output =
        new Work<>(
                local -> run(local, invocation, read),
                RemoteCall.post(RemotePath.of("read"), body(invocation, read), ReadOutput::read))
            .run(context, target);
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        output.plan() == null || format.isJson(context, target)
            ? format.print(context, target, output)
            : PlanText.of(output));
    out.flush();
    return 0;
  }

  private ReadOutput run(Target.Local local, Invocation invocation, QueryTarget read) {
    Invocation.Prepared prepared = invocation.prepare();
    return LocalGraph.with(
        context,
        local,
        graph -> {
          QueryRunner runner = QueryRunner.in(ProcessEngine.get().world());
          Inspection inspection = inspection();
          return inspection == null
              ? runner.read(prepared.query(), prepared.parameters(), graph, read)
              : runner.inspect(prepared.query(), prepared.parameters(), graph, read, inspection);
        });
  }

  /** What is asked for besides rows; absent for nothing. */
  private @Nullable Inspection inspection() {
    if (look != null && look.explain) {
      return Inspection.PLAN;
    }
    return look != null && look.profile ? Inspection.PROFILE : null;
  }

  private QueryTarget read() {
    if (where != null && where.snapshot != null) {
      return QueryTarget.snapshot(where.snapshot);
    }
    String named = where == null ? null : where.branch;
    return QueryTarget.branch(
        LocalGraph.branch(named == null ? context.defaultBranch(target) : named));
  }

  private ObjectNode body(Invocation invocation, QueryTarget read) {
    ObjectNode body = invocation.body();
    Inspection inspection = inspection();
    if (inspection != null) {
      body.put("explain", inspection.word());
    }
    if (read.snapshot() != null) {
      return body.put("snapshot", read.snapshot());
    }
    return body.put("branch", read.branch());
  }
}
