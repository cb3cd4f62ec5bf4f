package io.omnigraph.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * A made-up graph of people who follow each other, the same for the same size: people have a key, a
 * name, an age and a city; each follows others, a few of whom are followed by very many.
 *
 * @param people how many
 * @param follows how many edges
 */
public record SocialGraph(int people, int follows) {

  /** The schema that the records fit. */
  public static final String SCHEMA =
      """
      node Person {
        handle: String @key
        name: String
        age: I32
        city: String @index
      }

      edge Follows: Person -> Person {
        since: I32
      }
      """;

  private static final int CITIES = 500;

  /** The key of a person. */
  public static String handle(int person) {
    return "p" + person;
  }

  /** Writes all records as JSON Lines, nodes first. */
  public void write(Path file) throws IOException {
    SplittableRandom random = new SplittableRandom(42);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < people; i++) {
        out.write(
            "{\"type\":\"Person\",\"data\":{\"handle\":\"%s\",\"name\":\"Name %d\",\"age\":%d,\"city\":\"c%d\"}}\n"
                .formatted(handle(i), i, 18 + random.nextInt(70), random.nextInt(CITIES)));
      }
      for (int i = 0; i < follows; i++) {
        out.write(
            "{\"edge\":\"Follows\",\"from\":\"%s\",\"to\":\"%s\",\"data\":{\"since\":%d}}\n"
                .formatted(
                    handle(random.nextInt(people)),
                    handle(target(random)),
                    1990 + random.nextInt(36)));
      }
    }
  }

  /** Writes the same records as comma-separated values without headers. */
  public void writeCsv(Path peopleFile, Path followsFile) throws IOException {
    SplittableRandom random = new SplittableRandom(42);
    try (BufferedWriter out = Files.newBufferedWriter(peopleFile)) {
      for (int i = 0; i < people; i++) {
        out.write(
            "%s,Name %d,%d,c%d\n"
                .formatted(handle(i), i, 18 + random.nextInt(70), random.nextInt(CITIES)));
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(followsFile)) {
      for (int i = 0; i < follows; i++) {
        out.write(
            "%s,%s,%d\n"
                .formatted(
                    handle(random.nextInt(people)),
                    handle(target(random)),
                    1990 + random.nextInt(36)));
      }
    }
  }

  private int target(SplittableRandom random) {
    double skewed = random.nextDouble();
    return (int) (people * skewed * skewed);
  }
}
