package io.omnigraph.query.parse;

import io.omnigraph.query.ast.Comparison;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.ast.Relation;
import io.omnigraph.query.ast.SystemField;
import io.omnigraph.query.problem.Repair;
import io.omnigraph.schema.language.Token;
import io.omnigraph.schema.language.Token.Kind;
import io.omnigraph.schema.language.TokenStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads expressions and operators; {@code or} binds less than {@code and}, that than a test. */
final class ExpressionParser {

  private static final Pattern WORDS = Pattern.compile(" ");

  private final Cursor cursor;
  private final TokenStream tokens;
  private final LiteralParser literals;
  private final CallParser calls;

  ExpressionParser(Cursor cursor) {
    this.cursor = cursor;
    this.tokens = cursor.tokens();
    this.literals = new LiteralParser(cursor);
    this.calls = new CallParser(cursor, this);
  }

  Expression expression() {
    return cursor.nested(this::disjunction);
  }

  /** An expression, or {@code null} as it may be assigned. */
  Expression assigned() {
    return tokens.atWord("null") ? literals.nothing() : expression();
  }

  private Expression disjunction() {
    Token first = tokens.peek();
    List<Expression> operands = operands("or", this::conjunction);
    return operands.size() == 1
        ? operands.getFirst()
        : new Expression.Or(operands, cursor.since(first));
  }

  private Expression conjunction() {
    Token first = tokens.peek();
    List<Expression> operands = operands("and", this::negation);
    return operands.size() == 1
        ? operands.getFirst()
        : new Expression.And(operands, cursor.since(first));
  }

  private List<Expression> operands(String operator, Supplier<Expression> operand) {
    List<Expression> operands = new ArrayList<>(List.of(operand.get()));
    while (atOperator(operator)) {
      tokens.next();
      operands.add(operand.get());
    }
    if (tokens.atSymbol("&&") || tokens.atSymbol("||")) {
      String word = tokens.atSymbol("&&") ? "and" : "or";
      throw cursor.failure(
          "`%s` is no operator".formatted(tokens.peek().text()),
          "write `" + word + "`",
          Repair.replace(word));
    }
    return operands;
  }

  private Expression negation() {
    Token first = tokens.peek();
    if (tokens.atSymbol("!")) {
      throw cursor.failure("`!` is no operator", "write `not`", Repair.replace("not "));
    }
    if (!atOperator("not")) {
      return test();
    }
    tokens.next();
    Expression operand = cursor.nested(this::negation);
    return new Expression.Not(operand, cursor.since(first));
  }

  private Expression test() {
    Token first = tokens.peek();
    Expression left = operand();
    if (atOperator("is")) {
      tokens.next();
      boolean wantsNull = !tokens.acceptWord("not");
      tokens.expectWord("null");
      return unchained(new Expression.NullTest(left, wantsNull, cursor.since(first)));
    }
    Optional<Relation> relation = relation();
    if (relation.isPresent()) {
      Expression right = operand();
      return unchained(new Expression.Relates(left, relation.get(), right, cursor.since(first)));
    }
    Optional<Comparison> comparison = comparison();
    if (comparison.isPresent()) {
      refuseNull(comparison.get());
      Expression right = operand();
      return unchained(new Expression.Compare(left, comparison.get(), right, cursor.since(first)));
    }
    return left;
  }

  private Expression unchained(Expression test) {
    if (nextComparison().isPresent() || nextRelation().isPresent() || atOperator("is")) {
      throw cursor.failure(
          "a test cannot follow another one", "join them by `and`, or put one in parentheses");
    }
    return test;
  }

  private void refuseNull(Comparison comparison) {
    if (tokens.atWord("null")) {
      String fix = comparison == Comparison.NOT_EQUAL ? "is not null" : "is null";
      throw cursor.failure(
          "a comparison with null never holds", "write `" + fix + "`", Repair.write(fix));
    }
  }

  /** Whether a word is the next token and no name of a property with its colon. */
  private boolean atOperator(String word) {
    return tokens.atWord(word) && !tokens.peek(1).isSymbol(":");
  }

  /** The comparison that comes next, taken; empty when none does. */
  Optional<Comparison> comparison() {
    if (tokens.atSymbol("==")) {
      throw cursor.failure("`==` is no operator", "write `=`", Repair.replace("="));
    }
    Optional<Comparison> comparison = nextComparison();
    comparison.ifPresent(_ -> tokens.next());
    if (comparison.isPresent() && tokens.atSymbol(">")) {
      throw cursor.failure(
          "`%s>` is no operator".formatted(comparison.get().symbol()), "write `!=`");
    }
    return comparison;
  }

  private Optional<Comparison> nextComparison() {
    Token next = tokens.peek();
    return Arrays.stream(Comparison.values()).filter(c -> next.isSymbol(c.symbol())).findFirst();
  }

  private Optional<Relation> nextRelation() {
    return tokens.atWord(Relation.STARTS_WITH_WORD) && atOperator(Relation.STARTS_WITH_WORD)
        ? Optional.of(Relation.STARTS_WITH)
        : Arrays.stream(Relation.values()).filter(r -> atWords(r.words())).findFirst();
  }

  private Optional<Relation> relation() {
    Optional<Relation> relation = nextRelation();
    if (relation.isPresent() && !tokens.acceptWord(Relation.STARTS_WITH_WORD)) {
      WORDS.splitAsStream(relation.get().words()).forEach(tokens::expectWord);
    }
    return relation;
  }

  private boolean atWords(String words) {
    int blank = words.indexOf(' ');
    return blank < 0
        ? atOperator(words)
        : tokens.atWord(words.substring(0, blank))
            && tokens.peek(1).isWord(words.substring(blank + 1));
  }

  Expression.Variable variable() {
    Token name = tokens.expect(Kind.VARIABLE, "a variable");
    return new Expression.Variable(name.text(), cursor.span(name));
  }

  /** An expression without operators, unless it is in parentheses. */
  Expression operand() {
    if (tokens.acceptSymbol("(")) {
      Expression inner = expression();
      tokens.expectSymbol(")");
      return inner;
    }
    if (tokens.at(Kind.VARIABLE)) {
      return tokens.peek(1).isSymbol(".") ? member() : variable();
    }
    if (tokens.atSymbol("@")) {
      Token at = tokens.peek();
      SystemField field = systemField();
      return new Expression.SystemAccess(null, field, cursor.since(at));
    }
    if (QueryTokens.isReserved(tokens.peek())) {
      throw reserved();
    }
    if (literals.atLiteral()) {
      return literals.literal();
    }
    if (tokens.at(Kind.NAME)) {
      return tokens.peek(1).isSymbol("(") ? calls.call() : alias();
    }
    throw tokens.expected("an expression");
  }

  private RuntimeException reserved() {
    return tokens.atWord("null")
        ? cursor.failure(
            "`null` can be assigned, but is no operand",
            "to ask for it, write `is null`",
            Repair.write("is null"))
        : cursor.failure(
            "`" + tokens.peek().text() + "` is a reserved word, no operand",
            "a property of this name is given another one with `@rename_from` in the schema");
  }

  private Expression alias() {
    Token name = tokens.next();
    return new Expression.AliasReference(name.text(), cursor.span(name));
  }

  private Expression member() {
    if (!tokens.peek(2).isSymbol("@")) {
      return property();
    }
    Token variable = tokens.next();
    tokens.next();
    SystemField field = systemField();
    return new Expression.SystemAccess(variable.text(), field, cursor.since(variable));
  }

  SystemField systemField() {
    Token at = tokens.expectSymbol("@");
    Token name = tokens.peek();
    SystemField field =
        SystemField.of(name.text())
            .filter(_ -> at.touches(name))
            .orElseThrow(() -> tokens.expected("`id`, `src`, `dst` or `type` after `@`"));
    tokens.next();
    return field;
  }

  Expression.PropertyAccess property() {
    Token variable = tokens.expect(Kind.VARIABLE, "a property such as `$x.name`");
    tokens.expectSymbol(".");
    Token property = tokens.expect(Kind.NAME, "the name of a property");
    return new Expression.PropertyAccess(variable.text(), property.text(), cursor.since(variable));
  }
}
