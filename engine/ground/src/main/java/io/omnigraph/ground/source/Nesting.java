package io.omnigraph.ground.source;

/**
 * How deep the parts of a text may lie inside each other, in every language that is read here.
 * Readers are recursive, and a text must not decide how much stack they take.
 */
public final class Nesting {

  /** The most levels of lists, objects, blocks or brackets. */
  public static final int MOST = 512;

  /** What is said of a text that has more. */
  public static final String PROBLEM = "it is nested more than " + MOST + " levels deep";

  private Nesting() {}
}
