package io.omnigraph.plugin.graph.serving;

import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Gate;
import io.omnigraph.api.serving.Head;
import io.omnigraph.api.serving.Prepared;
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
import io.omnigraph.ground.access.Action;
import io.omnigraph.plugin.graph.serving.MaintenanceBodies.Cleanup;
import io.omnigraph.plugin.graph.serving.MaintenanceBodies.Repair;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The routes for the upkeep of graphs. Counting is reading; everything else, a preview too, is for
 * those who may administer the graph.
 */
final class MaintenanceRoutes {

  private MaintenanceRoutes() {}

  static List<Route<?, ?>> routes() {
    return List.of(stats(), optimize(), cleanup(), repair());
  }

  private static Route<Void, GraphStats> stats() {
    return new Route<>(
        "getStats",
        Route.Method.GET,
        GraphPath.GRAPH + "/stats",
        Gate.reading(Action.READ, GraphPath::address),
        new Body.None(),
        GraphStats.class,
        request -> {
          String branch =
              request.queryParameter("branch").map(String::strip).orElse(BranchNames.MAIN);
          return Prepared.unless(
              BranchNames.problem(branch),
              () ->
                  Prepared.ready(
                      Access.Check.onBranch(Action.READ, GraphPath.address(request), branch),
                      () -> Reply.ok(maintenance(request).stats(new ReadTarget.Branch(branch)))));
        });
  }

  private static Route<Void, OptimizeReport> optimize() {
    return administering(
        "optimize",
        new Body.None(),
        OptimizeReport.class,
        _ -> Optional.empty(),
        request -> maintenance(request).optimize());
  }

  private static Route<Cleanup, CleanupReport> cleanup() {
    return administering(
        "cleanup",
        Body.JsonBody.of(Cleanup.class),
        CleanupReport.class,
        request -> request.body().problem(),
        request -> {
          Maintenance maintenance = maintenance(request);
          Cleanup body = request.body();
          return body.confirmed()
              ? maintenance.cleanup(body.limits())
              : maintenance.previewCleanup(body.limits());
        });
  }

  private static Route<Repair, RepairReport> repair() {
    return administering(
        "repair",
        Body.JsonBody.of(Repair.class),
        RepairReport.class,
        request -> request.body().problem(),
        request -> maintenance(request).repair(request.body().mode()));
  }

  private static <I, O> Route<I, O> administering(
      String word,
      Body<I> body,
      Class<O> response,
      Function<Request<I>, Optional<String>> problem,
      Function<Request<I>, O> work) {
    return new Route<>(
        word + "Graph",
        Route.Method.POST,
        GraphPath.GRAPH + "/" + word,
        Gate.writing(Action.ADMIN, GraphPath::address),
        body,
        response,
        request ->
            Prepared.unless(
                problem.apply(request),
                () ->
                    Prepared.ready(
                        Access.Check.on(Action.ADMIN, GraphPath.address(request)),
                        () -> Reply.ok(work.apply(request)))));
  }

  private static Maintenance maintenance(Head request) {
    return GraphPath.served(request).graph().maintenance();
  }
}
