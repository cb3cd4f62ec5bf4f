package io.omnigraph.query.parse;

import static io.omnigraph.query.Samples.declaration;
import static io.omnigraph.query.Samples.matching;
import static io.omnigraph.query.Samples.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.query.ast.Clause;
import io.omnigraph.query.ast.Comparison;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.ast.Literal;
import io.omnigraph.query.ast.QueryBody;
import io.omnigraph.query.ast.QueryDeclaration;
import io.omnigraph.query.ast.Statement;
import io.omnigraph.query.problem.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class QueryParserTest {

  static final List<String> ACCEPTED =
      List.of(
          "",
          "// nothing",
          "/* nothing */ \r\n\t",
          matching("$a: Author $b: Book"),
          matching("$a: Author { handle: \"x\", born: 1, }"),
          matching("$a e{1,3} $b"),
          matching("$a e { 1 , 3 } $b"),
          matching("$a e{2,} $b"),
          matching("$a contains $b"),
          matching("[\"a\",\"b\"] contains $x.p"),
          matching("$l contains \"x\""),
          matching("$_ e $_"),
          matching("search($a.p, \"x\")"),
          matching("search($a.p, \"x\") = true"),
          matching("fuzzy($a.p, \"x\", 1) match_text($a.p, $q)"),
          matching("now() > datetime ( \"2020-01-01\" )"),
          matching("not { $a e $b not { $b.p = 1 } }"),
          matching("[] contains 1 [[1]] contains 1"),
          "query q($a: String?, $b: [Date]?, $c: Vector( 3 ) ?) { match { $x: T } return { $x } }",
          "query q() @description(\"d\") @instruction(\"i\") { match { $x: T } return { $x } }",
          "query q() @instruction(\"i\") @description(\"d\") { match { $x: T } return { $x } }",
          "query match() { match { $x: T { limit: 1, match: 2 } } return { $x.not as return, } }",
          "query q() { match { $x: T } return { count($x) count($x.p) count(1) } }",
          "query q() { match { $x: T } return { $x.a, $x.b $x.c as c } }",
          "query q() { match { $x: T } return { $x } order { $x.a asc, n desc } limit 5 }",
          "query q() { match { $x: T } return { $x } order { nearest($x.v, $q) } limit 5 }",
          "query q() { match { $x: T } return { $x } order { rrf(bm25($x.a, $q), nearest($x.v, $q),"
              + " 60) } }",
          "query q() { match { $x: T } return { $x } limit 18446744073709551615 }",
          "query q() { insert T { a: 1 b: 2, c: $c, } }",
          "query q() { update T set { a: now() } where b >= 1 delete T where b != true }",
          "query q() { delete E where from = \"x\" } query r() { delete E where to = \"x\" }");

  @ParameterizedTest
  @FieldSource("ACCEPTED")
  void acceptsWhatTheGrammarAllows(String text) {
    assertThat(parse(text).problems().stream().map(Problem::located)).isEmpty();
  }

  record Rejection(String text, String message) {

    @Override
    public String toString() {
      return text;
    }
  }

  static final List<Rejection> REJECTED =
      List.of(
          new Rejection(
              "\uFEFF\uFEFF", "parse error: unexpected character `U+FEFF` at line 1, column 1"),
          new Rejection(
              "explain",
              "parse error: `explain` needs a query after it; leave `explain` out at line 1, column"
                  + " 1"),
          new Rejection("# x", "parse error: unexpected character `#` at line 1, column 1"),
          new Rejection(
              "/* open", "parse error: the comment is not closed; add `*/` at line 1, column 1"),
          new Rejection(
              "insert", "parse error: expected `query`, found `insert` at line 1, column 1"),
          new Rejection(
              "query Q() {}",
              "parse error: expected the name of the query, found `Q` at line 1, column 7"),
          new Rejection(
              "query q($a: String,) {}",
              "parse error: expected a parameter, found `)` at line 1, column 20"),
          new Rejection(
              "query q($a: Strng) {}",
              "parse error: expected the type of the parameter, found `Strng`; "
                  + "did you mean `String`? at line 1, column 13"),
          new Rejection(
              "query q($a: [String?]) {}",
              "parse error: the elements of a list cannot be null; "
                  + "write `?` after `]` for a list that may be at line 1, column 20"),
          new Rejection(
              "query q($a: [Vector(3)]) {}",
              "parse error: a list of vectors cannot be a parameter at line 1, column 14"),
          new Rejection(
              "query q($a: Int) {}",
              "parse error: expected the type of the parameter, found `Int` "
                  + "at line 1, column 13"),
          new Rejection(
              "query q($a: enum(a, b)) {}",
              "parse error: expected the type of the parameter, found `enum` "
                  + "at line 1, column 13"),
          new Rejection(
              "query q($a: I32 = 1) {}",
              "parse error: a parameter has no default value; "
                  + "make it nullable with `?` and leave it out at line 1, column 17"),
          new Rejection(
              "query q($ a: I32) {}",
              "parse error: expected the name of a variable directly after `$` "
                  + "at line 1, column 9"),
          new Rejection(
              "query q @description(\"d\") () {}",
              "parse error: expected `(`, found `@` at line 1, column 9"),
          new Rejection(
              "query q() @describtion(\"d\") {}",
              "parse error: expected `description` or `instruction` after `@`, "
                  + "found `describtion`; did you mean `description`? at line 1, column 12"),
          new Rejection(
              "query q() @description(\"a\") @description(\"b\") {}",
              "parse error: duplicate @description annotations at line 1, column 30"),
          new Rejection(
              "query q() @instruction(\"a\") @instruction(\"b\") {}",
              "parse error: duplicate @instruction annotations at line 1, column 30"),
          new Rejection(
              "query q() { match { $x: T } return { $x } } @description(\"d\")",
              "parse error: expected `query`, found `@` at line 1, column 45"),
          new Rejection(
              "query q() { }",
              "parse error: expected `match`, `insert`, `update` or `delete`, found `}` "
                  + "at line 1, column 13"),
          new Rejection(
              "query q() { match { } return { 1 } }",
              "parse error: expected an expression, found `}` at line 1, column 21"),
          new Rejection(
              "query q() { match { $x: T } return { } }",
              "parse error: expected an expression, found `}` at line 1, column 38"),
          new Rejection(
              "query q() { match { $x: T } }",
              "parse error: expected `return`, found `}` at line 1, column 29"),
          new Rejection(
              "query q() { return { 1 } }",
              "parse error: expected `match`, `insert`, `update` or `delete`, found `return` "
                  + "at line 1, column 13"),
          new Rejection(
              matching("$x: T { }"),
              "parse error: expected the name of a property, found `}` at line 1, column 29"),
          new Rejection(
              matching("$x: T { a: 1 b: 2 }"),
              "parse error: expected `}`, found `b` at line 1, column 34"),
          new Rejection(
              matching("$x.a in [1, null]"),
              "parse error: the elements of a list cannot be null at line 1, column 33"),
          new Rejection(
              matching("$x: T, $y: T"),
              "parse error: clauses are not separated by commas; leave the comma out "
                  + "at line 1, column 26"),
          new Rejection(
              "query q() { match { $x: T } return { $x,, $x } }",
              "parse error: expected an expression, found `,` at line 1, column 41"),
          new Rejection(
              "query q() { match { $x: T } return { $x } order { a, } }",
              "parse error: expected an expression, found `}` at line 1, column 54"),
          new Rejection(
              "query q() { match { $x: T } return { $x } limit 1 order { a } }",
              "parse error: `order` must come before `limit`, once at line 1, column 51"),
          new Rejection(
              "query q() { match { $x: T } return { $x } limit -1 }",
              "parse error: expected a limit, found `-` at line 1, column 49"),
          new Rejection(
              "query q() { match { $x: T } return { $x } offset 2 limit 1 }",
              "parse error: `limit` must come before `offset`, once at line 1, column 52"),
          new Rejection(
              "query q() { match { $x: T } return { $x } limit 18446744073709551616 }",
              "parse error: `18446744073709551616` is too large; a limit is at most "
                  + "18446744073709551615 at line 1, column 49"),
          new Rejection(
              "query q() { match { $x: T } return { $x } order { nearest($x.v, $q) desc } }",
              "parse error: `nearest` has no direction; the nearest come first "
                  + "at line 1, column 69"),
          new Rejection(
              "query q() { match { $x: T } return { $x } order { rrf(search($x.a, $q), bm25($x.a,"
                  + " $q)) } }",
              "parse error: expected `nearest` or `bm25`, found `search` at line 1, column 55"),
          new Rejection(
              "query q() { match { $x: T } return { count(*) } }",
              "parse error: expected an expression, found `*`; name what is counted: `count($x)` "
                  + "at line 1, column 44"),
          new Rejection(
              matching("$a e{2} $b"),
              "parse error: expected `,`, found `}`; write {2,2} for exactly 2 "
                  + "at line 1, column 27"),
          new Rejection(
              matching("$a e* $b"),
              "parse error: expected a variable, found `*` at line 1, column 25"),
          new Rejection(
              matching("$a e{1,4294967296} $b"),
              "parse error: `4294967296` is too large; the greatest number of hops is at most "
                  + "4294967295 at line 1, column 28"),
          new Rejection(
              matching("$a Follows $b"),
              "parse error: expected a comparison, found `Follows`; edges begin with a small letter"
                  + " here: `follows` at line 1, column 24"),
          new Rejection(
              matching("$a FOLLOWS $b"),
              "parse error: expected a comparison, found `FOLLOWS`; edges begin with a small letter"
                  + " here: `fOLLOWS` at line 1, column 24"),
          new Rejection(
              matching("$a.p == 1"),
              "parse error: `==` is no operator; write `=` at line 1, column 26"),
          new Rejection(
              matching("$a.p <> 1"),
              "parse error: `<>` is no operator; write `!=` at line 1, column 27"),
          new Rejection(
              matching("$a.p like 1"),
              "parse error: `like` is no operator; texts are tested by `contains`, `starts_with` "
                  + "and `ends with` at line 1, column 26"),
          new Rejection(
              matching("$a.born > - $b"),
              "parse error: expected a number after `-`, found `$b` at line 1, column 33"),
          new Rejection(
              matching("$a.p = 1."),
              "parse error: expected an expression, found `.` at line 1, column 29"),
          new Rejection(
              matching("$a.p = .5"),
              "parse error: expected an expression, found `.` at line 1, column 28"),
          new Rejection(
              matching("$a.p = 18446744073709551616"),
              "parse error: `18446744073709551616` is too large; an integer is at most "
                  + "18446744073709551615 at line 1, column 28"),
          new Rejection(
              matching("[1,] contains $a.p"),
              "parse error: expected a literal or a parameter, found `]` at line 1, column 24"),
          new Rejection(
              matching("serch($a.p, $q)"),
              "parse error: unknown function `serch`; did you mean `search`? "
                  + "at line 1, column 21"),
          new Rejection(
              matching("$a.p = \"a\\qb\""),
              "parse error: unsupported escape sequence: \\q; known are \\\" \\\\ \\n \\r \\t; "
                  + "a backslash itself is written \\\\ at line 1, column 30"),
          new Rejection(
              "query q() { insert T { } }",
              "parse error: expected the name of a property, found `}` at line 1, column 24"),
          new Rejection(
              "query q() { insert T { a: 1,, b: 2 } }",
              "parse error: expected the name of a property, found `,` at line 1, column 29"),
          new Rejection(
              "query q() { update T set { a: 1 } }",
              "parse error: expected `where`, found `}` at line 1, column 35"),
          new Rejection(
              "query q() { delete T where a = 1; }",
              "parse error: unexpected character `;` at line 1, column 33"),
          new Rejection(
              "query q() { match { $x: T } return { $x } insert T { a: 1 } }",
              "parse error: a query either reads or changes the graph; "
                  + "write a second query for the other at line 1, column 43"),
          new Rejection(
              "query q() { insert T { a: 1 } match { $x: T } return { $x } }",
              "parse error: a query either reads or changes the graph; "
                  + "write a second query for the other at line 1, column 31"));

  @ParameterizedTest
  @FieldSource("REJECTED")
  void rejectsWhatTheGrammarDoesNotAllow(Rejection rejection) {
    assertThat(parse(rejection.text()).problems().stream().map(Problem::located))
        .containsExactly(rejection.message());
  }

  @Test
  void goesOnAtTheNextQuery() {
    String text =
        """
        query a() { match { $x: } return { $x } }
        query b() { match { $x: T { query: 1 } } return { $x } }
        query c() { insert }
        """;

    assertThat(parse(text).problems().stream().map(Problem::located))
        .containsExactly(
            "parse error: expected a node type, found `}` at line 1, column 25",
            "parse error: expected a type, found `}` at line 3, column 20");
  }

  @Test
  void showsTheLineAndPointsAtThePlace() {
    Problem problem = parse("query q() {\n  match { $x. }\n}").problems().getFirst();

    assertThat(problem.span().excerpt()).isEqualTo("  match { $x. }\n              ^");
  }

  @Test
  void keepsNestingWithinBounds() {
    String text = matching("[".repeat(100_000) + " contains 1");

    assertThat(parse(text).problems().stream().map(Problem::message))
        .containsExactly("nested more than 64 levels deep");
  }

  @Test
  void aHeaderKeepsParametersAndAnnotations() {
    QueryDeclaration query =
        declaration(
            "query q($a: [I64]?, $v: Vector(3)) @description(\"what\") @instruction(\"how\")"
                + " { delete T where a = 1 }");

    assertThat(query.name()).isEqualTo("q");
    assertThat(query.isMutation()).isTrue();
    assertThat(query.description()).isEqualTo("what");
    assertThat(query.instruction()).isEqualTo("how");
    assertThat(query.parameters().stream().map(p -> p.name() + ": " + p.type().display()))
        .containsExactly("a: [I64]?", "v: Vector(3)");
  }

  @Test
  void aSearchIsAFilterWithAComparisonAndWithoutOne() {
    QueryBody.Read body =
        (QueryBody.Read)
            declaration(matching("search($a.p, \"x\") search($a.p, \"x\") = false")).body();

    assertThat(body.match().stream().<Object>map(Clause::getClass))
        .containsExactly(Clause.Filter.class, Clause.Filter.class);
  }

  @Test
  void aVariableBeforeContainsBeginsATraversal() {
    QueryBody.Read body = (QueryBody.Read) declaration(matching("$a contains $b")).body();

    assertThat(body.match().getFirst())
        .isInstanceOfSatisfying(
            Clause.Traversal.class,
            t -> assertThat(t.edges().names().getFirst().name()).isEqualTo("contains"));
  }

  @Test
  void literalsHaveTheirValues() {
    QueryBody.Mutation body =
        (QueryBody.Mutation)
            declaration(
                    "query q() { insert T { a: \"x\\n\\\"\" b: 7 c: 2.50 d: true e: date(\"x\")"
                        + " f: [1, 2] } }")
                .body();
    Statement.Insert insert = (Statement.Insert) body.statements().getFirst();

    Stream<Object> values =
        insert.assignments().stream().map(Statement.Assignment::value).map(QueryParserTest::plain);

    assertThat(values).containsExactly("x\n\"", 7L, 2.5, true, "date x", List.of(1L, 2L));
  }

  private static Object plain(Expression expression) {
    return switch ((Literal) expression) {
      case Literal.Text(String value, _) -> value;
      case Literal.Null _ -> "null";
      case Literal.Int(long value, _) -> value;
      case Literal.Decimal(double value, _) -> value;
      case Literal.Bool(boolean value, _) -> value;
      case Literal.Huge(long bits, _) -> Long.toUnsignedString(bits);
      case Literal.Quoted(var scalar, String text, _) ->
          scalar.literal().orElseThrow() + " " + text;
      case Literal.Items(var values, _) -> values.stream().map(QueryParserTest::plain).toList();
    };
  }

  @Test
  void aPredicateHasOneComparison() {
    QueryBody.Mutation body =
        (QueryBody.Mutation) declaration("query q() { delete T where a <= 1 }").body();

    assertThat(body.statements().getFirst())
        .isInstanceOfSatisfying(
            Statement.Delete.class,
            delete ->
                assertThat(delete.condition())
                    .isInstanceOfSatisfying(
                        Expression.Compare.class,
                        c -> assertThat(c.comparison()).isEqualTo(Comparison.LESS_OR_EQUAL)));
  }
}
