package io.omnigraph.io.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.write.BulkWrite;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.json.ParsedJson;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.store.TestSchemas;
import io.omnigraph.values.Identity;
import io.omnigraph.values.Scalar;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read without a tree is what the one reader makes of the tree. */
class PlainValuesTest {

  private static final int RECORDS = 20_000;

  private static final List<String> TOKENS =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-0",
          "-0.0",
          "0.0",
          "-0e5",
          "-0.00",
          "1e-400",
          "-1e-400",
          "1e-45",
          "3.4028235e38",
          "3.4028236e38",
          "-1e39",
          "1e308",
          "1e309",
          "1.0",
          "1.5",
          "03",
          "2147483647",
          "2147483648",
          "-2147483649",
          "4294967295",
          "4294967296",
          "999999999999999999",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "18446744073709551615",
          "18446744073709551616",
          "\"\"",
          "\"a\"",
          "\"calm\"",
          "\"Calm\"",
          "\"2024-05-01\"",
          "\"2024-5-1\"",
          "\"20240501\"",
          "\"2024-05-01T10:00:00Z\"",
          "\"2024-05-01T00:00:00Z\"",
          "\"2024-05-01T02:00:00.000000+02:00\"",
          "\"2024-05-01 10:00:00.1239\"",
          "\"-0044-03-15\"",
          "\"-0044-03-15T00:00:00.000Z\"",
          "\"+12024-01-01\"",
          "\"+999999999-01-01\"",
          "\"P2DT3H0.5S\"",
          "\"-PT0.0000001S\"",
          "\"base64:aGk=\"",
          "\"base64:!\"",
          "[]",
          "[1,2]",
          "[1,-0.0]",
          "[1e39,0]",
          "[\"a\"]",
          "{}");

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void bothReadersReadTheSame(long seed) {
    Schema schema = TestSchemas.of("node Thing { name: String @key " + properties() + " }");
    try (Graph graph =
        Graphs.create(
            directory.resolve("g.omni").toString(), schema, Optional.empty(), FaultPoints.none())) {
      int[] taken = {0};
      graph.writeBulk(
          new WriteRequest("main", null, "load"),
          bulk -> {
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < RECORDS; i++) {
              taken[0] += isTakenAlike(bulk, random, seed) ? 1 : 0;
            }
            return "";
          });

      assertThat(taken[0]).as("records that were read without a tree").isGreaterThan(RECORDS / 20);
    }
  }

  private static boolean isTakenAlike(BulkWrite bulk, SplittableRandom random, long seed) {
    LoadTables tables = new LoadTables(bulk);
    PlainReader reader =
        new PlainReader(
            name -> bulk.base().schema().node(name).map(tables::of).orElse(null), _ -> null);
    List<Property> properties = bulk.base().schema().nodes().getFirst().properties();
    int place = 1 + random.nextInt(properties.size() - 1);
    Property property = properties.get(place);
    String token = token(random);
    String record =
        "{\"type\":\"Thing\",\"data\":{\"name\":\"a\",\"%s\":%s}}\n"
            .formatted(property.name(), token);
    byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
    LoadTable table = reader.read(bytes, 0, bytes.length) < 0 ? null : reader.table();
    if (table == null) {
      return false;
    }
    var cells = table.cells(table.firstProperty() + place);
    Conversion expected =
        switch (Json.parse(token)) {
          case ParsedJson.Value(JsonNode value) -> PropertyReader.read("Thing", property, value);
          case ParsedJson.Refused refused ->
              throw new AssertionError(
                  "taken, but " + refused.message() + ": " + record + " seed " + seed);
        };
    Conversion read =
        cells.isPresent(table.row())
            ? new Conversion.Converted(Identity.exact(cells.value(table.row())))
            : new Conversion.Absent();
    assertThat(read)
        .as("%s seed %d", record, seed)
        .isEqualTo(
            expected instanceof Conversion.Converted(Object value)
                ? new Conversion.Converted(Identity.exact(value))
                : expected);
    return true;
  }

  private static String token(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> String.valueOf(random.nextLong() >> random.nextInt(64));
      case 1 -> String.valueOf(Float.intBitsToFloat(random.nextInt() & 0xBF7F_FFFF));
      case 2 -> "-" + random.nextInt(3) + "." + random.nextInt(3) + "e-" + random.nextInt(340);
      default -> TOKENS.get(random.nextInt(TOKENS.size()));
    };
  }

  private static String properties() {
    String scalars =
        Scalar.all().stream()
            .filter(scalar -> scalar != Scalar.VECTOR)
            .map(scalar -> "a_" + scalar.word() + ": " + scalar.word() + "? ")
            .collect(Collectors.joining());
    return scalars + "mood: enum(calm, rough)? place: Vector(2)? list: [F64]? words: [String]?";
  }
}
