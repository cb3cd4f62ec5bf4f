package io.omnigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.command.CommandPlugin;
import io.omnigraph.cli.settings.Settings;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.process.StopRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The rules that guard graphs which the command line opens itself (docs/reference/policy.md §8.5).
 */
final class LocalPolicyTest {

  private static final String INSERT = "query add() { insert Ship { name: \"%s\" } }";

  /** A write, who makes it, and what the rules say to it; an empty refusal means success. */
  record Write(String what, String actor, String refusal) {}

  static final List<Write> WRITES =
      List.of(
          new Write("mutate --target quay --branch main -e add", "", "no actor"),
          new Write("mutate --target quay --branch main -e add", "jo", "denied"),
          new Write("mutate --target quay --branch draft -e add", "jo", ""),
          new Write("mutate --target quay --branch main -e add", "kim", ""),
          new Write("mutate ./quay.omni --branch main -e add", "jo", ""),
          new Write("load --target quay --data ./ships.jsonl", "jo", "denied"),
          new Write("load --target quay --data ./ships.jsonl", "kim", ""),
          new Write("load --target quay --branch new --from main --data ./ships.jsonl", "jo", ""),
          new Write(
              "load --target quay --branch kept --from main --data ./ships.jsonl", "", "no actor"),
          new Write("branch create --target quay other", "jo", ""),
          new Write("branch merge --target quay draft", "jo", "denied"),
          new Write("branch merge --target quay draft", "kim", ""),
          new Write("branch delete --target quay other", "jo", "denied"),
          new Write("schema apply --target quay --schema ./wider.pg", "jo", "denied"),
          new Write("schema apply --target quay --schema ./wider.pg", "kim", ""));

  @TempDir private static Path directory;

  private static int ships;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void layOutAGraphWithRules() {
    Invocation.write(directory.resolve("ships.pg"), "node Ship {\n  name: String @key\n}\n");
    Invocation.write(
        directory.resolve("wider.pg"), "node Ship {\n  name: String @key\n  flag: String?\n}\n");
    Invocation.write(
        directory.resolve("ships.jsonl"), "{\"type\":\"Ship\",\"data\":{\"name\":\"Loaded\"}}\n");
    Invocation.write(
        directory.resolve("omnigraph.yaml"),
        """
        graphs:
          quay:
            uri: %s/quay.omni
            policy: { file: rules/quay.yaml }
        """
            .formatted(directory));
    Invocation.write(
        directory.resolve("rules/quay.yaml"),
        """
        version: 1
        groups: { crew: [jo, kim], masters: [kim] }
        protected_branches: [main]
        rules:
          - id: crew-drafts
            allow: { actors: { group: crew }, actions: [change], branch_scope: unprotected }
          - id: crew-forks
            allow: { actors: { group: crew }, actions: [branch_create], target_branch_scope: unprotected }
          - id: masters-change
            allow: { actors: { group: masters }, actions: [change], branch_scope: any }
          - id: masters-publish
            allow: { actors: { group: masters }, actions: [branch_merge, schema_apply], target_branch_scope: any }
        """);
    LocalPolicyTest setup = new LocalPolicyTest();
    assertThat(setup.run("init", "--schema", at("ships.pg"), at("quay.omni"))).isZero();
    assertThat(setup.run("branch", "create", "draft", "--uri", at("quay.omni"))).isZero();
  }

  @AfterAll
  static void printWhatIsCovered() {
    System.out.println("rows covered: " + WRITES.size());
  }

  @ParameterizedTest
  @FieldSource("WRITES")
  void aLocalWriteObeysTheRulesOfTheSelectedGraph(Write write) {
    int exitCode = run(arguments(write));

    if (write.refusal().isEmpty()) {
      assertThat(err.toString()).doesNotContain("Error");
      assertThat(exitCode).isZero();
    } else {
      assertThat(exitCode).isEqualTo(1);
      assertThat(err.toString()).startsWith("Error: policy: ").contains(write.refusal());
      assertThat(out.toString()).isEmpty();
    }
  }

  @Test
  void aRefusedLoadDoesNotLeaveItsBranch() {
    run(
        arguments(
            new Write(
                "load --target quay --branch gone --from main --data ./ships.jsonl", "", "")));
    assertThat(run("branch", "list", "--uri", at("quay.omni"))).isZero();
    assertThat(out.toString()).doesNotContain("gone");
  }

  @Test
  void rulesThatCannotBeReadStopEveryWrite() {
    Invocation.write(
        directory.resolve("broken.yaml"),
        """
        graphs:
          quay: { uri: quay.omni, policy: { file: rules/none.yaml } }
        """);
    int exitCode =
        run(
            "mutate",
            "--config",
            at("broken.yaml"),
            "--target",
            "quay",
            "-e",
            INSERT.formatted("Unwritten"));

    assertThat(exitCode).isEqualTo(1);
    assertThat(err.toString()).contains("cannot read the policy", "none.yaml");
  }

  private static String at(String file) {
    return directory.resolve(file).toString();
  }

  private static String[] arguments(Write write) {
    String insert = INSERT.formatted("Ship " + ships++);
    String as = write.actor().isEmpty() ? "" : " --as " + write.actor();
    String[] words = (write.what() + as + " --config " + at("omnigraph.yaml")).split(" ");
    for (int i = 0; i < words.length; i++) {
      words[i] = words[i].equals("add") ? insert : words[i].replaceFirst("^\\./", directory + "/");
    }
    return words;
  }

  private int run(String... arguments) {
    var errors = new PrintWriter(err, true);
    var globals = new GlobalOptions();
    var settings = new Settings(directory, Map.of(), errors);
    var context = new CliContext(globals, settings, FaultPoints.none(), StopRequest.never());
    List<CommandPlugin> plugins =
        ServiceLoader.load(CommandPlugin.class).stream().map(ServiceLoader.Provider::get).toList();
    return new CommandLineDoor(globals, context, plugins, new PrintWriter(out, true), errors)
        .run(arguments);
  }
}
