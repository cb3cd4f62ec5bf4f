package io.omnigraph.query.rank;

import io.omnigraph.query.result.QueryRejected;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Chooses who turns texts into vectors. */
public final class Embedders {

  private static final Set<String> YES = Set.of("1", "true", "yes", "on");

  private Embedders() {}

  /** The embedder that the process's environment asks for. */
  public static Embedder fromEnvironment() {
    return from(System.getenv());
  }

  /** The embedder that some variables ask for. */
  static Embedder from(Map<String, String> environment) {
    String mock = environment.getOrDefault("OMNIGRAPH_EMBEDDINGS_MOCK", "");
    if (YES.contains(mock.trim().toLowerCase(Locale.ROOT))) {
      return new MockEmbedder();
    }
    String key = environment.getOrDefault("GEMINI_API_KEY", "").trim();
    return key.isEmpty() ? Embedders::refuse : GeminiEmbedder.from(key, environment);
  }

  private static float[] refuse(String text, int dimension) {
    throw new QueryRejected(
        "`nearest` needs a vector for a text of "
            + text.length()
            + " characters; set `GEMINI_API_KEY`, or pass a Vector("
            + dimension
            + ") parameter");
  }
}
