package io.omnigraph.io.load;

/** What a JSON value came to as the value of a property. */
sealed interface Conversion {

  /** A value, in the form that transactions take. */
  record Converted(Object value) implements Conversion {}

  /** No value: the member is missing, or null. */
  record Absent() implements Conversion {}

  /** Not a value of the property; the reason is one sentence that names the property. */
  record Refused(String reason) implements Conversion {}
}
