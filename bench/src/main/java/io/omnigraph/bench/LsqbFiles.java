package io.omnigraph.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Writes a {@link LsqbGraph} as JSON Lines in one file, and as comma-separated values in many. */
final class LsqbFiles implements LsqbGraph.Rows, AutoCloseable {

  private final Path directory;
  private final BufferedWriter lines;
  private final Map<String, BufferedWriter> values = new HashMap<>();
  private long written;

  private LsqbFiles(Path directory) throws IOException {
    this.directory = directory;
    this.lines = Files.newBufferedWriter(records(directory));
    for (LsqbTable table : LsqbTable.ALL) {
      values.put(table.name(), Files.newBufferedWriter(values(directory, table)));
    }
  }

  /** Writes a graph; returns the number of its rows. */
  static long write(LsqbGraph graph, Path directory) throws IOException {
    try (LsqbFiles files = new LsqbFiles(directory)) {
      graph.each(files);
      return files.written;
    }
  }

  /** The file with all rows as JSON Lines. */
  static Path records(Path directory) {
    return directory.resolve("lsqb.jsonl");
  }

  /** The file with the rows of a table as comma-separated values without a header. */
  static Path values(Path directory, LsqbTable table) {
    return directory.resolve(table.name() + ".csv");
  }

  @Override
  public void node(LsqbTable table, int id) {
    write(
        table,
        "{\"type\":\""
            + table.name()
            + "\",\"data\":{\"key\":\""
            + key(table.name(), id)
            + "\"}}\n",
        id + "\n");
  }

  @Override
  public void edge(LsqbTable table, int from, int to) {
    write(
        table,
        "{\"edge\":\""
            + table.name()
            + "\",\"from\":\""
            + key(table.ends().get(0), from)
            + "\",\"to\":\""
            + key(table.ends().get(1), to)
            + "\"}\n",
        from + "," + to + "\n");
  }

  private void write(LsqbTable table, String line, String row) {
    try {
      lines.write(line);
      values.getOrDefault(table.name(), lines).write(row);
      written++;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + directory, e);
    }
  }

  private static String key(String type, int id) {
    return type.charAt(0) + String.valueOf(id);
  }

  @Override
  public void close() throws IOException {
    lines.close();
    for (BufferedWriter file : values.values()) {
      file.close();
    }
  }
}
