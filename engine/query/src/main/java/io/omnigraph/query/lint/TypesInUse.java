package io.omnigraph.query.lint;

import io.omnigraph.query.check.CheckedStatement;
import io.omnigraph.query.check.EdgeVariable;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.Pattern;
import io.omnigraph.query.check.RowVariable;
import io.omnigraph.query.lint.Operation.Kind;
import io.omnigraph.query.lint.Operation.TypeUse;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Gathers the types that a run of a query may look into or change. */
final class TypesInUse {

  private static final Comparator<TypeUse> ORDER =
      Comparator.comparing(TypeUse::kind).thenComparing(TypeUse::typeName);

  private final Schema schema;
  private final SortedSet<TypeUse> reads = new TreeSet<>(ORDER);
  private final SortedSet<TypeUse> writes = new TreeSet<>(ORDER);

  TypesInUse(Schema schema) {
    this.schema = schema;
  }

  List<TypeUse> reads() {
    return List.copyOf(reads);
  }

  List<TypeUse> writes() {
    return List.copyOf(writes);
  }

  /** A pattern looks into what its variables stand for, and into the edges that it follows. */
  void read(Pattern pattern) {
    pattern.variables().forEach(variable -> reads.addAll(uses(variable)));
    pattern.traversals().stream()
        .flatMap(traversal -> traversal.members().stream())
        .map(Pattern.Member::type)
        .forEach(this::readWithEnds);
    pattern.blocks().forEach(block -> read(block.pattern()));
    pattern.optionals().forEach(this::read);
  }

  /** A statement looks for the rows that it changes, and an inserted edge for its ends. */
  void change(CheckedStatement statement) {
    switch (statement) {
      case CheckedStatement.InsertNode insert ->
          change(List.of(new TypeUse(Kind.NODE, insert.type().name())));
      case CheckedStatement.InsertEdge insert -> {
        readWithEnds(insert.type());
        change(List.of(edge(insert.type())));
      }
      case CheckedStatement.Update update -> change(uses(update.row()));
      case CheckedStatement.Delete delete -> {
        change(uses(delete.row()));
        if (delete.row() instanceof NodeVariable node) {
          change(edgesAt(node.type().name()));
        }
      }
    }
  }

  private void change(List<TypeUse> types) {
    reads.addAll(types);
    writes.addAll(types);
  }

  private void readWithEnds(EdgeType type) {
    reads.add(edge(type));
    reads.add(new TypeUse(Kind.NODE, type.from()));
    reads.add(new TypeUse(Kind.NODE, type.to()));
  }

  private List<TypeUse> edgesAt(String node) {
    return schema.edges().stream()
        .filter(edge -> edge.from().equals(node) || edge.to().equals(node))
        .map(TypesInUse::edge)
        .toList();
  }

  private static List<TypeUse> uses(RowVariable row) {
    return switch (row) {
      case NodeVariable node -> List.of(new TypeUse(Kind.NODE, node.type().name()));
      case EdgeVariable edge -> edge.types().stream().map(TypesInUse::edge).toList();
    };
  }

  private static TypeUse edge(EdgeType type) {
    return new TypeUse(Kind.EDGE, type.name());
  }
}
