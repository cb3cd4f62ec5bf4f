package io.omnigraph.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The guide's directory {@code company-brain} below a working directory, and the commands that its
 * reader types.
 *
 * @param launcher runs in the working directory
 */
record GuideCluster(Launcher launcher) {

  static final String CONFIG =
      """
      # cluster.yaml
      version: 1
      metadata:
        name: company-brain
      graphs:
        knowledge:
          schema: ./people.pg
          queries:
            find_person:
              file: ./people.gq
      policies:
        base:
          file: ./base.policy.yaml
          applies_to: [knowledge] # graph-bound; use [cluster] for server-level
      """;

  static final String SCHEMA =
      """
      node Person {
        name: String @key
        title: String?
      }

      edge Knows: Person -> Person
      """;

  static final String QUERY =
      """
      query find_person($name: String) {
        match { $p: Person { name: $name } }
        return { $p.name, $p.title }
      }
      """;

  static final String POLICY =
      """
      version: 1
      groups:
        readers: [act-reader, act-writer]
        writers: [act-writer]
      rules:
        - id: readers-read
          allow: { actors: { group: readers }, actions: [read, invoke_query] }
        - id: writers-change
          allow: { actors: { group: writers }, actions: [change] }
      """;

  static final String SEED =
      """
      {"type":"Person","data":{"name":"Ada","title":"Countess"}}
      {"type":"Person","data":{"name":"Charles","title":"Engineer"}}
      {"edge":"Knows","from":"Ada","to":"Charles"}
      """;

  /** Writes the guide's files into {@code company-brain} below a directory. */
  static GuideCluster laidOut(Path directory) {
    var cluster = new GuideCluster(Launcher.in(directory));
    cluster.write("cluster.yaml", CONFIG);
    cluster.write("people.pg", SCHEMA);
    cluster.write("people.gq", QUERY);
    cluster.write("base.policy.yaml", POLICY);
    cluster.write("../seed.jsonl", SEED);
    return cluster;
  }

  /**
   * The same, imported, applied and loaded. Made once and copied from then on: the directory is the
   * unit that is deployed, so a copy is a cluster.
   */
  static GuideCluster applied(Path directory) {
    GuideCluster cluster = laidOut(directory);
    DirectoryCopy.of(Template.DIRECTORY, directory);
    return cluster;
  }

  /** Holds the cluster that is copied; made by the first test that needs it. */
  private static final class Template {

    static final Path DIRECTORY = make();

    private static Path make() {
      try {
        Path directory = Files.createTempDirectory("guide-cluster");
        GuideCluster cluster = laidOut(directory);
        cluster.cluster("import").succeeds();
        cluster.converges();
        cluster.load();
        return directory;
      } catch (IOException e) {
        throw new UncheckedIOException("cannot make the template", e);
      }
    }
  }

  Path directory() {
    return launcher.directory().resolve("company-brain");
  }

  Path file(String name) {
    return directory().resolve(name);
  }

  Path graphRoot(String graph) {
    return file("graphs/" + graph + ".omni");
  }

  /** Runs {@code omnigraph cluster <arguments> --config ./company-brain}. */
  Launched cluster(String arguments) {
    return launcher.omnigraph("cluster " + arguments + " --config ./company-brain");
  }

  /** The same with {@code --json}. */
  Launched clusterJson(String arguments) {
    return cluster(arguments + " --json");
  }

  /** Applies and expects that nothing is left to do. */
  Launched converges() {
    Launched apply = cluster("apply --as andrew").succeeds();
    if (!apply.out().contains("converged: true")) {
      throw new AssertionError("apply did not converge:\n" + apply.out());
    }
    return apply;
  }

  /** The same cluster, whose next commands do something at a fault point. */
  GuideCluster withFault(String fault) {
    return new GuideCluster(launcher.withFault(fault));
  }

  /** Loads the seed into the graph of the guide. */
  Launched load() {
    return launcher
        .omnigraph("load --data ./seed.jsonl ./company-brain/graphs/knowledge.omni")
        .succeeds();
  }

  /** Releases the lock that a dead process left, as the guide says. */
  void unlock() {
    String id = clusterJson("status").json().path("state_observations").path("lock_id").asText();
    cluster("force-unlock " + id).succeeds();
  }

  RunningServer serve() {
    return RunningServer.start(launcher, "./company-brain");
  }

  String read(String name) {
    try {
      return Files.readString(file(name), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  GuideCluster write(String name, String content) {
    try {
      Path file = file(name).normalize();
      Files.createDirectories(directory());
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, content, UTF_8);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + name, e);
    }
  }

  GuideCluster edit(String name, String before, String after) {
    String content = read(name);
    if (!content.contains(before)) {
      throw new AssertionError(name + " does not contain: " + before);
    }
    return write(name, content.replace(before, after));
  }

  /** Adds the graph {@code scratch} with the same schema. */
  GuideCluster addScratch() {
    return edit("cluster.yaml", "policies:", "  scratch:\n    schema: ./people.pg\npolicies:");
  }

  /** Takes the graph {@code scratch} out again. */
  GuideCluster removeScratch() {
    return edit("cluster.yaml", "  scratch:\n    schema: ./people.pg\n", "");
  }

  /** The regular files below a directory of the cluster, relative to it, sorted. */
  List<String> files(String below) {
    Path root = file(below);
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(path -> root.relativize(path).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + below, e);
    }
  }

  /** Every file of the cluster with its content's hash. */
  SortedMap<String, Integer> fingerprint() {
    SortedMap<String, Integer> prints = new TreeMap<>();
    for (String name : files(".")) {
      try {
        prints.put(name, java.util.Arrays.hashCode(Files.readAllBytes(file(name))));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + name, e);
      }
    }
    return prints;
  }
}
