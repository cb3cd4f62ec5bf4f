package io.omnigraph.store.schema;

import io.omnigraph.graph.column.Values;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.write.KeyText;
import io.omnigraph.graph.write.ValueRules;
import io.omnigraph.graph.write.WriteRejected;
import io.omnigraph.schema.catalog.Constraint;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.GraphType.NodeType;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.values.Identity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the stored rows that break a constraint which they have not had so far. */
final class ConstraintCheck {

  private final MigratedTable table;

  ConstraintCheck(MigratedTable table) {
    this.table = table;
  }

  Offenders offenders(Constraint constraint) {
    return switch (constraint) {
      case Constraint.Unique(var columns) -> repeated(columns);
      case Constraint.Key _ -> otherIds();
      case Constraint.Range range -> broken(range.property(), range);
      case Constraint.Check check -> broken(check.property(), check);
      case Constraint.Index _ -> new Offenders();
    };
  }

  /** Rows whose values another row has, too. */
  private Offenders repeated(List<String> names) {
    List<Column> columns = names.stream().map(table::column).toList();
    Map<List<Object>, Integer> first = new HashMap<>();
    Map<Integer, Boolean> isReported = new HashMap<>();
    Offenders offenders = new Offenders();
    table
        .live()
        .forEach(row ->
            tuple(columns, row)
                .ifPresent(tuple -> {
                  Integer earlier = first.putIfAbsent(tuple, row);
                  if (earlier != null) {
                    String finding = "'%s' and '%s' have the same".formatted(id(earlier), id(row));
                    if (isReported.put(earlier, true) == null) {
                      offenders.add(id(earlier), finding);
                    }
                    offenders.add(id(row), finding);
                  }
                }));
    return offenders;
  }

  private static Optional<List<Object>> tuple(List<Column> columns, int row) {
    List<Object> tuple = new ArrayList<>(columns.size());
    for (Column column : columns) {
      if (column.isNull(row)) {
        return Optional.empty();
      }
      tuple.add(Identity.of(Values.at(column, row)));
    }
    return Optional.of(tuple);
  }

  /** Ids never change, so a key can come only to rows whose ids are its text already. */
  private Offenders otherIds() {
    Map<String, Column> columns = new HashMap<>();
    table.type().keyColumns().forEach(name -> columns.put(name, table.column(name)));
    Offenders offenders = new Offenders();
    table
        .live()
        .forEach(row -> {
          Map<String, Object> values = values(columns, row);
          if (values.size() < columns.size()) {
            offenders.add(id(row), "id '" + id(row) + "' has no key");
          } else if (!key(values).equals(id(row))) {
            offenders.add(id(row), "id '%s' is not the key '%s'".formatted(id(row), key(values)));
          }
        });
    return offenders;
  }

  private String key(Map<String, Object> values) {
    return switch (table.type()) {
      case NodeType node -> KeyText.of(node, values);
      case EdgeType edge ->
          KeyText.of(
              edge,
              String.valueOf(values.get(EdgeType.ENDS.getFirst())),
              String.valueOf(values.get(EdgeType.ENDS.getLast())),
              values);
      case GraphType.InterfaceType _ -> throw new IllegalStateException("an interface has no rows");
    };
  }

  /** Rows whose value a write would be refused. */
  private Offenders broken(String name, Constraint constraint) {
    Property property = table.type().property(name).orElseThrow();
    Property optional = new Property(name, property.type().nullable(), List.of());
    ValueRules rules =
        new ValueRules(
            new NodeType(
                table.type().name(), List.of(), List.of(), List.of(optional), List.of(constraint)));
    Column column = table.column(name);
    Offenders offenders = new Offenders();
    table
        .live()
        .forEach(row -> {
          try {
            rules.checkConstraints(_ -> column.isNull(row) ? null : Values.at(column, row));
          } catch (WriteRejected e) {
            offenders.add(id(row), String.valueOf(e.getMessage()));
          }
        });
    return offenders;
  }

  private static Map<String, Object> values(Map<String, Column> columns, int row) {
    Map<String, Object> values = new HashMap<>();
    columns.forEach((name, column) -> {
      if (!column.isNull(row)) {
        values.put(name, Values.at(column, row));
      }
    });
    return values;
  }

  private String id(int row) {
    return table.rows().id(row);
  }
}
