package io.omnigraph.cli.failures;

import io.omnigraph.cli.InProcess;
import io.omnigraph.ground.fault.FaultPoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A line for each command that opens a graph, and a graph that each of them works on. */
public final class GraphCommandLines {

  /** {@code @} stands for the graph, {@code $} for a commit and {@code #} for the directory. */
  public static final List<String> LINES =
      List.of(
          "load --data #/ships.jsonl @",
          "load --data #/ships.jsonl --mode overwrite @",
          "load --data #/ships.jsonl --branch fresh --from main @",
          "ingest --data #/ships.jsonl --branch fresh --from main @",
          "export @",
          "snapshot @",
          "optimize @",
          "repair @",
          "cleanup --keep 1 --grace 0s --confirm @",
          "stats @",
          "diff side main --uri @",
          "branch create fresh --uri @",
          "branch list @",
          "branch rename side other --uri @",
          "branch merge side --uri @",
          "branch delete side --uri @",
          "tag create v2 --uri @",
          "tag list @",
          "tag delete v1 --uri @",
          "commit list @",
          "commit show $ --uri @",
          "schema plan --schema #/wider.pg @",
          "schema apply --schema #/wider.pg @",
          "schema show @",
          "schema get @",
          "schema lint @",
          "query --query #/all.gq @",
          "query --query #/all.gq --explain @",
          "mutate --query #/add.gq @",
          "lint --query #/all.gq @",
          "check --query #/all.gq @",
          "query lint --query #/all.gq @",
          "query check --query #/all.gq @",
          "init --schema #/ships.pg @.new");

  /** The commands that open no graph that they are given. */
  static final Set<String> WITHOUT_A_GRAPH =
      Set.of("embed", "fmt", "schema fmt", "queries validate", "queries list");

  private final Path directory;
  private final InProcess commands;
  private String commit = "";

  /** Lines for a directory, which is empty. */
  public GraphCommandLines(Path directory) {
    this.directory = directory;
    this.commands = new InProcess(directory, FaultPoints.none());
  }

  /** Makes the files and the graph. */
  public void layOut() {
    write("ships.pg", "node Ship { name: String @key  note: String? }\n");
    write("wider.pg", "node Ship { name: String @key  note: String?  flag: String? }\n");
    write("ships.jsonl", "{\"type\":\"Ship\",\"data\":{\"name\":\"Aurora\",\"note\":\"new\"}}\n");
    write("bora.jsonl", "{\"type\":\"Ship\",\"data\":{\"name\":\"Bora\"}}\n");
    write("dorado.jsonl", "{\"type\":\"Ship\",\"data\":{\"name\":\"Dorado\"}}\n");
    write("all.gq", "query all() { match { $s: Ship } return { $s.name, $s.note } }\n");
    write("add.gq", "query add() { insert Ship { name: \"Cetus\" } }\n");
    String graph = graph().toString();
    commands.succeeds("init", "--schema", directory.resolve("ships.pg").toString(), graph);
    commands.succeeds("load", "--data", directory.resolve("ships.jsonl").toString(), graph);
    commands.succeeds("branch", "create", "side", "--uri", graph);
    commands.succeeds(
        "load", "--data", directory.resolve("bora.jsonl").toString(), "--branch", "side", graph);
    commands.succeeds("load", "--data", directory.resolve("dorado.jsonl").toString(), graph);
    commit = commands.succeeds("tag", "create", "v1", "--uri", graph).strip().split(" ", -1)[4];
  }

  Path graph() {
    return directory.resolve("ships.omni");
  }

  /** A copy of the graph. */
  public Path copy(String name) {
    Path to = directory.resolve(name);
    try (Stream<Path> files = Files.walk(graph())) {
      for (Path from : files.toList()) {
        Files.copy(from, to.resolve(graph().relativize(from).toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return to;
  }

  /** Runs a line on the graph at a URI. */
  public InProcess.Result run(String line, String uri) {
    return commands.run(
        Stream.of(line.split(" ", -1))
            .map(word ->
                word.replace("#", directory.toString()).replace("@", uri).replace("$", commit))
            .toArray(String[]::new));
  }

  private void write(String name, String text) {
    try {
      Files.writeString(directory.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
