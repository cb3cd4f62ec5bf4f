package io.omnigraph.io.load;

/**
 * Where a record stands.
 *
 * @param source the input's name
 * @param line of its first character, from 1
 * @param record its number among the values of the input, from 1
 */
record Place(String source, int line, long record) {

  /** A problem with the record. */
  String says(String problem) {
    return source + ":" + line + ": record " + record + ": " + problem;
  }

  /** The record cannot be read at all. */
  String isNotJson(String reason) {
    return source + ":" + line + ": invalid JSON at record " + record + ": " + reason;
  }
}
