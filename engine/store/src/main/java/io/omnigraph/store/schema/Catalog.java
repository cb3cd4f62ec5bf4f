package io.omnigraph.store.schema;

import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.migration.DefaultValue;
import io.omnigraph.schema.migration.MigrationStep;
import io.omnigraph.schema.migration.MigrationStep.TypeKind;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.TableEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a commit says about tables, on its way from one schema to the next.
 *
 * <p>A new table or column gets the number that it has in a guide, where that is free: what the
 * same change adds to several branches is the same table and the same column on all of them.
 */
final class Catalog {

  private final SortedMap<String, TableEntry> tables;
  private final SortedSet<String> destroyed;
  private final List<TableEntry> dropped = new ArrayList<>();
  private final Set<String> narrowed = new TreeSet<>();
  private final SortedMap<String, SortedMap<String, Object>> fills = new TreeMap<>();
  private final Map<String, TableEntry> guide;
  private int nextTable;

  /** The tables of a commit, with fresh numbers for what is added. */
  Catalog(CommitRecord from) {
    this(from, Map.of());
  }

  /**
   * The tables of a commit.
   *
   * @param guide the tables of another branch that has the new schema already, by key
   */
  Catalog(CommitRecord from, Map<String, TableEntry> guide) {
    this.guide = Map.copyOf(guide);
    this.tables = new TreeMap<>(from.tables());
    this.destroyed = new TreeSet<>(from.destroyed());
    this.nextTable = from.nextTable();
  }

  SortedMap<String, TableEntry> tables() {
    return tables;
  }

  /** The datasets that are beyond reach afterwards. */
  SortedSet<String> destroyed() {
    return destroyed;
  }

  /** The tables whose types are dropped. */
  List<TableEntry> dropped() {
    return dropped;
  }

  /** The keys of the tables that lost a property. */
  Set<String> narrowed() {
    return narrowed;
  }

  /** The values of new properties in existing rows, by table key and property. */
  SortedMap<String, SortedMap<String, Object>> fills() {
    return fills;
  }

  int nextTable() {
    return nextTable;
  }

  /** Does one step. Interfaces have no tables; constraints, types and descriptions no columns. */
  void apply(MigrationStep step) {
    switch (step) {
      case MigrationStep.AddType(var kind, var name) -> add(kind, name);
      case MigrationStep.RenameType(var kind, var from, var to) -> rename(kind, from, to);
      case MigrationStep.AddProperty(var kind, var type, var name, var propertyType, var fill) -> {
        change(kind, type, t -> widened(key(kind, type), t, name));
        if (fill != null && kind != TypeKind.INTERFACE) {
          fills
              .computeIfAbsent(key(kind, type), _ -> new TreeMap<>())
              .put(name, DefaultValue.parse(propertyType, fill).orElseThrow());
        }
      }
      case MigrationStep.RenameProperty(var kind, var type, var from, var to) ->
          change(kind, type, t -> t.withPropertyRenamed(from, to));
      case MigrationStep.DropProperty(var kind, var type, var name, _) -> {
        change(kind, type, t -> t.withoutProperty(name));
        if (kind != TypeKind.INTERFACE) {
          narrowed.add(key(kind, type));
        }
      }
      case MigrationStep.DropType(var kind, var name, _) -> drop(kind, name);
      case MigrationStep.AddConstraint _,
          MigrationStep.DropConstraint _,
          MigrationStep.ChangePropertyType _,
          MigrationStep.ChangeCardinality _,
          MigrationStep.ChangeInterfaces _,
          MigrationStep.UpdateTypeMetadata _,
          MigrationStep.UpdatePropertyMetadata _ -> {}
      case MigrationStep.UnsupportedChange change ->
          throw new IllegalArgumentException("not a step that can be done: " + change);
    }
  }

  /**
   * Gives new types their columns.
   *
   * @throws IllegalArgumentException when the steps did not lead to the desired schema
   */
  void requireMatch(Schema desired) {
    types(desired).forEach(this::fillIfNew);
    Set<String> wanted =
        types(desired).map(GraphType::tableKey).collect(Collectors.toCollection(TreeSet::new));
    if (!wanted.equals(tables.keySet())) {
      throw new IllegalArgumentException(
          "the steps lead to tables %s instead of %s".formatted(tables.keySet(), wanted));
    }
    types(desired).forEach(this::requireMatch);
  }

  private void requireMatch(GraphType type) {
    Set<String> wanted =
        type.properties().stream()
            .map(Property::name)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> found = entry(type.tableKey()).columns().keySet();
    if (!wanted.equals(found)) {
      throw new IllegalArgumentException(
          "the steps lead to %s with %s instead of %s".formatted(type.tableKey(), found, wanted));
    }
  }

  private void fillIfNew(GraphType type) {
    TableEntry table = tables.get(type.tableKey());
    if (table == null || table.nextColumn() > 1) {
      return;
    }
    for (Property property : type.properties()) {
      table =
          table.columns().containsKey(property.name())
              ? table
              : widened(type.tableKey(), table, property.name());
    }
    tables.put(type.tableKey(), table);
  }

  private void add(TypeKind kind, String name) {
    if (kind != TypeKind.INTERFACE) {
      TableEntry known = guide.get(key(kind, name));
      int number =
          known == null
              ? nextTable
              : Math.max(nextTable, Integer.parseInt(known.id().substring(1)));
      tables.put(key(kind, name), TableEntry.empty("t" + number));
      nextTable = number + 1;
    }
  }

  private TableEntry widened(String key, TableEntry table, String property) {
    TableEntry known = guide.get(key);
    int number =
        known == null || !known.id().equals(table.id())
            ? table.nextColumn()
            : known.columnNumber(property).orElse(table.nextColumn());
    return table.withProperty(property, Math.max(number, table.nextColumn()));
  }

  private void rename(TypeKind kind, String from, String to) {
    TableEntry table = entry(key(kind, from));
    tables.remove(key(kind, from));
    tables.put(key(kind, to), table);
  }

  private void drop(TypeKind kind, String name) {
    if (kind == TypeKind.INTERFACE) {
      return;
    }
    dropped.add(entry(key(kind, name)));
    tables.remove(key(kind, name));
  }

  private void change(TypeKind kind, String type, UnaryOperator<TableEntry> change) {
    if (kind != TypeKind.INTERFACE) {
      tables.put(key(kind, type), change.apply(entry(key(kind, type))));
    }
  }

  private TableEntry entry(String key) {
    TableEntry entry = tables.get(key);
    if (entry == null) {
      throw new IllegalArgumentException("a step names the table " + key + ", which is not there");
    }
    return entry;
  }

  private static Stream<GraphType> types(Schema schema) {
    return Stream.concat(schema.nodes().stream(), schema.edges().stream());
  }

  private static String key(TypeKind kind, String name) {
    return kind.word() + ":" + name;
  }
}
