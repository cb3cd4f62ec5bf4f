package io.omnigraph.plugin.policy.cedar;

/** The answer to a {@link Question}. */
public sealed interface Ruling {

  /** One sentence. */
  String message();

  /**
   * Yes.
   *
   * @param rule the smallest id among the rules that grant it
   */
  record Allowed(String rule, String message) implements Ruling {}

  /** No rule grants it. */
  record Denied(String message) implements Ruling {}

  /** It could not be found out. */
  record Failed(String message) implements Ruling {}
}
