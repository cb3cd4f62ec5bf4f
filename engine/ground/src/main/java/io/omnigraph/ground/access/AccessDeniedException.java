package io.omnigraph.ground.access;

/** A write was refused before it began. The message starts with {@code policy: } and says why. */
public final class AccessDeniedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A refusal.
   *
   * @param reason one sentence
   */
  public AccessDeniedException(String reason) {
    super("policy: " + reason);
  }
}
