package io.omnigraph.schema.canonical;

import io.omnigraph.schema.catalog.Annotation;
import io.omnigraph.schema.catalog.Constraint;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.GraphType.InterfaceType;
import io.omnigraph.schema.catalog.GraphType.NodeType;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.schema.catalog.Schema;
import java.util.Comparator;
import java.util.List;

/** Sorts whatever has no meaningful order. */
final class Normalization {

  private static final Comparator<Annotation> BY_NAME_AND_VALUE =
      Comparator.comparing(Annotation::name)
          .thenComparing(
              Annotation::value, Comparator.nullsFirst(Comparator.<String>naturalOrder()));

  private Normalization() {}

  static Schema of(Schema schema) {
    return new Schema(
        "",
        sorted(schema.interfaces().stream().map(Normalization::interfaceType).toList()),
        sorted(schema.nodes().stream().map(Normalization::node).toList()),
        sorted(schema.edges().stream().map(Normalization::edge).toList()));
  }

  private static <T extends GraphType> List<T> sorted(List<T> types) {
    return types.stream().sorted(Comparator.comparing(GraphType::name)).toList();
  }

  private static InterfaceType interfaceType(InterfaceType type) {
    return new InterfaceType(
        type.name(), annotations(type.annotations()), properties(type.properties()));
  }

  private static NodeType node(NodeType type) {
    return new NodeType(
        type.name(),
        annotations(type.annotations()),
        type.implemented().stream().distinct().sorted().toList(),
        properties(type.properties()),
        constraints(type.constraints()));
  }

  private static EdgeType edge(EdgeType type) {
    return new EdgeType(
        type.name(),
        type.from(),
        type.to(),
        type.cardinality(),
        annotations(type.annotations()),
        properties(type.properties()),
        constraints(type.constraints()));
  }

  private static List<Property> properties(List<Property> properties) {
    return properties.stream()
        .map(p -> new Property(p.name(), p.type(), annotations(p.annotations())))
        .sorted(Comparator.comparing(Property::name))
        .toList();
  }

  private static List<Annotation> annotations(List<Annotation> annotations) {
    return annotations.stream().sorted(BY_NAME_AND_VALUE).toList();
  }

  private static List<Constraint> constraints(List<Constraint> constraints) {
    return constraints.stream()
        .map(ConstraintKeys::withSortedColumns)
        .sorted(ConstraintKeys.ORDER)
        .toList();
  }
}
