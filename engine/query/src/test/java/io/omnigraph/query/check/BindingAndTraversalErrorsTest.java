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

/** What is wrong with parameters, bindings and traversals: T1 to T5. */
class BindingAndTraversalErrorsTest {

  record Case(String query, String error, String marked) {

    @Override
    public String toString() {
      return query;
    }
  }

  static final List<Case> CASES =
      List.of(
          new Case(
              "query q($__nanograph_now: DateTime) { match { $a: Author } return { $a } }",
              "T49: the name `$__nanograph_now` is reserved",
              "$__nanograph_now: DateTime"),
          new Case(
              "query q($v: Vector(0)) { match { $a: Author } return { $a } }",
              "T59: unknown parameter type `Vector(0)`; the dimension of a vector is between 1 and"
                  + " 2147483647",
              "$v: Vector(0)"),
          new Case(
              "query q($v: Vector(2147483648)) { match { $a: Author } return { $a } }",
              "T59: unknown parameter type `Vector(2147483648)`; the dimension of a vector is"
                  + " between 1 and 2147483647",
              "$v: Vector(2147483648)"),
          new Case(
              "query q($x: I32, $x: I64) { match { $a: Author } return { $a } }",
              "T60: parameter `$x` is declared twice",
              "$x: I64"),
          new Case(
              matching("$a: Autor"),
              "T1: unknown node type `Autor`; did you mean `Author`?",
              "Autor"),
          new Case(
              matching("$a: Named"),
              "T1: `Named` is an interface, and interfaces cannot be matched; match one of the node"
                  + " types that implement it",
              "Named"),
          new Case(matching("$a: Wrote"), "T1: `Wrote` is an edge type, not a node type", "Wrote"),
          new Case(
              matching("$_: Author"),
              "T57: `$_` stands for any node and cannot be bound; give it a name",
              "$_"),
          new Case(
              matching("$a: Author $a: Book"),
              "T50: variable `$a` already bound to type `Author`, cannot rebind to `Book`",
              "$a"),
          new Case(
              matching("$a: Author {handel: \"x\"}"),
              "T2: type `Author` has no property `handel`; did you mean `handle`?",
              "handel"),
          new Case(
              matching("$b: Book {cover: \"x\"}"),
              "T3: `Book.cover` is a blob, which cannot be matched",
              "\"x\""),
          new Case(
              matching("$d: Doc {v: [1, 2, 3]}"),
              "T3: `Doc.v` is a vector, which cannot be matched",
              "[1, 2, 3]"),
          new Case(
              matching("$a: Author {born: \"x\"}"),
              "T3: `Author.born` has type `I32?`, but the literal is `String`",
              "\"x\""),
          new Case(
              matching("$a: Author {joined: \"2020-01-01\"}"),
              "T3: `Author.joined` has type `Date?`, but the literal is `String`; write"
                  + " date(\"…\"), or declare the parameter as `Date`",
              "\"2020-01-01\""),
          new Case(
              matching("$a: Author {tags: [\"x\"]}"),
              "T3: list equality is not supported for `Author.tags`; use a scalar value to match"
                  + " list membership",
              "[\"x\"]"),
          new Case(
              matching("$a: Author {tags: 1}"),
              "T3: `Author.tags` has type `String?`, but the literal is `I64`",
              "1"),
          new Case(
              matching("$a: Author {born: [1]}"),
              "T3: `Author.born` has type `I32?`, but the literal is `[I64]`",
              "[1]"),
          new Case(
              matching("$a: Author {mood: \"angry\"}"),
              "T3: invalid enum value 'angry' for Author.mood (expected: calm, loud)",
              "\"angry\""),
          new Case(matching("$a: Author {born: $y}"), "T3: parameter `$y` is not declared", "$y"),
          new Case(
              matching("$a: Author {born: $a}"),
              "T45: `$a` is a node, but a parameter or a literal is expected",
              "$a"),
          new Case(
              "query q($l: [String]) { match { $a: Author {tags: $l} } return { $a } }",
              "T7: list equality is not supported for `Author.tags`; use a scalar value to match"
                  + " list membership",
              "$l"),
          new Case(
              "query q($d: String) { match { $a: Author {joined: $d} } return { $a } }",
              "T7: parameter `$d` has type `String`, but `Author.joined` has type `Date?`; write"
                  + " date(\"…\"), or declare the parameter as `Date`",
              "$d"),
          new Case(
              matching("$a: Author {joined: now()}"),
              "T7: now() is a `DateTime`, but `Author.joined` has type `Date?`",
              "now()"),
          new Case(
              matching("$a: Author $a folows $b"),
              "T4: unknown edge `folows`; did you mean `follows`?",
              "folows"),
          new Case(matching("$a: Author $a likes $b"), "T4: unknown edge `likes`", "likes"),
          new Case(
              matching("$b: Book $b follows $x"),
              "T5: `$b` has type `Book`, which does not fit this end of edge `Follows: Author ->"
                  + " Author`",
              "$b"),
          new Case(
              matching("$p: Press $x wrote $p"),
              "T5: `$p` has type `Press`, which does not fit this end of edge `Wrote: Author ->"
                  + " Book`",
              "$p"),
          new Case(
              matching("$a: Author $b: Author $a wrote $b"),
              "T5: `$b` has type `Author`, which does not fit this end of edge `Wrote: Author ->"
                  + " Book`",
              "$b"),
          new Case(
              matching("$a: Author $a wrote $a"),
              "T5: `$a` has type `Author`, which does not fit this end of edge `Wrote: Author ->"
                  + " Book`",
              "$a"),
          new Case(
              matching("$b: Book $_ follows $b"),
              "T5: `$b` has type `Book`, which does not fit this end of edge `Follows: Author ->"
                  + " Author`",
              "$b"));

  @AfterAll
  static void countRows() {
    System.out.println("rows covered: " + CASES.size() + " errors of bindings and traversals");
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void reportsTheFirstErrorAndItsPlace(Case row) {
    Problem problem = check(row.query()).problems().getFirst();

    assertThat(problem.text()).isEqualTo("type error: " + row.error());
    assertThat(marked(problem)).isEqualTo(row.marked());
  }
}
