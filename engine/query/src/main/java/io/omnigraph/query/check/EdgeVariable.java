package io.omnigraph.query.check;

import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.values.PropertyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A variable that stands for an edge.
 *
 * @param types that the edge may be of, in the order in which rows of them are numbered: those of
 *     the first type from 0, those of the next one after them
 * @param isNullable whether an {@code optional} block introduces it
 */
public record EdgeVariable(int slot, String name, List<EdgeType> types, boolean isNullable)
    implements RowVariable {

  public EdgeVariable {
    types = List.copyOf(types);
  }

  @Override
  public Optional<Property> property(String property) {
    List<Property> found = new ArrayList<>();
    for (EdgeType type : types) {
      Optional<Property> own = type.property(property);
      if (own.isEmpty()) {
        return Optional.empty();
      }
      found.add(own.get());
    }
    if (found.size() < 2) {
      return found.stream().findFirst();
    }
    return joined(found.stream().map(Property::type).toList())
        .map(type -> new Property(property, type, List.of()));
  }

  /** The first of its types that lacks a property, or has another type for it than those before. */
  Optional<EdgeType> misfit(String property) {
    for (int i = 0; i < types.size(); i++) {
      if (new EdgeVariable(slot, name, types.subList(0, i + 1), isNullable)
          .property(property)
          .isEmpty()) {
        return Optional.of(types.get(i));
      }
    }
    return Optional.empty();
  }

  /** The type that has the values of all; empty when they are of different sorts. */
  private static Optional<PropertyType> joined(List<PropertyType> types) {
    PropertyType first = types.getFirst();
    TreeSet<String> values = new TreeSet<>();
    boolean isEnum = true;
    boolean isNullable = false;
    for (PropertyType type : types) {
      if (type.scalar() != first.scalar()
          || type.dimension() != first.dimension()
          || type.isList() != first.isList()) {
        return Optional.empty();
      }
      values.addAll(type.enumValues());
      isEnum &= type.isEnum();
      isNullable |= type.isNullable();
    }
    return Optional.of(
        new PropertyType(
            first.scalar(),
            first.dimension(),
            first.isList(),
            isNullable,
            isEnum ? List.copyOf(values) : List.of()));
  }
}
