package io.omnigraph.values;

/** What reading a value came to. */
public sealed interface Reading {

  /** A value, in the form of its {@link ColumnForm}. */
  record Value(Object value) implements Reading {}

  /**
   * No value of the scalar.
   *
   * @param finding a sentence without a subject, or one about what was written: {@code expects
   *     I32}, {@code exceeds Int32 range}, {@code invalid Date literal 'soon'}
   * @param detail what is wrong in particular, or empty
   */
  record Refused(Reason reason, String finding, String detail) implements Reading {

    /** The finding, with the detail if there is one. */
    public String sentence() {
      return detail.isEmpty() ? finding : finding + ": " + detail;
    }
  }

  /** Why something is no value. */
  enum Reason {
    /** It is JSON of another kind than the scalar's; the finding says what is expected. */
    WRONG_KIND,
    /** It is a number that the scalar has no room for; the finding says what it exceeds. */
    OUT_OF_RANGE,
    /** It is written as no value is, or would lose something; the finding shows a text. */
    NO_SUCH_VALUE
  }

  /** A value. */
  static Reading of(Object value) {
    return new Value(value);
  }

  /** JSON of another kind. */
  static Reading wrongKind(String finding) {
    return new Refused(Reason.WRONG_KIND, finding, "");
  }

  /** A number that is too large or too small. */
  static Reading outOfRange(String finding) {
    return new Refused(Reason.OUT_OF_RANGE, finding, "");
  }

  /** Something that stands for no value. */
  static Reading noSuchValue(String finding, String detail) {
    return new Refused(Reason.NO_SUCH_VALUE, finding, detail);
  }
}
