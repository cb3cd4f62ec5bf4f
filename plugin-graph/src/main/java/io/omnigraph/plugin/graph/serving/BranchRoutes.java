package io.omnigraph.plugin.graph.serving;

import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Gate;
import io.omnigraph.api.serving.Head;
import io.omnigraph.api.serving.Prepared;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Route;
import io.omnigraph.graph.BranchNames;
import io.omnigraph.ground.access.Action;
import io.omnigraph.ground.access.Deed;
import io.omnigraph.plugin.graph.serving.BranchBodies.CreateRequest;
import io.omnigraph.plugin.graph.serving.BranchBodies.Created;
import io.omnigraph.plugin.graph.serving.BranchBodies.Deleted;
import io.omnigraph.plugin.graph.serving.BranchBodies.Merge;
import io.omnigraph.plugin.graph.serving.BranchBodies.Merged;
import io.omnigraph.plugin.graph.serving.BranchBodies.Names;
import io.omnigraph.plugin.graph.serving.BranchBodies.RenameRequest;
import io.omnigraph.plugin.graph.serving.BranchBodies.Renamed;
import java.util.List;

/** The routes for branches (docs/reference/http.md §9.12). */
final class BranchRoutes {

  private static final String BRANCHES = GraphPath.GRAPH + "/branches";
  private static final String BRANCH = "branch";

  private BranchRoutes() {}

  static List<Route<?, ?>> routes() {
    return List.of(list(), create(), delete(), rename(), merge());
  }

  private static Route<Void, Names> list() {
    return new Route<>(
        "listBranches",
        Route.Method.GET,
        BRANCHES,
        Gate.reading(Action.READ, GraphPath::address),
        new Body.None(),
        Names.class,
        request -> {
          ServedGraph served = GraphPath.served(request);
          return Prepared.ready(
              Access.Check.on(Action.READ, served.address()),
              () -> Reply.ok(new Names(served.graph().branches())));
        });
  }

  private static Route<CreateRequest, Created> create() {
    return new Route<>(
        "createBranch",
        Route.Method.POST,
        BRANCHES,
        Gate.writing(Action.BRANCH_CREATE, GraphPath::address),
        Body.JsonBody.of(CreateRequest.class),
        Created.class,
        request -> {
          String name = request.body().name();
          String from = request.body().base();
          return Prepared.unless(
              BranchNames.problemOfNew(name).or(() -> BranchNames.problem(from)),
              () ->
                  Prepared.ready(
                      check(request, Deed.branchCreate(from, name)),
                      () -> work(request).create(name, from)));
        });
  }

  private static Route<Void, Deleted> delete() {
    return new Route<>(
        "deleteBranch",
        Route.Method.DELETE,
        BRANCHES + "/{" + BRANCH + "}",
        Gate.writing(Action.BRANCH_DELETE, GraphPath::address),
        new Body.None(),
        Deleted.class,
        request -> {
          String name = request.pathParameter(BRANCH).strip();
          return Prepared.unless(
              BranchNames.problemOfRemoval(name),
              () ->
                  Prepared.ready(
                      check(request, Deed.branchDelete(name)), () -> work(request).delete(name)));
        });
  }

  private static Route<RenameRequest, Renamed> rename() {
    return new Route<>(
        "renameBranch",
        Route.Method.POST,
        BRANCHES + "/rename",
        Gate.writing(Action.BRANCH_DELETE, GraphPath::address),
        Body.JsonBody.of(RenameRequest.class),
        Renamed.class,
        request -> {
          String name = request.body().name();
          String to = request.body().to();
          return Prepared.unless(
              BranchNames.problemOfRemoval(name).or(() -> BranchNames.problemOfNew(to)),
              () ->
                  new Prepared.Ready<>(
                      List.of(
                          check(request, Deed.branchDelete(name)),
                          check(request, Deed.branchCreate(name, to))),
                      () -> work(request).rename(name, to)));
        });
  }

  private static Route<Merge, Merged> merge() {
    return new Route<>(
        "mergeBranches",
        Route.Method.POST,
        BRANCHES + "/merge",
        Gate.writing(Action.BRANCH_MERGE, GraphPath::address),
        Body.JsonBody.of(Merge.class),
        Merged.class,
        request -> {
          String source = request.body().source();
          String target = request.body().into();
          return Prepared.unless(
              BranchNames.problem(source).or(() -> BranchNames.problem(target)),
              () ->
                  Prepared.ready(
                      check(request, Deed.branchMerge(source, target)),
                      () -> work(request).merge(request.body())));
        });
  }

  private static Access.Check check(Head request, Deed deed) {
    return Access.Check.of(deed, GraphPath.address(request));
  }

  private static BranchWork work(Head request) {
    return new BranchWork(GraphPath.served(request).graph(), request.actor().orElse(null));
  }
}
