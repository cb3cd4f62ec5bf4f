package io.omnigraph.server.request;

import io.omnigraph.api.serving.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A body that is taken in while it arrives. It fails when it is longer than it may be, and keeps in
 * mind that it failed, whatever becomes of the exception in the code that reads it. Used by one
 * thread.
 */
public final class ArrivingBody extends FilterInputStream {

  private final long limit;
  private long read;
  private @Nullable IncompleteBodyException failure;

  ArrivingBody(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  /** Why it could not be read to its end; empty when nothing was in the way so far. */
  public Optional<Problem> failure() {
    return Optional.ofNullable(failure).map(IncompleteBodyException::problem);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int count = super.read(buffer, offset, length);
      read += Math.max(count, 0);
      if (read > limit) {
        throw IncompleteBodyException.tooLong(limit);
      }
      return count;
    } catch (IncompleteBodyException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
