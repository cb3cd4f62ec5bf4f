package io.omnigraph.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.SchemaCompiler.Problem;
import io.omnigraph.schema.SchemaCompiler.Result;
import io.omnigraph.schema.catalog.Schema;
import java.util.List;

/** Compiles sources for tests. */
public final class Compiled {

  private Compiled() {}

  /** The schema of a source that has no problems. */
  public static Schema schema(String source) {
    Result result = SchemaCompiler.compile(new SourceText("test.pg", source));
    assertThat(result.problems()).isEmpty();
    return result.schema().orElseThrow();
  }

  /** The problems of a source that has some. */
  public static List<Problem> problems(String source) {
    Result result = SchemaCompiler.compile(new SourceText("test.pg", source));
    assertThat(result.schema()).isEmpty();
    return result.problems();
  }
}
