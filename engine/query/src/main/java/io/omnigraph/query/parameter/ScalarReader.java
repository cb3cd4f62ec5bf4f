package io.omnigraph.query.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.schema.catalog.Scalar;
import io.omnigraph.values.text.TemporalText;
import java.math.BigInteger;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads scalars from JSON. */
final class ScalarReader {

  private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,400}");
  private static final BigInteger MAX_I32 = BigInteger.valueOf(Integer.MAX_VALUE);
  private static final BigInteger MAX_U32 = BigInteger.valueOf(0xFFFF_FFFFL);
  private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger MIN_LONG = BigInteger.valueOf(Long.MIN_VALUE);

  private ScalarReader() {}

  /** The value in the form of its column. */
  static Object read(Scalar scalar, JsonNode value) {
    if (value.isNull()) {
      throw new Misfit("null is not accepted as an element");
    }
    return switch (scalar) {
      case STRING -> text(value, "string");
      case BLOB -> text(value, "blob URI string");
      case BOOL -> truth(value);
      case I32 -> integer(value, BigInteger.valueOf(Integer.MIN_VALUE), MAX_I32, scalar);
      case I64 -> integer(value, MIN_LONG, MAX_LONG, scalar);
      case U32 -> unsigned(value, MAX_U32, scalar);
      case U64 -> unsigned(value, MAX_LONG, scalar);
      case F32 -> narrowed(number(value));
      case F64 -> number(value);
      case DATE -> moment(TemporalText.day(text(value, "date string")), "Date", value);
      case DATE_TIME ->
          moment(TemporalText.millis(text(value, "datetime string")), "DateTime", value);
      case VECTOR -> throw new IllegalStateException("a vector is not a scalar");
    };
  }

  private static String text(JsonNode value, String expected) {
    if (!value.isTextual()) {
      throw new Misfit("expected " + expected + ", got " + kind(value));
    }
    return value.textValue();
  }

  private static Boolean truth(JsonNode value) {
    if (!value.isBoolean()) {
      throw new Misfit("expected boolean, got " + kind(value));
    }
    return value.booleanValue();
  }

  private static Double number(JsonNode value) {
    if (!value.isNumber()) {
      throw new Misfit("expected float, got " + kind(value));
    }
    double number = value.doubleValue();
    if (!Double.isFinite(number)) {
      throw new Misfit("value " + value.asText() + " exceeds F64");
    }
    return number;
  }

  private static Double narrowed(double number) {
    return (double) (float) number;
  }

  private static Long moment(OptionalLong moment, String type, JsonNode value) {
    return moment.orElseThrow(
        () -> new Misfit("invalid " + type + " literal '" + value.textValue() + "'"));
  }

  private static Long unsigned(JsonNode value, BigInteger max, Scalar scalar) {
    BigInteger number = whole(value, "unsigned integer");
    if (number.signum() < 0) {
      throw new Misfit("expected unsigned integer, got " + number);
    }
    if (number.compareTo(max) > 0) {
      throw new Misfit(
          scalar == Scalar.U64
              ? "value " + number + " exceeds current engine range for U64"
              : "value " + number + " exceeds U32");
    }
    return number.longValue();
  }

  private static Long integer(JsonNode value, BigInteger min, BigInteger max, Scalar scalar) {
    BigInteger number = whole(value, "integer");
    if (number.compareTo(min) < 0 || number.compareTo(max) > 0) {
      throw new Misfit("value " + number + " exceeds " + scalar.word());
    }
    return number.longValue();
  }

  private static BigInteger whole(JsonNode value, String expected) {
    if (value.isTextual()) {
      if (!DECIMAL.matcher(value.textValue()).matches()) {
        throw new Misfit("expected " + expected + " string, got '" + value.textValue() + "'");
      }
      return new BigInteger(value.textValue());
    }
    if (value.isIntegralNumber()) {
      return value.bigIntegerValue();
    }
    throw new Misfit(
        value.isNumber()
            ? "expected " + expected + " number, got " + value.asText()
            : "expected " + expected + ", got " + kind(value));
  }

  private static String kind(JsonNode value) {
    return value.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
