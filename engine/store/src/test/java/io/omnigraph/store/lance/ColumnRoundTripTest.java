package io.omnigraph.store.lance;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.World;
import io.omnigraph.graph.column.ColumnBuilder;
import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.column.InMemory;
import io.omnigraph.graph.column.Values;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import io.omnigraph.values.text.TextBytes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Values of every type come back from arrays and from files as they went in. */
class ColumnRoundTripTest {

  private static final int ROWS = 20_000;
  private static final int DIMENSION = 7;

  static final List<Case> CASES =
      types()
          .flatMap(type -> Stream.of(0.0, 0.2, 1.0).map(nulls -> new Case(type, nulls)))
          .toList();

  @TempDir Path root;

  @ParameterizedTest
  @FieldSource("CASES")
  void valuesComeBackAsTheyWentIn(Case tried) {
    RandomGenerator random =
        RandomGeneratorFactory.of("L64X128MixRandom").create(CASES.indexOf(tried));
    List<@Nullable Object> values = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      values.add(random.nextDouble() < tried.nulls ? null : value(random, tried.type));
    }

    Column built = built(tried.type, values, inOrder());
    Column shuffled = built(tried.type, values, shuffled(random));
    Column stored = stored(tried.type, built);

    assertSame(built, values);
    assertSame(shuffled, values);
    assertSame(stored, values);
    assertThat(((InMemory) stored).bytes()).isEqualTo(((InMemory) shuffled).bytes());
  }

  private static Column built(
      PropertyType type, List<@Nullable Object> values, List<Integer> order) {
    ColumnBuilder builder = new ColumnBuilder(type, values.size());
    order.forEach(row -> builder.setChecked(row, values.get(row)));
    return builder.build();
  }

  private Column stored(PropertyType type, Column column) {
    ColumnSpec spec = new ColumnSpec("p1", type);
    try (LanceStore store = new LanceStore(root.toString(), World.of(Map.of()))) {
      Rows rows = new Rows(List.of(spec), List.of(column), ROWS);
      LanceVersion version = store.create("tables/t1/a", rows);
      return store.read(version.fragments().getFirst(), spec);
    }
  }

  private static void assertSame(Column column, List<@Nullable Object> values) {
    for (int row = 0; row < ROWS; row++) {
      Object expected = values.get(row);
      boolean isSame = expected == null ? column.isNull(row) : isSame(column, row, expected);
      if (!isSame) {
        assertThat(Values.at(column, row)).as("row %d", row).isEqualTo(expected);
      }
    }
  }

  private static boolean isSame(Column column, int row, Object expected) {
    if (column.isNull(row)) {
      return false;
    }
    return switch (column) {
      case Column.Longs longs -> expected.equals(longs.get(row));
      case Column.Doubles doubles -> expected.equals(doubles.get(row));
      case Column.Booleans booleans -> expected.equals(booleans.get(row));
      case Column.Lists lists -> expected.equals(lists.get(row));
      case Column.Vectors vectors -> isSame(vectors, row, (float[]) expected);
      case Column.Texts texts -> isSame(texts, row, (String) expected);
    };
  }

  private static boolean isSame(Column.Vectors vectors, int row, float[] expected) {
    int from = vectors.offset(row);
    int to = from + DIMENSION;
    return Arrays.equals(vectors.get(row), expected)
        && Arrays.equals(vectors.elements(row), from, to, expected, 0, DIMENSION);
  }

  private static boolean isSame(Column.Texts texts, int row, String expected) {
    byte[] utf8 = TextBytes.of(expected);
    byte[] longer = TextBytes.of(expected + "!");
    return texts.get(row).equals(expected)
        && Arrays.equals(texts.utf8(row), utf8)
        && texts.length(row) == utf8.length
        && texts.hash(row) == TextBytes.hash(utf8)
        && texts.equalsUtf8(row, utf8)
        && !texts.equalsUtf8(row, longer)
        && texts.compareUtf8(row, utf8) == 0
        && texts.compareUtf8(row, longer) < 0
        && texts.isEqual(row, texts, row)
        && texts.compare(row, texts, row) == 0;
  }

  private static Stream<PropertyType> types() {
    Stream<PropertyType> lists =
        Scalar.all().stream()
            .filter(s -> s != Scalar.VECTOR && s != Scalar.BLOB)
            .map(s -> PropertyType.of(s).list());
    Stream<PropertyType> scalars =
        Scalar.all().stream()
            .map(s -> s == Scalar.VECTOR ? PropertyType.vector(DIMENSION) : PropertyType.of(s));
    return Stream.concat(scalars, lists);
  }

  private static Object value(RandomGenerator random, PropertyType type) {
    if (type.isList()) {
      PropertyType element = PropertyType.of(type.scalar());
      return Stream.generate(() -> value(random, element)).limit(random.nextInt(4)).toList();
    }
    return switch (type.scalar().form()) {
      case TEXT -> "é😀".repeat(random.nextInt(3)) + random.nextInt();
      case BOOLEAN -> random.nextBoolean();
      case INT32, DAYS -> (long) random.nextInt();
      case INT64, UINT64, MILLISECONDS -> random.nextLong();
      case UINT32 -> Integer.toUnsignedLong(random.nextInt());
      case FLOAT32 -> (double) random.nextFloat();
      case FLOAT64 -> random.nextDouble();
      case FLOATS -> vector(random);
    };
  }

  private static float[] vector(RandomGenerator random) {
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = random.nextFloat();
    }
    return vector;
  }

  private static List<Integer> inOrder() {
    return Stream.iterate(0, row -> row + 1).limit(ROWS).toList();
  }

  private static List<Integer> shuffled(RandomGenerator random) {
    List<Integer> order = new ArrayList<>(inOrder());
    Collections.shuffle(order, java.util.Random.from(random));
    return order;
  }

  record Case(PropertyType type, double nulls) {}
}
