package io.omnigraph.query.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.json.ParsedJson;
import io.omnigraph.query.Queries;
import io.omnigraph.query.Samples;
import io.omnigraph.query.parameter.ParameterBinder.Binding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ParameterBinderTest {

  record Bound(String declared, String json, Object value) {}

  static final List<Bound> BOUND =
      List.of(
          new Bound("$n: I32", "7", 7L),
          new Bound("$n: I32", "\"7\"", 7L),
          new Bound("$n: I32", "-2147483648", -2147483648L),
          new Bound("$n: I64", "9007199254740993", 9007199254740993L),
          new Bound("$n: I64", "\"9007199254740993\"", 9007199254740993L),
          new Bound("$n: U32", "4294967295", 4294967295L),
          new Bound("$n: U64", "9223372036854775807", Long.MAX_VALUE),
          new Bound("$n: U64", "18446744073709551615", -1L),
          new Bound("$n: U64", "\"9223372036854775808\"", Long.MIN_VALUE),
          new Bound("$l: [U64]", "[9223372036854775808]", List.of(Long.MIN_VALUE)),
          new Bound("$x: F64", "-0.0", -0.0),
          new Bound("$x: F32", "-0.0", -0.0),
          new Bound("$x: F64", "3", 3.0),
          new Bound("$x: F64", "2.5e3", 2500.0),
          new Bound("$x: F32", "0.1", (double) 0.1f),
          new Bound("$b: Bool", "true", true),
          new Bound("$s: String", "\"\"", ""),
          new Bound("$d: Date", "\"2026-03-01\"", 20513L),
          new Bound("$d: DateTime", "\"1970-01-01T00:00:01Z\"", 1000L),
          new Bound("$b: Blob", "\"base64:AQID\"", "base64:AQID"),
          new Bound("$l: [String]", "[\"a\",\"b\"]", List.of("a", "b")),
          new Bound("$l: [String]", "[]", List.of()),
          new Bound("$l: [I64]", "[1, \"2\"]", List.of(1L, 2L)),
          new Bound("$v: Vector(3)", "[1, 2.5, 0]", new float[] {1f, 2.5f, 0f}));

  @AfterAll
  static void countRows() {
    int rows = BOUND.size() + REJECTED.size() + NOTHING.size();
    System.out.println("rows covered: " + rows + " parameters from JSON");
  }

  @ParameterizedTest
  @FieldSource("BOUND")
  void bindsWhatTheTypeAllows(Bound row) {
    Parameter parameter = declared(row.declared()).getFirst();
    Binding binding = bind(row.declared(), "{\"%s\": %s}".formatted(parameter.name(), row.json()));

    assertThat(binding)
        .isInstanceOfSatisfying(
            Binding.Bound.class,
            bound -> assertThat(bound.parameters().value(parameter)).hasValue(row.value()));
  }

  record Rejected(String declared, String json, String message) {}

  static final List<Rejected> REJECTED =
      List.of(
          new Rejected("$n: I32", "{\"n\": 7.0}", "param 'n': expected integer number, got 7.0"),
          new Rejected("$n: I32", "{\"n\": 7.5}", "param 'n': expected integer number, got 7.5"),
          new Rejected(
              "$n: I32", "{\"n\": \"7.5\"}", "param 'n': expected integer string, got '7.5'"),
          new Rejected("$n: I32", "{\"n\": true}", "param 'n': expected integer, got boolean"),
          new Rejected("$n: I32", "{\"n\": [7]}", "param 'n': expected integer, got array"),
          new Rejected("$n: I32", "{\"n\": 2147483648}", "param 'n': value 2147483648 exceeds I32"),
          new Rejected(
              "$n: I64",
              "{\"n\": 9223372036854775808}",
              "param 'n': value 9223372036854775808 exceeds I64"),
          new Rejected("$n: U32", "{\"n\": -1}", "param 'n': expected unsigned integer, got -1"),
          new Rejected("$n: U32", "{\"n\": 4294967296}", "param 'n': value 4294967296 exceeds U32"),
          new Rejected(
              "$n: U64",
              "{\"n\": 18446744073709551616}",
              "param 'n': value 18446744073709551616 exceeds U64"),
          new Rejected("$x: F32", "{\"x\": 1e39}", "param 'x': value 1E+39 exceeds F32"),
          new Rejected("$x: F64", "{\"x\": 1e309}", "param 'x': value 1E+309 exceeds F64"),
          new Rejected(
              "$v: Vector(2)",
              "{\"v\": [1, 1e39]}",
              "param 'v': vector element 1 is `1E+39`, which exceeds F32"),
          new Rejected(
              "$d: Date",
              "{\"d\": \"2024-05-01T10:00:00Z\"}",
              "param 'd': invalid Date literal '2024-05-01T10:00:00Z': a Date has no time of day"),
          new Rejected(
              "$d: DateTime",
              "{\"d\": \"2024-05-01T10:00:00.0001Z\"}",
              "param 'd': invalid DateTime literal '2024-05-01T10:00:00.0001Z': a DateTime is not"
                  + " finer than milliseconds"),
          new Rejected("$b: Blob", "{\"b\": \"base64:!\"}", "param 'b': invalid base64 blob data"),
          new Rejected("$x: F64", "{\"x\": \"3\"}", "param 'x': expected float, got string"),
          new Rejected("$b: Bool", "{\"b\": 1}", "param 'b': expected boolean, got number"),
          new Rejected("$s: String", "{\"s\": 5}", "param 's': expected string, got number"),
          new Rejected(
              "$s: String",
              "{\"s\": null}",
              "param 's': null is not accepted for non-nullable parameter"),
          new Rejected("$s: String", "{}", "parameter 's' not provided"),
          new Rejected("$s: String", "null", "parameter 's' not provided"),
          new Rejected(
              "$name: String", "{\"nam\": \"x\"}", "parameter 'name' not provided, but 'nam' was"),
          new Rejected("$d: Date", "{\"d\": 20513}", "param 'd': expected date string, got number"),
          new Rejected("$d: Date", "{\"d\": \"soon\"}", "param 'd': invalid Date literal 'soon'"),
          new Rejected(
              "$d: DateTime", "{\"d\": 0}", "param 'd': expected datetime string, got number"),
          new Rejected("$b: Blob", "{\"b\": 0}", "param 'b': expected blob URI string, got number"),
          new Rejected("$l: [String]", "{\"l\": \"a\"}", "param 'l': expected array for [String]"),
          new Rejected(
              "$l: [String]",
              "{\"l\": [\"a\", null]}",
              "param 'l': null is not accepted as an element"),
          new Rejected(
              "$v: Vector(3)",
              "{\"v\": [1, 2]}",
              "param 'v': expected 3 values for Vector(3), got 2"),
          new Rejected(
              "$v: Vector(3)",
              "{\"v\": [1, \"2\", 3]}",
              "param 'v': vector element is not numeric"),
          new Rejected("$v: Vector(3)", "{\"v\": 1}", "param 'v': expected array for Vector(3)"),
          new Rejected("", "{\"z\": {}}", "param 'z': object is not supported"),
          new Rejected("", "[]", "params must be a JSON object"),
          new Rejected("", "\"x\"", "params must be a JSON object"));

  @ParameterizedTest
  @FieldSource("REJECTED")
  void rejectsEverythingElseAndNamesTheParameter(Rejected row) {
    assertThat(bind(row.declared(), row.json())).isEqualTo(new Binding.Rejected(row.message()));
  }

  static final List<String> NOTHING = List.of("{}", "{\"s\": null}", "null", "{\"z\": 1}");

  @ParameterizedTest
  @FieldSource("NOTHING")
  void aNullableParameterIsNullWhereNothingIsGiven(String json) {
    assertThat(bind("$s: String?", json))
        .isInstanceOfSatisfying(
            Binding.Bound.class, bound -> assertThat(bound.parameters().values()).isEmpty());
  }

  @Test
  void whatIsNoParameterIsIgnored() {
    assertThat(bind("$n: I32", "{\"n\": 1, \"__nanograph_now\": 5, \"z\": [1]}"))
        .isInstanceOfSatisfying(
            Binding.Bound.class,
            bound -> assertThat(bound.parameters().values()).isEqualTo(Map.of("n", 1L)));
  }

  @Test
  void absentParametersAreNone() {
    assertThat(ParameterBinder.bind(List.of(), null))
        .isInstanceOfSatisfying(
            Binding.Bound.class, bound -> assertThat(bound.parameters().values()).isEmpty());
  }

  private static Binding bind(String declared, String json) {
    return switch (Json.parse(json)) {
      case ParsedJson.Value(JsonNode value) -> ParameterBinder.bind(declared(declared), value);
      case ParsedJson.Refused refused -> throw new AssertionError(refused.message());
    };
  }

  private static List<Parameter> declared(String parameters) {
    String text = "query q(" + parameters + ") { delete T where a = 1 }";
    return Queries.parameters(Samples.declaration(text)).value().orElseThrow();
  }
}
