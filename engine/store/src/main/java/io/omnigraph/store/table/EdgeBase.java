package io.omnigraph.store.table;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.Adjacency;
import io.omnigraph.store.table.LayeredRows.Shifts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The adjacency of one state of the tables of an edge type and of its nodes, in both directions, on
 * which that of states with few differences is layered. Safe for use by several threads.
 */
final class EdgeBase {

  private static final int LEAST_DIFFERENCE = 4096;
  private static final int SHARE = 512;
  private static final int STATES_KEPT = 16;

  private final Ends ends;
  private final SparseRows outgoing;
  private final boolean isWhole;
  private final Map<MemoKey, Adjacency> layers =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MemoKey, Adjacency> eldest) {
          return size() > STATES_KEPT;
        }
      };
  private volatile @Nullable SparseRows incoming;

  private EdgeBase(Ends ends, SparseRows outgoing) {
    this.ends = ends;
    this.outgoing = outgoing;
    this.isWhole = outgoing.size() == ends.edges.liveCount();
  }

  /** Resolves the ends of all edges of a state. */
  static EdgeBase build(Ends ends) {
    int[] from = new EdgeEnds(ends.sources).ofAll(ends.edges, ColumnSpec.SOURCE);
    int[] to = new EdgeEnds(ends.targets).ofAll(ends.edges, ColumnSpec.TARGET);
    // Reversing lists them by node ascending, so that edges to one node stand side by side.
    SparseRows incoming = SparseRows.of(to, from, ends.targets.size());
    return new EdgeBase(ends, incoming.reversed(ends.sources.size()));
  }

  /** The bytes that both directions take in memory. */
  long bytes() {
    return 2 * outgoing.bytes() + 2L * Integer.BYTES * (ends.targets.size() - ends.sources.size());
  }

  /** The adjacency of the state itself in one direction. */
  SparseRows rows(boolean isOutgoing) {
    if (isOutgoing) {
      return outgoing;
    }
    SparseRows known = incoming;
    if (known == null) {
      synchronized (this) {
        known = incoming;
        if (known == null) {
          known = outgoing.reversed(ends.targets.size());
          incoming = known;
        }
      }
    }
    return known;
  }

  /** The adjacency of another state; empty when it differs by too much. */
  Optional<Adjacency> at(Ends state, boolean isOutgoing) {
    if (state.equals(ends)) {
      return Optional.of(rows(isOutgoing));
    }
    MemoKey key = new MemoKey(state, isOutgoing);
    synchronized (layers) {
      Adjacency known = layers.get(key);
      if (known != null) {
        return Optional.of(known);
      }
    }
    Optional<Adjacency> layered = isWhole ? layered(state, isOutgoing) : Optional.empty();
    if (state.isStored()) {
      layered.ifPresent(adjacency -> {
        synchronized (layers) {
          layers.put(key, adjacency);
        }
      });
    }
    return layered;
  }

  private Optional<Adjacency> layered(Ends state, boolean isOutgoing) {
    Optional<RowShift> edge = RowShift.between(ends.edges, state.edges);
    Optional<RowShift> near = RowShift.between(ends.near(isOutgoing), state.near(isOutgoing));
    Optional<RowShift> far = RowShift.between(ends.near(!isOutgoing), state.near(!isOutgoing));
    if (edge.isEmpty() || near.isEmpty() || far.isEmpty()) {
      return Optional.empty();
    }
    long most = Math.max(LEAST_DIFFERENCE, outgoing.size() / SHARE);
    if (edge.get().difference() > most) {
      return Optional.empty();
    }
    Shifts shifts = new Shifts(near.get(), far.get(), edge.get());
    return new LayerBuilder(this, state, isOutgoing, shifts).build(most);
  }

  Ends ends() {
    return ends;
  }

  /**
   * The tables that adjacency is made of. States of tables are compared by identity: those that
   * share a state are the same object.
   */
  record Ends(TableRows edges, TableRows sources, TableRows targets) {

    /** The nodes at the near end of a direction. */
    TableRows near(boolean isOutgoing) {
      return isOutgoing ? sources : targets;
    }

    /** Whether nothing of it is staged by a transaction. */
    boolean isStored() {
      return edges.isStored() && sources.isStored() && targets.isStored();
    }

    /** The same without what is staged by a transaction. */
    Ends stored() {
      return new Ends(edges.stored(), sources.stored(), targets.stored());
    }
  }

  private record MemoKey(Ends state, boolean isOutgoing) {}
}
