package io.omnigraph.schema.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A type of a schema. */
public sealed interface GraphType {

  /** The name as declared. */
  String name();

  /** The header's annotations, in the order of the source. */
  List<Annotation> annotations();

  /**
   * The properties in schema order: as written, then those injected by interfaces in the order of
   * {@code implements}. Built-in fields ({@code id}, {@code src}, {@code dst}) are not among them.
   */
  List<Property> properties();

  /** The constraints, those written at a property included. */
  List<Constraint> constraints();

  /** The property of a name. */
  default Optional<Property> property(String wanted) {
    return properties().stream().filter(p -> p.name().equals(wanted)).findFirst();
  }

  /** The header's annotation of a name. */
  default Optional<Annotation> annotation(String wanted) {
    return annotations().stream().filter(a -> a.name().equals(wanted)).findFirst();
  }

  /** The columns that constraints name: the ends of edges, then the properties in schema order. */
  default List<String> columns() {
    return properties().stream().map(Property::name).toList();
  }

  /**
   * The columns of the key, in the order of {@link #columns}, in which ids have them; empty for a
   * type without a key.
   */
  default List<String> keyColumns() {
    return constraints().stream()
        .flatMap(c -> c instanceof Constraint.Key(var columns) ? columns.stream() : Stream.empty())
        .sorted(Comparator.comparingInt(columns()::indexOf))
        .toList();
  }

  /**
   * The lists of columns of which no two rows have the same values. One that names exactly the
   * columns of the key is left out: ids keep it already.
   */
  default List<List<String>> uniques() {
    Set<String> key = Set.copyOf(keyColumns());
    return constraints().stream()
        .flatMap(
            c -> c instanceof Constraint.Unique(var columns) ? Stream.of(columns) : Stream.empty())
        .filter(columns -> !Set.copyOf(columns).equals(key))
        .toList();
  }

  /** What tables and messages call the type: {@code node:Person}, {@code edge:Knows}. */
  String tableKey();

  /** A set of properties that node types share. Has no rows. */
  record InterfaceType(String name, List<Annotation> annotations, List<Property> properties)
      implements GraphType {

    public InterfaceType {
      annotations = List.copyOf(annotations);
      properties = List.copyOf(properties);
    }

    @Override
    public List<Constraint> constraints() {
      return List.of();
    }

    @Override
    public String tableKey() {
      return "interface:" + name;
    }
  }

  /**
   * A type of nodes.
   *
   * @param implemented the names of its interfaces, in the order of the source
   */
  record NodeType(
      String name,
      List<Annotation> annotations,
      List<String> implemented,
      List<Property> properties,
      List<Constraint> constraints)
      implements GraphType {

    public NodeType {
      annotations = List.copyOf(annotations);
      implemented = List.copyOf(implemented);
      properties = List.copyOf(properties);
      constraints = List.copyOf(constraints);
    }

    @Override
    public String tableKey() {
      return "node:" + name;
    }
  }

  /**
   * A type of edges.
   *
   * @param from the node type that edges start at
   * @param to the node type that edges end at
   * @param cardinality how many edges of the type may start at one node
   */
  record EdgeType(
      String name,
      String from,
      String to,
      Cardinality cardinality,
      List<Annotation> annotations,
      List<Property> properties,
      List<Constraint> constraints)
      implements GraphType {

    /** What constraints call the ends: the one that edges start at, then the one they end at. */
    public static final List<String> ENDS = List.of("src", "dst");

    public EdgeType {
      annotations = List.copyOf(annotations);
      properties = List.copyOf(properties);
      constraints = List.copyOf(constraints);
    }

    @Override
    public List<String> columns() {
      return Stream.concat(ENDS.stream(), properties.stream().map(Property::name)).toList();
    }

    @Override
    public String tableKey() {
      return "edge:" + name;
    }
  }

  /**
   * How many edges of a type start at one node; the minimum holds only for nodes with at least one.
   *
   * @param min inclusive
   * @param max inclusive; {@link #UNBOUNDED} when there is none
   */
  record Cardinality(long min, long max) {

    /** No limit. */
    public static final long UNBOUNDED = Long.MAX_VALUE;

    /** Any number. */
    public static final Cardinality ANY = new Cardinality(0, UNBOUNDED);

    /** Whether there is an upper limit. */
    public boolean isBounded() {
      return max != UNBOUNDED;
    }
  }
}
