package io.omnigraph.io.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.omnigraph.ground.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RowReaderTest {

  static final List<Case> REFUSED =
      List.of(
          new Case("5", "expected 'type' or 'edge' field, found `5`"),
          new Case("{\"type\":5}", "expected 'type' or 'edge' field, found `{\"type\":5}`"),
          new Case("{}", "expected 'type' or 'edge' field, found `{}`"),
          new Case("{\"type\":\"vessel\"}", "unknown node type 'vessel'"),
          new Case("{\"edge\":\"Sails\",\"from\":\"a\",\"to\":\"b\"}", "unknown edge type 'Sails'"),
          new Case("{\"edge\":\"Calls\",\"to\":\"b\"}", "edge missing 'from'"),
          new Case("{\"edge\":\"Calls\",\"from\":\"a\",\"to\":5}", "edge missing 'to'"),
          new Case(
              "{\"edge\":\"Calls\",\"data\":{\"from\":\"a\",\"to\":\"b\"}}",
              "edge missing 'from'",
              "edge missing 'to'"),
          new Case(
              "{\"type\":\"Port\",\"data\":{\"name\":\"Rotterdam\"}}",
              "node Port missing @key property 'code'"),
          new Case(
              "{\"type\":\"Port\",\"data\":[]}",
              "node Port missing @key property 'code'",
              "non-nullable property 'name' has null or invalid values: Port.name is required"));

  private final RowReader reader = new RowReader(Harbour.schema());
  private final List<String> problems = new ArrayList<>();

  @ParameterizedTest
  @FieldSource("REFUSED")
  void aRecordThatDescribesNoRowIsRefusedWithAllItsProblems(Case given) {
    assertThat(read(given.json())).isEmpty();
    assertThat(problems).isEqualTo(given.problems());
  }

  @Test
  void aTypeMakesANodeWhateverElseIsThere() {
    Optional<Row> row =
        read(
            """
            {"edge": "Calls", "type": "Port", "colour": 1,
             "data": {"code": "NLRTM", "name": "Rotterdam", "id": "NLRTM", "unknown": {}}}
            """);

    assertThat(problems).isEmpty();
    assertThat(row)
        .contains(
            new Row.NodeRow(
                Harbour.schema().node("Port").orElseThrow(),
                "NLRTM",
                Map.of("code", "NLRTM", "name", "Rotterdam")));
  }

  @Test
  void anEdgeTypeIsFoundWhateverItsCase() {
    Optional<Row> row = read("{\"edge\":\"homeport\",\"from\":\"9321483\",\"to\":\"NLRTM\"}");

    assertThat(row)
        .contains(
            new Row.EdgeRow(
                Harbour.schema().edge("HomePort").orElseThrow(),
                null,
                "9321483",
                "NLRTM",
                Map.of()));
  }

  @Test
  void anIdThatIsNotATextIsNoId() {
    Optional<Row> row = read("{\"type\":\"Remark\",\"data\":{\"id\":7,\"text\":\"calm\"}}");

    assertThat(row)
        .contains(
            new Row.NodeRow(
                Harbour.schema().node("Remark").orElseThrow(), null, Map.of("text", "calm")));
  }

  private Optional<Row> read(String json) {
    try {
      return reader.read(Json.mapper().readTree(json), problems::add);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  record Case(String json, List<String> problems) {

    Case(String json, String... problems) {
      this(json, List.of(problems));
    }
  }
}
