package io.omnigraph.query.parameter;

/** Leaves the binding of a value that does not fit. It never leaves {@link ParameterBinder}. */
final class Misfit extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String sentence;

  Misfit(String sentence) {
    super(sentence, null, false, false);
    this.sentence = sentence;
  }

  /** The same about a parameter. */
  Misfit of(String parameter) {
    return new Misfit("param '" + parameter + "': " + sentence);
  }

  String sentence() {
    return sentence;
  }
}
