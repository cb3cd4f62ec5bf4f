package io.omnigraph.core.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.Address;
import io.omnigraph.core.samplekinds.SampleKinds;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.ground.yaml.ConfigNode;
import io.omnigraph.ground.yaml.YamlDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The digests of docs/reference/cluster.md §4.1 and §4.2, digit for digit. */
class WorkedExampleTest {

  private static final String CONFIG_DIGEST =
      "be336a17492d182ecd7fdcc5b25469f283249b67ed191bbf8fc9eedf96d2de1b";

  @TempDir private Path directory;

  @Test
  void everyResourceHasItsDigest() {
    Map<String, String> digests = new TreeMap<>();
    desired(Portside.CONFIG)
        .resources()
        .forEach((address, it) -> digests.put(address.toString(), String.valueOf(it.digest())));

    assertThat(digests)
        .containsExactly(
            Map.entry(
                "graph.harbor", "65a8f9f526bbf693978a2e3ae7eafdb9980b2740fd60833cf8d856d1f6344746"),
            Map.entry(
                "policy.ops", "7f2c43106364d8112fcc3060e4ab8b20f5d1a17d9cbf3c2540529663004adff8"),
            Map.entry(
                "query.harbor.vessel_by_imo",
                "e090629083d02a0a39712dee4667353734a982e500cddfecc0ace11a66eda71c"),
            Map.entry(
                "schema.harbor",
                "7686c22d5973533d27bacece1a0df37a6f4d025ddbf7f46a2e066801e5c9089f"));
  }

  @Test
  void aCompositeIsThatOfItsParts() {
    String withoutQueries = Portside.CONFIG.replaceAll("(?m)^    queries:.*\n", "");

    assertThat(desired(withoutQueries).resource(new Address("graph", "harbor")).orElseThrow())
        .satisfies(graph ->
            assertThat(graph.digest())
                .isEqualTo(
                    new Digest(
                        "b3ff9b077762fff934b65a10606104b40468b411cb43dab14281617985009b05")));
  }

  @Test
  void theConfigurationHasItsDigest() {
    assertThat(desired(Portside.CONFIG).configDigest()).isEqualTo(new Digest(CONFIG_DIGEST));
  }

  @Test
  void theCanonicalFormHasEveryKey() {
    assertThat(canonical(Portside.CONFIG))
        .isEqualTo(
            "{\"version\":1,\"metadata\":{\"name\":\"portside\"},\"storage\":null,"
                + "\"state\":{\"backend\":null,\"lock\":null},\"graphs\":{\"harbor\":{"
                + "\"schema\":\"harbor.pg\",\"queries\":{\"vessel_by_imo\":{"
                + "\"file\":\"berths.gq\"}}}},\"policies\":{\"ops\":{"
                + "\"file\":\"ops.policy.yaml\",\"applies_to\":[\"harbor\"]}}}");
  }

  record Canonical(String of, String config, String json) {

    @Override
    public String toString() {
      return of;
    }
  }

  private static final String EMPTY_HEADER =
      "{\"version\":1,\"metadata\":{\"name\":null},\"storage\":null,"
          + "\"state\":{\"backend\":null,\"lock\":null},";

  static final List<Canonical> CANONICALS =
      List.of(
          new Canonical(
              "absent sections", "version: 1", EMPTY_HEADER + "\"graphs\":{},\"policies\":{}}"),
          new Canonical(
              "a header in another order, untrimmed",
              "{state: {lock: false, backend: cluster}, storage: ' s3://b/é/ ', version: 1}",
              "{\"version\":1,\"metadata\":{\"name\":null},\"storage\":\" s3://b/é/ \","
                  + "\"state\":{\"backend\":\"cluster\",\"lock\":false},"
                  + "\"graphs\":{},\"policies\":{}}"),
          new Canonical(
              "absent queries",
              "{version: 1, graphs: {g: {schema: ./g.pg}}}",
              EMPTY_HEADER
                  + "\"graphs\":{\"g\":{\"schema\":\"./g.pg\",\"queries\":{}}},\"policies\":{}}"),
          new Canonical(
              "queries as a string, before the schema",
              "{version: 1, graphs: {g: {queries: stored/, schema: g.pg}}}",
              EMPTY_HEADER
                  + "\"graphs\":{\"g\":{\"schema\":\"g.pg\",\"queries\":\"stored/\"}},"
                  + "\"policies\":{}}"),
          new Canonical(
              "queries as a list, in the order of the file",
              "{version: 1, graphs: {g: {schema: g.pg, queries: [z/, a.gq]}}}",
              EMPTY_HEADER
                  + "\"graphs\":{\"g\":{\"schema\":\"g.pg\",\"queries\":[\"z/\",\"a.gq\"]}},"
                  + "\"policies\":{}}"),
          new Canonical(
              "maps by key, lists and texts as written",
              "{version: 1, policies: {b: {applies_to: [y, x], file: b}, B: {file: \"\\x1f\","
                  + " applies_to: []}}}",
              EMPTY_HEADER
                  + "\"graphs\":{},\"policies\":{"
                  + "\"B\":{\"file\":\"\\u001f\",\"applies_to\":[]},"
                  + "\"b\":{\"file\":\"b\",\"applies_to\":[\"y\",\"x\"]}}}"));

  @ParameterizedTest
  @FieldSource("CANONICALS")
  void theCanonicalFormIsOrderedAndAsWritten(Canonical canonical) {
    assertThat(canonical(canonical.config())).isEqualTo(canonical.json());
  }

  record Edit(String edit, String from, String to, boolean changesDigest) {

    @Override
    public String toString() {
      return edit;
    }
  }

  static final List<Edit> EDITS =
      List.of(
          new Edit("a comment", "version: 1", "version: 1 # the first", false),
          new Edit(
              "block instead of flow style", "{ name: portside }", "\n  name: portside", false),
          new Edit("quotes", "schema: harbor.pg", "\"schema\": 'harbor.pg'", false),
          new Edit(
              "the order of keys",
              "{ file: ops.policy.yaml, applies_to: [harbor] }",
              "{ applies_to: [harbor], file: ops.policy.yaml }",
              false),
          new Edit("another spelling of a path", "schema: harbor.pg", "schema: ./harbor.pg", true),
          new Edit("another name of the cluster", "portside", "starboard", true),
          new Edit("an explicit default", "version: 1", "version: 1\nstate: {lock: true}", true),
          new Edit("a storage root", "version: 1", "version: 1\nstorage: elsewhere", true),
          new Edit("another spelling of a binding", "[harbor]", "[graph.harbor]", true));

  @ParameterizedTest
  @FieldSource("EDITS")
  void onlyWhatIsWrittenEntersTheConfigDigest(Edit edit) {
    DesiredState edited = desired(Portside.CONFIG.replace(edit.from(), edit.to()));

    assertThat(!edited.configDigest().hex().equals(CONFIG_DIGEST)).isEqualTo(edit.changesDigest());
  }

  private DesiredState desired(String config) {
    LoadedConfig loaded = Portside.in(directory).load(config);
    assertThat(loaded.diagnostics()).isEmpty();
    return loaded.desired().orElseThrow();
  }

  private static String canonical(String config) {
    var document = YamlDocument.read(new SourceText("cluster.yaml", config));
    var root = (ConfigNode.Fields) document.root().orElseThrow();
    return new CanonicalForm(ClusterShape.of(SampleKinds.kinds())).of(root);
  }
}
