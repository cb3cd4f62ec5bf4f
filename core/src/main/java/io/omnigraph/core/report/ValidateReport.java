package io.omnigraph.core.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.core.desired.LoadedConfig;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.json.Json;
import java.util.List;

/** What {@code cluster validate} answers (docs/reference/cluster.md §12). */
public record ValidateReport(LoadedConfig config) implements Report {

  @Override
  public boolean isOk() {
    return config.desired().isPresent() && !config.hasErrors();
  }

  @Override
  public List<Diagnostic> diagnostics() {
    return config.diagnostics();
  }

  @Override
  public ObjectNode json() {
    ObjectNode json =
        Json.object()
            .put("ok", isOk())
            .put("config_dir", config.directory().toString())
            .put("config_file", config.directory().resolve("cluster.yaml").toString());
    json.set("resource_digests", Values.digests(config.desired()));
    json.set("resources", resources());
    json.set("dependencies", Values.dependencies(config.desired()));
    json.set("diagnostics", Values.diagnostics(diagnostics()));
    return json;
  }

  private ArrayNode resources() {
    ArrayNode json = Json.mapper().createArrayNode();
    config
        .desired()
        .ifPresent(state -> state.resources().values().forEach(it -> json.add(resource(it))));
    return json;
  }

  private static ObjectNode resource(Declared resource) {
    ObjectNode json =
        Json.object()
            .put("address", resource.address().toString())
            .put("kind", resource.address().kind())
            .put("digest", String.valueOf(resource.digest()));
    if (resource.source() != null) {
      json.put("path", resource.source().path().toString());
    }
    return json;
  }

  @Override
  public String text() {
    return new Lines().line(headline()).diagnostics(diagnostics()).toString();
  }

  private String headline() {
    if (!isOk()) {
      return "cluster config invalid";
    }
    return "cluster config valid: %d resource(s), %d dependency edge(s)"
        .formatted(resources().size(), Values.dependencies(config.desired()).size());
  }
}
