package io.omnigraph.schema.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.json.Json;
import io.omnigraph.schema.Compiled;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MigrationPlannerTest {

  /** Two sources and the terse lines of the migration between them. */
  record Case(String accepted, String desired, List<String> steps) {

    static Case of(String accepted, String desired, String... steps) {
      return new Case(accepted, desired, List.of(steps));
    }

    /** Bodies of one node type. */
    static Case body(String accepted, String desired, String... steps) {
      return of("node V { " + accepted + " }", "node V { " + desired + " }", steps);
    }

    @Override
    public String toString() {
      return accepted + " => " + desired;
    }
  }

  private static final String UNSUPPORTED = "migration UNSUPPORTED:";
  private static final String NOTHING = "no schema changes";

  static final List<Case> PLANNED =
      List.of(
          Case.body(
              "name: String @key  age: I32?",
              "name: String @key  age: I32? @index  nick: String?",
              "add_property V.nick (String?)",
              "add_constraint V @index(age)"),
          Case.of(
              "node Ship { title: String @key }",
              "node V @rename_from(\"Ship\") { name: String @key @rename_from(\"title\") }",
              "rename_type node Ship -> V",
              "rename_property V.title -> name"),
          Case.body("age: I32?", "", "drop_property V.age [soft]"),
          Case.body("a: I32  b: I32  @key(a, b)", "a: I32  b: I32  @key(b, a)", NOTHING),
          Case.body(
              "a: I32  b: I32  @key(a, b)",
              "b: I32  a: I32  @key(a, b)",
              "drop_constraint V @key(b, a)",
              "add_constraint V @key(b, a)"),
          Case.body(
              "a: I32  b: I32  @key(a, b)",
              "z: I32 @rename_from(\"a\")  b: I32  @key(z, b)",
              "rename_property V.a -> z"),
          Case.of(
              "node V {} edge E: V -> V { k: I32 }",
              "node V {} edge E: V -> V { k: I32  @key(@dst, @src, k) }",
              "add_constraint edge E @key(dst, k, src)"),
          Case.of(
              "node V {} edge E: V -> V { k: I32  @key(@src, @dst, k) }",
              "node V {} edge E: V -> V { n: I32 @rename_from(\"k\")  @key(src, dst, n) }",
              "rename_property edge E.k -> n"),
          Case.of(
              "node V {} node B {} edge E: V -> B",
              "node V {}",
              "drop_type node B [soft]",
              "drop_type edge E [soft]"),
          Case.body(
              "",
              "crew: I32",
              UNSUPPORTED,
              "unsupported: adding required property 'V.crew' requires a backfill;"
                  + " make it nullable, or give existing rows a value with @default [OG-MF-103]"),
          Case.body(
              "age: I32?",
              "age: I64?",
              UNSUPPORTED,
              "unsupported: changing property type of 'V.age' from I32? to I64? is not supported"
                  + " [OG-MF-106]"),
          Case.body(
              "age: I64?",
              "age: I32?",
              UNSUPPORTED,
              "unsupported: changing property type of 'V.age' from I64? to I32? is not supported"
                  + " [OG-MF-106]"),
          Case.of(
              "node V @description(\"old\") {}",
              "node V @description(\"new\") {}",
              "update_type_metadata V (@description(new))"),
          Case.of("node V {}", "node V {}", NOTHING),
          Case.body("s: enum(a,b,c)", "s: enum(c,b,a)", NOTHING),
          Case.body(
              "s: enum(a,b)",
              "s: enum(a,b,c)",
              "change_property_type V.s (Enum(a|b) -> Enum(a|b|c))"),
          Case.body(
              "age: I32? @index",
              "",
              "drop_property V.age [soft]",
              "drop_constraint V @index(age)"),
          Case.of(
              "node N {}",
              "node N {} node M @rename_from(\"Gone\") {}",
              UNSUPPORTED,
              "unsupported: node 'M' declares @rename_from(\"Gone\")"
                  + " but no accepted node with that name exists"));

  static final List<Case> CHANGES =
      List.of(
          Case.of("", "node V { a: I32 @unique }", "add_type node V"),
          Case.of("", "interface I { a: I32 }", "add_type interface I"),
          Case.of("interface I {}", "", "drop_type interface I [soft]"),
          Case.of(
              "node A {} edge E: A -> A",
              "node B {} edge E: B -> B",
              UNSUPPORTED,
              "add_type node B",
              "drop_type node A [soft]",
              "unsupported: changing edge endpoints of 'E' is not supported"),
          Case.of(
              "node A {} edge E: A -> A",
              "node B @rename_from(\"A\") {} edge F: B -> B @rename_from(\"E\")",
              "rename_type node A -> B",
              "rename_type edge E -> F"),
          Case.body(
              "a: I32?",
              "a: I32?  b: I32? @unique",
              "add_property V.b (I32?)",
              "add_constraint V @unique(b)"),
          Case.body(
              "t: String",
              "t: String  v: Vector(3)? @embed(t) @index",
              "add_property V.v (Vector(3)?)",
              "add_constraint V @index(v)"),
          Case.body("a: I32", "a: I32?", "change_property_type V.a (I32 -> I32?)"),
          Case.body("a: I32?", "a: I32", "change_property_type V.a (I32? -> I32)"),
          Case.body(
              "a: I32",
              "a: [I32]",
              UNSUPPORTED,
              "unsupported: changing property type of 'V.a' from I32 to [I32] is not supported"
                  + " [OG-MF-106]"),
          Case.body(
              "v: Vector(2)",
              "v: Vector(3)",
              UNSUPPORTED,
              "unsupported: changing property type of 'V.v' from Vector(2) to Vector(3)"
                  + " is not supported [OG-MF-106]"),
          Case.body(
              "s: String", "s: enum(a,b)?", "change_property_type V.s (String -> Enum(a|b)?)"),
          Case.body("", "a: I32 @default(7)", "add_property V.a (I32) filled with '7'"),
          Case.body(
              "",
              "a: I32 @default(\"seven\")",
              UNSUPPORTED,
              "unsupported: adding required property 'V.a' requires a backfill; the default"
                  + " 'seven' is not a value of type I32 [OG-MF-103]"),
          Case.body("", "a: I32? @default(7)", "add_property V.a (I32?)"),
          Case.body("a: I32 @default(7)", "a: I32 @default(8)", NOTHING),
          Case.body("a: I32 @key", "a: I32", "drop_constraint V @key(a)"),
          Case.body("a: I32", "a: I32 @key", "add_constraint V @key(a)"),
          Case.body(
              "t: String v: Vector(2) @embed(t)",
              "s: String @rename_from(\"t\") v: Vector(2) @embed(s)",
              "rename_property V.t -> s"),
          Case.body("a: I32 b: I32", "a: I32 b: I32 @index(b, a)", "add_constraint V @index(a, b)"),
          Case.body(
              "a: I32 @range(a, 0..1)",
              "a: I32 @range(a, 0..2)",
              "drop_constraint V @range(a, 0..1)",
              "add_constraint V @range(a, 0..2)"),
          Case.body("a: I32 b: I32 @unique(a, b)", "a: I32 b: I32 @unique(b, a)", NOTHING),
          Case.body("a: I32 @unique", "a: I32 @unique(a)", NOTHING),
          Case.body(
              "slug: String @key @index",
              "code: String @key @index @rename_from(\"slug\")",
              "rename_property V.slug -> code"),
          Case.body(
              "a: I32",
              "a: I32 @unit(\"kg\")",
              UNSUPPORTED,
              "unsupported: changing annotations beyond @description/@instruction of 'V.a'"
                  + " is not supported"),
          Case.body("a: I32 @description(\"x\")", "a: I32", "update_property_metadata V.a (none)"),
          Case.body("a: I32 @rename_from(\"b\")", "a: I32", NOTHING),
          Case.of(
              "node V {} edge E: V -> V",
              "node V {} edge E: V -> V @card(0..1)",
              "change_cardinality edge E (0.. -> 0..1)"),
          Case.of(
              "interface I {} node V {}",
              "interface I {} node V implements I {}",
              "change_interfaces V (I)"),
          Case.of(
              "interface I {} node V implements I {}",
              "interface I { a: I32? } node V implements I {}",
              "add_property interface I.a (I32?)",
              "add_property V.a (I32?)"),
          Case.of(
              "interface I { a: I32 } node V implements I {}",
              "interface I {} node V implements I { a: I32 }",
              "drop_property interface I.a [soft]"),
          Case.of(
              "interface I {} node V implements I { a: I32 }",
              "interface I { a: I32 } node V implements I {}",
              "add_property interface I.a (I32)"),
          Case.of(
              "interface I {} node V implements I {}",
              "interface I { a: I32 } node V implements I {}",
              UNSUPPORTED,
              "unsupported: adding required property 'I.a' requires a backfill;"
                  + " make it nullable, or give existing rows a value with @default [OG-MF-103]",
              "unsupported: adding required property 'V.a' requires a backfill;"
                  + " make it nullable, or give existing rows a value with @default [OG-MF-103]"),
          Case.of(
              "interface I { a: I32? } node V implements I {}",
              "interface I { a: I32 } node V implements I {}",
              "change_property_type interface I.a (I32? -> I32)",
              "change_property_type V.a (I32? -> I32)"),
          Case.of(
              "interface I { a: I32? } node V implements I {}",
              "node V { a: I32? }",
              "drop_type interface I [soft]",
              "change_interfaces V (none)"),
          Case.of(
              "node A {} node B {}",
              "node A {} node C @rename_from(\"A\") {}",
              UNSUPPORTED,
              "unsupported: node 'C' declares @rename_from(\"A\") but the accepted node of that"
                  + " name is continued by another declaration",
              "drop_type node B [soft]"),
          Case.of(
              "node A {}",
              "node B @rename_from(\"A\") {} node C @rename_from(\"A\") {}",
              UNSUPPORTED,
              "rename_type node A -> B",
              "unsupported: node 'C' declares @rename_from(\"A\") but the accepted node of that"
                  + " name is continued by another declaration"),
          Case.of(
              "node A {} node B {}", "node B @rename_from(\"A\") {}", "drop_type node A [soft]"),
          Case.of("node V { s: String }", "node V { s: String } // only a comment", NOTHING),
          Case.body("t: String v: Vector(2) @embed(t)", "t: String", "drop_property V.v [soft]"),
          Case.of("node A {}", "node A {} node B @rename_from {}", "add_type node B"));

  @AfterAll
  static void count() {
    System.out.println(
        "rows covered: " + (PLANNED.size() + CHANGES.size()) + " planned migrations");
  }

  @ParameterizedTest
  @FieldSource({"PLANNED", "CHANGES"})
  void plans(Case planned) {
    Migration migration = plan(planned.accepted(), planned.desired());

    assertThat(MigrationLines.terse(migration)).containsExactlyElementsOf(planned.steps());
  }

  @Test
  void allowingDataLossChangesNothingButTheModeOfDrops() {
    Migration soft = plan("node V { a: I32? b: I32? } node W {}", "node V { c: I32? }");

    Migration hard = soft.dropping(DropMode.HARD);

    assertThat(MigrationLines.terse(hard))
        .containsExactly(
            "add_property V.c (I32?)",
            "drop_property V.a [hard]",
            "drop_property V.b [hard]",
            "drop_type node W [hard]");
    assertThat(hard.dropping(DropMode.SOFT)).isEqualTo(soft);
  }

  @Test
  void anUnsupportedChangeIsRefusedWithItsCodeAndReason() {
    Migration migration = plan("node V {}", "node V { a: I32 }");

    assertThat(migration.firstUnsupported())
        .map(MigrationStep.UnsupportedChange::refusal)
        .contains(
            "[OG-MF-103] adding required property 'V.a' requires a backfill; make it nullable, or"
                + " give existing rows a value with @default");
    assertThat(migration.firstUnsupported())
        .map(MigrationStep.UnsupportedChange::entity)
        .contains("node:V.a");
  }

  @ParameterizedTest
  @FieldSource({"PLANNED", "CHANGES"})
  void stepsReadBackFromTheirJson(Case planned) {
    Migration migration = plan(planned.accepted(), planned.desired());

    JsonNode json = MigrationJson.write(migration);

    assertThat(json.path("supported").asBoolean()).isEqualTo(migration.isSupported());
    assertThat(MigrationJsonReader.steps(json.path("steps"))).isEqualTo(migration.steps());
    assertThat(Json.compact(json)).startsWith("{\"supported\":");
  }

  private static Migration plan(String accepted, String desired) {
    return MigrationPlanner.plan(Compiled.schema(accepted), Compiled.schema(desired));
  }
}
