package io.omnigraph.graph.embed;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;

/** Chooses who turns texts into vectors (docs/reference/graph-engine.md §12.2). */
public final class Embedders {

  private static final Set<String> YES = Set.of("1", "true", "yes", "on");
  private static final String USUAL = "gemini";

  private Embedders() {}

  /**
   * The embedder that some variables ask for: the mock where {@code OMNIGRAPH_EMBEDDINGS_MOCK} says
   * so, else the provider that {@code OMNIGRAPH_EMBED_PROVIDER} names, else Gemini.
   */
  public static Embedder from(Map<String, String> environment) {
    if (YES.contains(value(environment, "OMNIGRAPH_EMBEDDINGS_MOCK"))) {
      return new MockEmbedder();
    }
    String wanted = value(environment, "OMNIGRAPH_EMBED_PROVIDER");
    return provider(wanted.isEmpty() ? USUAL : wanted, environment);
  }

  private static Embedder provider(String wanted, Map<String, String> environment) {
    List<EmbeddingProvider> providers =
        ServiceLoader.load(EmbeddingProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    return providers.stream()
        .filter(provider -> provider.name().equals(wanted))
        .findFirst()
        .map(provider -> provider.embedder(environment))
        .orElseGet(() -> unknown(wanted, providers));
  }

  private static Embedder unknown(String wanted, List<EmbeddingProvider> providers) {
    List<String> names = providers.stream().map(EmbeddingProvider::name).sorted().toList();
    return (_, _, _) -> {
      throw new NoEmbedderException(
          "`OMNIGRAPH_EMBED_PROVIDER` names the unknown provider `%s`; there are %s"
              .formatted(wanted, String.join(", ", names)));
    };
  }

  private static String value(Map<String, String> environment, String name) {
    return environment.getOrDefault(name, "").trim().toLowerCase(Locale.ROOT);
  }
}
