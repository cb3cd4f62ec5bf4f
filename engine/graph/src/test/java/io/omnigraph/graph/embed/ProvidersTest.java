package io.omnigraph.graph.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.graph.embed.Embedder.Purpose;
import io.omnigraph.graph.embed.FakeProvider.Answer;
import io.omnigraph.graph.embed.FakeProvider.Asked;
import io.omnigraph.ground.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Providers against a server on the loopback interface (docs/reference/graph-engine.md §12.2). */
class ProvidersTest {

  private static final Answer GEMINI = new Answer(200, "{\"embedding\":{\"values\":[3,0,4]}}");
  private static final Answer BUSY = new Answer(429, "{\"error\":{\"message\":\"too fast\"}}");
  private static final Answer BROKEN = new Answer(503, "<html>");
  private static final Answer HANG_UP = new Answer(0, "");

  @Test
  void geminiIsAskedAsItsInterfaceSays() throws IOException {
    try (FakeProvider provider = new FakeProvider(_ -> GEMINI)) {
      float[] vector = gemini(provider, Map.of()).embedQuery("deep water", 3);
      gemini(provider, Map.of()).embed(List.of("a text"), 3, Purpose.DOCUMENT);

      assertThat(vector).containsExactly(0.6f, 0, 0.8f);
      Asked query = provider.asked().getFirst();
      assertThat(query.path()).isEqualTo("/v1/models/gemini-embedding-2-preview:embedContent");
      assertThat(query.key()).isEqualTo("s3cret");
      assertThat(Json.compact(query.body()))
          .isEqualTo(
              "{\"model\":\"models/gemini-embedding-2-preview\",\"content\":{\"parts\":[{\"text\":"
                  + "\"deep water\"}]},\"taskType\":\"RETRIEVAL_QUERY\","
                  + "\"outputDimensionality\":3}");
      assertThat(provider.asked().getLast().body().path("taskType").asText())
          .isEqualTo("RETRIEVAL_DOCUMENT");
    }
  }

  @Test
  void geminiGetsManyTextsOneByOneAndTheirOrderStays() throws IOException {
    try (FakeProvider provider = new FakeProvider(ProvidersTest::lengthOfText)) {
      List<String> texts = IntStream.rangeClosed(1, 40).mapToObj("x"::repeat).toList();

      List<float[]> vectors = gemini(provider, Map.of()).embed(texts, 2, Purpose.DOCUMENT);

      assertThat(provider.asked()).hasSize(40);
      for (int i = 0; i < 40; i++) {
        assertThat(vectors.get(i)[1] / vectors.get(i)[0]).isCloseTo(i + 1, within(1e-3f));
      }
    }
  }

  @Test
  void openAiGetsManyTextsInOneRequestAndMayAnswerInAnyOrder() throws IOException {
    try (FakeProvider provider = new FakeProvider(ProvidersTest::backwards)) {
      List<String> texts = IntStream.rangeClosed(1, 70).mapToObj("x"::repeat).toList();

      List<float[]> vectors = openAi(provider, "k").embed(texts, 2, Purpose.DOCUMENT);

      assertThat(provider.asked()).hasSize(2);
      Asked first = provider.asked().getFirst();
      assertThat(first.path()).isEqualTo("/v1/embeddings");
      assertThat(first.key()).isEqualTo("Bearer k");
      assertThat(first.body().path("model").asText()).isEqualTo("text-embedding-3-small");
      assertThat(first.body().path("input")).hasSize(64);
      assertThat(first.body().path("dimensions").asInt()).isEqualTo(2);
      for (int i = 0; i < 70; i++) {
        assertThat(vectors.get(i)[1] / vectors.get(i)[0]).isCloseTo(i + 1, within(1e-3f));
      }
    }
  }

  @Test
  void anOpenAiServerOfOnesOwnNeedsNoKey() throws IOException {
    try (FakeProvider provider = new FakeProvider(ProvidersTest::backwards)) {
      openAi(provider, "").embedQuery("x", 2);

      assertThat(provider.asked().getFirst().key()).isEqualTo("null");
    }
  }

  /** What a provider answers, one after the other and the last one again and again. */
  record Case(String title, List<Answer> answers, int requests, String failure) {}

  static final List<Case> CASES =
      List.of(
          new Case("busy once", List.of(BUSY, GEMINI), 2, ""),
          new Case("broken three times", List.of(BROKEN, BROKEN, BROKEN, GEMINI), 4, ""),
          new Case("hung up once", List.of(HANG_UP, GEMINI), 2, ""),
          new Case("always busy", List.of(BUSY), 4, "answered with status 429: too fast"),
          new Case("always broken", List.of(BROKEN), 4, "answered with status 503"),
          new Case("always hanging up", List.of(HANG_UP), 4, "cannot be reached (4 attempts)"),
          new Case(
              "refused",
              List.of(new Answer(403, "{\"error\":{\"message\":\"key s3cret is blocked\"}}")),
              1,
              "answered with status 403: key *** is blocked"),
          new Case(
              "another length",
              List.of(new Answer(200, "{\"embedding\":{\"values\":[1]}}")),
              1,
              "answered with a vector of 1 value, not 3"),
          new Case(
              "no numbers",
              List.of(new Answer(200, "{\"embedding\":{\"values\":[1,\"a\",2]}}")),
              1,
              "answered with `\"a\"` for a number"),
          new Case("no JSON", List.of(new Answer(200, "ok")), 1, "vector of 0 values, not 3"));

  @ParameterizedTest
  @FieldSource("CASES")
  void aProviderIsAskedAgainWhenThatMayHelp(Case c) throws IOException {
    try (FakeProvider provider =
        new FakeProvider(
            asked -> c.answers().get(Math.min(asked.number(), c.answers().size()) - 1))) {
      Embedder embedder = gemini(provider, Map.of());

      if (c.failure().isEmpty()) {
        assertThat(embedder.embedQuery("text", 3)).hasSize(3);
      } else {
        assertThatThrownBy(() -> embedder.embedQuery("text", 3))
            .isInstanceOf(EmbeddingException.class)
            .hasMessageContaining(c.failure())
            .message()
            .doesNotContain("s3cret");
      }
      assertThat(provider.asked()).hasSize(c.requests());
    }
  }

  @Test
  void aProviderThatTakesTooLongIsAskedAgain() throws Exception {
    var hold = new java.util.concurrent.CountDownLatch(1);
    try (FakeProvider provider =
        new FakeProvider(asked -> {
          if (asked.number() == 1) {
            awaitQuietly(hold);
          }
          return GEMINI;
        })) {
      float[] vector =
          gemini(provider, Map.of("OMNIGRAPH_EMBED_TIMEOUT_MS", "300")).embedQuery("text", 3);

      assertThat(vector).hasSize(3);
      assertThat(provider.asked()).hasSize(2);
    } finally {
      hold.countDown();
    }
  }

  /** Settings without which no text can be embedded. */
  record Unset(Map<String, String> environment, String message) {}

  static final List<Unset> UNSET =
      List.of(
          new Unset(Map.of(), "`GEMINI_API_KEY` is not set"),
          new Unset(Map.of("OMNIGRAPH_EMBEDDINGS_MOCK", "no"), "`GEMINI_API_KEY` is not set"),
          new Unset(Map.of("OMNIGRAPH_EMBED_PROVIDER", "openai"), "`OPENAI_API_KEY` is not set"),
          new Unset(
              Map.of("OMNIGRAPH_EMBED_PROVIDER", "nobody"),
              "unknown provider `nobody`; there are gemini, mock, openai"),
          new Unset(
              Map.of("GEMINI_API_KEY", "k", "OMNIGRAPH_GEMINI_BASE_URL", "nowhere at all"),
              "cannot be asked at `nowhere at all/"),
          new Unset(
              Map.of("GEMINI_API_KEY", "k", "OMNIGRAPH_EMBED_TIMEOUT_MS", "soon"),
              "`OMNIGRAPH_EMBED_TIMEOUT_MS` must be a whole number from 1 on, not `soon`"));

  @ParameterizedTest
  @FieldSource("UNSET")
  void whatIsMissingIsToldByTheFirstUse(Unset c) {
    Embedder embedder = Embedders.from(c.environment());

    assertThatThrownBy(() -> embedder.embedQuery("text", 3))
        .isInstanceOf(NoEmbedderException.class)
        .hasMessageContaining(c.message());
  }

  private static Embedder gemini(FakeProvider provider, Map<String, String> settings) {
    Map<String, String> environment = new TreeMap<>(settings);
    environment.put("GEMINI_API_KEY", "s3cret");
    environment.put("OMNIGRAPH_GEMINI_BASE_URL", provider.url() + "/v1");
    environment.put("OMNIGRAPH_EMBED_RETRY_BACKOFF_MS", "1");
    return Embedders.from(environment);
  }

  private static Embedder openAi(FakeProvider provider, String key) {
    return Embedders.from(
        Map.of(
            "OMNIGRAPH_EMBED_PROVIDER",
            "openai",
            "OPENAI_API_KEY",
            key,
            "OMNIGRAPH_OPENAI_BASE_URL",
            provider.url() + "/v1"));
  }

  private static Answer lengthOfText(Asked asked) {
    String text = asked.body().path("content").path("parts").get(0).path("text").asText();
    return new Answer(200, "{\"embedding\":{\"values\":[1," + text.length() + "]}}");
  }

  private static Answer backwards(Asked asked) {
    JsonNode input = asked.body().path("input");
    ObjectNode body = Json.object();
    ArrayNode data = body.putArray("data");
    for (int i = input.size() - 1; i >= 0; i--) {
      data.addObject()
          .put("index", i)
          .putArray("embedding")
          .add(1)
          .add(input.get(i).asText().length());
    }
    return new Answer(200, Json.compact(body));
  }

  private static void awaitQuietly(java.util.concurrent.CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
