package io.omnigraph.query.check;

import io.omnigraph.ground.source.DidYouMean;
import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.ast.SystemField;
import io.omnigraph.query.check.TypedExpression.PropertyValue;
import io.omnigraph.query.check.TypedExpression.SystemValue;
import io.omnigraph.query.parameter.Parameter;
import io.omnigraph.query.problem.Repair;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
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

  /** What the names of variables cannot begin with. */
  static final String RESERVED = "__";

  private final Map<String, Parameter> parameters;
  private final @Nullable Scope outer;
  private final Slots slots;
  private final boolean bindsNullable;
  private final Map<String, RowVariable> named = new HashMap<>();
  private final List<RowVariable> variables = new ArrayList<>();
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
  List<RowVariable> variables() {
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

  /** A variable that is bound so far. */
  Optional<RowVariable> variable(String name) {
    RowVariable own = named.get(name);
    if (own != null || outer == null) {
      return Optional.ofNullable(own);
    }
    Optional<RowVariable> found = outer.find(name);
    mentionsOuter |= found.isPresent();
    return found;
  }

  private Optional<RowVariable> find(String name) {
    RowVariable own = named.get(name);
    return own == null && outer != null ? outer.find(name) : Optional.ofNullable(own);
  }

  /** Binds a variable that is not bound; an anonymous one is a new one each time. */
  NodeVariable bind(Expression.Variable written, NodeType type) {
    refuseReserved(written);
    NodeVariable variable = new NodeVariable(slots.taken++, written.name(), type, bindsNullable);
    return bind(variable);
  }

  /** Binds an edge variable that is not bound; an anonymous one is a new one each time. */
  EdgeVariable bindEdge(Expression.Variable written, List<EdgeType> types) {
    refuseReserved(written);
    return bind(new EdgeVariable(slots.taken++, written.name(), types, bindsNullable));
  }

  private static void refuseReserved(Expression.Variable written) {
    if (written.name().startsWith(RESERVED)) {
      throw TypeError.of(
          "T49",
          "the name `$" + written.name() + "` is reserved",
          "names that begin with `__` are not for queries",
          written.span());
    }
  }

  private <T extends RowVariable> T bind(T variable) {
    variables.add(variable);
    if (!variable.isAnonymous()) {
      named.put(variable.name(), variable);
    }
    return variable;
  }

  /** Takes a slot for a condition that is worked out once for each row. */
  TypedExpression.Computed compute(Condition condition) {
    return new TypedExpression.Computed(slots.taken++, condition);
  }

  /** That a variable which the block is about to walk from or bind again has a node there. */
  void requireNode(RowVariable variable, SourceSpan span) {
    if (named.containsValue(variable) && !variables.contains(variable)) {
      throw TypeError.of(
          "T61",
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
    RowVariable variable = row(access.variable(), code, access.span());
    Property property =
        variable
            .property(access.property())
            .orElseThrow(() -> unknownProperty(variable, access, code));
    return new PropertyValue(variable, property);
  }

  private RowVariable row(String name, String code, SourceSpan span) {
    return variable(name)
        .orElseThrow(() -> TypeError.of(code, notBound(name), nearestVariable(name), span));
  }

  /** The system field that is accessed. */
  SystemValue system(Expression.SystemAccess access) {
    String name = access.variable();
    if (name == null) {
      throw TypeError.of(
          "T7",
          "`%s` needs a variable before it here".formatted(access.field().written()),
          access.span());
    }
    RowVariable variable = row(name, "T6", access.span());
    if (variable instanceof NodeVariable && access.field() != SystemField.ID) {
      throw TypeError.of(
          "T6",
          "a node has no `%s`".formatted(access.field().written()),
          "it has `@id`",
          access.span());
    }
    return new SystemValue(variable, access.field());
  }

  private static TypeError unknownProperty(
      RowVariable variable, Expression.PropertyAccess access, String code) {
    // The place is the whole access, so that is what is replaced; a shape has the property alone.
    boolean isAlone = access.span().end() - access.span().start() == access.property().length();
    String start = isAlone ? "" : "$" + access.variable() + ".";
    if (access.property().equals("id")) {
      String id = start + "@id";
      return TypeError.of(
          code,
          "type `%s` has no property `id`".formatted(variable.typeNames()),
          "the id is `" + id + "`",
          Repair.replace(id),
          access.span());
    }
    String misfit =
        variable instanceof EdgeVariable edge && edge.types().size() > 1
            ? edge.misfit(access.property()).map(EdgeType::name).orElse(variable.typeNames())
            : variable.typeNames();
    String message =
        variable.types().size() > 1
            ? "type `%s` has no property `%s` that fits the others"
            : "type `%s` has no property `%s`";
    List<String> known =
        variable.types().stream()
            .flatMap(type -> Types.propertyNames(type).stream())
            .filter(name -> variable.property(name).isPresent())
            .distinct()
            .toList();
    return TypeError.of(
        code,
        message.formatted(misfit, access.property()),
        DidYouMean.help(access.property(), known),
        Types.near(access.property(), known).after(start),
        access.span());
  }

  /** That neither a parameter nor a node variable has the name. */
  TypeError unbound(String name, SourceSpan span) {
    return TypeError.of("T6", notBound(name), nearestVariable(name), span);
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
