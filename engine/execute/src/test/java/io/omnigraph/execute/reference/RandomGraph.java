package io.omnigraph.execute.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes small graphs with nulls, loops, parallel edges, and edges to nowhere. */
final class RandomGraph {

  private static final List<String> WORDS = List.of("red", "blue", "green rose", "Red", "");

  private RandomGraph() {}

  static Records from(Random random) {
    Records records = new Records();
    int nodes = 1 + random.nextInt(5);
    for (int i = 0; i < nodes; i++) {
      records.node("A", "a" + i, valuesOfA("a" + i, random));
      if (random.nextInt(5) > 0) {
        records.node("B", "b" + i, valuesOfB("b" + i, random));
      }
    }
    int edges = random.nextInt(3 * nodes);
    for (int i = 0; i < edges; i++) {
      records.edge("Knows", any("a", nodes, random), any("a", nodes + 1, random), weight(random));
      if (random.nextBoolean()) {
        records.edge("Cites", any("a", nodes, random), any("a", nodes, random), weight(random));
      }
      records.edge("Has", any("a", nodes, random), any("b", nodes, random), weight(random));
      if (random.nextBoolean()) {
        records.edge("Likes", any("b", nodes, random), any("a", nodes, random), weight(random));
      }
    }
    return records;
  }

  static Map<String, Object> valuesOfA(String key, Random random) {
    Map<String, Object> values = valuesOfB(key, random);
    if (random.nextInt(3) > 0) {
      values.put("f", random.nextInt(12) / 4.0);
    }
    if (random.nextInt(3) > 0) {
      values.put("b", random.nextBoolean());
    }
    if (random.nextInt(3) > 0) {
      List<String> items = new ArrayList<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        items.add(word(random));
      }
      values.put("t", items);
    }
    return values;
  }

  static Map<String, Object> valuesOfB(String key, Random random) {
    Map<String, Object> values = new HashMap<>(Map.of("k", key));
    if (random.nextInt(4) > 0) {
      values.put("n", (long) random.nextInt(5) - 1);
    }
    if (random.nextInt(4) > 0) {
      values.put("s", word(random));
    }
    return values;
  }

  private static Map<String, Object> weight(Random random) {
    return random.nextInt(4) == 0 ? Map.of() : Map.of("w", (long) random.nextInt(4));
  }

  private static String word(Random random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private static String any(String prefix, int count, Random random) {
    return prefix + random.nextInt(count);
  }
}
