package io.omnigraph.plugin.graph.serving;

import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Gate;
import io.omnigraph.api.serving.Head;
import io.omnigraph.api.serving.Prepared;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Request;
import io.omnigraph.api.serving.Route;
import io.omnigraph.graph.BranchNames;
import io.omnigraph.ground.access.Action;
import io.omnigraph.ground.access.Deed;
import io.omnigraph.io.load.LoadListener;
import io.omnigraph.io.load.LoadMode;
import io.omnigraph.io.load.LoadOutcome;
import io.omnigraph.io.load.LoadRequest;
import io.omnigraph.io.load.LoadSource;
import io.omnigraph.io.load.Loader;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The routes that load records (docs/reference/http.md §9.6): as a member of a JSON document, or as
 * lines that are taken in while they arrive.
 */
final class IngestRoutes {

  private static final long LIMIT = 33_554_432;

  private IngestRoutes() {}

  static List<Route<?, ?>> routes() {
    return List.of(document(), lines());
  }

  private static Route<IngestRequest, IngestReport> document() {
    return new Route<>(
        "ingest",
        Route.Method.POST,
        GraphPath.GRAPH + "/ingest",
        Gate.writing(Action.CHANGE, GraphPath::address),
        new Body.JsonBody<>(IngestRequest.class, LIMIT),
        IngestReport.class,
        IngestRoutes::document);
  }

  private static Prepared<IngestReport> document(Request<IngestRequest> request) {
    IngestRequest body = request.body();
    String actor = request.actor().orElse(null);
    LoadRequest load =
        new LoadRequest(
            body.targetBranch(),
            body.from(),
            body.effectiveMode(),
            actor,
            body.message(),
            LoadListener.none());
    return loading(
        request,
        load,
        () -> LoadSource.bytes("data", body.data().getBytes(StandardCharsets.UTF_8)));
  }

  private static Route<InputStream, IngestReport> lines() {
    return new Route<>(
        "loadLines",
        Route.Method.POST,
        GraphPath.GRAPH + "/load/ndjson",
        Gate.writing(Action.CHANGE, GraphPath::address),
        new Body.Stream("application/x-ndjson", LIMIT),
        IngestReport.class,
        IngestRoutes::lines);
  }

  private static Prepared<IngestReport> lines(Request<InputStream> request) {
    String word = request.queryParameter("mode").orElse(LoadMode.MERGE.word());
    Optional<LoadMode> mode =
        Arrays.stream(LoadMode.values()).filter(known -> known.word().equals(word)).findFirst();
    if (mode.isEmpty()) {
      return Prepared.refused(
          Problem.badRequest(
              "`mode` must be `merge`, `append` or `overwrite`, found `" + word + "`"));
    }
    LoadRequest load =
        new LoadRequest(
            request.queryParameter("branch").map(String::strip).orElse(BranchNames.MAIN),
            request.queryParameter("from").orElse(null),
            mode.get(),
            request.actor().orElse(null),
            request.queryParameter("message").orElse(null),
            LoadListener.none());
    return loading(request, load, () -> LoadSource.stream("body", request.body()));
  }

  /**
   * A load, judged by its branch before it matters whether there is one.
   *
   * @param source opened when the load may be made
   */
  private static Prepared<IngestReport> loading(
      Head request, LoadRequest load, Supplier<LoadSource> source) {
    ServedGraph served = GraphPath.served(request);
    String branch = load.branch();
    String base = load.base() == null ? null : load.base().strip();
    Optional<String> problem =
        BranchNames.problem(branch)
            .or(() -> Optional.ofNullable(base).flatMap(BranchNames::problem));
    return Prepared.unless(
        problem,
        () -> {
          List<Access.Check> checks = new ArrayList<>();
          checks.add(Access.Check.onBranch(Action.CHANGE, served.address(), branch));
          boolean isThere = served.graph().branches().contains(branch);
          if (!isThere && base != null) {
            checks.add(Access.Check.of(Deed.branchCreate(base, branch), served.address()));
          }
          return new Prepared.Ready<>(
              checks,
              () ->
                  !isThere && base == null
                      ? Reply.failed(
                          Problem.notFound(
                              "branch '" + branch + "' not found; name one to create it `from`"))
                      : load(served, load, isThere, source.get()));
        });
  }

  private static Reply<IngestReport> load(
      ServedGraph served, LoadRequest load, boolean isThere, LoadSource records) {
    // A branch that was there when it was judged is not created, should it go meanwhile.
    LoadRequest judged =
        new LoadRequest(
            load.branch(),
            isThere ? null : load.base(),
            load.mode(),
            load.actor(),
            load.message(),
            load.progress());
    return switch (new Loader(served.graph()).load(judged, records)) {
      case LoadOutcome.Loaded loaded ->
          Reply.ok(
              new IngestReport(
                  served.graph().uri(),
                  load.branch(),
                  load.base(),
                  loaded.branchCreated(),
                  load.mode(),
                  IngestReport.tables(loaded),
                  load.actor(),
                  loaded.membersIgnored()));
      case LoadOutcome.NotLoaded refused -> Failures.reply(refused.failure());
    };
  }
}
