package io.omnigraph.schema.migration;

import io.omnigraph.schema.canonical.CanonicalForm;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.InterfaceType;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.migration.MigrationStep.AddType;
import io.omnigraph.schema.migration.MigrationStep.ChangeCardinality;
import io.omnigraph.schema.migration.MigrationStep.ChangeInterfaces;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import io.omnigraph.schema.migration.MigrationStep.DropType;
import io.omnigraph.schema.migration.MigrationStep.RenameType;
import io.omnigraph.schema.migration.MigrationStep.TypeKind;
import io.omnigraph.schema.migration.MigrationStep.UnsupportedChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Plans what it takes to get from one schema to another (docs/reference/schema-language.md §12 to
 * §14). Looks at schemas only, never at rows; equal schemas give no steps.
 */
public final class MigrationPlanner {

  private final Schema accepted;
  private final Schema desired;
  private final KeyOrder keyOrder;
  private final List<MigrationStep> steps = new ArrayList<>();
  private final TypeDifference difference = new TypeDifference(steps);

  private MigrationPlanner(Schema accepted, Schema desired) {
    this.accepted = CanonicalForm.of(accepted).schema();
    this.desired = CanonicalForm.of(desired).schema();
    this.keyOrder = new KeyOrder(accepted, desired);
  }

  /** The migration between two schemas, with soft drops. */
  public static Migration plan(Schema accepted, Schema desired) {
    MigrationPlanner planner = new MigrationPlanner(accepted, desired);
    planner.interfaces();
    Matching nodes = planner.nodes();
    planner.edges(nodes.renames());
    return new Migration(planner.steps);
  }

  /** Interfaces have no rows and no constraints, and cannot be renamed. */
  private void interfaces() {
    List<InterfaceType> known = accepted.interfaces();
    for (InterfaceType wanted : desired.interfaces()) {
      known.stream()
          .filter(type -> type.name().equals(wanted.name()))
          .findFirst()
          .ifPresentOrElse(
              type ->
                  difference.properties(
                      TypeKind.INTERFACE, type, wanted, name -> isReceived(wanted, name)),
              () -> steps.add(new AddType(TypeKind.INTERFACE, wanted.name())));
    }
    List<String> kept = names(desired.interfaces());
    for (InterfaceType type : known) {
      if (!kept.contains(type.name())) {
        steps.add(new DropType(TypeKind.INTERFACE, type.name(), DropMode.SOFT));
      }
    }
  }

  /** Whether a node type that has rows gets a property from an interface. */
  private boolean isReceived(InterfaceType from, String property) {
    return desired.nodes().stream()
        .filter(node -> node.implemented().contains(from.name()))
        .flatMap(
            node -> accepted.nodes().stream().filter(known -> isContinuedBy(known.name(), node)))
        .anyMatch(known -> known.property(property).isEmpty());
  }

  private static boolean isContinuedBy(String accepted, GraphType node) {
    Matching.Wanted wanted = Matching.Wanted.of(node.name(), node.annotations());
    return wanted.name().equals(accepted) || wanted.hint().equals(Optional.of(accepted));
  }

  private Matching nodes() {
    return types(
        TypeKind.NODE,
        accepted.nodes(),
        desired.nodes(),
        (before, after) -> {
          if (!before.implemented().equals(after.implemented())) {
            steps.add(new ChangeInterfaces(after.name(), after.implemented()));
          }
        });
  }

  private void edges(Map<String, String> renamedNodes) {
    types(
        TypeKind.EDGE,
        accepted.edges(),
        desired.edges(),
        (before, after) -> {
          String from = renamedNodes.getOrDefault(before.from(), before.from());
          String to = renamedNodes.getOrDefault(before.to(), before.to());
          if (!from.equals(after.from()) || !to.equals(after.to())) {
            refuse(after, "changing edge endpoints of '" + after.name() + "' is not supported");
          }
          if (!before.cardinality().equals(after.cardinality())) {
            steps.add(
                new ChangeCardinality(after.name(), before.cardinality(), after.cardinality()));
          }
        });
  }

  private <T extends GraphType> Matching types(
      TypeKind kind, List<T> before, List<T> after, BiConsumer<T, T> headerDifference) {
    List<Matching.Wanted> wanted =
        after.stream().map(t -> Matching.Wanted.of(t.name(), t.annotations())).toList();
    Matching matching = Matching.of(kind.word(), names(before), wanted);
    for (T type : after) {
      switch (matching.of(type.name())) {
        case Matching.New() -> steps.add(new AddType(kind, type.name()));
        case Matching.Refused(String reason) -> refuse(type, reason);
        case Matching.To(String name) -> {
          T known = named(before, name);
          if (!name.equals(type.name())) {
            steps.add(new RenameType(kind, name, type.name()));
          }
          headerDifference.accept(known, type);
          difference.header(kind, known, type);
          Map<String, String> renames = difference.properties(kind, known, type, _ -> true);
          difference.constraints(kind, known, type, renames);
          steps.addAll(keyOrder.steps(kind, known, type, renames));
        }
      }
    }
    for (String name : matching.unclaimed()) {
      steps.add(new DropType(kind, name, DropMode.SOFT));
    }
    return matching;
  }

  private void refuse(GraphType type, String reason) {
    steps.add(new UnsupportedChange(type.tableKey(), reason, null));
  }

  private static List<String> names(List<? extends GraphType> types) {
    return types.stream().map(GraphType::name).toList();
  }

  private static <T extends GraphType> T named(List<T> types, String name) {
    return types.stream().filter(t -> Objects.equals(t.name(), name)).findFirst().orElseThrow();
  }
}
