package io.omnigraph.query.parse;

import io.omnigraph.ground.source.DidYouMean;
import io.omnigraph.query.ast.AggregateFunction;
import io.omnigraph.query.ast.Clause;
import io.omnigraph.query.ast.Comparison;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.problem.Repair;
import io.omnigraph.schema.language.SyntaxException;
import io.omnigraph.schema.language.Token;
import io.omnigraph.schema.language.Token.Kind;
import io.omnigraph.schema.language.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the clauses of {@code match} and {@code not} blocks. */
final class ClauseParser {

  /** Operators of other languages. */
  private static final Set<String> FOREIGN = Set.of("like", "ilike", "matches", "regexp");

  private static final List<String> BLOCKS =
      List.of("not", "exists", "count", "optional", "sum", "avg", "min", "max");

  private final Cursor cursor;
  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private final TraversalParser traversals;

  ClauseParser(Cursor cursor, ExpressionParser expressions) {
    this.cursor = cursor;
    this.tokens = cursor.tokens();
    this.expressions = expressions;
    this.traversals = new TraversalParser(cursor, expressions);
  }

  /** At least one clause in braces. */
  List<Clause> block() {
    tokens.expectSymbol("{");
    List<Clause> clauses = new ArrayList<>();
    do {
      if (tokens.atSymbol(",")) {
        throw cursor.failure("clauses are not separated by commas", "leave the comma out");
      }
      clauses.add(clause());
    } while (!tokens.acceptSymbol("}"));
    return clauses;
  }

  private Clause clause() {
    if ((tokens.at(Kind.NAME) && tokens.peek(1).isSymbol("{"))
        || QueryTokens.beginMeasure(tokens::peek)) {
      return cursor.nested(this::blockClause);
    }
    if (tokens.at(Kind.VARIABLE) && tokens.peek(1).isSymbol(":")) {
      return binding();
    }
    traversals.refuseSingleAlternative();
    return QueryTokens.beginTraversal(tokens::peek) ? traversals.traversal() : filter();
  }

  private Clause blockClause() {
    Token word = tokens.peek();
    return switch (word.text()) {
      case "not" -> {
        List<Clause> clauses = innerBlock();
        yield new Clause.Negation(clauses, cursor.since(word));
      }
      case "exists" -> {
        List<Clause> clauses = innerBlock();
        yield new Clause.Existence(clauses, cursor.since(word));
      }
      case "optional" -> {
        List<Clause> clauses = innerBlock();
        yield new Clause.OptionalMatch(clauses, cursor.since(word));
      }
      case "count" -> measure(AggregateFunction.COUNT);
      case "sum" -> measure(AggregateFunction.SUM);
      case "avg" -> measure(AggregateFunction.AVG);
      case "min" -> measure(AggregateFunction.MIN);
      case "max" -> measure(AggregateFunction.MAX);
      default ->
          throw cursor.failure(
              "unknown block " + word.described(), DidYouMean.help(word.text(), BLOCKS));
    };
  }

  private List<Clause> innerBlock() {
    tokens.next();
    return block();
  }

  private Clause measure(AggregateFunction function) {
    Token word = tokens.next();
    @Nullable Expression argument = null;
    if (tokens.acceptSymbol("(")) {
      argument = expressions.expression();
      tokens.expectSymbol(")");
    }
    List<Clause> clauses = block();
    Comparison comparison =
        expressions
            .comparison()
            .orElseThrow(
                () -> tokens.expected("a comparison", "write `exists { … }` to ask for any match"));
    Expression number = expressions.operand();
    return new Clause.Measure(function, argument, clauses, comparison, number, cursor.since(word));
  }

  private Clause binding() {
    Token first = tokens.peek();
    Expression.Variable variable = expressions.variable();
    tokens.expectSymbol(":");
    Token type = tokens.expect(Kind.TYPE_NAME, "a node type");
    List<Clause.PropertyMatch> matches = tokens.acceptSymbol("{") ? matches() : List.of();
    return new Clause.Binding(
        variable, type.text(), cursor.span(type), matches, cursor.since(first));
  }

  private List<Clause.PropertyMatch> matches() {
    List<Clause.PropertyMatch> matches = new ArrayList<>();
    do {
      Token property = tokens.expect(Kind.NAME, "the name of a property");
      tokens.expectSymbol(":");
      Expression value = expressions.assigned();
      matches.add(new Clause.PropertyMatch(property.text(), value, cursor.span(property)));
    } while (tokens.acceptSymbol(",") && !tokens.atSymbol("}"));
    tokens.expectSymbol("}");
    return matches;
  }

  private Clause filter() {
    Token first = tokens.peek();
    Expression condition = expressions.expression();
    if (isForeignOperator()) {
      throw cursor.failure(
          "`%s` is no operator".formatted(tokens.peek().text()),
          "texts are tested by `contains`, `starts_with` and `ends with`",
          likeAPrefix());
    }
    if (condition instanceof Expression.Variable && tokens.at(Kind.TYPE_NAME)) {
      throw misspeltEdge();
    }
    return new Clause.Filter(condition, cursor.since(first));
  }

  private boolean isForeignOperator() {
    return tokens.at(Kind.NAME)
        && FOREIGN.contains(tokens.peek().text())
        && tokens.peek(1).kind() != Kind.SYMBOL;
  }

  /** How {@code like "a%"} is written here; nothing for other patterns. */
  private Repair likeAPrefix() {
    String pattern = tokens.peek(1).text();
    boolean isPrefix =
        tokens.atWord("like")
            && tokens.peek(1).kind() == Kind.STRING
            && pattern.endsWith("%")
            && pattern.chars().filter(c -> c == '%' || c == '_' || c == '"' || c == '\\').count()
                == 1;
    return isPrefix
        ? Repair.write("starts_with \"" + pattern.substring(0, pattern.length() - 1) + "\"")
        : Repair.NONE;
  }

  /** That an edge is spelt as in the schema. */
  private SyntaxException misspeltEdge() {
    String word = tokens.peek().text();
    String spelling = word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    return cursor.failure(
        "expected a comparison, found `" + word + "`",
        "edges begin with a small letter here: `" + spelling + "`",
        Repair.replace(spelling));
  }
}
