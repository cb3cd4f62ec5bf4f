package io.omnigraph.execute.run;

import io.omnigraph.execute.explain.PlanTree;
import io.omnigraph.execute.mutation.Affected;
import io.omnigraph.execute.mutation.MutationRun;
import io.omnigraph.execute.operator.Bindings;
import io.omnigraph.execute.operator.Heat;
import io.omnigraph.execute.operator.Limits;
import io.omnigraph.execute.operator.Meters;
import io.omnigraph.execute.operator.ReadRun;
import io.omnigraph.execute.plan.ReadPlan;
import io.omnigraph.execute.result.ChangeOutput;
import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.execute.result.QueryTarget;
import io.omnigraph.execute.result.ReadOutput;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.World;
import io.omnigraph.graph.embed.Embedder;
import io.omnigraph.graph.embed.Embedders;
import io.omnigraph.graph.failure.GraphFailure;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.RevisionText;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.query.parameter.Parameters;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Runs queries on graphs. Safe for use by many threads. */
public final class QueryRunner {

  /** What the commits of mutations say they come from. */
  public static final String OPERATION = "mutate";

  private final InstantSource clock;
  private final Embedder embedder;
  private final Limits limits;
  private final Heat heat;
  private final BooleanSupplier abandoned;

  /**
   * A runner.
   *
   * @param clock for {@code now()}
   * @param limits of each read
   */
  public QueryRunner(InstantSource clock, Embedder embedder, Limits limits) {
    this.clock = clock;
    this.embedder = embedder;
    this.limits = limits;
    this.heat = new Heat();
    this.abandoned = () -> false;
  }

  private QueryRunner(QueryRunner other, BooleanSupplier abandoned) {
    this.clock = other.clock;
    this.embedder = other.embedder;
    this.limits = other.limits;
    this.heat = other.heat;
    this.abandoned = abandoned;
  }

  /** The same runner, whose reads stop soon after nobody waits for them any more. */
  public QueryRunner stoppingWhen(BooleanSupplier nobodyWaits) {
    return new QueryRunner(this, nobodyWaits);
  }

  /** A runner with the clock of a world, and the embedder and the limits that it asks for. */
  public static QueryRunner in(World world) {
    return new QueryRunner(
        world.clock(), Embedders.from(world.environment()), Limits.of(world.environment()));
  }

  /** What became of a mutation. */
  public sealed interface Change {

    /** It is durable, or there was nothing to change. */
    record Done(ChangeOutput output) implements Change {}

    /** It is not known to be done; the failure says whether it may be. */
    record Refused(GraphFailure failure) implements Change {}
  }

  /**
   * Runs a read, or shows how it is answered where its text asks for that.
   *
   * @throws QueryRejected when it cannot be carried out
   * @throws io.omnigraph.graph.NoSuchTargetException when there is no such branch or commit
   * @throws java.util.concurrent.CancellationException when the thread is interrupted
   */
  public ReadOutput read(
      RunnableQuery query, Parameters parameters, Graph graph, QueryTarget target) {
    return read(query, parameters, graph.snapshot(readTarget(target)), target);
  }

  /**
   * Runs a read on a snapshot, or shows how it is answered where its text asks for that.
   *
   * @param target what the snapshot is of
   * @throws QueryRejected when it cannot be carried out
   * @throws java.util.concurrent.CancellationException when the thread is interrupted
   */
  public ReadOutput read(
      RunnableQuery query, Parameters parameters, Snapshot snapshot, QueryTarget target) {
    ReadPlan plan = query.on(snapshot);
    return query.isExplained()
        ? explained(plan, target)
        : output(plan, target, rows(plan, snapshot, parameters, null));
  }

  private static ReadOutput explained(ReadPlan plan, QueryTarget target) {
    return output(plan, target, List.of()).with(PlanTree.of(plan, null));
  }

  /**
   * Shows how a read is answered. It is not run where its text asks for its plan alone.
   *
   * @return the rows, if it was run, and the plan
   * @throws QueryRejected when it cannot be carried out
   * @throws io.omnigraph.graph.NoSuchTargetException when there is no such branch or commit
   * @throws java.util.concurrent.CancellationException when the thread is interrupted
   */
  public ReadOutput inspect(
      RunnableQuery query,
      Parameters parameters,
      Graph graph,
      QueryTarget target,
      Inspection inspection) {
    Snapshot snapshot = graph.snapshot(readTarget(target));
    ReadPlan plan = query.on(snapshot);
    return switch (query.isExplained() ? Inspection.PLAN : inspection) {
      case PLAN -> explained(plan, target);
      case PROFILE -> {
        Meters meters = new Meters(plan);
        ReadOutput result = output(plan, target, rows(plan, snapshot, parameters, meters));
        yield result.with(PlanTree.of(plan, meters));
      }
    };
  }

  private List<@Nullable Object[]> rows(
      ReadPlan plan, Snapshot snapshot, Parameters parameters, @Nullable Meters meters) {
    return ReadRun.rows(
        plan, snapshot, bindings(parameters), new ReadRun.Setting(limits, heat, abandoned, meters));
  }

  private static ReadOutput output(
      ReadPlan plan, QueryTarget target, List<@Nullable Object[]> rows) {
    return ReadOutput.of(plan.read().name(), target, plan.shape(), rows);
  }

  /**
   * Runs a mutation.
   *
   * @throws QueryRejected when it cannot be carried out
   * @throws io.omnigraph.graph.write.WriteRejected when a rule of the schema is broken
   * @throws io.omnigraph.graph.NoSuchTargetException when there is no such branch
   */
  public Change change(
      RunnableQuery query, Parameters parameters, Graph graph, WriteRequest request) {
    WriteOutcome<Affected> outcome =
        MutationRun.run(
            schema -> MutationRun.mutation(query.against(schema)),
            bindings(parameters),
            graph,
            request);
    return switch (outcome) {
      case WriteOutcome.Committed(var affected, _) ->
          new Change.Done(output(query, request, affected));
      case WriteOutcome.Unchanged(var affected) ->
          new Change.Done(output(query, request, affected));
      case WriteOutcome.Conflict<Affected> conflict -> new Change.Refused(conflict.failure());
      case WriteOutcome.Unknown(var failure) -> new Change.Refused(failure);
    };
  }

  private Bindings bindings(Parameters parameters) {
    return new Bindings(parameters, clock.instant(), embedder);
  }

  private static ChangeOutput output(RunnableQuery query, WriteRequest request, Affected affected) {
    return new ChangeOutput(
        request.branch(), query.name(), affected.nodes(), affected.edges(), request.actor());
  }

  private static ReadTarget readTarget(QueryTarget target) {
    String snapshot = target.snapshot();
    if (snapshot != null) {
      return RevisionText.past(snapshot);
    }
    String branch = target.branch();
    return branch == null ? ReadTarget.main() : new ReadTarget.Branch(branch);
  }
}
