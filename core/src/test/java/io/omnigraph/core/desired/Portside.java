package io.omnigraph.core.desired;

import io.omnigraph.core.samplekinds.SampleKinds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The config directory of the worked example (docs/reference/cluster.md §4.2). */
final class Portside {

  static final String CONFIG =
      """
      version: 1
      metadata: { name: portside }
      graphs:
        harbor:
          schema: harbor.pg
          queries: { vessel_by_imo: { file: berths.gq } }
      policies:
        ops: { file: ops.policy.yaml, applies_to: [harbor] }
      """;

  private final Path directory;

  private Portside(Path directory) {
    this.directory = directory;
  }

  /** Writes the example's sources, without {@code cluster.yaml}. */
  static Portside in(Path directory) {
    Portside portside = new Portside(directory);
    portside.write(
        "harbor.pg",
        """
        node Vessel {
          imo: String @key
          flag: String?
        }
        """);
    portside.write(
        "berths.gq",
        """
        query vessel_by_imo($imo: String) {
          match { $v: Vessel { imo: $imo } }
          return { $v.imo, $v.flag }
        }
        """);
    portside.write(
        "ops.policy.yaml",
        """
        version: 1
        rules: []
        """);
    return portside;
  }

  Portside write(String name, String content) {
    try {
      Files.writeString(directory.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Loads the directory with this {@code cluster.yaml}. */
  LoadedConfig load(String config) {
    write("cluster.yaml", config);
    return new ConfigLoader(SampleKinds.kinds()).load(directory);
  }
}
