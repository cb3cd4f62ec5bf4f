package io.omnigraph.store.schema;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.ground.Quantity;
import io.omnigraph.schema.catalog.Constraint;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.Cardinality;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.migration.LintCode;
import io.omnigraph.schema.migration.Migration;
import io.omnigraph.schema.migration.MigrationStep;
import io.omnigraph.schema.migration.MigrationStep.AddConstraint;
import io.omnigraph.schema.migration.MigrationStep.ChangeCardinality;
import io.omnigraph.schema.migration.MigrationStep.ChangePropertyType;
import io.omnigraph.schema.migration.MigrationStep.TypeKind;
import io.omnigraph.schema.migration.MigrationStep.UnsupportedChange;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.TableEntry;
import io.omnigraph.store.table.TableLayout;
import io.omnigraph.store.table.TableStore;
import io.omnigraph.values.PropertyType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Looks whether the rows of a commit keep what a migration is about to demand of them. A step that
 * rows stand against becomes an unsupported change that names some of them. Steps that demand
 * nothing of stored rows read none.
 */
final class StoredRowChecks {

  private static final String ROW = "stored row";

  private final CommitRecord commit;
  private final TableStore tables;
  private final Schema desired;
  private final Catalog catalog;

  private StoredRowChecks(
      CommitRecord commit, TableStore tables, Migration migration, Schema desired) {
    this.commit = commit;
    this.tables = tables;
    this.desired = desired;
    this.catalog = new Catalog(commit);
    migration.steps().forEach(catalog::apply);
    catalog.requireMatch(desired);
  }

  /** The migration with what the rows of a commit say to it. */
  static Migration checked(
      Migration migration, Schema desired, CommitRecord commit, TableStore tables) {
    if (!migration.isSupported()) {
      return migration;
    }
    StoredRowChecks checks = new StoredRowChecks(commit, tables, migration, desired);
    return new Migration(migration.steps().stream().map(checks::checked).toList());
  }

  private MigrationStep checked(MigrationStep step) {
    Optional<UnsupportedChange> objection =
        switch (step) {
          case ChangePropertyType(TypeKind kind, var type, var name, var from, var to) ->
              kind == TypeKind.INTERFACE
                  ? Optional.empty()
                  : checkValues(table(kind, type), name, from, to);
          case AddConstraint(var kind, var type, var constraint) ->
              constraint instanceof Constraint.Index
                  ? Optional.empty()
                  : checkConstraint(table(kind, type), constraint);
          case ChangeCardinality(var type, var from, var to) ->
              to.min() <= from.min() && to.max() >= from.max()
                  ? Optional.empty()
                  : checkCardinality(table(TypeKind.EDGE, type), to);
          case MigrationStep.AddType _,
              MigrationStep.RenameType _,
              MigrationStep.AddProperty _,
              MigrationStep.RenameProperty _,
              MigrationStep.DropConstraint _,
              MigrationStep.ChangeInterfaces _,
              MigrationStep.UpdateTypeMetadata _,
              MigrationStep.UpdatePropertyMetadata _,
              MigrationStep.DropType _,
              MigrationStep.DropProperty _,
              MigrationStep.UnsupportedChange _ ->
              Optional.empty();
        };
    return objection.isPresent() ? objection.get() : step;
  }

  private Optional<UnsupportedChange> checkValues(
      MigratedTable table, String property, PropertyType from, PropertyType to) {
    String what =
        "changing property type of '%s.%s' from %s to %s"
            .formatted(table.type().name(), property, from.display(), to.display());
    String entity = table.type().tableKey() + "." + property;
    if (from.isNullable() && !to.isNullable()) {
      Offenders nulls = new Offenders();
      Column values = table.column(property);
      table.live().filter(values::isNull).forEach(row -> nulls.add(table.rows().id(row)));
      if (!nulls.isEmpty()) {
        return refused(
            entity, what, nulls.text(ROW, "without a value"), LintCode.NULLABILITY_TIGHTENED);
      }
    }
    boolean isNarrower =
        to.isEnum() && !(from.isEnum() && to.enumValues().containsAll(from.enumValues()));
    if (isNarrower) {
      Offenders others = new Offenders();
      Column.Texts values = (Column.Texts) table.column(property);
      table
          .live()
          .filter(row -> !values.isNull(row) && !to.enumValues().contains(values.get(row)))
          .forEach(row -> others.add(table.rows().id(row), "value '" + values.get(row) + "'"));
      if (!others.isEmpty()) {
        return refused(
            entity, what, others.text(ROW, "with another value"), LintCode.PROPERTY_TYPE_CHANGED);
      }
    }
    return Optional.empty();
  }

  private static Optional<UnsupportedChange> checkConstraint(
      MigratedTable table, Constraint constraint) {
    Offenders offenders = new ConstraintCheck(table).offenders(constraint);
    return offenders.isEmpty()
        ? Optional.empty()
        : refused(
            table.type().tableKey(),
            "adding constraint '%s' to '%s'"
                .formatted(
                    io.omnigraph.schema.canonical.ConstraintKeys.key(constraint),
                    table.type().name()),
            offenders.text(ROW, "that would break it"),
            LintCode.CONSTRAINT_BROKEN);
  }

  private static Optional<UnsupportedChange> checkCardinality(
      MigratedTable edges, Cardinality allowed) {
    Column.Texts sources = (Column.Texts) edges.column("src");
    Map<String, Integer> counts = new HashMap<>();
    edges.live().forEach(row -> counts.merge(sources.get(row), 1, Integer::sum));
    Offenders offenders = new Offenders();
    new TreeMap<>(counts)
        .forEach((source, count) -> {
          if (count < allowed.min() || count > allowed.max()) {
            offenders.add(
                source, "source '%s' has %s".formatted(source, Quantity.of(count, "edge")));
          }
        });
    return offenders.isEmpty()
        ? Optional.empty()
        : refused(
            edges.type().tableKey(),
            "changing cardinality of edge '" + edges.type().name() + "'",
            offenders.text("node", "with too many or too few edges"),
            LintCode.CONSTRAINT_BROKEN);
  }

  private static Optional<UnsupportedChange> refused(
      String entity, String what, String finding, LintCode code) {
    return Optional.of(
        new UnsupportedChange(
            entity, what + " is not possible because of " + finding, code.code()));
  }

  private MigratedTable table(TypeKind kind, String name) {
    GraphType type =
        kind == TypeKind.NODE ? desired.node(name).orElseThrow() : desired.edge(name).orElseThrow();
    TableEntry entry = catalog.tables().get(type.tableKey());
    if (entry == null) {
      throw new IllegalArgumentException("no table `" + type.tableKey() + "` in " + commit.id());
    }
    return new MigratedTable(
        new TableLayout(type, entry.columns()),
        tables.rows(entry.data()),
        catalog.fills().getOrDefault(type.tableKey(), new TreeMap<>()));
  }
}
