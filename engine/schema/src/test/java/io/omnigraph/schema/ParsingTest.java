package io.omnigraph.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.schema.SchemaCompiler.Stage;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ParsingTest {

  record Rejected(String source, int line, int column, String message) {

    static Rejected at(int column, String source, String message) {
      return new Rejected(source, 1, column, message);
    }
  }

  static final List<Rejected> REJECTED =
      List.of(
          Rejected.at(6, "node { }", "expected the name of a type, found `{`"),
          Rejected.at(6, "node vessel { }", "expected the name of a type, found `vessel`"),
          Rejected.at(
              10, "node V { Name: String }", "expected the name of a property, found `Name`"),
          Rejected.at(19, "node V { a: String, b: I32 }", "expected a property or `}`, found `,`"),
          Rejected.at(
              17, "node A { a: I32 node B { b: Date }", "expected a property or `}`, found `node`"),
          Rejected.at(1, "# x", "unexpected character `#`"),
          Rejected.at(6, "node \uFEFFV {}", "unexpected character `U+FEFF`"),
          Rejected.at(7, "node V\f{}", "unexpected character `U+000C`"),
          Rejected.at(
              1, "enum Kind { a b }", "expected `interface`, `node` or `edge`, found `enum`"),
          Rejected.at(14, "node V { k: [enum(a,b)] }", "expected a scalar type, found `enum`"),
          Rejected.at(20, "node V { k: [String?] }", "expected `]`, found `?`"),
          Rejected.at(14, "node V { k: [[I32]] }", "expected a scalar type, found `[`"),
          Rejected.at(14, "node V { k: [Vector(3)] }", "expected a scalar type, found `Vector`"),
          Rejected.at(13, "node V { k: [Blob] }", "a list of Blob is not supported"),
          Rejected.at(18, "node V { k: enum() }", "expected a value of the enum, found `)`"),
          Rejected.at(
              18, "node V { k: enum(\"a\") }", "expected a value of the enum, found a string"),
          Rejected.at(13, "node V { k: Strng }", "unknown type `Strng`"),
          Rejected.at(23, "node V @description(\"a\\q\") {}", "unsupported escape sequence: \\q"),
          Rejected.at(
              25,
              "node V implements Named @description(\"x\") {}",
              "an annotation stands before `implements`"),
          Rejected.at(
              34,
              "edge E: A -> B @description(\"x\") @card(0..1)",
              "a cardinality stands directly after the edge's target type"),
          Rejected.at(16, "edge E: A -> B @card(3..1)", "cardinality min exceeds max: 3..1"),
          Rejected.at(
              22,
              "edge E: A -> B @card(4294967296..)",
              "invalid cardinality `4294967296`: it must not exceed 4294967295"),
          Rejected.at(
              28,
              "node V { a: String @unique(\"x\") }",
              "@unique takes names of properties, found a string"),
          Rejected.at(
              27,
              "node V { a: String @index(\"x\") }",
              "@index takes names of properties, found a string"),
          Rejected.at(
              25,
              "interface I { a: String @index(a) }",
              "an interface has no constraints of its own"),
          Rejected.at(
              8,
              "node V @unique(a) {}",
              "a constraint stands in the body of a type, not in its header"),
          Rejected.at(30, "node V { n: I32 @range(n, 1...5) }", "unexpected character `.`"),
          Rejected.at(27, "node V { n: I32 @range(n, +1..2) }", "unexpected character `+`"),
          Rejected.at(29, "node V { n: I32 @range(n, - 1..2) }", "expected a number, found `1`"),
          Rejected.at(
              27,
              "node V { n: I32 @range(n, 5) }",
              "@range takes a range such as `0..9` after the property, found `5`"),
          Rejected.at(
              17,
              "node V { n: I32 @range(n) }",
              "@range takes the name of a property and a range such as `0..9`, found 1 argument"),
          Rejected.at(
              24,
              "node V { n: I32 @range(\"n\", 1..) }",
              "@range takes the name of a property first, found a string"),
          Rejected.at(
              30,
              "node V { s: String @check(s, 0..9) }",
              "@check takes a pattern in quotes after the property, found a range"),
          Rejected.at(
              21,
              "node V @rename_from(Ship) {}",
              "expected the argument of an annotation, found `Ship`"),
          Rejected.at(12, "node V @x(1, 2) {}", "expected `)`, found `,`"),
          Rejected.at(
              20, "node V { v: Vector(0) }", "a Vector dimension must be greater than zero"),
          Rejected.at(
              20,
              "node V { v: Vector(2147483648) }",
              "the Vector dimension `2147483648` exceeds maximum supported 2147483647"),
          Rejected.at(
              20,
              "node V { v: Vector(99999999999999999999) }",
              "the Vector dimension `99999999999999999999` exceeds maximum supported 2147483647"),
          Rejected.at(24, "node V { s: enum(a, b, a) }", "duplicate values in an enum: `a`"),
          Rejected.at(8, "node V /* {}", "the comment is not closed; add `*/`"),
          Rejected.at(21, "node V @description(\"x) {}", "the string is not closed; add `\"`"));

  @AfterAll
  static void count() {
    System.out.println("rows covered: " + REJECTED.size() + " sources that do not parse");
  }

  @ParameterizedTest
  @FieldSource("REJECTED")
  void rejectsWithOneMessageAtThePlace(Rejected rejected) {
    var problems = Compiled.problems(rejected.source());

    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().message()).isEqualTo(rejected.message());
    assertThat(problems.getFirst().stage()).isEqualTo(Stage.PARSE);
    assertThat(problems.getFirst().span().line()).isEqualTo(rejected.line());
    assertThat(problems.getFirst().span().column()).isEqualTo(rejected.column());
  }
}
