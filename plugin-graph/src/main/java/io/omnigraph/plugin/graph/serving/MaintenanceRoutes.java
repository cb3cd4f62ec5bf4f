package io.omnigraph.plugin.graph.serving;

import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Request;
import io.omnigraph.api.serving.Route;
import io.omnigraph.graph.BranchNames;
import io.omnigraph.graph.maintenance.CleanupReport;
import io.omnigraph.graph.maintenance.GraphStats;
import io.omnigraph.graph.maintenance.Maintenance;
import io.omnigraph.graph.maintenance.OptimizeReport;
import io.omnigraph.graph.maintenance.RepairReport;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.plugin.graph.serving.MaintenanceBodies.Cleanup;
import io.omnigraph.plugin.graph.serving.MaintenanceBodies.Repair;
import java.util.List;
import java.util.Optional;

/**
 * The routes for the upkeep of graphs. Counting is reading; everything else, a preview too, is for
 * those who may administer the graph.
 */
final class MaintenanceRoutes {

  private static final String GRAPH = "/graphs/{" + GraphPath.PARAMETER + "}";
  private static final long COST = 1024;

  private MaintenanceRoutes() {}

  static List<Route<?, ?>> routes() {
    return List.of(stats(), optimize(), cleanup(), repair());
  }

  private static Route<Void, GraphStats> stats() {
    return new Route<>(
        "getStats",
        Route.Method.GET,
        GRAPH + "/stats",
        new Body.None(),
        GraphStats.class,
        request ->
            BranchNames.problem(branch(request))
                .<Access>map(wrong -> new Access.Rejected(Problem.badRequest(wrong)))
                .orElseGet(() ->
                    Access.reading(
                        Access.Check.onBranch("read", served(request).address(), branch(request)))),
        Engine.handler(request ->
            Reply.ok(maintenance(request).stats(new ReadTarget.Branch(branch(request))))));
  }

  private static Route<Void, OptimizeReport> optimize() {
    return new Route<>(
        "optimizeGraph",
        Route.Method.POST,
        GRAPH + "/optimize",
        new Body.None(),
        OptimizeReport.class,
        request -> administering(request, Optional.empty()),
        Engine.handler(request -> Reply.ok(maintenance(request).optimize())));
  }

  private static Route<Cleanup, CleanupReport> cleanup() {
    return new Route<>(
        "cleanupGraph",
        Route.Method.POST,
        GRAPH + "/cleanup",
        Body.JsonBody.of(Cleanup.class),
        CleanupReport.class,
        request -> administering(request, request.body().problem()),
        Engine.handler(request -> {
          Maintenance maintenance = maintenance(request);
          Cleanup body = request.body();
          return Reply.ok(
              body.confirmed()
                  ? maintenance.cleanup(body.limits())
                  : maintenance.previewCleanup(body.limits()));
        }));
  }

  private static Route<Repair, RepairReport> repair() {
    return new Route<>(
        "repairGraph",
        Route.Method.POST,
        GRAPH + "/repair",
        Body.JsonBody.of(Repair.class),
        RepairReport.class,
        request -> administering(request, request.body().problem()),
        Engine.handler(request -> Reply.ok(maintenance(request).repair(request.body().mode()))));
  }

  private static Access administering(Request<?> request, Optional<String> problem) {
    return problem
        .<Access>map(wrong -> new Access.Rejected(Problem.badRequest(wrong)))
        .orElseGet(() -> Access.writing(Access.Check.on("admin", served(request).address()), COST));
  }

  private static String branch(Request<?> request) {
    return request.queryParameter("branch").map(String::strip).orElse(BranchNames.MAIN);
  }

  private static Maintenance maintenance(Request<?> request) {
    return served(request).graph().maintenance();
  }

  private static ServedGraph served(Request<?> request) {
    return request.resolved(GraphPath.PARAMETER, ServedGraph.class);
  }
}
