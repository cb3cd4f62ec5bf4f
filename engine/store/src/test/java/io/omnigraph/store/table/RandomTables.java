package io.omnigraph.store.table;

import io.omnigraph.graph.column.ColumnBuilder;
import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.store.table.TableRows.Slice;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Tables of nodes and of edges between them that go through random states, as commits do. */
final class RandomTables {

  private final SplittableRandom random;
  private final Table nodes = new Table("nodes");
  private final Table edges = new Table("edges");
  private int names;

  RandomTables(SplittableRandom random) {
    this.random = random;
    insertNodes(50);
    insertEdges(100);
  }

  EdgeBase.Ends state() {
    TableRows rows = nodes.rows();
    return new EdgeBase.Ends(edges.rows(), rows, rows);
  }

  /** Changes some rows. */
  void step() {
    switch (random.nextInt(9)) {
      case 0 -> insertNodes(1 + random.nextInt(5));
      case 1 -> insertEdges(1 + random.nextInt(10));
      case 2 -> insertEdges(random.nextInt(8) == 0 ? 6000 : 1);
      case 3 -> replaceSome(nodes);
      case 4 -> replaceSome(edges);
      case 5 -> deleteNode();
      case 6 -> edges.remove(edges.any(random));
      case 7 -> edges.dropDeadSegments();
      case 8 -> {
        if (random.nextInt(4) == 0) {
          (random.nextBoolean() ? nodes : edges).compact();
        } else {
          nodes.dropDeadSegments();
        }
      }
      default -> throw new IllegalStateException("no such step");
    }
  }

  private void insertNodes(int count) {
    List<String[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(new String[] {"n" + names++, "", ""});
    }
    nodes.put(rows);
  }

  private void insertEdges(int count) {
    List<String[]> rows = new ArrayList<>();
    for (int i = 0; i < count && !nodes.live.isEmpty(); i++) {
      rows.add(new String[] {"e" + names++, nodes.any(random), nodes.any(random)});
    }
    edges.put(rows);
  }

  private void replaceSome(Table table) {
    Map<String, String[]> chosen = new TreeMap<>();
    for (int i = 0; i <= random.nextInt(4) && !table.live.isEmpty(); i++) {
      String[] row = Objects.requireNonNull(table.live.get(table.any(random))).clone();
      if (table == edges && !nodes.live.isEmpty()) {
        row[2] = nodes.any(random);
      }
      chosen.put(row[0], row);
    }
    table.put(List.copyOf(chosen.values()));
  }

  private void deleteNode() {
    String node = nodes.any(random);
    nodes.remove(node);
    List.copyOf(edges.live.values()).stream()
        .filter(edge -> edge[1].equals(node) || edge[2].equals(node))
        .forEach(edge -> edges.remove(edge[0]));
  }

  /** Rows by id, and the segments that they are in. */
  private static final class Table {

    private final String name;
    private final TreeMap<String, String[]> live = new TreeMap<>();
    private List<MemorySegment> segments = new ArrayList<>();
    private Map<MemorySegment, BitSet> dead = new HashMap<>();
    private int written;

    Table(String name) {
      this.name = name;
    }

    String any(SplittableRandom random) {
      if (live.isEmpty()) {
        return "";
      }
      String[] keys = live.keySet().toArray(String[]::new);
      return keys[random.nextInt(keys.length)];
    }

    void put(List<String[]> rows) {
      if (rows.isEmpty()) {
        return;
      }
      rows.forEach(row -> remove(row[0]));
      rows.forEach(row -> live.put(row[0], row));
      MemorySegment segment = new MemorySegment(name + "/" + written++, rows);
      segments.add(segment);
      dead.put(segment, new BitSet());
    }

    void remove(String id) {
      if (live.remove(id) == null) {
        return;
      }
      for (MemorySegment segment : segments) {
        int row = segment.places.getOrDefault(id, -1);
        if (row >= 0 && !deadIn(segment).get(row)) {
          BitSet more = (BitSet) deadIn(segment).clone();
          more.set(row);
          dead.put(segment, more);
        }
      }
    }

    void dropDeadSegments() {
      segments.removeIf(segment -> deadIn(segment).cardinality() == segment.rows());
    }

    void compact() {
      List<String[]> rows = List.copyOf(live.values());
      segments = new ArrayList<>();
      dead = new HashMap<>();
      put(rows.stream().sorted(Comparator.comparing(row -> row[0])).toList());
    }

    private BitSet deadIn(MemorySegment segment) {
      return Objects.requireNonNull(dead.get(segment));
    }

    TableRows rows() {
      return new TableRows(segments.stream().map(s -> new Slice(s, deadIn(s))).toList());
    }
  }

  /** Rows in memory that pass for a file. */
  private static final class MemorySegment implements Segment {

    private final String identity;
    private final List<String[]> rows;
    private final Map<String, Integer> places = new HashMap<>();

    MemorySegment(String identity, List<String[]> rows) {
      this.identity = identity;
      this.rows = List.copyOf(rows);
      rows.forEach(row -> places.put(row[0], places.size()));
    }

    @Override
    public Object identity() {
      return identity;
    }

    @Override
    public int rows() {
      return rows.size();
    }

    @Override
    public Column column(ColumnSpec spec) {
      return take(spec, IntStream.range(0, rows()).toArray());
    }

    @Override
    public Column take(ColumnSpec spec, int[] wanted) {
      int place = spec.equals(ColumnSpec.ID) ? 0 : spec.equals(ColumnSpec.SOURCE) ? 1 : 2;
      ColumnBuilder builder = new ColumnBuilder(spec.type(), wanted.length);
      for (int i = 0; i < wanted.length; i++) {
        builder.set(i, rows.get(wanted[i])[place]);
      }
      return builder.build();
    }

    @Override
    public IdLookup ids() {
      return new IdLookup((Column.Texts) column(ColumnSpec.ID), rows());
    }

    @Override
    public NodeLookup atNodes(ColumnSpec end) {
      return new NodeLookup((Column.Texts) column(end), rows());
    }

    @Override
    public TupleLookup tuples(List<ColumnSpec> columns) {
      return new TupleLookup(columns.stream().map(this::column).toList(), rows());
    }
  }
}
