package io.omnigraph.api.command;

import io.omnigraph.ground.access.WriteGate;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.process.StopRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a command needs to know of the world around it. Nothing is read before it is asked for, so
 * that a command that needs no configuration is not disturbed by a broken one.
 */
public interface CommandContext {

  /**
   * The graph that a command is about.
   *
   * @throws CommandFailure when nothing selects one, or the selection is wrong
   */
  Target target(TargetOptions options);

  /**
   * Who acts: {@code --as}, else {@code cli.actor} of {@code omnigraph.yaml}, else {@code
   * operator.actor} of the operator's own file; empty when none says.
   *
   * @param options that may name another {@code omnigraph.yaml}
   * @throws CommandFailure when a file that has to be read is broken
   */
  Optional<String> actor(TargetOptions options);

  /** The branch that {@code cli.branch} names, else {@code main}. */
  String defaultBranch(TargetOptions options);

  /**
   * A setting of {@code omnigraph.yaml} by its dotted path, such as {@code cli.output_format};
   * empty when it is not set.
   */
  Optional<String> setting(TargetOptions options, String path);

  /**
   * The keys below a dotted path of {@code omnigraph.yaml}, such as {@code graphs}, in their order;
   * none where nothing is there.
   */
  default List<String> settingNames(TargetOptions options, String path) {
    return List.of();
  }

  /** A path that {@code omnigraph.yaml} names, seen from the directory of that file. */
  default String settingPath(TargetOptions options, String path) {
    return path;
  }

  /** The name of the selected graph; empty for one that only its URI tells, or for none. */
  default Optional<String> selectedGraph(TargetOptions options) {
    return Optional.empty();
  }

  /**
   * What every write to the selected local graph has to pass: the rules that its configuration
   * names. Read when it is first asked; open for a graph without rules and for a remote one, whose
   * server decides.
   *
   * @throws CommandFailure when the file of rules cannot be read or used
   */
  WriteGate gate(TargetOptions options);

  /**
   * The files of the stored queries that {@code omnigraph.yaml} declares for the selected graph, by
   * the queries' names; none for a graph without any.
   *
   * @throws CommandFailure when the configuration cannot be read, or names no file for a query
   */
  default SortedMap<String, Path> storedQueries(TargetOptions options) {
    return new TreeMap<>();
  }

  /** A client for a remote target. */
  RemoteGraph connect(Target.Remote target);

  /** Told when durable work passes a named point. */
  FaultPoints faults();

  /** Whether the process was asked to stop. */
  default StopRequest stop() {
    return StopRequest.never();
  }
}
