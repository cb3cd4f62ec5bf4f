package io.omnigraph.values;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A scalar type of properties, and all that is to be known of its values. Each has a class of rules
 * of its own; a new one is such a class and a line here.
 */
public final class Scalar {

  public static final Scalar STRING = new Scalar(new StringRules());
  public static final Scalar BOOL = new Scalar(new BoolRules());
  public static final Scalar I32 = new Scalar(WholeRules.signed(Integer.SIZE, ColumnForm.INT32));
  public static final Scalar I64 = new Scalar(WholeRules.signed(Long.SIZE, ColumnForm.INT64));
  public static final Scalar U32 = new Scalar(WholeRules.unsigned(Integer.SIZE, ColumnForm.UINT32));
  public static final Scalar U64 = new Scalar(WholeRules.unsigned(Long.SIZE, ColumnForm.UINT64));
  public static final Scalar F32 = new Scalar(new Float32Rules());
  public static final Scalar F64 = new Scalar(new Float64Rules());
  public static final Scalar DATE = new Scalar(new DateRules());
  public static final Scalar DATE_TIME = new Scalar(new DateTimeRules());
  public static final Scalar DURATION = new Scalar(new DurationRules());
  public static final Scalar BLOB = new Scalar(new BlobRules());

  /** A fixed number of 32-bit floats; the number stands in {@link PropertyType#dimension}. */
  public static final Scalar VECTOR = new Scalar(new VectorRules());

  private static final List<Scalar> ALL =
      List.of(STRING, BOOL, I32, I64, U32, U64, F32, F64, DATE, DATE_TIME, DURATION, BLOB, VECTOR);

  private final ScalarRules rules;

  private Scalar(ScalarRules rules) {
    this.rules = rules;
  }

  /** All scalars, in the order in which documents list them. */
  public static List<Scalar> all() {
    return ALL;
  }

  /** The scalar of a word of the schema language. */
  public static Optional<Scalar> of(String word) {
    return ALL.stream().filter(scalar -> scalar.word().equals(word)).findFirst();
  }

  /** The scalar whose literals are a text in the parentheses of a word. */
  public static Optional<Scalar> ofLiteral(String word) {
    return ALL.stream()
        .filter(scalar -> scalar.literal().filter(word::equals).isPresent())
        .findFirst();
  }

  /** The word of the schema language. */
  public String word() {
    return rules.word();
  }

  /** How values stand in columns. */
  public ColumnForm form() {
    return rules.form();
  }

  /** Whether values are whole numbers. */
  public boolean isInteger() {
    return rules.isInteger();
  }

  /** Whether values are numbers, whole or not. */
  public boolean isNumeric() {
    return rules.isNumeric();
  }

  /** Whether values have an order that means something, so that they can be compared. */
  public boolean isOrdered() {
    return rules.isOrdered();
  }

  /** A word before the value in messages where it matters: {@code vector}; empty for most. */
  public Optional<String> shape() {
    return rules.shape();
  }

  /** What catalogues of queries call the JSON values of parameters. */
  public String parameterKind() {
    return rules.parameterKind();
  }

  /** The word before the parentheses of literals, as in {@code date("…")}. */
  public Optional<String> literal() {
    return rules.literal();
  }

  /**
   * The scalar of a sum and of a mean of values; empty when they cannot be added up. It is {@link
   * #F64} or the scalar itself, whose values are whole then.
   */
  public Optional<Scalar> total() {
    return rules.total();
  }

  /** Reads JSON of data, which is in the form that {@link #json} writes or one that is as plain. */
  public Reading read(JsonNode json) {
    return rules.read(json);
  }

  /** Reads the JSON of a parameter; the finding of a refusal is a whole sentence. */
  public Reading parameter(JsonNode json) {
    return rules.parameter(json);
  }

  /** Reads a text outside of JSON: a default, the text of a literal. */
  public Reading parse(String text) {
    return rules.parse(text);
  }

  /**
   * Whether a whole number, as JSON has it, is read as itself; for those who read without a tree.
   */
  public boolean isPlain(long number) {
    return rules.isPlain(number);
  }

  /** Whether an object is a value in its form and range. */
  public boolean accepts(Object value) {
    return rules.accepts(value);
  }

  /** Gives a value of another scalar, whose type goes together with this one, the form of this. */
  public Reading convert(Scalar from, Object value) {
    return rules.convert(from, value);
  }

  /** The value as it comes back from a column. */
  public Object stored(Object value) {
    return rules.stored(value);
  }

  /**
   * The value as JSON has it: a {@link Long}, {@link java.math.BigInteger}, {@link Double}, {@link
   * Boolean} or {@link String}.
   */
  public Object json(Object value) {
    return rules.json(value);
  }

  /** The value as text. No two values have one text, and {@link #parse} reads it. */
  public String text(Object value) {
    return rules.text(value);
  }

  /** The text of a value in the ids of nodes; that of its {@link #identity}. */
  public String key(Object value) {
    return rules.key(value);
  }

  /** An object that equals that of another value when, and only when, the values are equal. */
  public Object identity(Object value) {
    return rules.identity(value);
  }

  /** Compares values; zeros are equal, and NaN is greater than every other number. */
  public int compare(Object left, Object right) {
    return rules.compare(left, right);
  }

  /** The value of a number as a 64-bit float, rounded. */
  public double real(Object number) {
    return rules.real(number);
  }

  @Override
  public String toString() {
    return word();
  }
}
