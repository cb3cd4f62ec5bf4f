package io.omnigraph.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.schema.canonical.CanonicalForm;
import io.omnigraph.schema.catalog.Constraint;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.GraphType.NodeType;
import io.omnigraph.schema.catalog.Schema;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {

  private static final String HARBOUR =
      """
      interface Named { name: String @key @description("what \\"it\\" is called") }
      node Vessel implements Named { tons: I32?  kind: enum(tug, ferry)  @index(name, kind) }
      node Berth { code: String @key }
      edge MooredAt: Vessel -> Berth @card(0..1) { since: Date? }
      """;

  @AfterAll
  static void count() {
    System.out.println("rows covered: " + SAME.size() + " sources with one canonical form");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mooredat", "MOOREDAT", "mooredAt", "MooredAt"})
  void edgesAreFoundWhateverTheCase(String name) {
    assertThat(Compiled.schema(HARBOUR).edgeIgnoringCase(name))
        .map(EdgeType::name)
        .contains("MooredAt");
  }

  @Test
  void anInjectedKeyIsTheKeyOfTheNode() {
    NodeType vessel = Compiled.schema(HARBOUR).node("Vessel").orElseThrow();

    assertThat(vessel.keyColumns()).containsExactly("name");
    assertThat(vessel.constraints())
        .containsExactly(
            new Constraint.Index(List.of("name", "kind")), new Constraint.Key(List.of("name")));
  }

  @Test
  void aNodeWithoutAKeyHasNoKeyColumns() {
    assertThat(Compiled.schema("node V { a: I32 }").nodes().getFirst().keyColumns()).isEmpty();
  }

  @Test
  void theKeyOfAnEdgeBeginsWithItsEnds() {
    Schema schema =
        Compiled.schema(
            "node V {} edge E: V -> V { w: I32  d: Date"
                + "  @key(d, @dst, w, @src)  @unique(w, src, @dst, d)  @unique(@src) }");

    assertThat(schema.edges().getFirst().keyColumns()).containsExactly("src", "dst", "w", "d");
    assertThat(schema.edges().getFirst().uniques()).containsExactly(List.of("src"));
  }

  record Same(String what, String source) {

    @Override
    public String toString() {
      return what;
    }
  }

  static final List<Same> SAME =
      List.of(
          new Same("comments and blanks", HARBOUR.replace(" {", "\n{ // a body\n") + "// the end"),
          new Same(
              "order",
              """
              edge MooredAt: Vessel -> Berth @card(0..1) { since: Date? }
              node Berth { code: String @key }
              node Vessel implements Named, Named {
                @index(kind, name)
                kind: enum(ferry, tug)
                tons: I32?
              }
              interface Named { name: String @description("what \\"it\\" is called") @key }
              """),
          new Same(
              "own or injected",
              HARBOUR.replace(
                  "Named { tons",
                  "Named { name: String @key @description(\"what \\\"it\\\" is called\")  tons")));

  @ParameterizedTest
  @FieldSource("SAME")
  void whatDoesNotMatterIsNotInTheCanonicalForm(Same other) {
    Schema one = Compiled.schema(HARBOUR);
    Schema two = Compiled.schema(other.source());

    assertThat(CanonicalForm.of(two)).isEqualTo(CanonicalForm.of(one));
    assertThat(CanonicalForm.of(two).hash()).isEqualTo(CanonicalForm.of(one).hash());
    assertThat(two.digest()).isNotEqualTo(one.digest());
  }

  @Test
  void theCanonicalFormHasOneJson() {
    Schema schema =
        Compiled.schema(
            """
            edge MooredAt: V -> V @card(0..1)
            node V { depth: F64?  code: String @key  @range(depth, 0.0..) @check(code, "x") }
            """);

    assertThat(CanonicalForm.of(schema).json())
        .hasToString(
            "{\"ir_version\":1,\"interfaces\":[],\"nodes\":[{\"name\":\"V\",\"annotations\":[],"
                + "\"implements\":[],\"properties\":[{\"name\":\"code\",\"prop_type\":"
                + "{\"scalar\":\"String\",\"nullable\":false,\"list\":false,\"enum_values\":null},"
                + "\"annotations\":[{\"name\":\"key\",\"value\":null}]},{\"name\":\"depth\","
                + "\"prop_type\":{\"scalar\":\"F64\",\"nullable\":true,\"list\":false,"
                + "\"enum_values\":null},\"annotations\":[]}],\"constraints\":["
                + "{\"Check\":{\"property\":\"code\",\"pattern\":\"x\"}},{\"Key\":[\"code\"]},"
                + "{\"Range\":{\"property\":\"depth\",\"min\":{\"Float\":0.0},\"max\":null}}]}],"
                + "\"edges\":[{\"name\":\"MooredAt\",\"from_type\":\"V\",\"to_type\":\"V\","
                + "\"cardinality\":{\"min\":0,\"max\":1},\"annotations\":[],\"properties\":[],"
                + "\"constraints\":[]}]}");
  }
}
