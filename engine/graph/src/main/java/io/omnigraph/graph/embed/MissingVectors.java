package io.omnigraph.graph.embed;

import io.omnigraph.schema.catalog.Annotation;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.Property;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the vectors that a statement leaves out although they are required: those that the schema
 * says are made from another property ({@code @embed}). What may be null stays null, and a load
 * takes vectors from its data alone (docs/reference/graph-engine.md §12.1).
 */
public final class MissingVectors {

  private MissingVectors() {}

  /**
   * Adds what is missing to the values of a new row.
   *
   * @param values by property, in the forms of columns
   * @throws NoEmbedderException when a vector is missing and nobody is set up to make it
   * @throws EmbeddingException when the provider does not make it
   */
  public static void add(GraphType type, Map<String, Object> values, Embedder embedder) {
    for (Property property : type.properties()) {
      Optional<String> source = property.annotation("embed").map(Annotation::value);
      if (source.isPresent()
          && !property.type().isNullable()
          && !values.containsKey(property.name())
          && values.get(source.get()) instanceof String text) {
        int dimension = property.type().dimension();
        values.put(
            property.name(),
            embedder.embed(List.of(text), dimension, Embedder.Purpose.DOCUMENT).getFirst());
      }
    }
  }
}
