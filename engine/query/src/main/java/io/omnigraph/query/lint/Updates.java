package io.omnigraph.query.lint;

import io.omnigraph.query.check.CheckedMutation;
import io.omnigraph.query.check.CheckedQuery;
import io.omnigraph.query.check.CheckedRead;
import io.omnigraph.query.check.CheckedStatement.Update;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.lint.LintReport.Finding;
import io.omnigraph.schema.catalog.GraphType.NodeType;
import io.omnigraph.schema.catalog.Property;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which properties the updates of a file set, and which they forget. */
final class Updates {

  /** What the updates of one type do. */
  private record OfType(NodeType type, TreeSet<String> queries, TreeSet<String> set) {}

  private final SortedMap<String, OfType> types = new TreeMap<>();

  void add(CheckedQuery query) {
    switch (query) {
      case CheckedMutation mutation ->
          mutation.statements().stream()
              .filter(Update.class::isInstance)
              .map(Update.class::cast)
              .forEach(update -> add(mutation.name(), update));
      case CheckedRead _ -> {}
    }
  }

  private void add(String query, Update update) {
    if (!(update.row() instanceof NodeVariable(_, _, var type, _))) {
      return;
    }
    OfType updated =
        types.computeIfAbsent(type.name(), _ -> new OfType(type, new TreeSet<>(), new TreeSet<>()));
    updated.queries().add(query);
    update.assignments().forEach(a -> updated.set().add(a.property().name()));
  }

  /** The properties that no update sets, by type and property. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (OfType updated : types.values()) {
      updated.type().properties().stream()
          .filter(property -> isForgotten(updated, property))
          .map(Property::name)
          .sorted(Comparator.naturalOrder())
          .forEach(property -> findings.add(finding(updated, property)));
    }
    return findings;
  }

  private static boolean isForgotten(OfType updated, Property property) {
    return property.type().isNullable()
        && !updated.set().contains(property.name())
        && !updated.type().keyColumns().contains(property.name())
        && property.annotation("embed").isEmpty();
  }

  private static Finding finding(OfType updated, String property) {
    String type = updated.type().name();
    String message = type + "." + property + " exists in schema but no update query sets it";
    return new Finding(
        LintReport.WARNING, "L201", message, type, property, List.copyOf(updated.queries()), null);
  }
}
