package io.omnigraph.api.serving;

/**
 * Turns the raw segment of a path into the object that it names, before the request's body is read:
 * the graph of {@code /graphs/harbor/query}. Called by many threads.
 */
@FunctionalInterface
public interface PathParameter {

  /**
   * The object that a segment names.
   *
   * @param segment as it stands in the path, not percent-decoded
   */
  Resolution resolve(String segment);

  /** What a segment names. */
  sealed interface Resolution {

    /** An object; handlers get it from {@link Request#resolved}. */
    record Found(Object value) implements Resolution {}

    /** Nothing: 400 for a malformed name, 404 for one that is not served. */
    record NotFound(Problem problem) implements Resolution {}
  }
}
