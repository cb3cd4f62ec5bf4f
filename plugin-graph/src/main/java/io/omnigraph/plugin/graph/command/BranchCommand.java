package io.omnigraph.plugin.graph.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.RemoteGraph;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetFlags;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.ground.access.WriteGate;
import io.omnigraph.ground.json.Json;
import io.omnigraph.plugin.graph.serving.BranchWork;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A command that changes branches: it asks the rules, does its work on an open graph or posts it to
 * a server, and prints what is so afterwards.
 *
 * @param <R> what is printed
 */
abstract class BranchCommand<R> implements Callable<Integer> {

  final CommandContext context;

  @Spec private CommandSpec spec;

  @Mixin private TargetFlags target;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  BranchCommand(CommandContext context) {
    this.context = context;
  }

  /** Does the work, after its words were checked. */
  abstract R run();

  /** What people are told. */
  abstract String line(R result);

  @Override
  public final Integer call() {
    R result = explained(this::run);
    if (json) {
      Console.json(spec, result);
    } else {
      Console.lines(spec, List.of(line(result)));
    }
    return 0;
  }

  /** Does the work, and shows the conflicts that it was refused for. */
  private R explained(Supplier<R> work) {
    try {
      return work.get();
    } catch (CommandFailure failure) {
      JsonNode conflicts = failure.details().get(MergeConflictText.FIELD);
      if (conflicts != null && json) {
        Console.json(
            spec,
            Json.object()
                .put("error", failure.getMessage())
                .put("code", "conflict")
                .set(MergeConflictText.FIELD, conflicts));
      } else if (conflicts != null) {
        MergeConflictText.lines(conflicts).forEach(spec.commandLine().getErr()::println);
      }
      throw failure;
    }
  }

  /** The options that select the graph. */
  final TargetOptions options() {
    return target.options();
  }

  /**
   * Does the work.
   *
   * @param writes what the rules are asked for, in order
   */
  final R does(
      List<WriteGate.Write> writes,
      Function<BranchWork, Reply<R>> local,
      Function<RemoteGraph, JsonNode> remote,
      Class<R> type) {
    String actor = context.actor(options()).orElse(null);
    return switch (context.target(options())) {
      case Target.Local graph -> {
        WriteGate gate = context.gate(options());
        writes.forEach(write -> gate.check(actor, write));
        yield LocalGraph.whole(
            context, graph, open -> result(local.apply(new BranchWork(open, actor))));
      }
      case Target.Remote served -> Remote.read(remote.apply(context.connect(served)), type);
    };
  }

  private static <R> R result(Reply<R> reply) {
    return switch (reply) {
      case Reply.Ok<R>(R body) -> body;
      case Reply.Failed<R>(var problem) ->
          throw CommandFailure.detailed(problem.message(), problem.details());
    };
  }
}
