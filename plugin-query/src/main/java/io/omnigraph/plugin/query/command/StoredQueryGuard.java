package io.omnigraph.plugin.query.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.execute.run.RunnableQuery;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.ground.source.TextFile;
import io.omnigraph.plugin.schema.command.SchemaGuard;
import io.omnigraph.schema.catalog.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Objects to a schema that stored queries of the selected graph would not fit. */
public final class StoredQueryGuard implements SchemaGuard {

  /** Made by the service loader. */
  public StoredQueryGuard() {}

  @Override
  public Optional<String> objection(Schema desired, CommandContext context, TargetOptions options) {
    List<String> findings = new ArrayList<>();
    context
        .storedQueries(options)
        .forEach((name, file) -> {
          try {
            RunnableQuery.of(new SourceText(file.toString(), read(name, file)), name)
                .against(desired);
          } catch (QueryRejected e) {
            findings.add("query `%s` (%s)".formatted(name, e.getMessage()));
          }
        });
    return findings.isEmpty()
        ? Optional.empty()
        : Optional.of("stored queries failed the schema check: " + String.join(", ", findings));
  }

  private static String read(String name, Path file) {
    try {
      return TextFile.read(file);
    } catch (IOException e) {
      throw CommandFailure.failed(
          "cannot read the stored query `%s` from `%s`: %s".formatted(name, file, e.getMessage()),
          e);
    }
  }
}
