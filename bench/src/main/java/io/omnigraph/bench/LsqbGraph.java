package io.omnigraph.bench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A made-up social network with the types of the Labelled Subgraph Query Benchmark, the same for
 * the same number of people: friends mostly from one country, a few of them with very many; forums
 * with posts, replies to them, likes and tags. No edge is there twice, in either direction.
 *
 * @param people how many
 */
record LsqbGraph(int people) {

  private static final int COUNTRIES = 50;
  private static final int CITIES = 1000;
  private static final int TAGS = 2000;
  private static final int CLASSES = 70;
  private static final int FRIENDS = 10;
  private static final int INTERESTS = 5;
  private static final int MEMBERS = 20;
  private static final int MESSAGES = 10;
  private static final int LIKES = 15;

  /** Takes the rows of the graph one after the other. */
  interface Rows {

    /** Takes a node. */
    void node(LsqbTable table, int id);

    /** Takes an edge. */
    void edge(LsqbTable table, int from, int to);
  }

  /** The schema that the rows fit. */
  static String schema() {
    return LsqbTable.ALL.stream()
        .map(table ->
            table.isEdge()
                ? "edge %s: %s -> %s"
                    .formatted(table.name(), table.ends().get(0), table.ends().get(1))
                : "node " + table.name() + " { key: String @key }")
        .collect(Collectors.joining("\n"));
  }

  /** Passes on all rows, nodes first. */
  void each(Rows rows) {
    for (LsqbTable table : LsqbTable.ALL) {
      for (int i = 0; !table.isEdge() && i < size(table); i++) {
        rows.node(table, i);
      }
    }
    places(rows);
    friends(rows, LsqbTable.of("Knows"));
    forums(rows);
    messages(rows);
  }

  private int size(LsqbTable nodes) {
    return switch (nodes.name()) {
      case "Country" -> COUNTRIES;
      case "City" -> CITIES;
      case "Person" -> people;
      case "Forum" -> forums();
      case "Message" -> messages();
      case "Tag" -> TAGS;
      case "TagClass" -> CLASSES;
      default -> throw new IllegalArgumentException("no nodes: " + nodes.name());
    };
  }

  private int forums() {
    return Math.max(1, people / 2);
  }

  private int messages() {
    return people * MESSAGES;
  }

  private int city(int person) {
    return (int) (((person * 2_654_435_761L) >>> 7) % CITIES);
  }

  private void places(Rows rows) {
    SplittableRandom random = new SplittableRandom(1);
    for (int city = 0; city < CITIES; city++) {
      rows.edge(LsqbTable.of("IsPartOf"), city, city % COUNTRIES);
    }
    for (int tag = 0; tag < TAGS; tag++) {
      rows.edge(LsqbTable.of("HasType"), tag, skewed(random, CLASSES));
    }
    for (int person = 0; person < people; person++) {
      rows.edge(LsqbTable.of("IsLocatedIn"), person, city(person));
      different(
          rows, LsqbTable.of("HasInterest"), person, TAGS, random.nextInt(2 * INTERESTS), random);
    }
  }

  /** Half of the friendships are within a country. */
  private void friends(Rows rows, LsqbTable knows) {
    SplittableRandom random = new SplittableRandom(2);
    Map<Integer, int[]> compatriots = new HashMap<>();
    for (int country = 0; country < COUNTRIES; country++) {
      int wanted = country;
      compatriots.put(
          country,
          IntStream.range(0, people)
              .filter(person -> city(person) % COUNTRIES == wanted)
              .toArray());
    }
    Set<Long> known = new HashSet<>();
    for (int person = 0; person < people; person++) {
      int[] near = compatriots.getOrDefault(city(person) % COUNTRIES, new int[0]);
      for (int i = random.nextInt(2 * FRIENDS); i > 0; i--) {
        int friend =
            random.nextBoolean() && near.length > 0
                ? near[skewed(random, near.length)]
                : skewed(random, people);
        long pair = (long) Math.min(person, friend) << 32 | Math.max(person, friend);
        if (friend != person && known.add(pair)) {
          rows.edge(knows, person, friend);
        }
      }
    }
  }

  private void forums(Rows rows) {
    SplittableRandom random = new SplittableRandom(3);
    for (int forum = 0; forum < forums(); forum++) {
      different(
          rows, LsqbTable.of("HasMember"), forum, people, random.nextInt(2 * MEMBERS), random);
    }
  }

  /** A third of the messages are posts in forums; the others reply to an earlier one. */
  private void messages(Rows rows) {
    SplittableRandom random = new SplittableRandom(4);
    for (int message = 0; message < messages(); message++) {
      if (message < 3 || random.nextInt(3) == 0) {
        rows.edge(LsqbTable.of("ContainerOf"), random.nextInt(forums()), message);
      } else {
        rows.edge(LsqbTable.of("ReplyOf"), message, skewed(random, message));
      }
      rows.edge(LsqbTable.of("HasCreator"), message, skewed(random, people));
      different(rows, LsqbTable.of("HasTag"), message, TAGS, random.nextInt(4), random);
    }
    for (int person = 0; person < people; person++) {
      different(rows, LsqbTable.of("Likes"), person, messages(), random.nextInt(2 * LIKES), random);
    }
  }

  private static void different(
      Rows rows, LsqbTable table, int from, int targets, int count, SplittableRandom random) {
    Set<Integer> met = new HashSet<>();
    for (int i = 0; i < count; i++) {
      int to = skewed(random, targets);
      if (met.add(to)) {
        rows.edge(table, from, to);
      }
    }
  }

  private static int skewed(SplittableRandom random, int bound) {
    double even = random.nextDouble();
    return (int) (bound * even * even);
  }
}
