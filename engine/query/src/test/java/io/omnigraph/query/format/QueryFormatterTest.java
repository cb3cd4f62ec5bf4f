package io.omnigraph.query.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.ground.source.SourceText;
import io.omnigraph.query.Samples;
import io.omnigraph.query.problem.Checked;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class QueryFormatterTest {

  /** A text and its layout. */
  record Case(String name, String text, String formatted) {

    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Case> CASES =
      List.of(
          new Case("nothing", " \n ", ""),
          new Case("only a comment", "  // nothing yet  ", "// nothing yet\n"),
          new Case(
              "everything on one line",
              "query q($a:String,$b:[I32]?,$v:Vector ( 3 )){match{$x:T{a:$a,b:1,}$x e{1,3}$y"
                  + " not{$y f $_}$x.p>-1}return{$x.p as n count(distinct $y)$x{*}$y{a b}}order{n"
                  + " desc,$x.p}limit 5 offset $b}",
              """
              query q($a: String, $b: [I32]?, $v: Vector(3)) {
                match {
                  $x: T { a: $a, b: 1 }
                  $x e{1,3} $y
                  not { $y f $_ }
                  $x.p > -1
                }
                return { $x.p as n, count(distinct $y), $x { * }, $y { a, b } }
                order { n desc, $x.p }
                limit 5 offset $b
              }
              """),
          new Case(
              "a plan that is asked for",
              "// why\nexplain\nquery q(){match{$x:T}return{$x}}",
              """
              // why
              explain query q() {
                match { $x: T }
                return { $x }
              }
              """),
          new Case(
              "blocks",
              """
              query q() { match { $x: T
              count { $x e $y $y.a in [1, 2] } >= 2


              exists { $x e $_ } optional { $x e $z not { $z.a is not null } $z.a starts with "b" } }
              return distinct { $x } }
              """,
              """
              query q() {
                match {
                  $x: T
                  count {
                    $x e $y
                    $y.a in [1, 2]
                  } >= 2

                  exists { $x e $_ }
                  optional {
                    $x e $z
                    not { $z.a is not null }
                    $z.a starts with "b"
                  }
                }
                return distinct { $x }
              }
              """),
          new Case(
              "mutations",
              """
              query q() { insert T { a: 1 b: "x" } update T set { c: now() } where limit = 3
                delete E where from = $x }
              query r() { delete E where from="x" }
              """,
              """
              query q() {
                insert T { a: 1, b: "x" }
                update T set { c: now() } where limit = 3
                delete E where from = $x
              }

              query r() {
                delete E where from = "x"
              }
              """),
          new Case(
              "long lines",
              "query q() @description(\"a description that is long enough to need a line of its"
                  + " own, it really is\") { match { $x: T } return { $x.some_long_property as"
                  + " some_long_name, $x.another_long_property as another_long_name, $x.last } }",
              """
              query q()
                @description("a description that is long enough to need a line of its own, it really is")
              {
                match { $x: T }
                return {
                  $x.some_long_property as some_long_name,
                  $x.another_long_property as another_long_name,
                  $x.last
                }
              }
              """),
          new Case(
              "comments",
              """
              /* head */

              // about q
              query q() { // opens
                match { // clauses
                  // the type
                  $x: T /* inner */ { a: 1 } // after

                  $x e $y
                  // last
                }
                return { $x.a, // first
                  // second
                  $x.b }
              } // end
              // foot
              """,
              """
              /* head */

              // about q
              query q() { // opens
                match { // clauses
                  // the type
                  $x: T /* inner */ {
                    a: 1
                  } // after

                  $x e $y
                  // last
                }
                return {
                  $x.a, // first
                  // second
                  $x.b
                }
              } // end
              // foot
              """),
          new Case(
              "a comment in the middle of a clause",
              "query q() { match { $x: T $x // why\n e $y } return { $x } }",
              """
              query q() {
                match {
                  $x: T
                  $x // why
                    e $y
                }
                return { $x }
              }
              """));

  @ParameterizedTest
  @FieldSource("CASES")
  void aTextGetsItsLayout(Case row) {
    String formatted = formatted(row.text());

    assertThat(formatted).isEqualTo(row.formatted());
    assertThat(formatted(formatted)).isEqualTo(formatted);
    assertThat(Meaning.of(Samples.parse(formatted).value().orElseThrow()))
        .isEqualTo(Meaning.of(Samples.parse(row.text()).value().orElseThrow()));
  }

  @Test
  void aTextThatDoesNotParseKeepsItsProblems() {
    Checked<String> result = QueryFormatter.format(new SourceText("q.gq", "query q( {"));

    assertThat(result.problems()).isNotEmpty();
  }

  private static String formatted(String text) {
    Checked<String> result = QueryFormatter.format(new SourceText("q.gq", text));
    assertThat(result.problems()).as(text).isEmpty();
    return result.value().orElseThrow();
  }
}
