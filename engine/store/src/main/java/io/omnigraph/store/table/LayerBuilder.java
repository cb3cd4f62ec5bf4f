package io.omnigraph.store.table;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.Adjacency;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.store.table.EdgeBase.Ends;
import io.omnigraph.store.table.LayeredRows.Shifts;
import java.util.Arrays;
import java.util.Optional;

/** Makes the layer that separates one state of tables from a base. Its cost is the difference. */
final class LayerBuilder {

  private static final int NO_BASE = Integer.MAX_VALUE;

  private final EdgeBase base;
  private final SparseRows rows;
  private final Ends state;
  private final boolean isOutgoing;
  private final Shifts shifts;
  private final EdgeEnds nearNodes;
  private final EdgeEnds farNodes;
  private final IntTable redirects = new IntTable();
  private final IntTable goneEdges = new IntTable();
  // From touched near nodes to the lists of the base that theirs begin with.
  private final IntTable touched = new IntTable();
  private final IntList nodes = new IntList();
  private final IntList bases = new IntList();

  LayerBuilder(EdgeBase base, Ends state, boolean isOutgoing, Shifts shifts) {
    this.base = base;
    this.rows = base.rows(isOutgoing);
    this.state = state;
    this.isOutgoing = isOutgoing;
    this.shifts = shifts;
    this.nearNodes = new EdgeEnds(state.near(isOutgoing));
    this.farNodes = new EdgeEnds(state.near(!isOutgoing));
  }

  /** The layer; empty when it would be larger than it may. */
  Optional<Adjacency> build(long most) {
    int[] goneNear = shifts.near().gone();
    int[] goneFar = shifts.far().gone();
    int[] gone = shifts.edge().gone();
    int[] added = shifts.edge().added();
    if ((long) goneNear.length + goneFar.length + gone.length + added.length > most) {
      return Optional.empty();
    }
    IntTable moved = replaceNear(goneNear);
    replaceFar(goneFar, moved);
    removeEdges(gone, moved);
    return Optional.of(lists(added));
  }

  /** Gives the list of each near node that is gone to what replaced it. */
  private IntTable replaceNear(int[] gone) {
    IntTable moved = new IntTable();
    if (gone.length == 0) {
      return moved;
    }
    Column.Texts ids = (Column.Texts) base.ends().near(isOutgoing).take(ColumnSpec.ID, gone);
    for (int i = 0; i < gone.length; i++) {
      int left = shifts.near().later(gone[i]);
      if (left >= 0) {
        touch(left, NO_BASE);
      }
      int now = nearNodes.node(ids, i);
      if (now >= 0) {
        touch(now, gone[i]);
        moved.put(gone[i], now);
      }
    }
    return moved;
  }

  private void replaceFar(int[] gone, IntTable movedNear) {
    if (gone.length == 0) {
      return;
    }
    Column.Texts ids = (Column.Texts) base.ends().near(!isOutgoing).take(ColumnSpec.ID, gone);
    for (int i = 0; i < gone.length; i++) {
      int now = farNodes.node(ids, i);
      if (now >= 0) {
        redirects.put(gone[i], now);
      } else {
        loseEdgesAt(gone[i], movedNear);
      }
    }
  }

  /** Removes the edges at a far node that nothing replaced. */
  private void loseEdgesAt(int far, IntTable movedNear) {
    SparseRows back = base.rows(!isOutgoing);
    for (int i = 0; i < back.degree(far); i++) {
      goneEdges.put(back.edge(far, i), 0);
      touchBase(back.neighbour(far, i), movedNear);
    }
  }

  private void removeEdges(int[] gone, IntTable movedNear) {
    if (gone.length == 0) {
      return;
    }
    Ends before = base.ends();
    int[] near = new EdgeEnds(before.near(isOutgoing)).of(before.edges(), nearEnd(), gone);
    for (int i = 0; i < gone.length; i++) {
      goneEdges.put(gone[i], 0);
      touchBase(near[i], movedNear);
    }
  }

  /** Marks the node that a near node of the base is now, if it still is. */
  private void touchBase(int before, IntTable movedNear) {
    int moved = movedNear.get(before);
    int now = moved >= 0 ? moved : shifts.near().later(before);
    if (now >= 0) {
      touch(now, before);
    }
  }

  /** Gives a node a list of its own. The base of a node that is touched again stays. */
  private int touch(int node, int baseList) {
    int known = touched.get(node);
    if (known < 0) {
      known = nodes.size();
      touched.put(node, known);
      nodes.add(node);
      bases.add(baseList);
    }
    return known;
  }

  private LayeredRows lists(int[] added) {
    int[] near = nearNodes.of(state.edges(), nearEnd(), added);
    int[] far = farNodes.of(state.edges(), farEnd(), added);
    for (int node : near) {
      if (node >= 0) {
        int before = shifts.near().earlier(node);
        touch(node, before < 0 ? NO_BASE : before);
      }
    }
    IntList from = new IntList();
    IntList to = new IntList();
    IntList edges = new IntList();
    for (int list = 0; list < nodes.size(); list++) {
      int before = bases.get(list);
      int degree = before == NO_BASE ? 0 : rows.degree(before);
      for (int i = 0; i < degree; i++) {
        int edge = rows.edge(before, i);
        if (!goneEdges.contains(edge)) {
          int far0 = rows.neighbour(before, i);
          int redirected = redirects.get(far0);
          from.add(list);
          to.add(redirected >= 0 ? redirected : shifts.far().later(far0));
          edges.add(shifts.edge().later(edge));
        }
      }
    }
    for (int i = 0; i < added.length; i++) {
      from.add(near[i] < 0 ? -1 : touched.get(near[i]));
      to.add(far[i]);
      edges.add(added[i]);
    }
    SparseRows lists = SparseRows.of(from.toArray(), to.toArray(), edges.toArray(), nodes.size());
    return new LayeredRows(rows, shifts, redirects, touched, lists);
  }

  private ColumnSpec nearEnd() {
    return isOutgoing ? ColumnSpec.SOURCE : ColumnSpec.TARGET;
  }

  private ColumnSpec farEnd() {
    return isOutgoing ? ColumnSpec.TARGET : ColumnSpec.SOURCE;
  }

  /** Numbers that become more. */
  private static final class IntList {

    private int[] values = new int[16];
    private int size;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    int get(int index) {
      return values[index];
    }

    int size() {
      return size;
    }

    int[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }
}
