package io.omnigraph.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.schema.SchemaCompiler.Problem;
import io.omnigraph.schema.SchemaCompiler.Stage;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationTest {

  record Rejected(Stage stage, String source, List<String> messages) {

    static Rejected parse(String source, String... messages) {
      return new Rejected(Stage.PARSE, source, List.of(messages));
    }

    static Rejected catalog(String source, String message) {
      return new Rejected(Stage.CATALOG, source, List.of(message));
    }
  }

  static final List<Rejected> REJECTED =
      List.of(
          Rejected.parse(
              "node V implements Ghost { }", "node `V` implements the unknown interface `Ghost`"),
          Rejected.parse(
              "interface I { name: I32 } node V implements I { name: String }",
              "node `V` has `name` as String, but interface `I` declares it as I32"),
          Rejected.parse(
              "node V { id1: U64 @key  b: String @key }", "node `V` has multiple @key constraints"),
          Rejected.parse(
              "interface I { a: String @key } node V implements I { b: String @key }",
              "node `V` has multiple @key constraints"),
          Rejected.parse(
              "node V { k: String?  @key(k) }", "the @key property `V.k` cannot be nullable"),
          Rejected.parse(
              "node V { t: [String] @key }", "@key is not supported on list property `V.t`"),
          Rejected.parse(
              "node V { t: [String] @index }", "@index is not supported on list property `V.t`"),
          Rejected.parse(
              "node V { t: [String] @key(t) }", "@key is not supported on list property `V.t`"),
          Rejected.parse(
              "node V { t: Vector(2) @unique }",
              "@unique is not supported on vector property `V.t`"),
          Rejected.parse(
              "node V { t: Blob? @index(t) }", "@index is not supported on blob property `V.t`"),
          Rejected.parse(
              "node V { t: Blob @unique }", "@unique is not supported on blob property `V.t`"),
          Rejected.parse(
              "node V @unique { }",
              "@unique is only supported on node properties or as body constraint,"
                  + " not on node `V`"),
          Rejected.parse(
              "node V @index { }",
              "@index is only supported on node properties or as body constraint,"
                  + " not on node `V`"),
          Rejected.parse(
              "node V @embed { }", "@embed is only supported on node properties, not on node `V`"),
          Rejected.parse(
              "node V {} edge E: V -> V @key", "@key is not supported on edges, here edge `E`"),
          Rejected.parse(
              "node V {} edge E: V -> V { w: I32 @key }",
              "@key is not supported on edge properties, here `E.w`"),
          Rejected.parse(
              "node V {} edge E: V -> V { e: Vector(3) @embed(t) }",
              "@embed is not supported on edge properties, here `E.e`"),
          Rejected.parse(
              "node V {} edge E: V -> V { w: I32 @key(w) }",
              "the @key of edge `E` has to name both ends"),
          Rejected.parse(
              "node V {} edge E: V -> V { @key(@src) }",
              "the @key of edge `E` has to name both ends"),
          Rejected.parse(
              "node V {} edge E: V -> V { @key(dst, @dst) }",
              "the @key of edge `E` has to name both ends",
              "the @key of edge `E` names `@dst` twice"),
          Rejected.parse(
              "node V {} edge E: V -> V { note: String?  @key(@src, @dst, note) }",
              "the @key property `E.note` cannot be nullable"),
          Rejected.parse(
              "node V {} edge E: V -> V { note: [String]  @key(@src, @dst, note) }",
              "@key is not supported on list property `E.note`"),
          Rejected.parse(
              "node V {} edge E: V -> V { note: Blob  @key(@src, @dst, note) }",
              "@key is not supported on blob property `E.note`"),
          Rejected.parse(
              "node V {} edge E: V -> V { note: Vector(2)  @key(@src, @dst, note) }",
              "@key is not supported on vector property `E.note`"),
          Rejected.parse(
              "node V {} edge E: V -> V { @key(@src, @dst, note) }",
              "@key on edge `E` references unknown property `note`"),
          Rejected.parse(
              "node V {} edge E: V -> V { @key(@src, @dst)  @key(@src, @dst) }",
              "edge `E` has multiple @key constraints"),
          Rejected.parse(
              "node V { src: String  @unique(@src) }",
              "@unique on node `V` references unknown property `@src`"),
          Rejected.parse(
              "node V {} edge E: V -> V { @index(@id) }",
              "expected `src` or `dst`, the ends of an edge, found `id`"),
          Rejected.parse(
              "node V {} edge E: V -> V { w: I32 @range(w, 0..) }",
              "@range is not supported on edges, here edge `E`"),
          Rejected.parse(
              "node V {} edge E: V -> V { w: String @check(w, \"x\") }",
              "@check is not supported on edges, here edge `E`"),
          Rejected.parse(
              "node V { n: String  @range(n, 0..9) }",
              "@range requires a numeric type, but `V.n` is String"),
          Rejected.parse(
              "node V { n: I32  @check(n, \"[0-9]+\") }",
              "@check requires String type, but `V.n` is I32"),
          Rejected.parse(
              "node V { t: String @embed(t) }",
              "@embed is only supported on vector properties, but `V.t` is String"),
          Rejected.parse(
              "node V { v: Vector(3) @embed }", "@embed on `V.v` requires a source property name"),
          Rejected.parse(
              "node V { v: Vector(3) @embed(nope) }",
              "@embed on `V.v` references unknown source property `nope`"),
          Rejected.parse(
              "node V { b: I32  v: Vector(3) @embed(b) }",
              "the @embed source property `b` of `V.v` must be String, but is I32"),
          Rejected.parse(
              "node V { s: String @unique @unique }",
              "property `V.s` declares @unique multiple times"),
          Rejected.parse(
              "node V { s: String @instruction(\"x\") }",
              "@instruction is only supported on node and edge types, not on property `V.s`"),
          Rejected.parse(
              "node V @description(\"a\") @description(\"b\") {}",
              "node `V` declares @description multiple times"),
          Rejected.parse(
              "node V @instruction {}", "@instruction on node `V` requires a non-empty value"),
          Rejected.parse(
              "node V { s: String @description(\" \") }",
              "@description on property `V.s` requires a non-empty value"),
          Rejected.parse(
              "node V { a: I32 @unique(a, b) }",
              "@unique on node `V` references unknown property `b`"),
          Rejected.parse(
              "node V { a: I32 @unique(src) }",
              "@unique on node `V` references unknown property `src`"),
          Rejected.catalog("node V {} node V {}", "duplicate node type `V`"),
          Rejected.catalog("node V {} edge E: V -> V edge E: V -> V", "duplicate edge type `E`"),
          Rejected.catalog("interface I {} interface I {}", "duplicate interface type `I`"),
          Rejected.catalog("node V { a: I32 a: I32 }", "duplicate property `a` in `V`"),
          Rejected.catalog("interface V { a: I32 a: I32 }", "duplicate property `a` in `V`"),
          Rejected.catalog(
              "node V {} edge E: V -> Alien", "edge `E` references unknown target type `Alien`"),
          Rejected.catalog(
              "node V {} edge E: Alien -> V", "edge `E` references unknown source type `Alien`"),
          Rejected.catalog(
              "node V {} edge Tows: V -> V edge TOWS: V -> V",
              "the edge names `Tows` and `TOWS` are the same after case folding"),
          Rejected.catalog(
              "node V { id: String }",
              "node `V` cannot have a property `id`,"
                  + " because every node has a built-in field of that name"),
          Rejected.catalog(
              "node V {} edge E: V -> V { src: String }",
              "edge `E` cannot have a property `src`,"
                  + " because every edge has a built-in field of that name"));

  @AfterAll
  static void count() {
    System.out.println("rows covered: " + REJECTED.size() + " sources that are not valid");
  }

  @ParameterizedTest
  @FieldSource("REJECTED")
  void rejectsWithItsMessages(Rejected rejected) {
    List<Problem> problems = Compiled.problems(rejected.source());

    assertThat(problems)
        .extracting(Problem::message)
        .containsExactlyElementsOf(rejected.messages());
    assertThat(problems).extracting(Problem::stage).containsOnly(rejected.stage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "interface I { name: String @key } node V implements I { x: I32? }",
        "interface I { a: I32 } interface J { a: I32 @index } node V implements I, J, I {}",
        "interface I { a: I32 @embed @embed } // nobody implements it",
        "node V { t: [String] @index(t) }",
        "node V { t: Vector(3) @index }",
        "node V { t: [I32] @range(t, 0..) @unique(t) }",
        "node V { t: [String] @check(t, \"(\") @range(t2, 9..1)  t2: I32 }",
        "node V { src: String }",
        "node V {} edge E: V -> V { w: I32 @unique }",
        "node V {} edge E: V -> V { w: I32 @index  d: Date? @index  @index(src, w) }",
        "node V {} edge E: V -> V { @key(@src, @dst) @unique(@src) @index(@dst) }",
        "node V {} edge E: V -> V { w: I32  d: Date  @key(dst, d, src, w) }",
        "node V @color(\"red\") @rename_from { }",
        "node V {} edge V: V -> V interface V {}"
      })
  void accepts(String source) {
    assertThat(Compiled.schema(source)).isNotNull();
  }

  @Test
  void severalProblemsAreFoundInOneRunInTheOrderOfTheText() {
    List<Problem> problems =
        Compiled.problems(
            """
            node A { x: Strng }
            node B { y: I32, z: I32 }
            node C {
              v: Vector(0)
              s: enum(a, a)
            }
            """);

    assertThat(problems)
        .extracting(Problem::message)
        .containsExactly(
            "unknown type `Strng`",
            "expected a property or `}`, found `,`",
            "a Vector dimension must be greater than zero",
            "duplicate values in an enum: `a`");
  }

  @Test
  void anUnknownInterfaceDoesNotMakeItsPropertiesUnknown() {
    List<Problem> problems =
        Compiled.problems("node V implements Nmaed { @unique(name) } interface Named {}");

    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().help()).isEqualTo("did you mean `Named`?");
  }

  @Test
  void aProblemShowsItsPlaceItsLineAndTheWayOut() {
    assertThat(Compiled.problems("node V {\n  name: Strng?\n}").getFirst().text())
        .isEqualTo(
            """
            test.pg:2:9: unknown type `Strng`
                name: Strng?
                      ^^^^^
              help: did you mean `String`?\
            """);
  }
}
