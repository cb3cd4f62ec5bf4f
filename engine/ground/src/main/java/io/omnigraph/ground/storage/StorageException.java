package io.omnigraph.ground.storage;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A store could not do its work. The message says what failed in full, with the place as people who
 * run this machine know it; {@link #shown} says it to everybody else.
 */
public final class StorageException extends UncheckedIOException {

  private static final long serialVersionUID = 1L;

  /** What is known of a change that was asked for. */
  public enum Effect {
    /** Nothing has changed, as for everything that only reads. */
    NONE,
    /** It may be complete, now or a little later. */
    UNKNOWN
  }

  private final Effect effect;
  private final String shown;
  private final IOException reason;

  private StorageException(Effect effect, String message, String shown, IOException cause) {
    super(message, cause);
    this.effect = effect;
    this.shown = shown;
    this.reason = cause;
  }

  /**
   * A failure.
   *
   * @param what such as {@code cannot read}
   * @param place where, in the form that is shown to people who run the machine
   * @param key where, relative to the store's root
   * @param reason without any place
   */
  public static StorageException of(
      String what, String place, String key, String reason, IOException cause) {
    return new StorageException(
        Effect.NONE,
        "%s %s: %s".formatted(what, place, reason),
        "%s `%s`: %s".formatted(what, key, reason),
        cause);
  }

  /** The same failure of a change that may be complete all the same. */
  public StorageException afterSending() {
    return new StorageException(Effect.UNKNOWN, String.valueOf(getMessage()), shown, reason);
  }

  /** What is known of the change that was asked for. */
  public Effect effect() {
    return effect;
  }

  /** The failure without a path of the machine. */
  public String shown() {
    return shown;
  }
}
