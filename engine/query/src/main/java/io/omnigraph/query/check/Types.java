package io.omnigraph.query.check;

import io.omnigraph.ground.source.DidYouMean;
import io.omnigraph.query.problem.Repair;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which types go together. Nullability and the values of an enum do not matter. */
final class Types {

  private Types() {}

  /** Whether values of the two types can be compared with and assigned to each other. */
  static boolean compatible(PropertyType one, PropertyType other) {
    return one.isList() == other.isList() && compatibleScalars(one, other);
  }

  /** Whether the scalars of two types, or of their elements, go together. */
  static boolean compatibleScalars(PropertyType one, PropertyType other) {
    boolean same = one.scalar() == other.scalar() && one.dimension() == other.dimension();
    return same || (one.scalar().isNumeric() && other.scalar().isNumeric());
  }

  /** Whether it is a text that is not in a list. */
  static boolean isText(PropertyType type) {
    return !type.isList() && type.scalar() == Scalar.STRING;
  }

  /** Whether it is a whole number that is not in a list. */
  static boolean isInteger(PropertyType type) {
    return !type.isList() && type.scalar().isInteger();
  }

  /** Whether it is a truth value that is not in a list. */
  static boolean isTruth(PropertyType type) {
    return !type.isList() && type.scalar() == Scalar.BOOL;
  }

  /** Whether it is an instant that is not in a list. */
  static boolean isInstant(PropertyType type) {
    return !type.isList() && type.scalar() == Scalar.DATE_TIME;
  }

  /** The type of a list's elements, given theirs; of whole numbers and fractions, fractions. */
  static PropertyType joined(List<PropertyType> elements) {
    PropertyType joined = elements.isEmpty() ? PropertyType.of(Scalar.STRING) : elements.getFirst();
    for (PropertyType element : elements) {
      if (element.scalar() != joined.scalar()) {
        boolean isWhole = element.scalar().isInteger() && joined.scalar().isInteger();
        boolean isHuge = element.scalar() == Scalar.U64 || joined.scalar() == Scalar.U64;
        joined = PropertyType.of(!isWhole ? Scalar.F64 : isHuge ? Scalar.U64 : Scalar.I64);
      }
    }
    return PropertyType.of(joined.scalar());
  }

  /** A value as an element of a list of a type. */
  static Object widened(Object value, PropertyType list) {
    return value instanceof Long whole && !list.scalar().isInteger() && list.scalar().isNumeric()
        ? (Object) (double) whole
        : value;
  }

  /** Whether values have an order and can be compared: all but lists, vectors and blobs. */
  static boolean isComparable(PropertyType type) {
    return !type.isList() && type.scalar().isOrdered();
  }

  /** Why values of a type cannot be compared, as a noun: {@code a list}. */
  static String incomparable(PropertyType type) {
    if (type.isList()) {
      return "a list";
    }
    return "a " + type.scalar().shape().orElseGet(type::display);
  }

  /** How the value would have to be written to fit the type; absent when nothing is known. */
  static @Nullable String writtenAs(PropertyType wanted, PropertyType found) {
    if (!isText(found) || wanted.isList()) {
      return null;
    }
    return wanted
        .scalar()
        .literal()
        .map(word ->
            "write %s(\"…\"), or declare the parameter as `%s`"
                .formatted(word, wanted.scalar().word()))
        .orElse(null);
  }

  /** The property of a type that was probably meant; absent when none is near. */
  static @Nullable String nearestProperty(GraphType type, String written) {
    return DidYouMean.help(written, propertyNames(type));
  }

  /** What to write in place of a name that is not known. */
  static Repair near(String written, Collection<String> known) {
    return Repair.near(DidYouMean.nearest(written, known).stream().toList());
  }

  /** The variable that was probably meant; absent when none is near or the name is too short. */
  static @Nullable String nearestVariable(String written, Collection<String> known) {
    return written.length() < 3
        ? null
        : DidYouMean.nearest(written, known)
            .map(name -> "did you mean `$" + name + "`?")
            .orElse(null);
  }

  /** The names of a type's properties. */
  static List<String> propertyNames(GraphType type) {
    return type.properties().stream().map(Property::name).toList();
  }
}
