package io.omnigraph.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Bad input gets an error that names the place, and nothing is lost or half-written. */
final class BadInputIT {

  /**
   * One mistake in a declared file.
   *
   * @param fragments what the report must contain
   */
  record Mistake(String what, String file, String before, String after, List<String> fragments) {

    @Override
    public String toString() {
      return what;
    }
  }

  static final List<Mistake> MISTAKES =
      List.of(
          new Mistake(
              "broken YAML",
              "cluster.yaml",
              "applies_to: [knowledge]",
              "applies_to: [knowledge",
              List.of("invalid_cluster_yaml", "cluster.yaml:")),
          new Mistake(
              "a duplicate key",
              "cluster.yaml",
              "    schema: ./people.pg\n",
              "    schema: ./people.pg\n    schema: ./people.pg\n",
              List.of("duplicate_yaml_key", "graphs.knowledge.schema", "line 8")),
          new Mistake(
              "an unknown key",
              "cluster.yaml",
              "    schema: ./people.pg\n",
              "    schema: ./people.pg\n    shcema: ./people.pg\n",
              List.of("invalid_cluster_yaml", "shcema", "schema")),
          new Mistake(
              "a missing file",
              "cluster.yaml",
              "./people.pg",
              "./nobody.pg",
              List.of("schema_file_missing", "graphs.knowledge.schema", "nobody.pg")),
          new Mistake(
              "a broken schema",
              "people.pg",
              "title: String?",
              "title String?",
              List.of("schema_parse_error", "people.pg:3:9", "  title String?", "^")),
          new Mistake(
              "an unknown type in a schema",
              "people.pg",
              "Person -> Person",
              "Person -> Persn",
              List.of("schema_catalog_error", "people.pg:6:", "Persn", "Person", "^")),
          new Mistake(
              "a broken query",
              "people.gq",
              "return {",
              "retrun {",
              List.of("query_parse_error", "people.gq:3:3", "  retrun {", "^")),
          new Mistake(
              "a query that does not type-check",
              "people.gq",
              "$p.title",
              "$p.titel",
              List.of("query_typecheck_error", "people.gq:3:", "titel", "title", "^")),
          new Mistake(
              "a policy with an unknown action",
              "base.policy.yaml",
              "invoke_query",
              "invoke_querry",
              List.of("policy_invalid", "base.policy.yaml:7:", "invoke_querry", "invoke_query")));

  @TempDir private Path directory;

  @ParameterizedTest
  @FieldSource("MISTAKES")
  void aMistakeInADeclaredFileIsNamedWithItsPlaceAndNothingIsTouched(Mistake mistake) {
    GuideCluster cluster = GuideCluster.laidOut(directory);
    cluster.edit(mistake.file(), mistake.before(), mistake.after());

    for (String command : List.of("validate", "apply")) {
      assertThat(cluster.cluster(command).endsWith(1).out())
          .contains(mistake.fragments().toArray(String[]::new));
    }

    assertThat(cluster.file("__cluster")).doesNotExist();
    assertThat(cluster.file("graphs")).doesNotExist();
  }

  @Test
  void aLineOfTheWrongShapeIsNamedAndNothingOfTheLoadIsVisible() {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster.write(
        "../bad.jsonl",
        """
        {"type":"Person","data":{"name":"Mary"}}
        {"type":"Persn","data":{"name":"Percy"}}
        """);

    Launched load =
        cluster
            .launcher()
            .omnigraph("load --data ./bad.jsonl ./company-brain/graphs/knowledge.omni")
            .endsWith(1);

    assertThat(load.err()).contains("bad.jsonl:2", "Persn");
    assertThat(load.out()).isEmpty();
    try (RunningServer server = cluster.serve()) {
      assertThat(server.invoke("find_person", "{\"params\":{\"name\":\"Mary\"}}").column("p.name"))
          .isEmpty();
    }
  }

  @Test
  void anEdgeToNobodyIsRefusedWhole() {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster.write(
        "../bad.jsonl",
        """
        {"type":"Person","data":{"name":"Mary"}}
        {"edge":"Knows","from":"Mary","to":"Percy"}
        """);

    Launched load =
        cluster
            .launcher()
            .omnigraph("load --data ./bad.jsonl ./company-brain/graphs/knowledge.omni")
            .endsWith(1);

    assertThat(load.err()).contains("Percy", "not found in Person");
  }

  @Test
  void aMissingDataFileAndARootThatIsNoGraphAreNamed() {
    GuideCluster cluster = GuideCluster.applied(directory);
    Launcher launcher = cluster.launcher();

    assertThat(
            launcher
                .omnigraph("load --data ./none.jsonl ./company-brain/graphs/knowledge.omni")
                .endsWith(1)
                .err())
        .contains("No such file", "none.jsonl");
    assertThat(launcher.omnigraph("load --data ./seed.jsonl ./company-brain").endsWith(1).err())
        .contains("not found", "company-brain");
    assertThat(launcher.omnigraph("schema show ./seed.jsonl").endsWith(1).err())
        .contains("seed.jsonl");
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsNamed() {
    GuideCluster cluster = GuideCluster.laidOut(directory);
    cluster.write("__cluster", "a file where the directory has to be");
    SortedMap<String, Integer> before = cluster.fingerprint();

    assertThat(cluster.cluster("import").endsWith(1).out())
        .contains("ERROR state_lock_error __cluster/lock.json");

    assertThat(cluster.fingerprint()).isEqualTo(before);
  }

  @Test
  void aStorageRootThatNobodyMayWriteIsNamedAndItsCommandsFail() {
    GuideCluster cluster = GuideCluster.laidOut(directory);
    cluster.edit("cluster.yaml", "version: 1\n", "version: 1\nstorage: /sys/kernel\n");

    for (String command : List.of("import", "apply")) {
      assertThat(cluster.cluster(command).endsWith(1).out())
          .contains("ERROR state_lock_error __cluster/lock.json", "/sys/kernel/__cluster");
    }
    // A plan takes no lock and writes nothing.
    cluster.cluster("plan").endsWith(0);
  }

  @Test
  void wrongUseOfTheCommandLineEndsWithTwo() {
    Launcher launcher = Launcher.in(directory);

    for (String arguments :
        List.of("cluster", "cluster plan --jsn", "cluster plan --json=true", "nonsense")) {
      Launched wrong = launcher.omnigraph(arguments).endsWith(2);

      assertThat(wrong.out()).isEmpty();
      assertThat(wrong.err()).isNotBlank();
    }
  }
}
