package io.omnigraph.query.check;

import static io.omnigraph.query.Samples.check;
import static io.omnigraph.query.Samples.marked;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.query.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is wrong with mutations: T3, T7, T10 to T14, T16. */
class MutationErrorsTest {

  record Case(String query, String error, String marked) {

    @Override
    public String toString() {
      return query;
    }
  }

  static final List<Case> CASES =
      List.of(
          new Case(
              "query q() { insert Autor { handle: \"x\" } }",
              "T10: unknown type `Autor`; did you mean `Author`?",
              "Autor"),
          new Case(
              "query q() { update Named set { a: 1 } where b = 1 }",
              "T10: unknown type `Named`",
              "Named"),
          new Case(
              "query q() { insert Author { handle: \"x\" colour: \"red\" } }",
              "T11: type `Author` has no property `colour`",
              "colour"),
          new Case(
              "query q() { delete Author where handel = \"x\" }",
              "T11: type `Author` has no property `handel`; did you mean `handle`?",
              "handel"),
          new Case(
              "query q() { delete Book where cover = \"x\" }",
              "T11: `Book.cover` is a blob, which cannot be compared",
              "cover"),
          new Case(
              "query q() { delete Author where tags = \"x\" }",
              "T7: lists cannot be compared; use `contains` to test for an element",
              "tags"),
          new Case(
              "query q() { insert Author { born: 1 } }",
              "T12: insert of `Author` misses `handle`",
              "Author"),
          new Case(
              "query q() { insert Doc { slug: \"x\" } }",
              "T12: insert of `Doc` misses `body`",
              "Doc"),
          new Case(
              "query q() { insert Wrote { from: \"x\" } }",
              "T12: insert of edge `Wrote` misses `to`; assign the id of a node of that end",
              "Wrote"),
          new Case(
              "query q() { insert Wrote { to: \"x\" } }",
              "T12: insert of edge `Wrote` misses `from`; assign the id of a node of that end",
              "Wrote"),
          new Case(
              "query q() { insert Rated { from: \"x\" to: \"y\" } }",
              "T12: insert of `Rated` misses `stars`",
              "Rated"),
          new Case(
              "query q() { insert Author { handle: \"x\" handle: \"y\" } }",
              "T13: `handle` is assigned twice",
              "handle"),
          new Case(
              "query q() { insert Wrote { from: \"x\" to: \"y\" to: \"z\" } }",
              "T13: `to` is assigned twice",
              "to"),
          new Case(
              "query q() { update Author set { born: $x } where handle = \"a\" }",
              "T14: `$x` is not a declared parameter",
              "$x"),
          new Case(
              "query q($year: I32) { update Author set { born: $yaer } where handle = \"a\" }",
              "T14: `$yaer` is not a declared parameter; did you mean `$year`?",
              "$yaer"),
          new Case(
              "query q() { delete Author where handle = $h }",
              "T14: `$h` is not a declared parameter",
              "$h"),
          new Case(
              "query q() { update Wrote set { to: \"y\" } where from = \"x\" }",
              "T16: `to` of an edge cannot be changed; delete the edge and insert it" + " again",
              "to"),
          new Case(
              "query q() { insert Author { handle: 5 } }",
              "T3: `Author.handle` has type `String`, but the literal is `I64`",
              "5"),
          new Case(
              "query q() { insert Author { handle: \"x\" mood: \"angry\" } }",
              "T3: invalid enum value 'angry' for Author.mood (expected: calm, loud)",
              "\"angry\""),
          new Case(
              "query q() { delete Author where mood = \"angry\" }",
              "T3: invalid enum value 'angry' for Author.mood (expected: calm, loud)",
              "\"angry\""),
          new Case(
              "query q() { insert Book { isbn: \"x\" title: \"y\" cover: \"z\" } }",
              "T3: `Book.cover` has type `Blob?`, but the literal is `String`; pass a blob through"
                  + " a parameter",
              "\"z\""),
          new Case(
              "query q() { insert Doc { slug: \"x\" body: \"y\" v: [1, 2] } }",
              "T3: `Doc.v` expects 3 dimensions, got 2",
              "[1, 2]"),
          new Case(
              "query q() { insert Doc { slug: \"x\" body: \"y\" v: \"z\" } }",
              "T3: `Doc.v` has type `Vector(3)`, but the literal is `String`",
              "\"z\""),
          new Case(
              "query q() { insert Wrote { from: 1 to: \"y\" } }",
              "T3: `Wrote.from` has type `String`, but the literal is `I64`",
              "1"),
          new Case(
              "query q() { update Event set { on: now() } where code = \"x\" }",
              "T7: now() is a `DateTime`, but `Event.on` has type `Date?`",
              "now()"),
          new Case(
              "query q($s: String) { update Author set { born: $s } where handle = \"a\" }",
              "T7: parameter `$s` has type `String`, but `Author.born` has type `I32?`",
              "$s"),
          new Case(
              "query q($v: Vector(2)) { insert Doc { slug: \"x\" body: \"y\" v: $v } }",
              "T7: parameter `$v` has type `Vector(2)`, but `Doc.v` has type `Vector(3)`",
              "$v"));

  @AfterAll
  static void countRows() {
    System.out.println("rows covered: " + CASES.size() + " errors of mutations");
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void reportsTheFirstErrorAndItsPlace(Case row) {
    Problem problem = check(row.query()).problems().getFirst();

    assertThat(problem.text()).isEqualTo("type error: " + row.error());
    assertThat(marked(problem)).isEqualTo(row.marked());
  }
}
