package io.omnigraph.graph.live;

import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.schema.Compiled;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.migration.Migration;
import io.omnigraph.schema.migration.MigrationPlanner;
import io.omnigraph.schema.migration.MigrationStep;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import io.omnigraph.schema.migration.MigrationStep.UnsupportedChange;
import io.omnigraph.schema.migration.SchemaPlan;
import io.omnigraph.schema.migration.SchemaPlan.BranchPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Graphs that have a schema, a version and branches, and remember how they were migrated. */
public final class InMemoryGraphs implements LiveSchemas {

  private final Map<String, InMemoryGraph> graphs = new HashMap<>();
  private boolean needsRecovery;

  /** Adds a graph with a schema, at version 6. */
  public InMemoryGraph add(String uri, String source) {
    InMemoryGraph graph = new InMemoryGraph(uri, Compiled.schema(source));
    graphs.put(uri, graph);
    return graph;
  }

  /** Lets graphs open for reading only after they were opened for writing once. */
  public void needRecovery() {
    needsRecovery = true;
  }

  @Override
  public LiveSchema openReadOnly(String uri) {
    if (needsRecovery) {
      throw LiveSchemaException.unreadable("recovery first", new IllegalStateException());
    }
    return find(uri);
  }

  @Override
  public LiveSchema open(String uri, FaultPoints faults) {
    InMemoryGraph graph = find(uri);
    needsRecovery = false;
    return graph;
  }

  private InMemoryGraph find(String uri) {
    InMemoryGraph graph = graphs.get(uri);
    if (graph == null) {
      throw LiveSchemaException.missing("nothing is at `" + uri + "`: not found");
    }
    if (graph.isBroken) {
      throw LiveSchemaException.unreadable("`" + uri + "` is broken", new IllegalStateException());
    }
    return graph;
  }

  /** A graph. */
  public static final class InMemoryGraph implements LiveSchema {

    private static final Migration STUCK =
        new Migration(List.of(new UnsupportedChange("node:V", "2 rows break it", "OG-MF-107")));

    private final String uri;
    private final List<String> branches = new ArrayList<>();
    private final List<String> stuck = new ArrayList<>();
    private final List<String> applied = new ArrayList<>();
    private Schema schema;
    private long version = 6;
    private boolean isBroken;
    private boolean breaksOff;

    private InMemoryGraph(String uri, Schema schema) {
      this.uri = uri;
      this.schema = schema;
    }

    /** Adds a branch beside {@code main}. */
    public void branch(String name) {
      branches.add(name);
    }

    /** Adds a branch whose rows stand against every change. */
    public void stuckBranch(String name) {
      branches.add(name);
      stuck.add(name);
    }

    /** Makes the graph impossible to open. */
    public void damage() {
      isBroken = true;
    }

    /** Makes the next migration break off in the middle. */
    public void breakOff() {
      breaksOff = true;
    }

    /** What was applied: mode and actor. */
    public List<String> applied() {
      return applied;
    }

    @Override
    public String uri() {
      return uri;
    }

    @Override
    public Schema accepted() {
      return schema;
    }

    @Override
    public long manifestVersion() {
      return version;
    }

    @Override
    public SchemaPlan plan(Schema desired, DropMode mode) {
      Migration migration = MigrationPlanner.plan(schema, desired).dropping(mode);
      List<BranchPlan> carried =
          branches.stream()
              .map(name -> new BranchPlan(name, stuck.contains(name) ? STUCK : migration))
              .toList();
      return new SchemaPlan(migration, carried);
    }

    @Override
    public Outcome apply(Schema desired, DropMode mode, Optional<String> actor) {
      if (breaksOff) {
        throw new UncheckedIOException(new IOException("the disk is gone"));
      }
      SchemaPlan plan = plan(desired, mode);
      if (plan.refusal().isPresent()) {
        return new Outcome.Refused(plan.refusal().get());
      }
      schema = desired;
      version += plan.migration().steps().isEmpty() ? 0 : 1;
      applied.add(mode.word() + " by " + actor.orElse("nobody"));
      List<Destroyed> destroyed =
          mode == DropMode.SOFT
              ? List.of()
              : plan.migration().steps().stream()
                  .filter(MigrationStep.DropType.class::isInstance)
                  .map(MigrationStep.DropType.class::cast)
                  .map(drop -> new Destroyed(drop.typeKind().word() + ":" + drop.name(), 4))
                  .toList();
      return new Outcome.Applied(plan, version, destroyed);
    }

    @Override
    public void close() {}
  }
}
