package io.omnigraph.execute.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.execute.fixture.MemoryGraph;
import io.omnigraph.execute.fixture.Reads;
import io.omnigraph.ground.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The forms of values in results (docs/reference/query-language.md §15). */
class SerialisationTest {

  private static final String SCHEMA =
      """
      node Thing {
        k: String @key
        i: I64
        u: U64
        f: F32
        g: F64
        h: F64
        d: Date
        t: DateTime
        l: [I32]
        v: Vector(2)
        b: Blob
        z: String?
      }
      """;

  private static final MemoryGraph GRAPH =
      MemoryGraph.of(SCHEMA)
          .node(
              "Thing",
              "n1",
              Map.ofEntries(
                  Map.entry("k", "n1"),
                  Map.entry("i", 9007199254740993L),
                  Map.entry("u", -1L),
                  Map.entry("f", (double) 0.1f),
                  Map.entry("g", 30.0),
                  Map.entry("h", Double.NEGATIVE_INFINITY),
                  Map.entry("d", LocalDate.parse("2026-03-01").toEpochDay()),
                  Map.entry("t", Instant.parse("2026-03-01T08:15:30.500Z").toEpochMilli()),
                  Map.entry("l", List.of(1L, 2L)),
                  Map.entry("v", new float[] {0.5f, 1}),
                  Map.entry("b", "base64:AQID")));

  private static final String ALL =
      Reads.query(
          "",
          "match { $x: Thing } return { $x.k $x.i $x.u $x.f $x.g $x.h $x.d $x.t $x.l $x.v"
              + " $x.z $x.@id }");

  /**
   * A value and its form.
   *
   * @param value a property of the node with its dot; empty for the node itself
   */
  record Form(String value, String json) {}

  static final List<Form> FORMS =
      List.of(
          new Form(".k", "\"n1\""),
          new Form(".i", "9007199254740993"),
          new Form(".u", "18446744073709551615"),
          new Form(".f", "0.1"),
          new Form(".g", "30.0"),
          new Form(".h", "\"-Infinity\""),
          new Form(".d", "\"2026-03-01\""),
          new Form(".t", "\"2026-03-01T08:15:30.500Z\""),
          new Form(".l", "[1,2]"),
          new Form(".v", "[0.5,1.0]"),
          new Form(".z", "null"),
          new Form(".@id", "\"n1\""));

  private static final String ROW =
      "{\"x.k\":\"n1\",\"x.i\":9007199254740993,\"x.u\":18446744073709551615,\"x.f\":0.1,"
          + "\"x.g\":30.0,\"x.h\":\"-Infinity\",\"x.d\":\"2026-03-01\","
          + "\"x.t\":\"2026-03-01T08:15:30.500Z\",\"x.l\":[1,2],\"x.v\":[0.5,1.0],"
          + "\"x.z\":null,\"x.@id\":\"n1\"}";

  @AfterAll
  static void tell() {
    System.out.println("rows covered: " + FORMS.size() + " forms of values");
  }

  @ParameterizedTest
  @FieldSource("FORMS")
  void everyTypeHasItsForm(Form form) {
    String query = Reads.query("", "match { $x: Thing } return { $x" + form.value() + " as c }");

    ReadOutput output = Reads.run(query, Map.of(), GRAPH);

    assertThat(Json.compact(Json.tree(output.rows()))).isEqualTo("[{\"c\":" + form.json() + "}]");
  }

  @Test
  void aRowHasAllItsValuesInTheOrderOfItsColumns() {
    ReadOutput output = Reads.run(ALL, Map.of(), GRAPH);

    assertThat(Json.compact(Json.tree(output.rows()))).isEqualTo("[" + ROW + "]");
  }

  @Test
  void theEnvelopeNamesTheTargetAndTheColumns() {
    String query = Reads.query("", "match { $x: Thing } return { $x.k, $x.g as x }");

    assertThat(Json.compact(Json.tree(Reads.run(query, Map.of(), GRAPH))))
        .isEqualTo(
            "{\"query_name\":\"q\",\"target\":{\"branch\":\"main\",\"snapshot\":null},"
                + "\"row_count\":1,\"columns\":[\"x.k\",\"x\"],"
                + "\"rows\":[{\"x.k\":\"n1\",\"x\":30.0}]}");
  }

  @Test
  void anEnvelopeReadBackIsTheSameEnvelope() {
    ReadOutput output = Reads.run(ALL, Map.of(), GRAPH);

    ReadOutput read = ReadOutput.read(Json.tree(output));

    assertThat(Json.tree(read)).isEqualTo(Json.tree(output));
    assertThat(Json.compact(Json.tree(read))).isEqualTo(Json.compact(Json.tree(output)));
  }

  @Test
  void anEnvelopeOfAnOldServerHasTheKeysOfItsRowsForColumns() throws Exception {
    ReadOutput read =
        ReadOutput.read(
            Json.mapper()
                .readTree("{\"query_name\":\"q\",\"rows\":[{\"name\":\"a\",\"age\":1},7]}"));

    assertThat(read.columns()).containsExactly("age", "name", "value");
    assertThat(read.rowCount()).isEqualTo(2);
  }
}
