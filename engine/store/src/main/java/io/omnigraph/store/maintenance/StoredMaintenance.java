package io.omnigraph.store.maintenance;

import io.omnigraph.graph.maintenance.CleanupReport;
import io.omnigraph.graph.maintenance.CleanupRequest;
import io.omnigraph.graph.maintenance.GraphStats;
import io.omnigraph.graph.maintenance.Maintenance;
import io.omnigraph.graph.maintenance.OptimizeReport;
import io.omnigraph.graph.maintenance.RepairMode;
import io.omnigraph.graph.maintenance.RepairReport;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.store.change.BranchWriter;
import io.omnigraph.store.change.Publisher;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.commit.Head;
import io.omnigraph.store.table.TableStore;
import java.util.function.Function;
import java.util.function.Supplier;

/** The upkeep of a graph in a store. */
public final class StoredMaintenance implements Maintenance {

  private final Parts parts;
  private final Function<String, Head> heads;

  /**
   * The upkeep of a graph.
   *
   * @param heads the head of a branch, by its name
   */
  public StoredMaintenance(Parts parts, Function<String, Head> heads) {
    this.parts = parts;
    this.heads = heads;
  }

  /** What a graph lends to its upkeep. */
  public record Parts(
      GraphStore store,
      TableStore tables,
      Function<CommitRecord, Schema> schemas,
      Supplier<Head> main,
      BranchWriter mainWriter,
      Publisher publisher,
      FaultPoints faults,
      Residents residents) {}

  @Override
  public GraphStats stats(ReadTarget.Branch branch) {
    return new GraphCounts(parts.store(), parts.tables()).of(heads.apply(branch.name()).commit());
  }

  @Override
  public OptimizeReport optimize() {
    return new Optimizer(parts).run(parts.store().root());
  }

  @Override
  public CleanupReport previewCleanup(CleanupRequest request) {
    return cleanupOf(request).preview();
  }

  @Override
  public CleanupReport cleanup(CleanupRequest request) {
    return cleanupOf(request).run();
  }

  @Override
  public RepairReport repair(RepairMode mode) {
    return new Repair(parts, mode).run();
  }

  private Cleanup cleanupOf(CleanupRequest request) {
    return new Cleanup(parts, request);
  }
}
