package io.omnigraph.query.check;

import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.check.TypedExpression.PropertyValue;
import io.omnigraph.query.parameter.Parameter;
import io.omnigraph.schema.catalog.GraphType.NodeType;
import io.omnigraph.schema.catalog.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the names in a block mean so far. The scope of an inner block sees the blocks around it;
 * what an {@code optional} block binds is seen after it too. Used by one thread.
 */
final class Scope {

  private final Map<String, Parameter> parameters;
  private final @Nullable Scope outer;
  private final Slots slots;
  private final boolean bindsNullable;
  private final Map<String, NodeVariable> named = new HashMap<>();
  private final List<NodeVariable> variables = new ArrayList<>();
  private boolean mentionsOuter;

  private Scope(
      Map<String, Parameter> parameters, @Nullable Scope outer, Slots slots, boolean nullable) {
    this.parameters = parameters;
    this.outer = outer;
    this.slots = slots;
    this.bindsNullable = nullable;
  }

  /** The scope of a {@code match} block. */
  static Scope of(Map<String, Parameter> parameters) {
    return new Scope(parameters, null, new Slots(), false);
  }

  /** The scope of a {@code not} block, or another one that keeps its variables to itself. */
  Scope inner() {
    return new Scope(parameters, this, slots, false);
  }

  /** The scope of an {@code optional} block in this one. */
  Scope optional() {
    return new Scope(parameters, this, slots, true);
  }

  /** Makes the names of an {@code optional} block in this one known after it. */
  void adopt(Scope optional) {
    named.putAll(optional.named);
  }

  /** The variables that the block itself has introduced, by slot. */
  List<NodeVariable> variables() {
    return List.copyOf(variables);
  }

  /** The number of variables of the whole query so far. */
  int slots() {
    return slots.taken;
  }

  /** Whether the block itself has used a variable of a block around it. */
  boolean mentionsOuter() {
    return mentionsOuter;
  }

  /** A parameter. */
  Optional<Parameter> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** A node variable that is bound so far. */
  Optional<NodeVariable> variable(String name) {
    NodeVariable own = named.get(name);
    if (own != null || outer == null) {
      return Optional.ofNullable(own);
    }
    Optional<NodeVariable> found = outer.find(name);
    mentionsOuter |= found.isPresent();
    return found;
  }

  private Optional<NodeVariable> find(String name) {
    NodeVariable own = named.get(name);
    return own == null && outer != null ? outer.find(name) : Optional.ofNullable(own);
  }

  /** Binds a variable that is not bound; an anonymous one is a new one each time. */
  NodeVariable bind(Expression.Variable written, NodeType type) {
    NodeVariable variable = new NodeVariable(slots.taken++, written.name(), type, bindsNullable);
    variables.add(variable);
    if (!written.isAnonymous()) {
      named.put(written.name(), variable);
    }
    return variable;
  }

  /** That a variable which the block is about to walk from or bind again has a node there. */
  void requireNode(NodeVariable variable, SourceSpan span) {
    if (named.containsValue(variable) && !variables.contains(variable)) {
      throw TypeError.plain(
          "`$%s` comes from an `optional` block and may have no node here"
              .formatted(variable.name()),
          "go on inside that block, or in another `optional` block",
          span);
    }
  }

  /** The property that is accessed. */
  PropertyValue property(Expression.PropertyAccess access) {
    return property(access, "T6");
  }

  /** The property that is accessed, where a name that is not known has a code of its own. */
  PropertyValue property(Expression.PropertyAccess access, String code) {
    NodeVariable variable =
        variable(access.variable())
            .orElseThrow(() ->
                TypeError.of(
                    code,
                    notBound(access.variable()),
                    nearestVariable(access.variable()),
                    access.span()));
    Property property =
        variable
            .type()
            .property(access.property())
            .orElseThrow(() -> unknownProperty(variable, access, code));
    return new PropertyValue(variable, property);
  }

  private static TypeError unknownProperty(
      NodeVariable variable, Expression.PropertyAccess access, String code) {
    NodeType type = variable.type();
    String help =
        access.property().equals("id")
            ? "the id of a node is `$" + variable.name() + "` itself"
            : Types.nearestProperty(type, access.property());
    String message = "type `%s` has no property `%s`".formatted(type.name(), access.property());
    return TypeError.of(code, message, help, access.span());
  }

  /** That neither a parameter nor a node variable has the name. */
  TypeError unbound(String name, SourceSpan span) {
    return TypeError.plain(notBound(name), nearestVariable(name), span);
  }

  private static String notBound(String name) {
    return "variable `$" + name + "` is not bound";
  }

  private @Nullable String nearestVariable(String name) {
    SortedSet<String> known = new TreeSet<>(parameters.keySet());
    for (Scope scope = this; scope != null; scope = scope.outer) {
      known.addAll(scope.named.keySet());
    }
    return Types.nearestVariable(name, known);
  }

  /** How many slots of a query are taken. */
  private static final class Slots {
    private int taken;
  }
}
