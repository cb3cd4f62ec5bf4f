package io.omnigraph.io.load;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Ends of edges whose nodes have not come yet, in a temporary file: an input may name all its edges
 * before any node. Used by one thread.
 */
final class OpenEnds implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private @Nullable Path file;
  private @Nullable DataOutputStream out;
  private long count;

  /** Keeps an end. */
  void add(OpenEnd end) throws IOException {
    DataOutputStream to = out;
    if (to == null) {
      Path created = Files.createTempFile("omnigraph-load", ".ends");
      file = created;
      to = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(created), BUFFER));
      out = to;
    }
    byte[] id = end.id().getBytes(StandardCharsets.UTF_8);
    to.writeInt(end.edgeType());
    to.writeBoolean(end.end() == End.TARGET);
    to.writeInt(end.line());
    to.writeLong(end.record());
    to.writeInt(end.index());
    to.writeInt(id.length);
    to.write(id);
    count++;
  }

  /** Passes on every end that was kept, in order. */
  void each(Visitor visitor) throws IOException {
    DataOutputStream to = out;
    Path kept = file;
    if (to == null || kept == null) {
      return;
    }
    to.flush();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(kept), BUFFER))) {
      for (long i = 0; i < count; i++) {
        int edgeType = in.readInt();
        End end = in.readBoolean() ? End.TARGET : End.SOURCE;
        int line = in.readInt();
        long record = in.readLong();
        int index = in.readInt();
        byte[] id = in.readNBytes(in.readInt());
        visitor.visit(
            new OpenEnd(
                edgeType, end, line, record, index, new String(id, StandardCharsets.UTF_8)));
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (out != null && file != null) {
      out.close();
      Files.delete(file);
    }
  }

  /** Takes ends. */
  @FunctionalInterface
  interface Visitor {

    /** Takes one. */
    void visit(OpenEnd end);
  }

  /**
   * An end.
   *
   * @param edgeType the place of the edge's type among those of the schema
   * @param end which of the two it is
   * @param line of the record
   * @param record the number of the record
   * @param index of the edge among those of its type, from 0
   * @param id of the node
   */
  record OpenEnd(int edgeType, End end, int line, long record, int index, String id) {}
}
