package io.omnigraph.server.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.ground.json.Json;
import io.omnigraph.server.stage.StageOutcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of every wrong shape are refused in our own words. */
class StrangeBodiesTest {

  /** Words of libraries, of Java, and of nobody who sends requests. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "Coercion|JsonToken|JsonParser|StreamRead|Deserializ|Mapper|Feature|REDACTED|Exception"
              + "|jackson|fasterxml|java\\.|io\\.omnigraph|[a-z]\\$[A-Z]|START_|END_|VALUE_"
              + "|Cannot |Unexpected |invoke|HashMap|ArrayList|ObjectNode|CREATOR|class ");

  enum Mode {
    ROW,
    CELL
  }

  record Inner(String name, int count) {}

  /** A component of every type that requests have. */
  record Whole(
      @JsonAlias("txt") String text,
      int count,
      @Nullable Integer limit,
      long wide,
      @Nullable Long size,
      boolean flag,
      @Nullable Boolean maybe,
      double score,
      @Nullable Double weight,
      @Nullable Mode mode,
      @Nullable List<String> names,
      @Nullable List<Inner> inners,
      @Nullable Map<String, Integer> counts,
      @Nullable Inner inner,
      @Nullable JsonNode params) {}

  private static final String BODY =
      """
      {"text":"t","count":1,"limit":2,"wide":3,"size":4,"flag":true,"maybe":false,"score":1.5,
      "weight":2.5,"mode":"row","names":["a","b"],"inners":[{"name":"n","count":1}],
      "counts":{"a":1},"inner":{"name":"n","count":2},"params":{"x":[1,{"y":null}]}}
      """;

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-1",
          "1.5",
          "1e30",
          "-1e400",
          "9223372036854775808",
          "2147483648",
          "\"\"",
          "\" \"",
          "\"row\"",
          "\"ROW\"",
          "\"1\"",
          "\"true\"",
          "\"nowhere\"",
          "[]",
          "[null]",
          "[[]]",
          "[1,\"a\"]",
          "{}",
          "{\"a\":1}",
          "{\"name\":[]}",
          "{\"name\":\"n\",\"count\":\"x\"}",
          "[{\"name\":1}]",
          "[{\"count\":1e99}]");

  @Test
  void everyValueInPlaceOfEveryOtherIsTakenOrRefusedInOurWords() throws Exception {
    JsonNode whole = Json.mapper().readTree(BODY);
    for (String field : fields(whole)) {
      for (String value : VALUES) {
        ObjectNode body = whole.deepCopy();
        body.set(field, Json.mapper().readTree(value));
        isOurs(Json.compact(body));
      }
      ObjectNode without = whole.deepCopy();
      without.remove(field);
      isOurs(Json.compact(without));
    }
    VALUES.forEach(StrangeBodiesTest::isOurs);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aBodyWhoseBytesAreChangedIsTakenOrRefusedInOurWords(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
      for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
        String wild = "{}[]\",:0e+-.\\u \n\u0000tfn";
        body[random.nextInt(body.length)] =
            (byte)
                (random.nextInt(8) == 0
                    ? random.nextInt(256)
                    : wild.charAt(random.nextInt(wild.length())));
      }
      isOurs(body);
    }
  }

  private static List<String> fields(JsonNode body) {
    List<String> fields = new ArrayList<>();
    body.fieldNames().forEachRemaining(fields::add);
    assertThat(fields).hasSize(Whole.class.getRecordComponents().length);
    return fields;
  }

  private static void isOurs(String body) {
    isOurs(body.getBytes(StandardCharsets.UTF_8));
  }

  private static void isOurs(byte[] body) {
    switch (RecordReader.read(body, Whole.class)) {
      case StageOutcome.Passed<Whole>(Whole whole) -> assertThat(whole.text()).isNotNull();
      case StageOutcome.Stopped<Whole>(var refusal) -> {
        Problem problem = refusal.problem();
        String text = new String(body, StandardCharsets.ISO_8859_1);
        assertThat(problem.status()).as(text).isIn(400, 422);
        assertThat(problem.code()).isEqualTo("bad_request");
        assertThat(FOREIGN.matcher(problem.message()).find())
            .as(problem.message() + "\n" + text)
            .isFalse();
      }
    }
  }
}
