package io.omnigraph.query.check;

import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.Property;
import java.util.List;
import java.util.Optional;

/** A variable that stands for a row of a table: a node or an edge. */
public sealed interface RowVariable permits NodeVariable, EdgeVariable {

  /**
   * Its number among all variables of the query, from 0, without gaps; those of an inner block come
   * after those of the block around it that were written before.
   */
  int slot();

  /**
   * Its name without the {@code $}; {@code _} for an anonymous one, of which there may be several.
   */
  String name();

  /** Whether there are rows on which it stands for nothing; everything about it is null then. */
  boolean isNullable();

  /** The types of its rows, which are its tables. */
  List<? extends GraphType> types();

  /** A property that all of its types have; for texts some of which are of an enum, a text. */
  Optional<Property> property(String property);

  /** Whether the query cannot refer to it. */
  default boolean isAnonymous() {
    return name().equals("_");
  }

  /** Its types as messages name them. */
  default String typeNames() {
    return String.join(" | ", types().stream().map(GraphType::name).toList());
  }
}
