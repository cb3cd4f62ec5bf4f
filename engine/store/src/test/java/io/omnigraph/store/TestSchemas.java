package io.omnigraph.store;

import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.SchemaCompiler;
import io.omnigraph.schema.catalog.Schema;

/** Schemas for tests. */
public final class TestSchemas {

  /** People who know each other and live in towns. */
  public static final String PEOPLE =
      """
      node Person {
        name: String @key
        age: I32?
        email: String? @unique
        @range(age, 0..150)
      }
      node Town { title: String }
      edge Knows: Person -> Person { since: Date? }
      edge LivesIn: Person -> Town @card(0..1)
      """;

  private TestSchemas() {}

  /** A schema from its source. */
  public static Schema of(String source) {
    SchemaCompiler.Result result = SchemaCompiler.compile(new SourceText("test.pg", source));
    return result.schema().orElseThrow(() -> new AssertionError(result.problems()));
  }

  /** {@link #PEOPLE}. */
  public static Schema people() {
    return of(PEOPLE);
  }
}
