package io.omnigraph.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Loads a graph of a million nodes and five million edges, and imports the same graph into Kuzu and
 * Neo4j in the same run. Each is a process of its own, timed from its start to its end; memory is
 * the most that the process ever had.
 */
public final class LoadBench {

  private static final String HEAP = "-Xmx2g";

  private final SocialGraph graph;
  private final Path directory;

  private LoadBench(SocialGraph graph, Path directory) {
    this.graph = graph;
    this.directory = directory;
  }

  /** Arguments: {@code [PEOPLE [FOLLOWS]]}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    int follows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5_000_000;
    Path directory = Files.createTempDirectory("omnigraph-load-bench");
    new LoadBench(new SocialGraph(people, follows), directory).run();
  }

  private void run() throws IOException, InterruptedException {
    Path lines = directory.resolve("social.jsonl");
    Path people = directory.resolve("people.csv");
    Path follows = directory.resolve("follows.csv");
    graph.write(lines);
    graph.writeCsv(people, follows);
    System.out.printf(
        "%,d nodes and %,d edges: %,d MB of JSON lines, %,d MB of CSV%n",
        graph.people(),
        graph.follows(),
        Files.size(lines) >> 20,
        (Files.size(people) + Files.size(follows)) >> 20);
    TimedProcess own = own(lines);
    print("omnigraph", own, own);
    print("kuzu", kuzu(people, follows), own);
    print("neo4j", neo4j(people, follows), own);
    BenchFiles.delete(directory);
  }

  private void print(String name, TimedProcess run, TimedProcess own) {
    System.out.printf(
        "%-10s %6.1f s  %,10.0f rows/s  %6.1f s of CPU  %,6d MiB  %5.2f times our time%n",
        name,
        run.seconds(),
        ((double) graph.people() + graph.follows()) / run.seconds(),
        run.cpuSeconds(),
        run.peakBytes() >> 20,
        run.seconds() / own.seconds());
  }

  private TimedProcess own(Path lines) throws IOException, InterruptedException {
    List<String> command = java(System.getProperty("java.class.path"), HEAP);
    command.addAll(
        List.of(
            LoadProgram.class.getName(),
            directory.resolve("social.omni").toString(),
            lines.toString()));
    return TimedProcess.run(command, Map.of(), directory.resolve("omnigraph.log"));
  }

  private TimedProcess kuzu(Path people, Path follows) throws IOException, InterruptedException {
    List<String> command = java(System.getProperty("java.class.path"), HEAP);
    command.addAll(
        List.of(
            KuzuImport.class.getName(),
            directory.resolve("social.kuzu").toString(),
            people.toString(),
            follows.toString()));
    return TimedProcess.run(command, Map.of(), directory.resolve("kuzu.log"));
  }

  private TimedProcess neo4j(Path people, Path follows) throws IOException, InterruptedException {
    Path home = Files.createDirectories(directory.resolve("neo4j"));
    Path conf = Files.createDirectories(home.resolve("conf"));
    Files.writeString(conf.resolve("neo4j.conf"), "");
    Path peopleHeader = directory.resolve("people.header.csv");
    Path followsHeader = directory.resolve("follows.header.csv");
    Files.writeString(peopleHeader, "handle:ID,name,age:int,city\n");
    Files.writeString(followsHeader, ":START_ID,:END_ID,since:int\n");
    List<String> command = java(neo4jLibraries(), HEAP);
    command.addAll(
        List.of(
            "org.neo4j.cli.AdminTool",
            "database",
            "import",
            "full",
            "neo4j",
            "--report-file=" + directory.resolve("import.report"),
            "--nodes=Person=" + peopleHeader + "," + people,
            "--relationships=FOLLOWS=" + followsHeader + "," + follows));
    return TimedProcess.run(
        command,
        Map.of("NEO4J_HOME", home.toString(), "NEO4J_CONF", conf.toString()),
        directory.resolve("neo4j.log"));
  }

  /** The class path of Neo4j's importer, which Maven works out. */
  private String neo4jLibraries() throws IOException, InterruptedException {
    Path classPath = directory.resolve("neo4j.classpath");
    List<String> command =
        List.of(
            "mvn",
            "-q",
            "-B",
            "-f",
            "bench/peers/neo4j.xml",
            "dependency:build-classpath",
            "-Dmdep.outputFile=" + classPath);
    TimedProcess.run(command, Map.of(), directory.resolve("maven.log"));
    return Files.readString(classPath).strip();
  }

  private static List<String> java(String classPath, String heap) {
    String java = System.getProperty("java.home") + File.separator + "bin" + File.separator;
    return new ArrayList<>(
        List.of(
            java + "java",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            heap,
            "-cp",
            classPath));
  }
}
