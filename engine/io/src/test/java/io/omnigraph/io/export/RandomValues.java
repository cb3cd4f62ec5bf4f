package io.omnigraph.io.export;

import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Random values of properties, odd ones among them. */
final class RandomValues {

  private static final List<String> TEXTS =
      List.of(
          "", "a", "null", " x ", "\u00c6r\u00f8 \ud83d\ude00", "\"q\"\\\n\t\u0001", "{\"a\":1}");

  private static final List<Long> WHOLES =
      List.of(0L, 1L, -1L, 42L, (long) Integer.MAX_VALUE, (long) Integer.MIN_VALUE);

  private static final List<Double> DECIMALS =
      List.of(0.0, -0.0, 0.1, -2.5, 1e-7, 3.4e38, (double) Float.MIN_VALUE, 16_777_217.0);

  private final SplittableRandom random;

  RandomValues(SplittableRandom random) {
    this.random = random;
  }

  /** Values of a type's properties; those that need none have none now and then. */
  Map<String, Object> of(GraphType type) {
    Map<String, Object> values = new HashMap<>();
    for (Property property : type.properties()) {
      if (!property.type().isNullable() || random.nextInt(4) > 0) {
        values.put(property.name(), value(property.type()));
      }
    }
    return values;
  }

  private Object value(PropertyType type) {
    return type.isList()
        ? IntStream.range(0, random.nextInt(4)).mapToObj(_ -> scalar(type)).toList()
        : scalar(type);
  }

  private Object scalar(PropertyType type) {
    if (type.isEnum()) {
      return pick(type.enumValues());
    }
    return switch (type.scalar().form()) {
      case TEXT ->
          type.scalar() == Scalar.BLOB
              ? pick(List.of("base64:AAEC", "s3://bucket/key", "file:///a b"))
              : pick(TEXTS);
      case BOOLEAN -> random.nextBoolean();
      case INT32 -> pick(WHOLES);
      case UINT32 -> random.nextLong(1L << 32);
      case INT64, UINT64 -> random.nextLong();
      case FLOAT32 -> decimal(Scalar.F32);
      case FLOAT64 -> decimal(Scalar.F64);
      case DAYS -> random.nextLong(-1_000_000, 4_000_000);
      case MILLISECONDS -> random.nextLong(-80_000_000_000_000L, 300_000_000_000_000L);
      case FLOATS -> vector(type.dimension());
    };
  }

  private double decimal(Scalar scalar) {
    double value = random.nextBoolean() ? pick(DECIMALS) : random.nextDouble(-1e9, 1e9);
    return scalar == Scalar.F32 ? (double) (float) value : value;
  }

  private float[] vector(int dimension) {
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      vector[i] = (float) decimal(Scalar.F32);
    }
    return vector;
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
