package io.omnigraph.schema;

import io.omnigraph.api.source.SourceSpan;
import io.omnigraph.api.source.SourceText;
import io.omnigraph.schema.catalog.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compiles schema sources (schema-language specification, sections 1 to 7). */
public final class SchemaCompiler {

  private SchemaCompiler() {}

  /**
   * Compiles a source. Never throws for bad input; several problems are found in one run.
   *
   * @return the checked schema, or the problems that keep it from being one, by position
   */
  public static Result compile(SourceText source) {
    return new Result(Optional.of(Schema.empty()).filter(_ -> source.text().isBlank()), List.of());
  }

  /**
   * What compiling came to.
   *
   * @param schema empty when there are problems
   */
  public record Result(Optional<Schema> schema, List<Problem> problems) {

    public Result {
      problems = List.copyOf(problems);
    }
  }

  /**
   * What is wrong with a source.
   *
   * @param stage what found it
   * @param message one sentence
   * @param help the way out, such as a name that was probably meant; absent when none is known
   */
  public record Problem(Stage stage, String message, @Nullable String help, SourceSpan span) {}

  /** The part of the compiler that found a problem. */
  public enum Stage {
    /** The text is not a schema, or a declaration is wrong in itself. */
    PARSE,
    /** Declarations do not fit together. */
    CATALOG
  }
}
