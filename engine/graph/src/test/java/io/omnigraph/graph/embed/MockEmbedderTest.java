package io.omnigraph.graph.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.omnigraph.graph.embed.Embedder.Purpose;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MockEmbedderTest {

  private static final BigInteger LARGEST = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

  @ParameterizedTest
  @ValueSource(strings = {"", "deep water", "type: Ship\nname: Árvíz", "山"})
  void vectorsFollowTheirDefinition(String text) {
    float[] made = new MockEmbedder().embed(List.of(text), 16, Purpose.DOCUMENT).getFirst();

    assertThat(made).containsExactly(defined(text, 16), within(1e-6f));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "YES", " on "})
  void theEnvironmentAsksForThem(String value) {
    Embedder embedder = Embedders.from(Map.of("OMNIGRAPH_EMBEDDINGS_MOCK", value));

    assertThat(embedder.embedQuery("a", 4))
        .isEqualTo(new MockEmbedder().embed(List.of("a"), 4, Purpose.DOCUMENT).getFirst())
        .isEqualTo(Embedders.from(Map.of("OMNIGRAPH_EMBED_PROVIDER", "mock")).embedQuery("a", 4));
  }

  /** The definition in exact arithmetic. */
  private static float[] defined(String text, int dimension) {
    long seed = Long.parseUnsignedLong("14695981039346656037");
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      seed = (seed ^ Byte.toUnsignedLong(octet)) * 1099511628211L;
    }
    float[] vector = new float[dimension];
    double squares = 0;
    for (int i = 0; i < dimension; i++) {
      seed ^= seed << 13;
      seed ^= seed >>> 7;
      seed ^= seed << 17;
      float share =
          new BigDecimal(new BigInteger(Long.toUnsignedString(seed)))
              .divide(new BigDecimal(LARGEST), MathContext.DECIMAL64)
              .floatValue();
      vector[i] = share * 2 - 1;
      squares += (double) vector[i] * vector[i];
    }
    for (int i = 0; i < dimension; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }
}
