package io.omnigraph.core.samplekinds;

import io.omnigraph.api.Address;
import io.omnigraph.api.config.ConfigEntry;
import io.omnigraph.api.config.ConfigKey;
import io.omnigraph.api.config.ConfigShape;
import io.omnigraph.api.config.ConfigShape.Field;
import io.omnigraph.api.kind.DeclareContext;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.FileKind;
import java.util.List;
import java.util.Set;

/** A kind that nobody but its author knows: a file for each entry of {@code alerts}. */
public final class AlertKind extends FileKind {

  /** The kind. */
  public AlertKind() {
    super("alert", "alert");
  }

  @Override
  public Set<String> after() {
    return Set.of("policy");
  }

  @Override
  public List<ConfigKey> keys() {
    return List.of(
        ConfigKey.section(
            "alerts",
            new ConfigShape.FieldsOf(List.of(Field.required("file", new ConfigShape.Text())))));
  }

  @Override
  public void declare(ConfigEntry entry, DeclareContext context) {
    SampleKinds.source(entry.text("file"), "alert_file_missing", entry.path("file"), context)
        .map(source -> Declared.file(new Address(name(), entry.name()), source))
        .ifPresent(context::declare);
  }
}
