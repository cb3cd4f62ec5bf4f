package io.omnigraph.store.lance;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Closes what declares that closing may throw anything at all. */
record Closing(AutoCloseable resource) implements AutoCloseable {

  @Override
  public void close() {
    try {
      resource.close();
    } catch (RuntimeException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while closing a file", e);
    } catch (Exception e) {
      throw new UncheckedIOException("cannot close a file", new IOException(e));
    }
  }
}
