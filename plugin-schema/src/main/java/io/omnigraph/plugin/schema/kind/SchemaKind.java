package io.omnigraph.plugin.schema.kind;

import io.omnigraph.api.Address;
import io.omnigraph.api.config.ConfigEntry;
import io.omnigraph.api.config.ConfigKey;
import io.omnigraph.api.config.ConfigShape;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.DeclareContext;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.Execution;
import io.omnigraph.api.kind.FencedOperation;
import io.omnigraph.api.kind.LookContext;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.api.kind.Preview;
import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.api.kind.SourceFile;
import io.omnigraph.graph.live.LiveSchemas;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.plugin.schema.ProcessEngine;
import io.omnigraph.schema.SchemaCompiler;
import io.omnigraph.schema.SchemaCompiler.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Schemas as resources, one for each graph. A graph's creation and removal carry its schema along;
 * only an update is work of its own: a migration of the live graph.
 */
public final class SchemaKind implements ResourceKind {

  /** The kind's name. */
  public static final String NAME = "schema";

  private static final String SECTION = "graphs";
  private static final String KEY = "schema";

  private final SchemaPreview preview;
  private final SchemaApply apply;

  /** Made by the service loader. */
  public SchemaKind() {
    this(ProcessEngine::schemas);
  }

  SchemaKind(Supplier<Optional<LiveSchemas>> engine) {
    this.preview = new SchemaPreview(engine);
    this.apply = new SchemaApply(engine);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> after() {
    return Set.of(GraphOfSchema.GRAPH_KIND);
  }

  @Override
  public Optional<String> owner() {
    return Optional.of(GraphOfSchema.GRAPH_KIND);
  }

  @Override
  public List<ConfigKey> keys() {
    return List.of(ConfigKey.requiredField(SECTION, KEY, new ConfigShape.Text()));
  }

  @Override
  public void declare(ConfigEntry entry, DeclareContext context) {
    String at = entry.path(KEY);
    String written = entry.text(KEY);
    Path path = context.resolve(written);
    SourceFile source;
    try {
      source = context.read(path);
    } catch (IOException e) {
      String message = "cannot read the schema file `" + path + "`: " + e.getMessage();
      context.report(
          Diagnostic.error("schema_file_missing", at, message)
              .at(entry.field(KEY).orElseThrow().span()));
      return;
    }
    SchemaCompiler.Result compiled = SchemaCompiler.compile(source.source());
    compiled.problems().forEach(problem -> context.report(diagnostic(at, problem)));
    // A name that no graph can have has been reported, and gives no resources.
    if (GraphOfSchema.isGraphId(entry.name())) {
      Address graph = new Address(GraphOfSchema.GRAPH_KIND, entry.name());
      Declared declared = Declared.file(new Address(NAME, entry.name()), source).dependingOn(graph);
      context.declare(compiled.schema().map(declared::withModel).orElse(declared));
    }
  }

  private static Diagnostic diagnostic(String at, Problem problem) {
    String code =
        switch (problem.stage()) {
          case PARSE -> "schema_parse_error";
          case CATALOG -> "schema_catalog_error";
        };
    return Diagnostic.error(code, at, problem.sentence()).at(problem.span());
  }

  @Override
  public Execution execution(Operation operation) {
    return switch (operation) {
      case CREATE, DELETE -> Execution.CARRIED;
      case UPDATE -> Execution.FENCED;
    };
  }

  @Override
  public Optional<String> approvalReason(Operation operation) {
    return operation == Operation.DELETE
        ? Optional.of("delete may remove a deployed graph or schema definition")
        : Optional.empty();
  }

  @Override
  public Optional<Preview> preview(Change change, LookContext context) {
    return change instanceof Change.Update update
        ? Optional.of(preview.of(update, context))
        : Optional.empty();
  }

  @Override
  public SortedMap<Operation, FencedOperation> fencedOperations() {
    SortedMap<Operation, FencedOperation> operations = new TreeMap<>();
    operations.put(Operation.UPDATE, apply);
    return operations;
  }
}
