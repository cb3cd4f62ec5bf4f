package io.omnigraph.plugin.graph.serving;

import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Request;
import io.omnigraph.api.serving.Route;
import io.omnigraph.graph.BranchNames;
import io.omnigraph.plugin.graph.serving.BranchBodies.CreateRequest;
import io.omnigraph.plugin.graph.serving.BranchBodies.Created;
import io.omnigraph.plugin.graph.serving.BranchBodies.Deleted;
import io.omnigraph.plugin.graph.serving.BranchBodies.Merge;
import io.omnigraph.plugin.graph.serving.BranchBodies.Merged;
import io.omnigraph.plugin.graph.serving.BranchBodies.Names;
import io.omnigraph.plugin.graph.serving.BranchBodies.RenameRequest;
import io.omnigraph.plugin.graph.serving.BranchBodies.Renamed;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The routes for branches (HTTP specification, section 9.12). */
final class BranchRoutes {

  private static final String BRANCHES = "/graphs/{" + GraphPath.PARAMETER + "}/branches";
  private static final String BRANCH = "branch";

  /** A request about branches changes a few small files, whatever it says. */
  private static final long COST = 1024;

  private BranchRoutes() {}

  static List<Route<?, ?>> routes() {
    return List.of(list(), create(), delete(), rename(), merge());
  }

  private static Route<Void, Names> list() {
    return new Route<>(
        "listBranches",
        Route.Method.GET,
        BRANCHES,
        new Body.None(),
        Names.class,
        request -> Access.reading(Access.Check.on("read", served(request).address())),
        Engine.handler(request -> Reply.ok(new Names(served(request).graph().branches()))));
  }

  private static Route<CreateRequest, Created> create() {
    return new Route<>(
        "createBranch",
        Route.Method.POST,
        BRANCHES,
        Body.JsonBody.of(CreateRequest.class),
        Created.class,
        request -> {
          String name = request.body().name();
          String from = request.body().base();
          return checked(
              BranchNames.problemOfNew(name).or(() -> BranchNames.problem(from)),
              () -> List.of(check(request, "branch_create", from, name)));
        },
        Engine.handler(
            request -> work(request).create(request.body().name(), request.body().base())));
  }

  private static Route<Void, Deleted> delete() {
    return new Route<>(
        "deleteBranch",
        Route.Method.DELETE,
        BRANCHES + "/{" + BRANCH + "}",
        new Body.None(),
        Deleted.class,
        request -> {
          String name = request.pathParameter(BRANCH).strip();
          return checked(
              BranchNames.problemOfRemoval(name),
              () -> List.of(check(request, "branch_delete", null, name)));
        },
        Engine.handler(request -> work(request).delete(request.pathParameter(BRANCH).strip())));
  }

  private static Route<RenameRequest, Renamed> rename() {
    return new Route<>(
        "renameBranch",
        Route.Method.POST,
        BRANCHES + "/rename",
        Body.JsonBody.of(RenameRequest.class),
        Renamed.class,
        request -> {
          String name = request.body().name();
          String to = request.body().to();
          return checked(
              BranchNames.problemOfRemoval(name).or(() -> BranchNames.problemOfNew(to)),
              () ->
                  List.of(
                      check(request, "branch_delete", null, name),
                      check(request, "branch_create", name, to)));
        },
        Engine.handler(
            request -> work(request).rename(request.body().name(), request.body().to())));
  }

  private static Route<Merge, Merged> merge() {
    return new Route<>(
        "mergeBranches",
        Route.Method.POST,
        BRANCHES + "/merge",
        Body.JsonBody.of(Merge.class),
        Merged.class,
        request -> {
          String source = request.body().source();
          String target = request.body().into();
          return checked(
              BranchNames.problem(source).or(() -> BranchNames.problem(target)),
              () -> List.of(check(request, "branch_merge", source, target)));
        },
        Engine.handler(request -> work(request).merge(request.body())));
  }

  private static Access checked(Optional<String> problem, Supplier<List<Access.Check>> checks) {
    return problem
        .<Access>map(wrong -> new Access.Rejected(Problem.badRequest(wrong)))
        .orElseGet(() -> new Access.Checked(checks.get(), COST));
  }

  private static Access.Check check(
      Request<?> request, String action, @Nullable String branch, String target) {
    return new Access.Check(action, served(request).address(), branch, target, null);
  }

  private static BranchWork work(Request<?> request) {
    return new BranchWork(served(request).graph(), request.actor().orElse(null));
  }

  private static ServedGraph served(Request<?> request) {
    return request.resolved(GraphPath.PARAMETER, ServedGraph.class);
  }
}
