package io.omnigraph.schema.migration;

import io.omnigraph.schema.catalog.Constraint;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.migration.MigrationStep.AddConstraint;
import io.omnigraph.schema.migration.MigrationStep.DropConstraint;
import io.omnigraph.schema.migration.MigrationStep.TypeKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The order of the members of keys. Ids have them in schema order, so a key whose members were
 * moved in the source is another key, although all else is equal.
 */
record KeyOrder(Schema accepted, Schema desired) {

  /**
   * The steps that a moved member makes.
   *
   * @param renames the new names of renamed properties, by accepted name
   */
  List<MigrationStep> steps(
      TypeKind kind, GraphType before, GraphType after, Map<String, String> renames) {
    List<String> known =
        type(accepted, kind, before.name()).keyColumns().stream()
            .map(column -> renames.getOrDefault(column, column))
            .toList();
    List<String> wanted = type(desired, kind, after.name()).keyColumns();
    if (known.equals(wanted) || !new HashSet<>(known).equals(new HashSet<>(wanted))) {
      return List.of();
    }
    Constraint key = new Constraint.Key(wanted);
    return List.of(
        new DropConstraint(kind, after.name(), key), new AddConstraint(kind, after.name(), key));
  }

  private static GraphType type(Schema schema, TypeKind kind, String name) {
    return switch (kind) {
      case INTERFACE -> throw new IllegalArgumentException("an interface has no key: " + name);
      case NODE -> schema.node(name).orElseThrow();
      case EDGE -> schema.edge(name).orElseThrow();
    };
  }
}
