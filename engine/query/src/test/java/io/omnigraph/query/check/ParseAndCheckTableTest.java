package io.omnigraph.query.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.query.Queries;
import io.omnigraph.query.Samples;
import io.omnigraph.query.ast.QueryFile;
import io.omnigraph.query.problem.Checked;
import io.omnigraph.query.problem.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The table of what parses and fits (docs/reference/query-language.md §15), and the same for what
 * was added since.
 */
class ParseAndCheckTableTest {

  private static final String DOC = "match { $a: Author $d: Doc } ";
  private static final String WROTE = "match { $a: Author $a wrote $b } ";
  private static final String LATER = "$a: Author optional { $a wrote $b } ";

  /**
   * A query and what comes of it.
   *
   * @param outcome the whole message, or {@code ok}
   */
  record Case(String parameters, String body, String outcome) {

    static Case where(String clauses, String outcome) {
      return new Case("", "match { " + clauses + " } return { 1 as one }", outcome);
    }
  }

  static final List<Case> SPECIFIED =
      List.of(
          Case.where("$a: Author $a.born > -1", "ok"),
          Case.where(
              "$a: Author $a.handle = \"a\\qb\"",
              "parse error: unsupported escape sequence: \\q; known are \\\" \\\\ \\n \\r \\t; "
                  + "a backslash itself is written \\\\"),
          Case.where(
              "$a: Author $a Follows $b",
              "parse error: expected a comparison, found `Follows`; "
                  + "edges begin with a small letter here: `follows`"),
          Case.where(
              "$a: Author $a FOLLOWS $b",
              "parse error: expected a comparison, found `FOLLOWS`; "
                  + "edges begin with a small letter here: `fOLLOWS`"),
          Case.where("$a: Author $a fOLLOWS $b", "ok"),
          Case.where(
              "$a: Author $a follows{0,2} $b", "type error: T15: min hop bound must be >= 1"),
          Case.where(
              "$a: Author $a follows{3,1} $b",
              "type error: T15: max hop bound must be >= min hop bound, found {3,1}"),
          Case.where(
              "$a: Author $a follows{1,} $b",
              "type error: T15: unbounded traversal is disabled; use bounded traversal {min,max}"),
          Case.where("$a: Author $a likes $b", "type error: T4: unknown edge `likes`"),
          Case.where(
              "$b: Book $b follows $x",
              "type error: T5: `$b` has type `Book`, which does not fit this end of edge "
                  + "`Follows: Author -> Author`"),
          new Case(
              "",
              "update Author set { born: $x } where handle = \"x\"",
              "type error: T14: `$x` is not a declared parameter"),
          new Case(
              "",
              "insert Author { handle: \"x\" handle: \"y\" }",
              "type error: T13: `handle` is assigned twice"),
          new Case(
              "",
              "update Event set { on: now() } where code = \"x\"",
              "type error: T7: now() is a `DateTime`, but `Event.on` has type `Date?`"),
          new Case(
              "",
              DOC + "return { sum($a.handle) }",
              "type error: T8: `sum` needs a number, found `String`"),
          new Case("", DOC + "return { max($a.joined), min($a.active) }", "ok"),
          new Case(
              "",
              DOC + "return { $a.handle, \"x\", count($a) as n }",
              "type error: T9: beside an aggregate only properties, nodes and parameters can be "
                  + "returned"),
          new Case(
              "$q: String",
              DOC + "return { $d } order { nearest($d.v, $q) }",
              "type error: T17: an order by `nearest` requires a limit"),
          new Case(
              "$q: String",
              DOC + "return { $d } order { rrf(nearest($d.v, $q), bm25($d.body, $q)) }",
              "type error: T21: an order by `rrf` requires a limit"),
          new Case(
              "$q: Vector(2)",
              DOC + "return { $d } order { nearest($d.v, $q) } limit 1",
              "type error: T15: nearest expects 3 dimensions, got 2"));

  static final List<Case> ADDED =
      List.of(
          Case.where("$a: Author $a.score > -2.5 -9223372036854775808 < $a.born", "ok"),
          Case.where("$a: Author $a.born in [1970, -1]", "ok"),
          Case.where("$a: Author $a.handle in $a.tags \"x\" in $a.tags", "ok"),
          new Case("$l: [String]", WROTE + "return { $l }", "ok"),
          Case.where("$a: Author $a.born in []", "ok"),
          Case.where(
              "$a: Author $a.born in 1970",
              "type error: T7: `in` needs a list on its right, found `I64`"),
          Case.where(
              "$a: Author $a.tags in [\"x\"]",
              "type error: T7: `in` needs a scalar on its left, found `[String]?`"),
          Case.where(
              "$a: Author $a.born in [\"x\"]",
              "type error: T7: a value of type `[String]` contains no `I32?`"),
          Case.where("$a: Author $a.handle starts with \"a\" $a.handle ends with $a.mood", "ok"),
          Case.where(
              "$a: Author $a.born starts with \"1\"",
              "type error: T7: `starts with` needs a `String` on its left, found `I32?`"),
          Case.where(
              "$a: Author $a.handle ends with 1",
              "type error: T7: `ends with` needs a `String` on its right, found `I64`"),
          Case.where("$a: Author $a.born is null $a.tags is not null", "ok"),
          Case.where("$d: Doc $d.v is not null", "ok"),
          Case.where("$b: Book $b.cover is null", "type error: T7: a blob cannot be compared"),
          Case.where("1 is null", "ok"),
          Case.where(
              "$a: Author $a.born = null",
              "parse error: a comparison with null never holds; write `is null`"),
          Case.where(
              "$a: Author {born: null}",
              "type error: T3: a comparison with null never holds; write `is null` in a clause of "
                  + "its own"),
          new Case("", "update Author set { born: null } where handle = \"x\"", "ok"),
          new Case(
              "",
              "insert Author { handle: null }",
              "type error: T3: `Author.handle` has type `String`, which cannot be null"),
          Case.where("$a: Author exists { $a wrote $b $b.pages > 1 }", "ok"),
          Case.where("$a: Author count { $a wrote $_ } >= $a.born", "ok"),
          Case.where(
              "$a: Author count { $a wrote $_ } = \"x\"",
              "type error: T40: a count is compared with a number, found `String`"),
          Case.where(
              "$a: Author count { $a wrote $_ }",
              "parse error: expected a comparison, found `}`; "
                  + "write `exists { … }` to ask for any match"),
          Case.where(
              "$a: Author exists { $p: Press }",
              "type error: T39: the `exists` block must mention a variable from outside it"),
          Case.where(
              "$a: Author exist { $a wrote $_ }",
              "parse error: unknown block `exist`; did you mean `exists`?"),
          Case.where(
              "$a: Author count { $a wrote $b } > 1 $b.pages > 1",
              "type error: T6: variable `$b` is not bound"),
          Case.where(LATER + "$b.pages > 1 $b is null not { $b printedBy $_ }", "ok"),
          Case.where(LATER + "optional { $b printedBy $p }", "ok"),
          Case.where(
              LATER + "$b printedBy $p",
              "type error: T61: `$b` comes from an `optional` block and may have no node here; "
                  + "go on inside that block, or in another `optional` block"),
          Case.where(
              LATER + "$b: Book",
              "type error: T61: `$b` comes from an `optional` block and may have no node here; "
                  + "go on inside that block, or in another `optional` block"),
          new Case("", WROTE + "return distinct { $a.handle } order { $a.handle }", "ok"),
          new Case(
              "",
              WROTE + "return distinct { $a.handle } order { $a.born }",
              "type error: T42: distinct rows can be ordered by `$a.born` only where it is"
                  + " returned; add it to `return`"),
          new Case(
              "",
              WROTE + "return { $a.handle, count(distinct $b) as n } order { count($b) desc }",
              "ok"),
          new Case(
              "",
              WROTE + "return { $a.handle } order { count($b) }",
              "type error: T42: rows can be ordered by an aggregate only where one is returned; "
                  + "add it to `return`"),
          new Case("", WROTE + "return { $a { * } $b { @id, title } as book count($b) }", "ok"),
          new Case(
              "",
              WROTE + "return { $a { hanle } }",
              "type error: T6: type `Author` has no property `hanle`; did you mean `handle`?"),
          new Case(
              "",
              WROTE + "return { $b { title, title } }",
              "type error: T25: `title` is in the object twice"),
          new Case(
              "",
              WROTE + "return { $b { * } as book } order { book }",
              "type error: T42: an object has no order"),
          new Case("$n: I32, $m: U64?", WROTE + "return { $b } limit $n offset $m", "ok"),
          new Case("", WROTE + "return { $b } offset 3", "ok"),
          new Case(
              "$n: F64",
              WROTE + "return { $b } limit $n",
              "type error: T62: `limit` needs an integer or a parameter that is one"),
          new Case(
              "",
              WROTE + "return { $b as null }",
              "parse error: `null` is a reserved word and cannot be the name of a column"),
          new Case(
              "",
              WROTE + "return { null as x }",
              "parse error: `null` can be assigned, but is no operand; to ask for it, write "
                  + "`is null`"));

  static final List<Case> WALKS =
      List.of(
          Case.where(
              "$a: Author $a wrote{1,3} $b",
              "type error: T5: edges between nodes of different types cannot follow one another; "
                  + "leave the bound out"),
          Case.where(
              "$a: Author $a <wrote> $b",
              "type error: T22: edge `Wrote: Author -> Book` joins nodes of different types and has"
                  + " one direction only; write `wrote`"),
          Case.where(
              "$a: Author $a $w:follows $x $a $w:wrote $y",
              "type error: T23: `$w` is used already; take another name"),
          Case.where(
              "$a: Author $a $w:follows{1,2} $x",
              "type error: T23: an edge variable stands for one edge, not for several in a row"),
          Case.where(
              "$a: Author $a $w:follows $x $w = 1",
              "type error: T23: `$w` is an edge, not a value; compare one of its properties"),
          Case.where(
              "$a: Author $a $w:follows $x $w: Author",
              "type error: T23: `$w` is an edge and cannot be bound as a node"),
          Case.where(
              "$a: Author $a $w:follows $x $w follows $a",
              "type error: T23: `$w` is an edge, and no edge joins edges"),
          new Case(
              "",
              "match { $a: Author $a $w:follows $x } return { $w }",
              "type error: T23: `$w` is an edge, not a value; write `$w { * }`, or one of its "
                  + "properties"),
          Case.where(
              "$a: Author $a * $x",
              "type error: T5: `*` needs the types of both ends, but `$x` has none; "
                  + "declare it: `$x: Type`"),
          Case.where(
              "$a: Author $a (follows | wrote) $x",
              "type error: T5: edge `wrote: Author -> Book` does not join the types that the others"
                  + " join"),
          Case.where(
              "$a: Author $a (follows){1,2} $x",
              "parse error: alternatives need two names; write `follows` without parentheses"),
          Case.where("$a: Author $a \"follows\"{1,2} $x $y: Author $a <*>{1,2} $y", "ok"),
          Case.where(
              "$a: Author sum($b.title) { $a wrote $b } > 1",
              "type error: T40: `sum` needs a number, found `String`"),
          Case.where(
              "$a: Author sum($b.pages) { $a wrote $b } > \"x\"",
              "type error: T40: `sum` is compared with a value of type `F64?`, found `String`"),
          Case.where(
              "$a: Author sum { $a wrote $b } > 1",
              "type error: T40: `sum` of a block needs an argument"),
          Case.where(
              "$a: Author $a.@src = \"x\"", "type error: T6: a node has no `@src`; it has `@id`"),
          Case.where(
              "$a: Author $a.id = \"x\"",
              "type error: T6: type `Author` has no property `id`; the id is `$a.@id`"),
          Case.where(
              "$a: Author $a.born", "type error: T41: a filter needs a `Bool`, found `I32?`"),
          Case.where(
              "$a: Author $a.born and $a.handle = \"x\"",
              "type error: T41: `and` needs operands of type `Bool`, found `I32?`"),
          Case.where(
              "$a: Author $a.born < 1 < 2",
              "parse error: a test cannot follow another one; join them by `and`, or put one in "
                  + "parentheses"),
          new Case(
              "",
              "match { $a: Author } return { $a.born > 1 }",
              "type error: T43: a test needs a name to be a column; write `as` and a name after"
                  + " it"),
          new Case(
              "",
              "delete Author where id = \"x\"",
              "type error: T11: type `Author` has no property `id`; the id is `@id`"),
          new Case(
              "",
              "delete Author where $p.born > 3",
              "type error: T14: `$p` is not a declared parameter; a `where` names properties alone;"
                  + " write `born`"),
          new Case(
              "",
              "delete Author where count(handle) > 1",
              "type error: T44: aggregates, searches and rankings cannot be used in a `where`"),
          new Case(
              "",
              "delete Author where born = \"old\"",
              "type error: T3: cannot compare `I32?` with `String`"),
          new Case(
              "",
              "delete Author where born and born > 1",
              "type error: T41: `and` needs operands of type `Bool`, found `I32?`"),
          new Case(
              "",
              "insert Author { handle: @id }",
              "type error: T45: a literal or a parameter must stand here, not what a row has"),
          new Case(
              "",
              "delete Author where @src = \"x\"",
              "type error: T11: a `where` of `Author` knows no `@src`; it knows `@id`"),
          new Case(
              "",
              "delete Follows where @src = \"x\" and not @dst in [\"a\", \"b\"] or from is null",
              "ok"));

  static final List<Case> ALL = Stream.of(SPECIFIED, ADDED, WALKS).flatMap(List::stream).toList();

  @AfterAll
  static void countRows() {
    System.out.println("rows covered: " + ALL.size() + " texts that are parsed and checked");
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void aTextIsAcceptedOrRejectedWithOneMessage(Case row) {
    String text = "query q(" + row.parameters() + ") { " + row.body() + " }";

    assertThat(outcome(text)).isEqualTo(row.outcome());
  }

  private static String outcome(String text) {
    return switch (Samples.parse(text)) {
      case Checked.Invalid<QueryFile>(List<Problem> problems) -> problems.getFirst().text();
      case Checked.Valid<QueryFile>(QueryFile file) ->
          Queries.check(file.queries().getFirst(), Samples.SCHEMA).problems().stream()
              .findFirst()
              .map(Problem::text)
              .orElse("ok");
    };
  }
}
