package io.omnigraph.execute.plan;

import io.omnigraph.query.ast.SystemField;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.TypedExpression;
import io.omnigraph.values.Scalar;
import java.util.List;
import java.util.Optional;

/** Knows where the value of an expression is the id of a node. */
final class Keys {

  private Keys() {}

  /** The variable whose node's id an expression is, or its only, textual key; empty for others. */
  static Optional<NodeVariable> owner(TypedExpression expression) {
    return switch (expression) {
      case TypedExpression.SystemValue(NodeVariable owner, _) when isId(expression, owner) ->
          Optional.of(owner);
      case TypedExpression.PropertyValue(NodeVariable owner, _) when isId(expression, owner) ->
          Optional.of(owner);
      default -> Optional.empty();
    };
  }

  /** Whether an expression is the id or the only, textual key of a variable's node. */
  static boolean isId(TypedExpression expression, NodeVariable variable) {
    if (expression instanceof TypedExpression.SystemValue(var owner, var field)) {
      return owner.equals(variable) && field == SystemField.ID;
    }
    return expression instanceof TypedExpression.PropertyValue(var owner, var property)
        && owner.equals(variable)
        && property.type().scalar() == Scalar.STRING
        && !property.type().isList()
        && variable.type().keyColumns().equals(List.of(property.name()));
  }
}
