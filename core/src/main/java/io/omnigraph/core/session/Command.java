package io.omnigraph.core.session;

/**
 * A command as a function from what is there to what it came to. It keeps nothing between calls.
 */
@FunctionalInterface
public interface Command<T> {

  /**
   * Runs it.
   *
   * @param findings takes what the command has to say
   */
  Outcome<T> run(Standing standing, Findings findings);
}
