package io.omnigraph.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.schema.catalog.Annotation;
import io.omnigraph.schema.catalog.Constraint;
import io.omnigraph.schema.catalog.Constraint.Bound;
import io.omnigraph.schema.catalog.GraphType.Cardinality;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.GraphType.NodeType;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class AcceptedSourcesTest {

  /** A source, what to look at in its schema, and what is to be seen. */
  record Case(String source, Function<Schema, Object> look, Object expected) {

    @Override
    public String toString() {
      return source;
    }
  }

  private static final PropertyType STRING = PropertyType.of(Scalar.STRING);

  static final List<Case> CASES =
      List.of(
          new Case("", Schema::nodes, List.of()),
          new Case(" // only a comment\n/* and * another */", Schema::nodes, List.of()),
          new Case(
              "node Vessel { name: String  tons: I32? }",
              schema -> node(schema).properties(),
              List.of(
                  new Property("name", STRING, List.of()),
                  new Property("tons", PropertyType.of(Scalar.I32).nullable(), List.of()))),
          new Case(
              "node V { s: enum(open, closed, 2024-q1) }",
              AcceptedSourcesTest::firstType,
              new PropertyType(
                  Scalar.STRING, 0, false, false, List.of("2024-q1", "closed", "open"))),
          new Case(
              "node V { s: enum(-x-, a--b, 1a, _Z)? }",
              schema -> firstType(schema).display(),
              "enum(-x-, 1a, _Z, a--b)?"),
          new Case(
              "node V { v: [ DateTime ] ? }", schema -> firstType(schema).display(), "[DateTime]?"),
          new Case(
              "node V @description(\"a\\n\\\"b\\\"\\\\c\") { x: String }",
              schema -> node(schema).annotations(),
              List.of(new Annotation("description", "a\n\"b\"\\c"))),
          new Case(
              "node V @rename_from(\"Ship\") { n: String @rename_from(\"title\") }",
              schema ->
                  List.of(
                      node(schema).annotations(), node(schema).properties().get(0).annotations()),
              List.of(
                  List.of(new Annotation("rename_from", "Ship")),
                  List.of(new Annotation("rename_from", "title")))),
          new Case(
              "interface Named {} node V @description(\"x\") implements Named { }",
              schema -> node(schema).implemented(),
              List.of("Named")),
          new Case(
              "node V { a: I32 @level(3) @x(true) @y(1.5) @z @color(\"red\") @w(word) }",
              schema -> node(schema).properties().get(0).annotations(),
              List.of(
                  new Annotation("level", "3"),
                  new Annotation("x", "true"),
                  new Annotation("y", "1.5"),
                  new Annotation("z", null),
                  new Annotation("color", "red"),
                  new Annotation("w", "word"))),
          new Case(
              "node V { a: I32 @indexed(\"x\") @keyish }",
              schema -> node(schema).constraints(),
              List.of()),
          new Case(
              "node V { dock: String mooring: String @unique(dock, mooring) }",
              schema -> node(schema).constraints(),
              List.of(new Constraint.Unique(List.of("dock", "mooring")))),
          new Case(
              "node V { true_name: String @unique(true_name) }",
              schema -> node(schema).constraints(),
              List.of(new Constraint.Unique(List.of("true_name")))),
          new Case(
              "node V { node: String edge: I32 interface: Bool implements: Date enum: I64 }",
              schema -> node(schema).properties().stream().map(Property::name).toList(),
              List.of("node", "edge", "interface", "implements", "enum")),
          edge("edge E: V -> V @card(0..1) @description(\"x\") { @unique(src, dst) }", 0, 1),
          edge("edge E: V -> V @card(1..)", 1, Cardinality.UNBOUNDED),
          edge("edge E: V -> V @card ( 0 .. 4294967295 )", 0, 4294967295L),
          edge("edge E: V -> V", 0, Cardinality.UNBOUNDED),
          edge("edge E: V -> V @card(1)", 0, Cardinality.UNBOUNDED),
          edge("edge E: V -> V @card {}", 0, Cardinality.UNBOUNDED),
          range("F64? @range(t, -40.0..60.0)", new Bound.Decimal(-40), new Bound.Decimal(60)),
          range("I64 @range(t, -5..5)", new Bound.Whole(-5), new Bound.Whole(5)),
          range("I64 @range(t, 0 .. 1)", new Bound.Whole(0), new Bound.Whole(1)),
          range("F32 @range(t, 0.5..2)", new Bound.Decimal(0.5), new Bound.Whole(2)),
          range("I32 @range(t, 1..)", new Bound.Whole(1), null),
          range("I32 @range(t, ..9)", null, new Bound.Whole(9)),
          range(
              "U64 @range(t, 0..18446744073709551615)",
              new Bound.Whole(0),
              new Bound.Decimal(1.8446744073709552E19)),
          new Case(
              "node V { embedding: Vector(3) @embed(title)  title: String }",
              schema -> node(schema).property("embedding").orElseThrow().annotation("embed"),
              Optional.of(new Annotation("embed", "title"))),
          new Case(
              "node V { v: Vector(2147483647) }",
              AcceptedSourcesTest::firstType,
              PropertyType.vector(2147483647)));

  @AfterAll
  static void count() {
    System.out.println("rows covered: " + CASES.size() + " sources that are accepted");
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void isReadAsExpected(Case source) {
    assertThat(source.look().apply(Compiled.schema(source.source()))).isEqualTo(source.expected());
  }

  @Test
  void propertiesKeepTheOrderOfTheSourceAndInjectedOnesFollow() {
    Schema schema =
        Compiled.schema(
            "node V implements B, A { z: I32  a: I32 }"
                + " interface A { y: I32 }"
                + " interface B { x: I32  z: I32 }");

    assertThat(node(schema).properties())
        .extracting(Property::name)
        .containsExactly("z", "a", "x", "y");
  }

  private static Case edge(String source, long min, long max) {
    return new Case(
        "node V {} " + source,
        schema -> schema.edges().stream().map(EdgeType::cardinality).toList(),
        List.of(new Cardinality(min, max)));
  }

  private static Case range(String property, @Nullable Bound min, @Nullable Bound max) {
    return new Case(
        "node V { t: " + property + " }",
        schema -> node(schema).constraints(),
        List.of(new Constraint.Range("t", min, max)));
  }

  private static NodeType node(Schema schema) {
    return schema.nodes().getFirst();
  }

  private static PropertyType firstType(Schema schema) {
    return node(schema).properties().getFirst().type();
  }
}
