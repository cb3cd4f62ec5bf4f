package io.omnigraph.query.check;

import static io.omnigraph.query.Samples.check;
import static io.omnigraph.query.Samples.marked;
import static io.omnigraph.query.Samples.matching;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.query.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is wrong with filters, searches, negations and hop bounds: T6, T7, T9, T15, T19, T20. */
class FilterAndSearchErrorsTest {

  record Case(String query, String error, String marked) {

    @Override
    public String toString() {
      return query;
    }
  }

  static final List<Case> CASES =
      List.of(
          new Case(matching("$x.born = 1 $x: Author"), "T6: variable `$x` is not bound", "$x.born"),
          new Case(
              matching("$author: Author $autor.born = 1"),
              "T6: variable `$autor` is not bound; did you mean `$author`?",
              "$autor.born"),
          new Case(
              matching("$a: Author $a.borm = 1"),
              "T6: type `Author` has no property `borm`; did you mean `born`?",
              "$a.borm"),
          new Case(
              matching("$a: Author $a.id = \"x\""),
              "T6: type `Author` has no property `id`; the id is `$a.@id`",
              "$a.id"),
          new Case(
              matching("$a: Author not { $a wrote $b } $b.pages = 1"),
              "T6: variable `$b` is not bound",
              "$b.pages"),
          new Case(
              matching("$a: Author $a = $a"),
              "T7: `$a` is a node, not a value; compare one of its properties",
              "$a"),
          new Case(
              matching("$a: Author $a != 5"),
              "T7: `$a` is a node, not a value; compare one of its properties",
              "$a"),
          new Case(
              matching("$a: Author $a.born = unknown_word"),
              "T7: `unknown_word` is a bare word, not a value",
              "unknown_word"),
          new Case(matching("$a: Author $a.born = $y"), "T6: variable `$y` is not bound", "$y"),
          new Case(
              matching("$a: Author $a.born = \"x\""),
              "T7: cannot compare `I32?` with `String`",
              "$a.born = \"x\""),
          new Case(
              matching("$a: Author \"2020-01-01\" < $a.joined"),
              "T7: cannot compare `String` with `Date?`; write date(\"…\"), or declare the"
                  + " parameter as `Date`",
              "\"2020-01-01\" < $a.joined"),
          new Case(
              matching("$a: Author $a.tags = [\"x\"]"),
              "T7: lists cannot be compared; use `contains` to test for an element",
              "$a.tags"),
          new Case(
              "query q($l: [I32]) { match { $a: Author $a.born = $l } return { $a } }",
              "T7: lists cannot be compared; use `contains` to test for an element",
              "$l"),
          new Case(matching("$d: Doc $d.v = $d.v"), "T7: a vector cannot be compared", "$d.v"),
          new Case(
              matching("$b: Book $b.cover = \"x\""), "T7: a blob cannot be compared", "$b.cover"),
          new Case(
              matching("$a: Author $a.born contains 1"),
              "T7: `contains` needs a list or a `String` on its left, found `I32?`",
              "$a.born"),
          new Case(
              matching("$a: Author $a.tags contains [\"x\"]"),
              "T7: `contains` needs a scalar on its right, found `[String]`",
              "[\"x\"]"),
          new Case(
              matching("$d: Doc [\"x\"] contains $d.v"),
              "T7: `contains` needs a scalar on its right, found `Vector(3)`",
              "$d.v"),
          new Case(
              matching("$a: Author $a.tags contains 1"),
              "T7: a value of type `[String]?` contains no `I64`",
              "$a.tags contains 1"),
          new Case(
              matching("$a: Author $a.handle contains 1"),
              "T7: `contains` needs a `String` on its right, found `I64`",
              "1"),
          new Case(
              matching("$a: Author [1, \"x\"] contains $a.born"),
              "T53: list literal elements must share a compatible scalar type, found `I64` and"
                  + " `String`",
              "\"x\""),
          new Case(
              matching("$a: Author [[1]] contains $a.born"),
              "T52: the elements of a list are scalars",
              "[1]"),
          new Case(
              matching("$d: Doc bm25($d.body, \"x\") > 1"),
              "T7: a ranking cannot be used in a filter",
              "bm25($d.body, \"x\")"),
          new Case(
              matching("$a: Author count($a) > 1"),
              "T7: an aggregate cannot be used in a filter",
              "count($a)"),
          new Case(
              matching("$a: Author not { $p: Press }"),
              "T9: the `not` block must mention a variable from outside it",
              "not { $p: Press }"),
          new Case(
              matching("$a: Author not { $b: Book not { $a wrote $b } }"),
              "T9: the `not` block must mention a variable from outside it",
              "not { $b: Book not { $a wrote $b } }"),
          new Case(
              matching("$a: Author $a follows{0,2} $b"),
              "T15: min hop bound must be >= 1",
              "{0,2}"),
          new Case(
              matching("$a: Author $a follows{3,1} $b"),
              "T15: max hop bound must be >= min hop bound, found {3,1}",
              "{3,1}"),
          new Case(
              matching("$a: Author $a follows{1,} $b"),
              "T15: unbounded traversal is disabled; use bounded traversal {min,max}",
              "{1,}"),
          new Case(
              matching("$a: Author search($a.born, \"x\")"),
              "T19: the field of `search` must be a `String`, but `Author.born` has type `I32?`",
              "$a.born"),
          new Case(
              matching("$a: Author search(\"x\", \"x\")"),
              "T19: the field of `search` must be a property",
              "\"x\""),
          new Case(
              matching("$a: Author search($a.handle, 5)"),
              "T19: the query of `search` must be a `String` literal or parameter",
              "5"),
          new Case(
              matching("$a: Author search($a.handle, $a.mood)"),
              "T19: the query of `search` must be a `String` literal or parameter",
              "$a.mood"),
          new Case(
              matching("$a: Author search($a.handle, $y)"), "T6: variable `$y` is not bound", "$y"),
          new Case(
              matching("$a: Author fuzzy($a.handle, \"x\", 1.5)"),
              "T19: max edits must be an integer literal or parameter",
              "1.5"),
          new Case(
              matching("$a: Author fuzzy($a.handle, \"x\", -1)"),
              "T19: max edits must not be negative, found `-1`",
              "-1"),
          new Case(
              matching("$a: Author match_text($a.born, \"x\")"),
              "T20: the field of `match_text` must be a `String`, but `Author.born` has type"
                  + " `I32?`",
              "$a.born"));

  @AfterAll
  static void countRows() {
    System.out.println("rows covered: " + CASES.size() + " errors of filters and searches");
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void reportsTheFirstErrorAndItsPlace(Case row) {
    Problem problem = check(row.query()).problems().getFirst();

    assertThat(problem.text()).isEqualTo("type error: " + row.error());
    assertThat(marked(problem)).isEqualTo(row.marked());
  }
}
