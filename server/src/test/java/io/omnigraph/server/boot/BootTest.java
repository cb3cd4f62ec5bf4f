package io.omnigraph.server.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.serving.Route;
import io.omnigraph.api.serving.ServingPlugin;
import io.omnigraph.core.serving.AppliedRevisions.Readiness;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.server.FakePlugin;
import io.omnigraph.server.Revisions;
import io.omnigraph.server.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BootTest {

  private static final Diagnostic TAMPERED =
      Diagnostic.error("catalog_payload_digest_mismatch", "query.g.q", "run `cluster refresh`");
  private static final Diagnostic UNBOUND =
      Diagnostic.error("policy_bindings_missing", "policy.p", "re-run `cluster apply`");

  private final List<String> journal = new ArrayList<>();

  @Test
  void everyReasonIsSaidTogether() {
    Boot boot =
        new Boot(
            List.of(new FakePlugin("policy", journal).finding(UNBOUND)),
            Revisions.notReady(TAMPERED),
            Map.of());

    assertThat(boot.boot("./brain", true))
        .isEqualTo(
            new Booted.Refused(
                List.of(
                    "the cluster at './brain' is not ready to serve:",
                    "[catalog_payload_digest_mismatch] query.g.q: run `cluster refresh`",
                    "[policy_bindings_missing] policy.p: re-run `cluster apply`")));
    assertThat(journal).isEmpty();
  }

  @Test
  void findingsOfPluginsRefuseButWarningsDoNot() {
    FakePlugin warns = new FakePlugin("a").finding(Diagnostic.warning("w", "p", "look"));

    assertThat(boot(warns)).isInstanceOf(Booted.Ready.class);
    assertThat(boot(warns, new FakePlugin("b").finding(UNBOUND)))
        .isInstanceOf(Booted.Refused.class);
  }

  @Test
  void pluginsStartInOrderSeeEarlierServicesAndCloseInReverse() {
    Booted booted =
        boot(
            new FakePlugin("query", journal, "graph", "absent"),
            new FakePlugin("graph", journal, "policy").offering("graphs"),
            new FakePlugin("policy", journal));

    assertThat(booted).isInstanceOfSatisfying(Booted.Ready.class, ready -> ready.plugins().close());
    assertThat(journal)
        .containsExactly(
            "start policy with []",
            "start graph with []",
            "start query with [graphs]",
            "close query",
            "close graph",
            "close policy");
  }

  @Test
  void aPluginThatRefusesClosesThoseThatStarted() {
    Booted booted =
        boot(
            new FakePlugin("graph", journal),
            new FakePlugin("query", journal, "graph")
                .refusing(Diagnostic.error("query_invalid", "query.g.q", "no such type")));

    assertThat(booted)
        .isEqualTo(
            new Booted.Refused(
                List.of(
                    "the cluster at 'dir' is not ready to serve:",
                    "[query_invalid] query.g.q: no such type")));
    assertThat(journal).last().isEqualTo("close graph");
  }

  @Test
  void aServerWithoutTokensMustBeAskedForAndClosesWhatItOpened() {
    List<ServingPlugin> plugins = List.of(new FakePlugin("graph", journal));

    Booted booted = new Boot(plugins, Revisions.ready(), Map.of()).boot("dir", false);

    assertThat(booted)
        .isInstanceOfSatisfying(
            Booted.Refused.class,
            refused -> assertThat(refused.lines().getFirst()).contains("--unauthenticated"));
    assertThat(journal).last().isEqualTo("close graph");
  }

  @Test
  void tokensAreLoadedBeforeAnythingIsOpened() {
    List<ServingPlugin> plugins = List.of(new FakePlugin("graph", journal));
    Map<String, String> wrong = Map.of("OMNIGRAPH_SERVER_BEARER_TOKENS_JSON", "[1]");

    assertThat(new Boot(plugins, Revisions.ready(), wrong).boot("dir", false))
        .isInstanceOf(Booted.Refused.class);
    assertThat(journal).isEmpty();
  }

  @Test
  void twoPluginsCannotClaimOneRoute() {
    Booted booted =
        boot(
            new FakePlugin("a").with(Routes.echo(Route.Method.GET, "/x/{a}")),
            new FakePlugin("b").with(Routes.echo(Route.Method.GET, "/x/{b}")));

    assertThat(booted)
        .isEqualTo(
            new Booted.Refused(List.of("GET /x/{} is claimed by `GET /x/{a}` and `GET /x/{b}`")));
  }

  @Test
  void thePayloadsOfAllPluginsAreAskedFor() {
    List<String> asked = new ArrayList<>();
    RevisionReader reader =
        (cluster, payloads) -> {
          asked.add(cluster);
          asked.addAll(payloads.keySet().stream().sorted().toList());
          return new Readiness.Ready(Revisions.empty());
        };

    Booted booted =
        new Boot(List.of(new FakePlugin("b"), new FakePlugin("a")), reader, Map.of())
            .boot("dir", true);

    assertThat(booted).isInstanceOf(Booted.Ready.class);
    assertThat(asked).containsExactly("dir", "a", "b");
  }

  private static Booted boot(ServingPlugin... plugins) {
    return new Boot(List.of(plugins), Revisions.ready(), Map.of()).boot("dir", true);
  }
}
