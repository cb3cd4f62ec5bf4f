package io.omnigraph.server.boot;

import io.omnigraph.server.pipeline.Generation;
import java.util.List;

/** What a boot comes to. */
public sealed interface Booted {

  /**
   * Everything is open and can be served.
   *
   * @param plugins to be closed when nothing is served any more
   */
  record Ready(Generation generation, AutoClosing plugins) implements Booted {}

  /** It cannot be served; the lines say why and what to do. */
  record Refused(List<String> lines) implements Booted {

    public Refused {
      lines = List.copyOf(lines);
    }

    static Refused because(String message) {
      return new Refused(List.of(message));
    }
  }

  /** Something to let go of. */
  @FunctionalInterface
  interface AutoClosing extends AutoCloseable {

    @Override
    void close();
  }
}
