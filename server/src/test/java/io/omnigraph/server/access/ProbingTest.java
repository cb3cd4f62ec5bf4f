package io.omnigraph.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.serving.Route;
import io.omnigraph.server.access.GuardedServer.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whoever may not look cannot find out by any route which branches, commits and tags there are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProbingTest {

  private static final String NO_COMMIT = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

  /** Routes that name nothing that is stored in a graph. */
  private static final Set<String> NAMELESS =
      Set.of(
          "health",
          "listGraphs",
          "getSchema",
          "listBranches",
          "listTags",
          "listQueries",
          "planSchema",
          "applySchema",
          "optimizeGraph",
          "cleanupGraph",
          "repairGraph");

  /** A request with a place for a name of a kind. */
  record Probe(String operation, String kind, String method, String path, String body) {}

  private static final List<Probe> PROBES =
      List.of(
          new Probe("getSnapshot", "branch", "GET", "/snapshot?branch=%s", ""),
          new Probe("getSnapshot", "branch", "GET", "/snapshot?at=%s", ""),
          new Probe("getSnapshot", "branch", "GET", "/snapshot?at=%s@2030-01-01", ""),
          new Probe("getSnapshot", "commit", "GET", "/snapshot?at=%s", ""),
          new Probe("getSnapshot", "tag", "GET", "/snapshot?at=tag:%s", ""),
          new Probe("getStats", "branch", "GET", "/stats?branch=%s", ""),
          new Probe("listCommits", "branch", "GET", "/commits?branch=%s", ""),
          new Probe("listCommits", "commit", "GET", "/commits?branch=draft&before=%s", ""),
          new Probe("getCommit", "commit", "GET", "/commits/%s", ""),
          new Probe("diff", "branch", "GET", "/diff?from=%s", ""),
          new Probe("diff", "commit", "GET", "/diff?from=%s", ""),
          new Probe("diff", "commit", "GET", "/diff?from=main&to=%s", ""),
          new Probe("diff", "tag", "GET", "/diff?from=tag:%s", ""),
          new Probe("export", "branch", "POST", "/export", "{\"branch\":\"%s\"}"),
          probe("query", "branch", "query"),
          probe("query", "commit", "query"),
          probe("query", "tag", "query"),
          probe("read", "branch", "query_source"),
          probe("read", "commit", "query_source"),
          probe("mutate", "branch", "query"),
          probe("change", "branch", "query"),
          new Probe("invokeQuery", "branch", "POST", "/queries/find", "{\"branch\":\"%s\"}"),
          new Probe("invokeQuery", "commit", "POST", "/queries/find", "{\"snapshot\":\"%s\"}"),
          new Probe("invokeQuery", "query", "POST", "/queries/%s", "{}"),
          new Probe("ingest", "branch", "POST", "/ingest", "{\"data\":\"\",\"branch\":\"%s\"}"),
          new Probe(
              "ingest",
              "branch",
              "POST",
              "/ingest",
              "{\"data\":\"\",\"branch\":\"%s\",\"from\":\"main\"}"),
          new Probe("loadLines", "branch", "POST", "/load/ndjson?branch=%s", "{}"),
          new Probe("loadLines", "branch", "POST", "/load/ndjson?branch=%s&from=main", "{}"),
          new Probe("createBranch", "branch", "POST", "/branches", "{\"name\":\"%s\"}"),
          new Probe(
              "createBranch", "branch", "POST", "/branches", "{\"name\":\"x\",\"from\":\"%s\"}"),
          new Probe("deleteBranch", "branch", "DELETE", "/branches/%s", ""),
          new Probe(
              "renameBranch",
              "branch",
              "POST",
              "/branches/rename",
              "{\"name\":\"%s\",\"to\":\"x\"}"),
          new Probe("mergeBranches", "branch", "POST", "/branches/merge", "{\"source\":\"%s\"}"),
          new Probe("createTag", "tag", "POST", "/tags", "{\"name\":\"%s\"}"),
          new Probe("createTag", "commit", "POST", "/tags", "{\"name\":\"x\",\"target\":\"%s\"}"),
          new Probe("deleteTag", "tag", "DELETE", "/tags/%s", ""));

  private GuardedServer server;

  @BeforeAll
  void start(@TempDir Path directory) {
    server = new GuardedServer(directory);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void everyRouteOfTheTableIsProbed() {
    Set<String> covered = new TreeSet<>(NAMELESS);
    PROBES.forEach(probe -> covered.add(probe.operation()));

    assertThat(server.generation.routes().routes())
        .extracting(Route::operation)
        .containsExactlyInAnyOrderElementsOf(covered);
  }

  @Test
  void anActorWithoutRightsGetsOneAnswer() {
    List<String> told = new ArrayList<>();
    for (Probe probe : PROBES) {
      String there =
          switch (probe.kind()) {
            case "branch" -> "draft";
            case "commit" -> server.head("draft");
            case "query" -> "find";
            default -> "tag-of-draft";
          };
      compare("act-zoe", probe, there, told);
    }

    assertThat(told).isEmpty();
  }

  @Test
  void whoMayReadSomeBranchesLearnsNothingOfTheCommitsAndTagsOfOthers() {
    List<String> told = new ArrayList<>();
    for (Map.Entry<String, String> hidden :
        Map.of("act-lea", "draft", "act-mo", "release").entrySet()) {
      for (Probe probe : PROBES) {
        if (probe.kind().equals("commit")) {
          compare(hidden.getKey(), probe, server.head(hidden.getValue()), told);
        } else if (probe.kind().equals("tag") && !probe.operation().contains("Tag")) {
          compare(hidden.getKey(), probe, "tag-of-" + hidden.getValue(), told);
        }
      }
    }

    assertThat(told).isEmpty();
  }

  private void compare(String actor, Probe probe, String there, List<String> told) {
    String missing = probe.kind().equals("commit") ? NO_COMMIT : "nosuch";
    Answer ofThere = ask(actor, probe, there);
    Answer ofMissing = ask(actor, probe, missing);
    if (!ofThere.equals(ofMissing) || ofThere.status() < 400) {
      told.add(actor + " " + probe + ": " + ofThere + " but " + ofMissing);
    }
  }

  /** The answer with the name that was asked for taken out of it. */
  private Answer ask(String actor, Probe probe, String name) {
    Answer answer =
        server.send(
            actor,
            probe.method(),
            "/graphs/museum" + probe.path().replace("%s", name),
            probe.body().replace("%s", name));
    return new Answer(answer.status(), answer.body().replace(name, "NAME"));
  }

  private static Probe probe(String operation, String kind, String source) {
    String text = "query q() { match { $p: Piece } return { $p.code } }";
    String field = kind.equals("branch") ? "branch" : "snapshot";
    String name = kind.equals("tag") ? "tag:%s" : "%s";
    return new Probe(
        operation,
        kind,
        "POST",
        "/" + operation,
        "{\"" + source + "\":\"" + text + "\",\"" + field + "\":\"" + name + "\"}");
  }
}
