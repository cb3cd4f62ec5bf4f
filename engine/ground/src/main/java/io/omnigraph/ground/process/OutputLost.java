package io.omnigraph.ground.process;

import java.io.IOException;

/**
 * Standard output cannot be written any more. Thrown once, so that a command which writes much
 * stops; the door that made the {@link StandardOutput} reports it.
 */
public final class OutputLost extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OutputLost(IOException cause) {
    super("the output cannot be written: " + cause.getMessage(), cause);
  }
}
