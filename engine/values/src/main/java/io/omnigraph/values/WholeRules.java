package io.omnigraph.values;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whole numbers of 32 or 64 bits, signed or not. Outside of the range is an error everywhere. */
final class WholeRules extends ScalarRules {

  private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,400}");

  private final int bits;
  private final BigInteger min;
  private final BigInteger max;
  private final boolean isUnsignedLong;

  private WholeRules(String word, ColumnForm form, int bits, BigInteger min) {
    super(word, form);
    this.bits = bits;
    this.min = min;
    this.max = min.add(BigInteger.ONE.shiftLeft(bits)).subtract(BigInteger.ONE);
    this.isUnsignedLong = max.bitLength() == Long.SIZE;
  }

  static WholeRules signed(int bits, ColumnForm form) {
    return new WholeRules("I" + bits, form, bits, BigInteger.ONE.shiftLeft(bits - 1).negate());
  }

  static WholeRules unsigned(int bits, ColumnForm form) {
    return new WholeRules("U" + bits, form, bits, BigInteger.ZERO);
  }

  @Override
  boolean isInteger() {
    return true;
  }

  @Override
  boolean isNumeric() {
    return true;
  }

  @Override
  String parameterKind() {
    return bits == Integer.SIZE ? "int" : "bigint";
  }

  @Override
  Optional<Scalar> total() {
    return Optional.of(Scalar.F64);
  }

  @Override
  Reading read(JsonNode json) {
    if (!json.isIntegralNumber()) {
      return Reading.wrongKind("expects " + word());
    }
    BigInteger number = json.bigIntegerValue();
    return fits(number)
        ? Reading.of(number.longValue())
        : Reading.outOfRange("exceeds " + (isSigned() ? "Int" : "UInt") + bits + " range");
  }

  /** A decimal text is a number, too, for clients whose numbers have 53 bits. */
  @Override
  Reading parameter(JsonNode json) {
    String expected = isSigned() ? "integer" : "unsigned integer";
    if (json.isTextual()) {
      String text = json.textValue();
      return DECIMAL.matcher(text).matches()
          ? ranged(new BigInteger(text))
          : Reading.noSuchValue("expected " + expected + " string, got '" + text + "'", "");
    }
    if (json.isIntegralNumber()) {
      return ranged(json.bigIntegerValue());
    }
    return Reading.wrongKind(
        json.isNumber()
            ? "expected " + expected + " number, got " + json.asText()
            : "expected " + expected + ", got " + kind(json));
  }

  @Override
  Reading parse(String text) {
    return DECIMAL.matcher(text).matches()
        ? ranged(new BigInteger(text))
        : Reading.noSuchValue("invalid " + word() + " '" + text + "'", "");
  }

  @Override
  boolean isPlain(long number) {
    return isUnsignedLong ? number >= 0 : isInRange(number);
  }

  @Override
  boolean accepts(Object value) {
    return value instanceof Long number && (isUnsignedLong || isInRange(number));
  }

  @Override
  Reading convert(Scalar from, Object value) {
    if (!(value instanceof Long number)) {
      return Reading.wrongKind("cannot convert `" + value + "` to " + word());
    }
    return ranged(exact(number, from.form() == ColumnForm.UINT64));
  }

  @Override
  Object json(Object value) {
    long number = (Long) value;
    return isUnsignedLong && number < 0 ? exact(number, true) : value;
  }

  @Override
  int compare(Object left, Object right) {
    return isUnsignedLong
        ? Long.compareUnsigned((Long) left, (Long) right)
        : Long.compare((Long) left, (Long) right);
  }

  @Override
  double real(Object number) {
    return number instanceof Long whole && isUnsignedLong && whole < 0
        ? exact(whole, true).doubleValue()
        : ((Number) number).doubleValue();
  }

  private boolean isSigned() {
    return min.signum() < 0;
  }

  private boolean isInRange(long number) {
    return number >= min.longValue() && number <= max.longValue();
  }

  private boolean fits(BigInteger number) {
    return number.compareTo(min) >= 0 && number.compareTo(max) <= 0;
  }

  private Reading ranged(BigInteger number) {
    if (fits(number)) {
      return Reading.of(number.longValue());
    }
    return Reading.outOfRange(
        !isSigned() && number.signum() < 0
            ? "expected unsigned integer, got " + number
            : "value " + number + " exceeds " + word());
  }

  private static BigInteger exact(long number, boolean isUnsigned) {
    return isUnsigned ? new BigInteger(Long.toUnsignedString(number)) : BigInteger.valueOf(number);
  }
}
