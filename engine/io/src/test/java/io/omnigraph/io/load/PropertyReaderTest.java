package io.omnigraph.io.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.json.ParsedJson;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.SchemaCompiler;
import io.omnigraph.schema.catalog.Property;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PropertyReaderTest {

  private static final String REQUIRED =
      "non-nullable property 'p' has null or invalid values: T.p ";

  static final List<Accepted> ACCEPTED =
      List.of(
          new Accepted("String", "\"5\"", "5"),
          new Accepted("String?", "\"\"", ""),
          new Accepted("Bool", "true", true),
          new Accepted("I32", "-2147483648", -2147483648L),
          new Accepted("I32", "2147483647", 2147483647L),
          new Accepted("I64", "-9223372036854775808", Long.MIN_VALUE),
          new Accepted("U32", "4294967295", 4294967295L),
          new Accepted("U64", "18446744073709551615", -1L),
          new Accepted("F32", "0.1", (double) 0.1f),
          new Accepted("F64", "14200.5", 14200.5),
          new Accepted("F64", "3", 3.0),
          new Accepted("Date", "\"2024-05-01\"", 19844L),
          new Accepted("Date", "\"2024-04-30T22:00:00-02:00\"", 19844L),
          new Accepted("Date", "\"-0044-03-15\"", -735525L),
          new Accepted("DateTime", "\"-0044-03-15T00:00:00.000Z\"", -63549360000000L),
          new Accepted("F32", "-0.0", -0.0),
          new Accepted("F64", "-0.0", -0.0),
          new Accepted("F64", "-0", 0.0),
          new Accepted("[F64]", "[-0e3]", List.of(-0.0)),
          new Accepted("Date", "19844", 19844L),
          new Accepted("DateTime", "19844", 19844L),
          new Accepted("DateTime", "\"2024-05-01\"", 1714521600000L),
          new Accepted("enum(active, laid_up)", "\"laid_up\"", "laid_up"),
          new Accepted("[String]", "[\"reefer\", \"\"]", List.of("reefer", "")),
          new Accepted("[I32]", "[]", List.of()),
          new Accepted("[Date]?", "[\"2024-05-01\", 1]", List.of(19844L, 1L)),
          new Accepted("Blob", "\"base64:aGk=\"", "base64:aGk="),
          new Accepted("Blob", "\"s3://bucket/kestrel.png\"", "s3://bucket/kestrel.png"));

  static final List<Refused> REFUSED =
      List.of(
          new Refused("String", "5", REQUIRED + "expects String, found `5`"),
          new Refused("String?", "5", "T.p expects String, found `5`"),
          new Refused("Bool?", "1", "T.p expects Bool, found `1`"),
          new Refused("I32?", "3.0", "T.p expects I32, found `3.0`"),
          new Refused("I32?", "\"5\"", "T.p expects I32, found `\"5\"`"),
          new Refused("I32?", "2147483648", "T.p: 2147483648 exceeds Int32 range"),
          new Refused(
              "I64?", "9223372036854775808", "T.p: 9223372036854775808 exceeds Int64 range"),
          new Refused("U32?", "-1", "T.p: -1 exceeds UInt32 range"),
          new Refused("U64?", "-1", "T.p: -1 exceeds UInt64 range"),
          new Refused("F32?", "1e39", "T.p: 1E+39 exceeds Float32 range"),
          new Refused("F64?", "1e999", "T.p: 1E+999 exceeds Float64 range"),
          new Refused("F64?", "\"1\"", "T.p expects F64, found `\"1\"`"),
          new Refused("Date?", "\"yesterday\"", "invalid Date literal 'yesterday' for T.p"),
          new Refused("Date?", "2147483648", "Date value out of range for T.p: 2147483648"),
          new Refused(
              "Date?",
              "\"2024-05-01T23:30:00-02:00\"",
              "invalid Date literal '2024-05-01T23:30:00-02:00' for T.p: a Date has no time of"
                  + " day"),
          new Refused(
              "DateTime?",
              "\"2024-05-01 10:00:00.1239\"",
              "invalid DateTime literal '2024-05-01 10:00:00.1239' for T.p: a DateTime is not"
                  + " finer than milliseconds"),
          new Refused("DateTime?", "\"+999999999-01-01\"", "DateTime value out of range for T.p"),
          new Refused("Date?", "\"+999999999-01-01\"", "Date value out of range for T.p"),
          new Refused("Date?", "1.5", "T.p expects Date, found `1.5`"),
          new Refused("DateTime?", "\"\"", "invalid DateTime literal '' for T.p"),
          new Refused("DateTime?", "true", "T.p expects DateTime, found `true`"),
          new Refused(
              "enum(active, laid_up)?",
              "\"Active\"",
              "invalid enum value 'Active' for T.p (expected: active, laid_up)"),
          new Refused(
              "enum(active, laid_up)?", "1", "T.p expects enum(active, laid_up)?, found `1`"),
          new Refused(
              "[String]?", "\"a\"", "list property 'p' expects a JSON array, found `\"a\"`"),
          new Refused("[I32]?", "[1, 2147483648]", "T.p[1]: 2147483648 exceeds Int32 range"),
          new Refused("[U32]?", "[-1]", "T.p[0]: -1 exceeds UInt32 range"),
          new Refused("[String]?", "[null]", "T.p[0] expects String, found `null`"),
          new Refused("Vector(2)?", "[1]", "vector property 'p' expects 2 dimensions, got 1"),
          new Refused("Vector(2)?", "1", "vector property 'p' expects 2 dimensions, got `1`"),
          new Refused("Vector(2)?", "[1, \"x\"]", "T.p[1] expects a finite number, found `\"x\"`"),
          new Refused("Vector(1)?", "[1e39]", "T.p[0] expects a finite number, found `1E+39`"),
          new Refused("Blob?", "\"base64:!\"", "invalid base64 blob data for T.p"),
          new Refused("Blob?", "5", "T.p must be a URI string or base64: prefixed data, found `5`"),
          new Refused("String", "null", REQUIRED + "is required"),
          new Refused(
              "Vector(2)",
              "null",
              "non-nullable vector property 'p' has null values: T.p is required"),
          new Refused(
              "Blob", "null", "non-nullable blob property 'p' has null values: T.p is required"));

  @ParameterizedTest
  @FieldSource("ACCEPTED")
  void aValueOfTheTypeIsConverted(Accepted given) {
    assertThat(read(given.type(), given.json())).isEqualTo(new Conversion.Converted(given.value()));
  }

  @ParameterizedTest
  @FieldSource("REFUSED")
  void anyOtherValueIsRefused(Refused given) {
    assertThat(read(given.type(), given.json())).isEqualTo(new Conversion.Refused(given.reason()));
  }

  @Test
  void aVectorIsKeptAsGiven() {
    Conversion conversion = read("Vector(3)", "[1, 0.5, -2]");

    assertThat(conversion)
        .isInstanceOfSatisfying(
            Conversion.Converted.class,
            converted -> assertThat(converted.value()).isEqualTo(new float[] {1, 0.5f, -2}));
  }

  @Test
  void aNullablePropertyMayBeAbsentOrNull() {
    Property property = property("I32?");

    assertThat(PropertyReader.read("T", property, MissingNode.getInstance()))
        .isEqualTo(new Conversion.Absent());
    assertThat(read("I32?", "null")).isEqualTo(new Conversion.Absent());
  }

  private static Conversion read(String type, String json) {
    return switch (Json.parse(json)) {
      case ParsedJson.Value(JsonNode value) -> PropertyReader.read("T", property(type), value);
      case ParsedJson.Refused refused -> throw new AssertionError(refused.message());
    };
  }

  private static Property property(String type) {
    SchemaCompiler.Result result =
        SchemaCompiler.compile(new SourceText("t.pg", "node T { p: " + type + " }\n"));
    assertThat(result.problems()).isEmpty();
    return result.schema().orElseThrow().nodes().getFirst().properties().getFirst();
  }

  record Accepted(String type, String json, Object value) {}

  record Refused(String type, String json, String reason) {}
}
