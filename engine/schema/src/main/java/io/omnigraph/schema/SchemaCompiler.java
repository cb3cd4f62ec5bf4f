package io.omnigraph.schema;

import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.check.SchemaChecker;
import io.omnigraph.schema.language.Problems;
import io.omnigraph.schema.syntax.SchemaParser;
import io.omnigraph.schema.syntax.SyntaxTree;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles schema sources (docs/reference/schema-language.md §1 to §7). */
public final class SchemaCompiler {

  private SchemaCompiler() {}

  /**
   * Compiles a source. Never throws for bad input; several problems are found in one run.
   *
   * @return the checked schema, or the problems that keep it from being one, by position
   */
  public static Result compile(SourceText source) {
    Problems parse = new Problems(source);
    SyntaxTree tree = SchemaParser.parse(source, parse);
    Problems catalog = new Problems(source);
    Optional<Schema> schema = Optional.empty();
    // What follows from a declaration that could not be read is no news to anybody.
    if (parse.isEmpty()) {
      Schema checked = SchemaChecker.check(tree, source.text(), parse, catalog);
      schema = Optional.of(checked).filter(_ -> parse.isEmpty() && catalog.isEmpty());
    }
    return new Result(schema, merge(parse, catalog));
  }

  private static List<Problem> merge(Problems parse, Problems catalog) {
    Stream<Problem> all =
        Stream.concat(
            parse.byPosition().stream().map(p -> Problem.of(Stage.PARSE, p)),
            catalog.byPosition().stream().map(p -> Problem.of(Stage.CATALOG, p)));
    return all.sorted(Problem.BY_POSITION).toList();
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
  public record Problem(Stage stage, String message, @Nullable String help, SourceSpan span) {

    private static final Comparator<Problem> BY_POSITION =
        Comparator.<Problem>comparingInt(p -> p.span().line())
            .thenComparingInt(p -> p.span().column());

    private static Problem of(Stage stage, io.omnigraph.schema.language.SourceProblem found) {
      return new Problem(stage, found.message(), found.help(), found.span());
    }

    /** The message and its help, on one line. */
    public String sentence() {
      return help == null ? message : message + "; " + help;
    }

    /** The problem for people: its place, its message, the line with a caret, and the help. */
    public String text() {
      String shown =
          span.place() + ": " + message + "\n" + span.excerpt().indent(2).stripTrailing();
      return help == null ? shown : shown + "\n  help: " + help;
    }
  }

  /** The part of the compiler that found a problem. */
  public enum Stage {
    /** The text is not a schema, or a declaration is wrong in itself. */
    PARSE,
    /** Declarations do not fit together. */
    CATALOG
  }
}
