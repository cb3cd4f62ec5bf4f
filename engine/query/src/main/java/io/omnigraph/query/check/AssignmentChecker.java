package io.omnigraph.query.check;

import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.query.ast.Statement;
import io.omnigraph.query.check.CheckedStatement.Assignment;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.Property;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks the assignments of a statement.
 *
 * @param type that the statement changes
 */
record AssignmentChecker(GraphType type, ValueChecker values) {

  List<Assignment> assignments(List<Statement.Assignment> written) {
    refuseTwice(written);
    List<Assignment> checked = new ArrayList<>();
    for (Statement.Assignment assignment : written) {
      Property property = property(type, assignment.property(), assignment.span());
      var target =
          new ValueChecker.Target(
              type.name() + "." + property.name(), property.type(), ValueChecker.Use.ASSIGNED);
      checked.add(new Assignment(property, values.value(target, assignment.value())));
    }
    return checked;
  }

  /** That no property is assigned twice. */
  void refuseTwice(List<Statement.Assignment> written) {
    Set<String> seen = new HashSet<>();
    for (Statement.Assignment assignment : written) {
      if (!seen.add(assignment.property())) {
        throw TypeError.of(
            "T13", "`" + assignment.property() + "` is assigned twice", assignment.span());
      }
    }
  }

  /** The property of a type that a mutation names. */
  static Property property(GraphType type, String name, SourceSpan span) {
    return type.property(name)
        .orElseThrow(() ->
            TypeError.of(
                "T11",
                "type `%s` has no property `%s`".formatted(type.name(), name),
                Types.nearestProperty(type, name),
                Types.near(name, Types.propertyNames(type)),
                span));
  }
}
