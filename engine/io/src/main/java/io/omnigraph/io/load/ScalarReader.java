package io.omnigraph.io.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.json.Json;
import io.omnigraph.schema.catalog.PropertyType;
import io.omnigraph.schema.catalog.Scalar;
import io.omnigraph.values.text.TemporalText;
import java.math.BigInteger;
import java.util.Base64;
import java.util.OptionalLong;

/**
 * Converts single JSON values (graph-engine specification, section 2.5). Nothing is coerced: a text
 * is never a number, a number with a fraction never a whole one, and what does not fit is refused.
 */
final class ScalarReader {

  private static final int WIDEST_SHOWN = 60;
  private static final String BASE64 = "base64:";
  private static final BigInteger U32_LIMIT = BigInteger.ONE.shiftLeft(32);
  private static final BigInteger U64_LIMIT = BigInteger.ONE.shiftLeft(64);

  private ScalarReader() {}

  /**
   * Converts a value.
   *
   * @param type of the value; whether it is a list is not looked at
   * @param where the property, such as {@code Vessel.tonnage}, for the reason of a refusal
   */
  static Conversion read(PropertyType type, JsonNode value, String where) {
    if (type.isEnum()) {
      return enumValue(type, value, where);
    }
    return switch (type.scalar()) {
      case STRING -> value.isTextual() ? converted(value.textValue()) : wrong(type, value, where);
      case BOOL -> value.isBoolean() ? converted(value.booleanValue()) : wrong(type, value, where);
      case I32, I64, U32, U64 -> whole(type, value, where);
      case F32, F64 -> decimal(type, value, where);
      case DATE -> date(type, value, where);
      case DATE_TIME -> dateTime(type, value, where);
      case BLOB -> blob(value, where);
      case VECTOR -> wrong(type, value, where);
    };
  }

  /** A value as messages show it: compact JSON, cut where it is long. */
  static String shown(JsonNode value) {
    String json = Json.compact(value);
    return json.length() <= WIDEST_SHOWN ? json : json.substring(0, WIDEST_SHOWN) + "…";
  }

  private static Conversion converted(Object value) {
    return new Conversion.Converted(value);
  }

  private static Conversion refused(String reason) {
    return new Conversion.Refused(reason);
  }

  private static Conversion wrong(PropertyType type, JsonNode value, String where) {
    return refused(where + " expects " + type.scalar().word() + ", found `" + shown(value) + "`");
  }

  private static Conversion enumValue(PropertyType type, JsonNode value, String where) {
    if (!value.isTextual()) {
      return refused(where + " expects " + type.display() + ", found `" + shown(value) + "`");
    }
    String text = value.textValue();
    return type.enumValues().contains(text)
        ? converted(text)
        : refused(
            "invalid enum value '%s' for %s (expected: %s)"
                .formatted(text, where, String.join(", ", type.enumValues())));
  }

  private static Conversion whole(PropertyType type, JsonNode value, String where) {
    if (!value.isIntegralNumber()) {
      return wrong(type, value, where);
    }
    BigInteger number = value.bigIntegerValue();
    boolean fits =
        switch (type.scalar()) {
          case I32 -> number.bitLength() < Integer.SIZE;
          case U32 -> number.signum() >= 0 && number.compareTo(U32_LIMIT) < 0;
          case U64 -> number.signum() >= 0 && number.compareTo(U64_LIMIT) < 0;
          default -> number.bitLength() < Long.SIZE;
        };
    return fits
        ? converted(number.longValue())
        : refused(where + ": " + shown(value) + " exceeds " + rangeName(type) + " range");
  }

  private static String rangeName(PropertyType type) {
    return switch (type.scalar()) {
      case I32 -> "Int32";
      case U32 -> "UInt32";
      case U64 -> "UInt64";
      case F32 -> "Float32";
      case F64 -> "Float64";
      default -> "Int64";
    };
  }

  private static Conversion decimal(PropertyType type, JsonNode value, String where) {
    if (!value.isNumber()) {
      return wrong(type, value, where);
    }
    double number = type.scalar() == Scalar.F32 ? value.floatValue() : value.doubleValue();
    return Double.isFinite(number)
        ? converted(number)
        : refused(where + ": " + shown(value) + " exceeds " + rangeName(type) + " range");
  }

  private static Conversion date(PropertyType type, JsonNode value, String where) {
    if (value.isTextual()) {
      OptionalLong day = TemporalText.day(value.textValue());
      return day.isPresent() ? day(day.getAsLong(), value, where) : literal("Date", value, where);
    }
    if (!value.isIntegralNumber()) {
      return wrong(type, value, where);
    }
    return value.canConvertToLong()
        ? day(value.longValue(), value, where)
        : refused("Date value out of range for " + where + ": " + shown(value));
  }

  private static Conversion day(long day, JsonNode value, String where) {
    return day == (int) day
        ? converted(day)
        : refused("Date value out of range for " + where + ": " + shown(value));
  }

  private static Conversion dateTime(PropertyType type, JsonNode value, String where) {
    if (value.isTextual()) {
      OptionalLong millis = TemporalText.millis(value.textValue());
      return millis.isPresent() ? converted(millis.getAsLong()) : literal("DateTime", value, where);
    }
    if (!value.isIntegralNumber()) {
      return wrong(type, value, where);
    }
    return value.canConvertToLong()
        ? converted(value.longValue())
        : refused("DateTime value out of range for " + where + ": " + shown(value));
  }

  private static Conversion literal(String type, JsonNode value, String where) {
    return refused("invalid " + type + " literal '" + value.textValue() + "' for " + where);
  }

  private static Conversion blob(JsonNode value, String where) {
    if (!value.isTextual()) {
      return refused(
          "%s must be a URI string or base64: prefixed data, found `%s`"
              .formatted(where, shown(value)));
    }
    String text = value.textValue();
    if (text.startsWith(BASE64) && !isBase64(text.substring(BASE64.length()))) {
      return refused("invalid base64 blob data for " + where);
    }
    return converted(text);
  }

  private static boolean isBase64(String text) {
    try {
      byte[] _ = Base64.getDecoder().decode(text);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
