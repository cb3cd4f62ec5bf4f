package io.omnigraph.execute.result;

import io.omnigraph.schema.catalog.PropertyType;
import io.omnigraph.schema.catalog.Scalar;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns values as columns hold them into values of results (section 10.1). */
public final class Cells {

  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Cells() {}

  /**
   * The form of a value in a result. A {@code Blob} has none, whether or not it is there; numbers
   * in a vector that are not finite are null.
   *
   * @param value in the form that {@link io.omnigraph.graph.snapshot.Column} describes
   */
  public static @Nullable Object of(@Nullable Object value, PropertyType type) {
    return switch (value) {
      case null -> null;
      case float[] vector -> vector(vector);
      case List<?> list -> list(list, type.scalar());
      default -> scalar(value, type.scalar());
    };
  }

  private static @Nullable Object scalar(Object value, Scalar scalar) {
    return switch (scalar) {
      case STRING, BOOL, F64, I32, I64, U32, VECTOR -> value;
      case U64 -> unsigned((Long) value);
      case F32 -> shortest(((Double) value).floatValue());
      case DATE -> LocalDate.ofEpochDay((Long) value).toString();
      case DATE_TIME -> MILLISECONDS.format(Instant.ofEpochMilli((Long) value));
      case BLOB -> null;
    };
  }

  /**
   * The double that is written with the fewest digits that read back as the same 32-bit float :
   * JSON has one sort of number only.
   */
  private static Double shortest(float number) {
    return Double.valueOf(Float.toString(number));
  }

  private static Object unsigned(long bits) {
    return bits >= 0 ? (Object) bits : new BigInteger(Long.toUnsignedString(bits));
  }

  private static List<@Nullable Object> list(List<?> elements, Scalar scalar) {
    List<@Nullable Object> cells = new ArrayList<>(elements.size());
    for (Object element : elements) {
      cells.add(scalar(element, scalar));
    }
    return Collections.unmodifiableList(cells);
  }

  private static List<@Nullable Object> vector(float[] vector) {
    List<@Nullable Object> cells = new ArrayList<>(vector.length);
    for (float component : vector) {
      cells.add(Float.isFinite(component) ? shortest(component) : null);
    }
    return Collections.unmodifiableList(cells);
  }
}
