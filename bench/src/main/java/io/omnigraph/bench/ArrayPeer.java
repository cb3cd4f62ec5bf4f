package io.omnigraph.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The people of a {@link SocialGraph} in plain arrays, and hand-written loops that answer the
 * benchmark's queries over them: what the queries could cost at best.
 */
final class ArrayPeer {

  private static final int CITIES = 500;

  private final Map<String, Integer> rows;
  private final String[] names;
  private final int[] ages;
  private final int[] cities;
  private final int[] starts;
  private final int[] targets;
  private final int[] incoming;
  private final int[] wellConnected;

  private ArrayPeer(SocialGraph graph) {
    int people = graph.people();
    this.rows = HashMap.newHashMap(people);
    this.names = new String[people];
    this.ages = new int[people];
    this.cities = new int[people];
    SplittableRandom random = new SplittableRandom(42);
    for (int i = 0; i < people; i++) {
      rows.put(SocialGraph.handle(i), i);
      names[i] = "Name " + i;
      ages[i] = 18 + random.nextInt(70);
      cities[i] = random.nextInt(CITIES);
    }
    long[] edges = new long[graph.follows()];
    for (int i = 0; i < edges.length; i++) {
      long source = random.nextInt(people);
      double skewed = random.nextDouble();
      edges[i] = source << 32 | (int) (people * skewed * skewed);
      random.nextInt(36);
    }
    Arrays.sort(edges);
    this.starts = new int[people + 1];
    this.incoming = new int[people];
    int[] kept = new int[edges.length];
    int size = 0;
    for (int i = 0; i < edges.length; i++) {
      int source = (int) (edges[i] >>> 32);
      int target = (int) edges[i];
      // Two people are one pair however often one follows the other, and nobody follows himself.
      if ((i == 0 || edges[i] != edges[i - 1]) && source != target) {
        kept[size++] = target;
        starts[source + 1]++;
        incoming[target]++;
      }
    }
    for (int i = 0; i < people; i++) {
      starts[i + 1] += starts[i];
    }
    this.targets = Arrays.copyOf(kept, size);
    this.wellConnected = withAHundredPaths(people);
  }

  static ArrayPeer of(SocialGraph graph) {
    return new ArrayPeer(graph);
  }

  /** A person, another one for each number. */
  int someone(int number) {
    return (int) ((number * 7_919L) % names.length);
  }

  /** A person from whom about a hundred paths of two edges start. */
  int wellConnected(int number) {
    return wellConnected[number % wellConnected.length];
  }

  long lookup(int number) {
    int row = rows.getOrDefault(SocialGraph.handle(someone(number % 64)), 0);
    return (long) names[row].length() + ages[row];
  }

  long oneHop(int number) {
    long sum = 0;
    int person = someone(number % 64);
    for (int i = starts[person]; i < starts[person + 1]; i++) {
      sum += names[targets[i]].length();
    }
    return sum;
  }

  long twoHops(int number) {
    long sum = 0;
    int person = wellConnected(number % 64);
    for (int i = starts[person]; i < starts[person + 1]; i++) {
      int middle = targets[i];
      for (int j = starts[middle]; j < starts[middle + 1]; j++) {
        sum += names[targets[j]].length();
      }
    }
    return sum;
  }

  long threeHops(int number) {
    long sum = 0;
    int person = someone(number % 64);
    for (int i = starts[person]; i < starts[person + 1]; i++) {
      int middle = targets[i];
      for (int j = starts[middle]; j < starts[middle + 1]; j++) {
        sum += degree(targets[j]);
      }
    }
    return sum;
  }

  long filteredJoin(int number) {
    long found = 0;
    int city = number % 64;
    for (int person = 0; person < cities.length; person++) {
      if (cities[person] == city) {
        for (int i = starts[person]; i < starts[person + 1]; i++) {
          found += ages[targets[i]] > 70 ? 1 : 0;
        }
      }
    }
    return found;
  }

  long globalTwoHops(int number) {
    long sum = number;
    for (int person = 0; person < incoming.length; person++) {
      sum += (long) incoming[person] * degree(person);
    }
    return sum;
  }

  long grouped(int number) {
    long[] counts = new long[CITIES];
    long[] sums = new long[CITIES];
    for (int person = 0; person < cities.length; person++) {
      counts[cities[person]]++;
      sums[cities[person]] += ages[person];
    }
    return counts[number % CITIES] + sums[number % CITIES];
  }

  long oldest(int number) {
    int[] best = new int[10];
    for (int age : ages) {
      if (age > best[0]) {
        best[0] = age;
        Arrays.sort(best);
      }
    }
    return best[number % best.length];
  }

  private int degree(int person) {
    return starts[person + 1] - starts[person];
  }

  private int[] withAHundredPaths(int people) {
    int[] found = new int[64];
    int size = 0;
    for (int person = 0; person < people && size < found.length; person++) {
      int paths = 0;
      for (int i = starts[person]; i < starts[person + 1]; i++) {
        paths += degree(targets[i]);
      }
      if (paths >= 80 && paths <= 120) {
        found[size++] = person;
      }
    }
    if (size == 0) {
      throw new IllegalStateException("nobody has about a hundred paths; use a larger graph");
    }
    return Arrays.copyOf(found, size);
  }
}
