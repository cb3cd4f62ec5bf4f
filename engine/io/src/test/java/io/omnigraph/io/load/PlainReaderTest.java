package io.omnigraph.io.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.column.Cells;
import io.omnigraph.graph.write.KeyText;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.store.TestSchemas;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PlainReaderTest {

  private static final String SCHEMA =
      """
      node Thing {
        name: String @key  size: I32?  count: U64?  ratio: F64?  share: F32?  day: Date?
        isOpen: Bool?  mood: enum(calm, rough)?  place: Vector(2)?  words: [String]?
        @range(size, 0..10)
      }
      node Slot { row: String  column: I32  @key(column, row) }
      edge Near: Thing -> Thing { weight: F64? }
      edge Beside: Slot -> Thing { kind: String  place: U64  @key(place, @dst, @src, kind) }
      """;

  static final List<Case> CASES =
      List.of(
          new Case("Thing a", "{\"type\":\"Thing\",\"data\":{\"name\":\"a\"}}"),
          new Case("Thing a", " { \"type\" : \"Thing\" , \"data\" : { \"name\" : \"a\" } } "),
          new Case("Thing a 3", "{\"type\":\"Thing\",\"data\":{\"size\":3,\"name\":\"a\"}}"),
          new Case("Thing a", "{\"type\":\"Thing\",\"data\":{\"name\":\"a\",\"size\":null}}"),
          new Case("Thing a", "{\"type\":\"Thing\",\"data\":{\"name\":\"a\",\"id\":\"a\"}}"),
          new Case("Thing a", "{\"type\":\"Thing\",\"data\":{\"name\":\"a\",\"other\":1.5}}"),
          new Case(
              "Thing \u00e6\ud83d\ude00",
              "{\"type\":\"Thing\",\"data\":{\"name\":\"\u00e6\ud83d\ude00\"}}"),
          new Case(
              "Thing a 0.1 0.1 19844 true calm [1.0, -2.5] [x, y]",
              "{\"type\":\"Thing\",\"data\":{\"name\":\"a\",\"ratio\":0.1,\"share\":0.1,"
                  + "\"day\":\"2024-05-01\",\"isOpen\":true,\"mood\":\"calm\","
                  + "\"place\":[1,-2.5],\"words\":[\"x\",\"y\"]}}"),
          new Case(
              "Near a b 2.0",
              "{\"edge\":\"near\",\"from\":\"a\",\"to\":\"b\",\"data\":{\"weight\":2}}"),
          new Case("Near a b", "{\"to\":\"b\",\"from\":\"a\",\"edge\":\"Near\"}"));

  /** Keyed records, and the ids that the values say they have. */
  static final List<Case> KEYED =
      List.of(
          new Case("a", "{\"type\":\"Thing\",\"data\":{\"name\":\"a\"}}"),
          new Case("x|3", "{\"type\":\"Slot\",\"data\":{\"row\":\"x\",\"column\":3}}"),
          new Case("\\||-1", "{\"type\":\"Slot\",\"data\":{\"column\":-1,\"row\":\"|\"}}"),
          new Case("|0", "{\"type\":\"Slot\",\"data\":{\"row\":\"\",\"column\":0}}"),
          new Case(
              "|\\|\u00e6||922337203685477580",
              "{\"edge\":\"Beside\",\"from\":\"\",\"to\":\"|\u00e6\",\"data\":"
                  + "{\"place\":922337203685477580,\"kind\":\"\"}}"),
          new Case(
              "x\\|3|a|k|7",
              "{\"edge\":\"Beside\",\"data\":{\"kind\":\"k\",\"place\":7},"
                  + "\"to\":\"a\",\"from\":\"x|3\"}"),
          new Case(
              "x|a|k|7",
              "{\"edge\":\"Beside\",\"data\":{\"kind\":\"k\",\"place\":7,\"id\":\"x|a|k|7\"},"
                  + "\"to\":\"a\",\"from\":\"x\"}"));

  /** Sound or not: the reader of trees is to decide. */
  static final List<String> DECLINED =
      List.of(
          "{\"data\":{\"name\":\"a\"},\"type\":\"Thing\"}",
          "{\"type\":\"Thing\",\"data\":{\"name\":\"\\u0061\"}}",
          "{\"type\":\"Thing\",\n\"data\":{\"name\":\"a\"}}",
          "{\"type\":\"Thing\",\"data\":{\"name\":\"a\",\"name\":\"b\"}}",
          "{\"type\":\"Thing\",\"data\":{\"name\":\"a\",\"x\":1,\"x\":2}}",
          "{\"type\":\"Thing\",\"data\":{\"name\":\"a\",\"x\":{}}}",
          "{\"type\":\"Thing\",\"data\":{}}",
          "{\"type\":\"Thing\",\"data\":{\"name\":\"a\",\"id\":\"b\"}}",
          "{\"type\":\"Thing\",\"data\":{\"name\":\"a\",\"id\":5}}",
          "{\"edge\":\"Beside\",\"from\":\"a\",\"to\":\"b\","
              + "\"data\":{\"kind\":\"k\",\"place\":7,\"id\":\"mine\"}}",
          "{\"type\":\"Thing\",\"data\":{\"name\":\"a\",\"size\":11}}",
          "{\"type\":\"Thing\",\"data\":{\"name\":\"a\",\"size\":3.0}}",
          "{\"type\":\"Thing\",\"data\":{\"name\":\"a\",\"size\":03}}",
          "{\"type\":\"Thing\",\"data\":{\"name\":\"a\",\"size\":\"3\"}}",
          "{\"type\":\"Thing\",\"data\":{\"name\":\"a\",\"count\":-1}}",
          "{\"type\":\"Thing\",\"data\":{\"name\":\"a\",\"ratio\":1e999}}",
          "{\"type\":\"Thing\",\"data\":{\"name\":\"a\",\"ratio\":.5}}",
          "{\"type\":\"Thing\",\"data\":{\"name\":\"a\",\"day\":\"1.5.2024\"}}",
          "{\"type\":\"Thing\",\"data\":{\"name\":\"a\",\"mood\":\"wild\"}}",
          "{\"type\":\"Thing\",\"data\":{\"name\":\"a\",\"place\":[1]}}",
          "{\"type\":\"Thing\",\"data\":{\"name\":\"a\",\"words\":[1]}}",
          "{\"type\":\"Thing\",\"data\":{\"name\":\"a\",\"isOpen\":truth}}",
          "{\"type\":\"Thing\",\"data\":{\"name\":\"a\"},}",
          "{\"type\":\"Thing\",\"data\":{\"name\":\"a\"}",
          "{\"type\":\"Thing\",\"edge\":\"Near\",\"data\":{\"name\":\"a\"}}",
          "{\"edge\":\"Near\",\"from\":\"a\",\"data\":{}}",
          "{\"edge\":\"Near\",\"from\":\"a\",\"to\":5}",
          "{\"type\":\"Nothing\",\"data\":{}}",
          "[]",
          "7");

  @TempDir Path directory;

  @ParameterizedTest
  @FieldSource("CASES")
  void aPlainRecordIsReadIntoItsColumns(Case given) {
    assertThat(read(given.json(), PlainReaderTest::shown)).isEqualTo(given.row());
  }

  @ParameterizedTest
  @FieldSource("KEYED")
  void theIdOfAPlainRecordIsItsKey(Case given) {
    assertThat(read(given.json(), reader -> reader.id().text())).isEqualTo(given.row());
  }

  @Test
  void bothReadersMakeTheSameKeys() {
    SplittableRandom random = new SplittableRandom(29);
    EdgeType beside = TestSchemas.of(SCHEMA).edge("Beside").orElseThrow();
    List<String> keys =
        reading(reader -> {
          List<String> made = new ArrayList<>();
          for (int i = 0; i < 2000; i++) {
            String from = keyText(random);
            String to = keyText(random);
            String kind = keyText(random);
            long place = random.nextLong(1L << 50);
            String json =
                "{\"edge\":\"Beside\",\"from\":\"%s\",\"to\":\"%s\",\"data\":{\"kind\":\"%s\",\"place\":%s}}\n"
                    .formatted(from, to, kind, place);
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);

            assertThat(reader.read(bytes, 0, bytes.length)).isEqualTo(bytes.length - 1);

            made.add(reader.id().text());
            assertThat(reader.id().text())
                .isEqualTo(KeyText.of(beside, from, to, Map.of("kind", kind, "place", place)));
            Objects.requireNonNull(reader.table()).discardRow();
          }
          return made;
        });

    assertThat(keys).anyMatch(key -> key.contains("\\|")).hasSize(2000);
  }

  private static String keyText(SplittableRandom random) {
    return random
        .ints(random.nextInt(4), 0, 4)
        .mapToObj(i -> List.of("|", "a", "\u00e6", "x|y").get(i))
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @FieldSource("DECLINED")
  void whatIsNotPlainIsDeclined(String json) {
    assertThat(read(json, PlainReaderTest::shown)).isEqualTo("declined");
  }

  @Test
  void numbersAreThoseOfTheJdk() {
    SplittableRandom random = new SplittableRandom(11);
    PlainNumber number = new PlainNumber();
    for (int i = 0; i < 200_000; i++) {
      String text = numberText(random);
      byte[] bytes = (text + ",").getBytes(StandardCharsets.US_ASCII);

      int end = number.read(bytes, 0, bytes.length);

      assertThat(end).as(text).isEqualTo(text.length());
      assertThat(number.asDouble()).as(text).isEqualTo(Double.parseDouble(text) + 0.0);
      assertThat(number.asFloat()).as(text).isEqualTo(Float.parseFloat(text) + 0.0f);
    }
  }

  private static String numberText(SplittableRandom random) {
    return switch (random.nextInt(5)) {
      case 0 -> String.valueOf(random.nextLong());
      case 1 -> String.valueOf(Float.intBitsToFloat(random.nextInt() & 0xFF7F_FFFF));
      case 2 -> String.valueOf(random.nextDouble(-1, 1));
      case 3 -> random.nextInt(1000) + "." + random.nextInt(1 << 30);
      default -> random.nextInt(100) + "." + random.nextInt(10_000) + "e" + random.nextInt(-50, 38);
    };
  }

  private String read(String json, Function<PlainReader, String> shown) {
    byte[] bytes = (json + "\n").getBytes(StandardCharsets.UTF_8);
    int start = json.length() - json.stripLeading().length();
    return reading(
        reader -> reader.read(bytes, start, bytes.length) < 0 ? "declined" : shown.apply(reader));
  }

  private <T> T reading(Function<PlainReader, T> work) {
    try (Graph graph =
        Graphs.create(
            directory.resolve("g.omni").toString(),
            TestSchemas.of(SCHEMA),
            Optional.empty(),
            FaultPoints.none())) {
      WriteRequest request = new WriteRequest("main", null, "load");
      List<T> read = new ArrayList<>();
      graph.writeBulk(
          request,
          bulk -> {
            LoadTables tables = new LoadTables(bulk);
            PlainReader reader =
                new PlainReader(
                    name -> bulk.base().schema().node(name).map(tables::of).orElse(null),
                    name ->
                        bulk.base().schema().edgeIgnoringCase(name).map(tables::of).orElse(null));
            return read.add(work.apply(reader));
          });
      return read.getFirst();
    }
  }

  private static String shown(PlainReader reader) {
    LoadTable table = reader.table();
    if (table == null) {
      return "nothing";
    }
    List<String> shown = new ArrayList<>(List.of(table.type().name()));
    if (reader.from().isPresent()) {
      shown.add(reader.from().text());
      shown.add(reader.to().text());
    }
    for (int i = 0; i < table.type().properties().size(); i++) {
      Cells cells = table.cells(table.firstProperty() + i);
      if (cells.size() > 0 && cells.isPresent(0)) {
        Object value = cells.value(0);
        shown.add(
            value instanceof float[] vector
                ? java.util.Arrays.toString(vector)
                : value instanceof Double number && number == (double) 0.1f
                    ? "0.1"
                    : String.valueOf(value));
      }
    }
    return String.join(" ", shown);
  }

  record Case(String row, String json) {}
}
