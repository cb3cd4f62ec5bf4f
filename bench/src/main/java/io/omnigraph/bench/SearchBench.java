package io.omnigraph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Text and vector search, cold and warm, with and without indexes, beside a scan that looks at
 * every text or vector. Arguments: the numbers of texts, of vectors, and their dimension.
 */
public final class SearchBench {

  private static final int QUERIES = 20;
  private static final int WANTED = 10;

  private SearchBench() {}

  /** Runs the benchmark. */
  public static void main(String[] arguments) throws IOException {
    int texts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    int vectors = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200_000;
    int dimension = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 256;
    Path root = Files.createTempDirectory("search-bench");
    try {
      SearchCorpus corpus = new SearchCorpus(root, texts, vectors, dimension);
      System.out.printf("%,d texts, %,d vectors of %d dimensions%n", texts, vectors, dimension);
      Timing.once("write both tables", corpus::write);
      texts(corpus);
      vectors(corpus);
    } finally {
      Scratch.remove(root);
    }
  }

  private static void texts(SearchCorpus corpus) {
    System.out.println("bm25, the ten best for two words");
    String query = SearchCorpus.query(1);
    double scan = Timing.once("  scan: cut and score every text", () -> corpus.scanTexts(query));
    try (SearchCorpus.Opened opened = corpus.open()) {
      Timing.once("  cold, no index", () -> opened.bm25(query));
    }
    Timing.once("  build the word index, write its file", corpus::indexTexts);
    try (SearchCorpus.Opened opened = corpus.open()) {
      double cold = Timing.once("  cold, word file", () -> opened.bm25(query));
      double warm = Timing.mean("  warm", QUERIES, i -> opened.bm25(SearchCorpus.query(i)));
      double search =
          Timing.mean("  warm, search counted", QUERIES, i -> opened.search(SearchCorpus.query(i)));
      System.out.printf(
          "  scan / cold %.1f, scan / warm %.1f, scan / warm search %.1f%n",
          scan / cold, scan / warm, scan / search);
    }
  }

  private static void vectors(SearchCorpus corpus) {
    System.out.println("nearest, the ten nearest");
    double exact;
    try (SearchCorpus.Opened opened = corpus.open()) {
      Timing.once("  cold, exact (reads the column)", () -> opened.nearest(0));
      exact = Timing.mean("  warm, exact", QUERIES, opened::nearest);
      Timing.mean("  warm, exact, filter keeps a tenth", QUERIES, opened::nearestFiltered);
    }
    Timing.once("  build the vector index", corpus::indexVectors);
    try (SearchCorpus.Opened opened = corpus.open()) {
      Timing.once("  cold, index", () -> opened.nearest(0));
      double indexed = Timing.mean("  warm, index", QUERIES, opened::nearest);
      System.out.printf(
          "  exact / index %.1f, recall@%d of the index %.3f%n",
          exact / indexed, WANTED, recall(corpus, opened));
    }
  }

  private static double recall(SearchCorpus corpus, SearchCorpus.Opened opened) {
    int found = 0;
    for (int i = 0; i < QUERIES; i++) {
      Set<String> nearest = new HashSet<>(corpus.scanVectors(i, WANTED));
      List<String> got = opened.nearest(i);
      found += (int) got.stream().filter(nearest::contains).count();
    }
    return found / (double) (QUERIES * WANTED);
  }
}
