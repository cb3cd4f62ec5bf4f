package io.omnigraph.graph.failure;

import io.omnigraph.ground.access.AccessDeniedException;
import io.omnigraph.ground.storage.StorageException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries a {@link GraphFailure} to the door through code that has nothing to do with it. */
public abstract class GraphFailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A failure.
   *
   * @param message may name paths, other than that of {@link #failure}
   * @param cause absent when there is none
   */
  protected GraphFailureException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** What it carries. */
  public abstract GraphFailure failure();

  /**
   * The failure that an exception stands for; empty for one that nobody expects, which is a fault
   * of the program.
   */
  public static Optional<GraphFailure> failureOf(RuntimeException exception) {
    return switch (exception) {
      case GraphFailureException known -> Optional.of(known.failure());
      case AccessDeniedException denied ->
          Optional.of(new GraphFailure.Denied(String.valueOf(denied.getMessage())));
      case StorageException storage -> Optional.of(unavailable("storage: " + storage.shown()));
      case UncheckedIOException _ ->
          Optional.of(unavailable("storage: files of the graph cannot be read or written"));
      default -> Optional.empty();
    };
  }

  private static GraphFailure unavailable(String message) {
    return new GraphFailure.Unavailable(GraphFailure.Service.STORAGE, message);
  }
}
