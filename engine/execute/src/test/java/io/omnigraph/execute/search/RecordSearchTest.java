package io.omnigraph.execute.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.execute.search.NaiveSearch.Doc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Search on rows that stand in records of commits, beside those of a version. */
class RecordSearchTest {

  private static final List<String> TEXTS = List.of("stone mill", "deep river", "the atlas");
  private static final String DOCS = "match { $d: Doc %s } return { $d.code as c } ";
  private static final String DECLARED = "$q: String, $v: Vector(6)";

  @TempDir private Path directory;

  private final Map<String, Doc> expected = new TreeMap<>();

  @Test
  void rowsInRecordsAreFoundByWordsAndByVectors() throws IOException {
    Path root = directory.resolve("docs.omni");
    try (Documents documents = Documents.in(root)) {
      Doc[] many = new Doc[300];
      for (int i = 0; i < many.length; i++) {
        many[i] = doc("d" + i, TEXTS.get(i % TEXTS.size()), i);
      }
      put(documents, many);
      Set<Path> files = files(root);

      put(documents, doc("new", "watermill by a river", 1000));
      put(documents, doc("d7", "water in a mill", 1001), doc("d8", "dry stones", 1002));
      delete(documents, "d9");
      put(documents, doc("gone", "water, water", 1003));
      put(documents, doc("new", "water of a river", 1004));
      delete(documents, "gone");
      put(documents, new Doc("bare", null, "x", null));

      assertThat(files(root)).as("files of tables").isEqualTo(files);
      NaiveSearch naive = new NaiveSearch(List.copyOf(expected.values()));
      for (String words : List.of("water", "river", "stone mill", "watermill", "atlas of water")) {
        Map<String, Object> values = Map.of("q", words, "v", vector(1));
        assertThat(documents.codes(found("search($d.text, $q)"), values, DECLARED))
            .as("search %s", words)
            .isEqualTo(naive.search(words));
        assertThat(documents.codes(found("fuzzy($d.text, $q, 1)"), values, DECLARED))
            .as("fuzzy %s", words)
            .isEqualTo(naive.fuzzy(words, 1));
        assertThat(documents.codes(ranked("bm25($d.text, $q)", ""), values, DECLARED))
            .as("bm25 %s", words)
            .isEqualTo(naive.bm25(words, _ -> true));
      }
      for (int near : List.of(7, 8, 9, 1000, 1001, 1002, 1003, 1004)) {
        Map<String, Object> values = Map.of("q", "", "v", vector(near));
        assertThat(documents.codes(ranked("nearest($d.vec, $v)", "limit 4"), values, DECLARED))
            .as("nearest to %s", near)
            .isEqualTo(naive.nearest(vector(near), 4, _ -> true));
      }
    }
  }

  private void put(Documents documents, Doc... docs) {
    documents.commit(t -> {
      for (Doc doc : docs) {
        expected.put(doc.code(), doc);
        t.upsertNode(
            "Doc", null, Documents.values(doc.code(), doc.text(), doc.kind(), doc.vector()));
      }
    });
  }

  private void delete(Documents documents, String code) {
    expected.remove(code);
    documents.commit(t -> t.deleteNode("Doc", code));
  }

  private static String found(String clause) {
    return DOCS.formatted(clause) + "order { $d.code }";
  }

  private static String ranked(String key, String limit) {
    return DOCS.formatted("") + "order { " + key + " } " + limit;
  }

  private static Doc doc(String code, String text, int seed) {
    return new Doc(code, text, "x", vector(seed));
  }

  private static float[] vector(int seed) {
    return Documents.vector("vector " + seed);
  }

  private static Set<Path> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("tables"))) {
      return files.filter(Files::isRegularFile).collect(Collectors.toSet());
    }
  }
}
