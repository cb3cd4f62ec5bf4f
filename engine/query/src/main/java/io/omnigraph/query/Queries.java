package io.omnigraph.query;

import io.omnigraph.ground.source.SourceText;
import io.omnigraph.query.ast.QueryDeclaration;
import io.omnigraph.query.ast.QueryFile;
import io.omnigraph.query.check.CheckedQuery;
import io.omnigraph.query.check.QueryChecker;
import io.omnigraph.query.parameter.Parameter;
import io.omnigraph.query.parse.QueryParser;
import io.omnigraph.query.problem.Checked;
import io.omnigraph.schema.catalog.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From texts to checked queries. Nothing here throws for bad input. */
public final class Queries {

  private Queries() {}

  /** Reads a {@code .gq} file; everything that is wrong with it is found in one run. */
  public static Checked<QueryFile> parse(SourceText source) {
    return QueryParser.parse(source);
  }

  /** Checks a query against a schema; the first thing that is wrong is found. */
  public static Checked<CheckedQuery> check(QueryDeclaration declaration, Schema schema) {
    return QueryChecker.check(declaration, schema);
  }

  /** The parameters of a query, for which no schema is needed. */
  public static Checked<List<Parameter>> parameters(QueryDeclaration declaration) {
    return QueryChecker.parameters(declaration);
  }

  /** Which query of a file is meant. */
  public sealed interface Selection {

    /** It is this one. */
    record Selected(QueryDeclaration query) implements Selection {}

    /** None can be selected; the message says why. */
    record Refused(String message) implements Selection {}
  }

  /**
   * Selects a query of a file.
   *
   * @param name of the query; absent for the only one of the file
   */
  public static Selection select(QueryFile file, @Nullable String name) {
    if (file.queries().isEmpty()) {
      return new Selection.Refused("the query text is empty; write `query name() { … }`");
    }
    if (name != null) {
      return file.query(name)
          .<Selection>map(Selection.Selected::new)
          .orElseGet(() -> new Selection.Refused("query '" + name + "' not found"));
    }
    return file.queries().size() == 1
        ? new Selection.Selected(file.queries().getFirst())
        : new Selection.Refused("query file contains multiple queries; pass --name");
  }
}
