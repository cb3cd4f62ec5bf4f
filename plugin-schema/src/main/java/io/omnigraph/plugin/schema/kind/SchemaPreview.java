package io.omnigraph.plugin.schema.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.LookContext;
import io.omnigraph.api.kind.Preview;
import io.omnigraph.graph.live.LiveSchema;
import io.omnigraph.graph.live.LiveSchemaException;
import io.omnigraph.graph.live.LiveSchemas;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.plugin.schema.report.BranchReports;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.migration.MigrationJson;
import io.omnigraph.schema.migration.MigrationLines;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import io.omnigraph.schema.migration.SchemaPlan;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows the migration that an update of a schema means for its live graph. Changes nothing. */
final class SchemaPreview {

  private static final String FIELD = "migration";
  private static final String UNAVAILABLE = "schema_preview_unavailable";

  private final Supplier<Optional<LiveSchemas>> engine;

  SchemaPreview(Supplier<Optional<LiveSchemas>> engine) {
    this.engine = engine;
  }

  Preview of(Change.Update change, LookContext context) {
    Address address = change.address();
    Optional<Schema> desired = change.desired().model(Schema.class);
    if (desired.isEmpty()) {
      return unavailable(address, "the declared schema does not compile");
    }
    Optional<LiveSchemas> installed = engine.get();
    if (installed.isEmpty()) {
      return unavailable(address, "no graph engine is installed");
    }
    String uri = GraphOfSchema.of(address, context).uri();
    try (LiveSchema live = installed.get().openReadOnly(uri)) {
      return preview(address, live, desired.get());
    } catch (LiveSchemaException | UncheckedIOException e) {
      return unavailable(address, String.valueOf(e.getMessage()));
    }
  }

  private static Preview preview(Address address, LiveSchema live, Schema desired) {
    SchemaPlan plan = live.plan(desired, DropMode.SOFT);
    List<Diagnostic> warnings =
        plan
            .branchRefusal()
            .map(reason ->
                Diagnostic.warning(
                    UNAVAILABLE,
                    address.toString(),
                    "the migration is shown, but apply will refuse it: " + reason))
            .stream()
            .toList();
    ObjectNode json = BranchReports.addTo(MigrationJson.write(plan.migration()), plan.branches());
    json.put("supported", plan.isSupported());
    List<String> lines = new ArrayList<>(MigrationLines.terse(plan.migration()));
    lines.addAll(BranchReports.lines(plan.branches()));
    return new Preview(FIELD, json, lines, warnings, "manifest version " + live.manifestVersion());
  }

  private static Preview unavailable(Address address, String reason) {
    String message = "the migration of `" + address + "` cannot be previewed: " + reason;
    return new Preview(
        FIELD,
        null,
        List.of(),
        List.of(Diagnostic.warning(UNAVAILABLE, address.toString(), message)));
  }
}
