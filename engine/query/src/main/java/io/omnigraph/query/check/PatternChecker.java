package io.omnigraph.query.check;

import io.omnigraph.ground.source.DidYouMean;
import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.query.ast.Clause;
import io.omnigraph.query.ast.Comparison;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.ast.Literal;
import io.omnigraph.query.check.TypedExpression.Fixed;
import io.omnigraph.query.check.TypedExpression.PropertyValue;
import io.omnigraph.schema.catalog.GraphType.NodeType;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.values.PropertyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the clauses of one block in the order of the source. */
final class PatternChecker {

  private final Schema schema;
  private final Scope scope;
  private final TraversalChecker traversals;
  private final ExpressionChecker expressions;
  private final ValueChecker values;
  private final MeasureChecker measures;
  private final List<Pattern.Traversal> checkedTraversals = new ArrayList<>();
  private final List<Condition> conditions = new ArrayList<>();
  private final List<Pattern.Block> blocks = new ArrayList<>();
  private final List<Pattern> optionals = new ArrayList<>();

  PatternChecker(Schema schema, Scope scope) {
    this.schema = schema;
    this.scope = scope;
    this.traversals = new TraversalChecker(schema, scope);
    this.measures = new MeasureChecker(schema, scope);
    this.expressions = new ExpressionChecker(new MatchOperands(scope));
    this.values =
        new ValueChecker(variable ->
            scope.parameter(variable.name()).orElseThrow(() -> notAParameter(scope, variable)));
  }

  private static TypeError notAParameter(Scope scope, Expression.Variable variable) {
    return scope.variable(variable.name()).isPresent()
        ? TypeError.of(
            "T45",
            "`$%s` is a node, but a parameter or a literal is expected".formatted(variable.name()),
            null,
            variable.span())
        : scope.undeclared(variable.name(), variable.span());
  }

  Pattern pattern(List<Clause> clauses) {
    for (Clause clause : clauses) {
      switch (clause) {
        case Clause.Binding binding -> binding(binding);
        case Clause.Traversal traversal -> {
          if (traversal.edges().isWildcard()) {
            bindDeclared(traversal.source(), clauses);
            bindDeclared(traversal.target(), clauses);
          }
          checkedTraversals.add(traversals.check(traversal));
        }
        case Clause.Filter(var condition, _) ->
            expressions.condition(condition).conjuncts().forEach(conditions::add);
        case Clause.Negation(var inner, var span) ->
            blocks.add(new Pattern.Block.Absent(block("not", inner, span)));
        case Clause.Existence(var inner, var span) ->
            blocks.add(new Pattern.Block.Present(block("exists", inner, span)));
        case Clause.Measure measure -> blocks.add(measures.check(measure));
        case Clause.OptionalMatch optional -> optionals.add(optional(optional));
      }
    }
    return new Pattern(scope.variables(), checkedTraversals, conditions, blocks, optionals);
  }

  /** Binds a variable that the block declares further down. */
  private void bindDeclared(Expression.Variable variable, List<Clause> clauses) {
    if (variable.isAnonymous() || scope.variable(variable.name()).isPresent()) {
      return;
    }
    clauses.stream()
        .filter(Clause.Binding.class::isInstance)
        .map(Clause.Binding.class::cast)
        .filter(binding -> binding.variable().name().equals(variable.name()))
        .findFirst()
        .flatMap(binding -> schema.node(binding.type()))
        .ifPresent(type -> scope.bind(variable, type));
  }

  private void binding(Clause.Binding binding) {
    NodeType type = schema.node(binding.type()).orElseThrow(() -> notANodeType(schema, binding));
    NodeVariable variable = bind(binding.variable(), type);
    for (Clause.PropertyMatch match : binding.matches()) {
      conditions.add(match(variable, match));
    }
  }

  private static TypeError notANodeType(Schema schema, Clause.Binding binding) {
    String name = binding.type();
    List<String> nodes = schema.nodes().stream().map(NodeType::name).toList();
    if (schema.edge(name).isPresent()) {
      return TypeError.of(
          "T1", "`" + name + "` is an edge type, not a node type", binding.typeSpan());
    }
    if (schema.interfaces().stream().anyMatch(i -> i.name().equals(name))) {
      return TypeError.of(
          "T1",
          "`" + name + "` is an interface, and interfaces cannot be matched",
          "match one of the node types that implement it",
          binding.typeSpan());
    }
    return TypeError.of(
        "T1",
        "unknown node type `" + name + "`",
        DidYouMean.help(name, nodes),
        Types.near(name, nodes),
        binding.typeSpan());
  }

  private NodeVariable bind(Expression.Variable written, NodeType type) {
    if (written.isAnonymous()) {
      throw TypeError.of(
          "T57", "`$_` stands for any node and cannot be bound", "give it a name", written.span());
    }
    Optional<RowVariable> bound = scope.variable(written.name());
    return switch (bound.orElse(null)) {
      case null -> scope.bind(written, type);
      case EdgeVariable _ ->
          throw TypeError.of(
              "T23",
              "`$" + written.name() + "` is an edge and cannot be bound as a node",
              written.span());
      case NodeVariable node -> rebound(node, written, type);
    };
  }

  private NodeVariable rebound(NodeVariable node, Expression.Variable written, NodeType type) {
    if (!node.type().name().equals(type.name())) {
      throw TypeError.of(
          "T50",
          "variable `$%s` already bound to type `%s`, cannot rebind to `%s`"
              .formatted(written.name(), node.type().name(), type.name()),
          written.span());
    }
    scope.requireNode(node, written.span());
    if (node.isNullable()) {
      conditions.add(new Condition.IsNull(TypedExpression.SystemValue.id(node), false));
    }
    return node;
  }

  private Condition match(NodeVariable variable, Clause.PropertyMatch match) {
    NodeType type = variable.type();
    Property property =
        type.property(match.property())
            .orElseThrow(() ->
                TypeError.of(
                    "T2",
                    "type `%s` has no property `%s`".formatted(type.name(), match.property()),
                    Types.nearestProperty(type, match.property()),
                    Types.near(match.property(), Types.propertyNames(type)),
                    match.span()));
    String name = type.name() + "." + property.name();
    refuseUnmatchable(name, property.type(), match);
    PropertyValue field = new PropertyValue(variable, property);
    boolean isMembership = property.type().isList();
    Fixed value =
        values.value(
            new ValueChecker.Target(
                name,
                isMembership ? elementOf(property.type()) : property.type(),
                ValueChecker.Use.MATCHED),
            match.value());
    return isMembership
        ? new Condition.HasElement(field, value)
        : new Condition.Compares(field, Comparison.EQUAL, value);
  }

  private void refuseUnmatchable(String name, PropertyType type, Clause.PropertyMatch match) {
    SourceSpan span = match.value().span();
    if (!type.isList() && !Types.isComparable(type)) {
      throw TypeError.of(
          "T3",
          "`%s` is %s, which cannot be matched".formatted(name, Types.incomparable(type)),
          span);
    }
    if (type.isList() && match.value() instanceof Expression.Now) {
      throw TypeError.of(
          "T7", "now() is a `DateTime`, but `%s` has type `%s`".formatted(name, type), span);
    }
    if (type.isList() && isList(match.value())) {
      throw TypeError.of(
          match.value() instanceof Literal ? "T3" : "T7",
          "list equality is not supported for `" + name + "`",
          "use a scalar value to match list membership",
          span);
    }
  }

  private boolean isList(Expression value) {
    return switch (value) {
      case Literal.Items _ -> true;
      case Expression.Variable(String name, _) ->
          scope.parameter(name).map(p -> p.type().isList()).orElse(false);
      default -> false;
    };
  }

  private static PropertyType elementOf(PropertyType list) {
    return new PropertyType(
        list.scalar(), list.dimension(), false, list.isNullable(), list.enumValues());
  }

  private Pattern block(String word, List<Clause> clauses, SourceSpan span) {
    return inside(scope.inner(), word, clauses, span);
  }

  private Pattern optional(Clause.OptionalMatch optional) {
    Scope inner = scope.optional();
    Pattern pattern = inside(inner, "optional", optional.clauses(), optional.span());
    scope.adopt(inner);
    return pattern;
  }

  private Pattern inside(Scope inner, String word, List<Clause> clauses, SourceSpan span) {
    return pattern(schema, inner, word, clauses, span);
  }

  /** The pattern of a block, which must be about a variable from outside it. */
  static Pattern pattern(
      Schema schema, Scope inner, String word, List<Clause> clauses, SourceSpan span) {
    Pattern pattern = new PatternChecker(schema, inner).pattern(clauses);
    if (!inner.mentionsOuter()) {
      throw TypeError.of(
          word.equals("not") ? "T9" : "T39",
          "the `" + word + "` block must mention a variable from outside it",
          span);
    }
    return pattern;
  }
}
