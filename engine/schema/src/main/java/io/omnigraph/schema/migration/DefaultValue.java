package io.omnigraph.schema.migration;

import io.omnigraph.schema.catalog.Annotation;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.schema.catalog.PropertyType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The value that {@code @default} gives to the rows that are stored when a required property is
 * added. It says nothing about rows that are written later.
 */
public final class DefaultValue {

  /** The annotation's name. */
  public static final String ANNOTATION = "default";

  private static final int SIGNED = -1;

  private DefaultValue() {}

  /** What a property's annotation says; empty when it has none, or one without a value. */
  public static Optional<String> of(Property property) {
    return property.annotation(ANNOTATION).map(Annotation::value);
  }

  /**
   * The value that a text stands for: {@link Long} (also days and milliseconds since 1970), {@link
   * Double}, {@link Boolean} or {@link String}. Empty when it is no value of the type; lists,
   * vectors and blobs have no default.
   */
  public static Optional<Object> parse(PropertyType type, String text) {
    if (type.isList()) {
      return Optional.empty();
    }
    if (type.isEnum()) {
      return type.enumValues().contains(text) ? Optional.of(text) : Optional.empty();
    }
    try {
      return switch (type.scalar()) {
        case STRING -> Optional.of(text);
        case BOOL -> bool(text);
        case I32 -> whole(text, SIGNED, 32);
        case I64 -> whole(text, SIGNED, 64);
        case U32 -> whole(text, 0, 32);
        case U64 -> whole(text, 0, 64);
        case F32 -> finite((double) new BigDecimal(text).floatValue());
        case F64 -> finite(new BigDecimal(text).doubleValue());
        case DATE -> Optional.of(LocalDate.parse(text).toEpochDay());
        case DATE_TIME -> Optional.of(Instant.parse(text).toEpochMilli());
        case BLOB, VECTOR -> Optional.empty();
      };
    } catch (NumberFormatException | DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static Optional<Object> bool(String text) {
    return text.equals("true") || text.equals("false")
        ? Optional.of(Boolean.valueOf(text))
        : Optional.empty();
  }

  private static Optional<Object> whole(String text, int sign, int bits) {
    BigInteger number = new BigInteger(text);
    boolean fits =
        sign == SIGNED
            ? number.bitLength() < bits
            : number.signum() >= 0 && number.bitLength() <= bits;
    return fits ? Optional.of(number.longValue()) : Optional.empty();
  }

  private static Optional<Object> finite(double number) {
    return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
  }
}
