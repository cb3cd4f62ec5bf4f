package io.omnigraph.query.check;

import static io.omnigraph.query.Samples.check;
import static io.omnigraph.query.Samples.marked;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.query.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What is wrong with results and their order: T6, T8, T9, T15, T17, T18, T20, T21, T32, T33, T54.
 */
class ResultErrorsTest {

  record Case(String query, String error, String marked) {

    @Override
    public String toString() {
      return query;
    }
  }

  static final List<Case> CASES =
      List.of(
          new Case(
              "query q() { match { $a: Author $d: Doc } return { $x } }",
              "T6: variable `$x` is not bound",
              "$x"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { $a.nme } }",
              "T6: type `Author` has no property `nme`",
              "$a.nme"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { word } }",
              "T36: `word` is a bare word; a column cannot refer to another",
              "word"),
          new Case(
              "query q() { match { $d: Doc } return { max(bm25($d.body, \"q\")) as m } }",
              "T32: a ranking cannot be under `max`",
              "bm25($d.body, \"q\")"),
          new Case(
              "query q() { match { $d: Doc } return { bm25($d.body, \"q\") } }",
              "T33: a score can be returned only where it is the order;"
                  + " put the same ranking first in `order`",
              "bm25($d.body, \"q\")"),
          new Case(
              "query q() { match { $d: Doc } return { bm25($d.body, \"p\") }"
                  + " order { bm25($d.body, \"q\") } }",
              "T33: a score can be returned only where it is the order;"
                  + " put the same ranking first in `order`",
              "bm25($d.body, \"p\")"),
          new Case(
              "query q() { match { $d: Doc } return { $d } order { bm25($d.body, \"q\") asc } }",
              "T54: a ranking by `bm25` has the best first; write `desc`, or nothing",
              "bm25($d.body, \"q\") asc"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { sum(count($a)) } }",
              "T8: an aggregate stands by itself, not in an expression",
              "count($a)"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { sum($a.handle) } }",
              "T8: `sum` needs a number, found `String`",
              "$a.handle"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { sum($a) } }",
              "T8: `sum` needs a value, but `$a` stands for a whole node",
              "$a"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { avg($a.tags) } }",
              "T8: `avg` needs a number, found `[String]?`",
              "$a.tags"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { max($a.tags) } }",
              "T8: `max` needs a number, a `String`, a `Bool`, a date or an instant, found "
                  + "`[String]?`",
              "$a.tags"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { min($d.v) } }",
              "T8: `min` needs a number, a `String`, a `Bool`, a date or an instant, found "
                  + "`Vector(3)`",
              "$d.v"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { $a.handle, \"x\", count($a) as n }"
                  + " }",
              "T9: beside an aggregate only properties, nodes and parameters can be returned",
              "\"x\""),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { nearest($x.v, \"q\") } }",
              "T15: variable `$x` is not bound",
              "$x.v"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { nearest($d.w, \"q\") } }",
              "T15: type `Doc` has no property `w`; did you mean `v`?",
              "$d.w"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { nearest($d.body, \"q\") } }",
              "T15: `nearest` needs a vector, but `Doc.body` has type `String`",
              "$d.body"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { nearest($d.v, [1, 2]) } }",
              "T15: nearest expects 3 dimensions, got 2",
              "[1, 2]"),
          new Case(
              "query q($q: Vector(2)) { match { $a: Author $d: Doc } return { nearest($d.v, $q) }"
                  + " }",
              "T15: nearest expects 3 dimensions, got 2",
              "$q"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { nearest($d.v, 5) } }",
              "T15: nearest query must be a string or a vector, found `I64`",
              "5"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { nearest($d.v, $d.body) } }",
              "T15: nearest query must be a literal or parameter",
              "$d.body"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { bm25($a.born, \"x\") } }",
              "T20: the field of `bm25` must be a `String`, but `Author.born` has type `I32?`",
              "$a.born"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { bm25($d.body, 5) } }",
              "T20: the query of `bm25` must be a `String` literal or parameter",
              "5"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { $d } order { nearest($d.v, \"q\")"
                  + " } }",
              "T17: an order by `nearest` requires a limit",
              "nearest($d.v, \"q\")"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { nearest($d.v, \"q\") as s } order"
                  + " { s } }",
              "T17: an order by `nearest` requires a limit",
              "s"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { $a.handle as h } order {"
                  + " nearest($d.v, \"q\"), h } limit 3 }",
              "T18: an order by `nearest` cannot have a key that is an alias",
              "nearest($d.v, \"q\")"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { $d } order { rrf(bm25($d.body,"
                  + " \"q\"), nearest($d.v, \"q\")) } }",
              "T21: an order by `rrf` requires a limit",
              "rrf(bm25($d.body, \"q\"), nearest($d.v, \"q\"))"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { rrf(bm25($d.body, \"q\"),"
                  + " bm25($a.handle, \"q\")) } }",
              "T21: both rankings of `rrf` must be on the same variable, found `$d` and `$a`",
              "bm25($a.handle, \"q\")"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { rrf(bm25($d.body, \"q\"),"
                  + " nearest($d.v, \"q\"), 0) } }",
              "T21: `k` of `rrf` must be > 0",
              "0"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { rrf(bm25($d.body, \"q\"),"
                  + " nearest($d.v, \"q\"), 1.5) } }",
              "T21: `k` of `rrf` must be an integer literal or parameter",
              "1.5"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { $a.handle as name } order { nme }"
                  + " }",
              "T42: alias 'nme' not found for ordering; did you mean `name`?",
              "nme"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { $a } order { $a } }",
              "T42: unsupported ordering expression; return `$a` and order by `a`, the name of its"
                  + " column",
              "$a"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { $a.handle } order"
                  + " { count($d) desc } }",
              "T42: rows can be ordered by an aggregate only where one is returned; add it to"
                  + " `return`",
              "count($d)"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { $a } order { 1 } }",
              "T42: unsupported ordering expression",
              "1"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { $a } order { $a.handle,"
                  + " bm25($d.body, \"q\") } }",
              "T55: a ranking must be the first key of the order",
              "bm25($d.body, \"q\")"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { $a } order { $a.tags } }",
              "T42: a list has no order",
              "$a.tags"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { count($a) as n } order {"
                  + " bm25($d.body, \"q\") } }",
              "T55: groups cannot be ordered by a ranking",
              "bm25($d.body, \"q\")"),
          new Case(
              "query q() { match { $a: Author $d: Doc } return { count($a) as n } order { $a.born }"
                  + " }",
              "T42: groups can be ordered by `$a.born` only where it is returned; add it to"
                  + " `return`",
              "$a.born"));

  @AfterAll
  static void countRows() {
    System.out.println("rows covered: " + CASES.size() + " errors of results");
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void reportsTheFirstErrorAndItsPlace(Case row) {
    Problem problem = check(row.query()).problems().getFirst();

    assertThat(problem.text()).isEqualTo("type error: " + row.error());
    assertThat(marked(problem)).isEqualTo(row.marked());
  }
}
