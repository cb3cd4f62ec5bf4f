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
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.RevisionText;
import io.omnigraph.ground.access.Action;
import io.omnigraph.ground.access.Deed;
import io.omnigraph.plugin.graph.serving.TagBodies.CreateRequest;
import io.omnigraph.plugin.graph.serving.TagBodies.Deleted;
import io.omnigraph.plugin.graph.serving.TagBodies.TagList;
import io.omnigraph.plugin.graph.serving.TagBodies.TagView;
import java.util.List;
import java.util.Optional;

/**
 * The routes for tags. A tag is judged like a branch of its name: who may create and delete the one
 * may create and delete the other.
 */
final class TagRoutes {

  private static final String TAGS = GraphPath.GRAPH + "/tags";
  private static final String TAG = "tag";

  private TagRoutes() {}

  static List<Route<?, ?>> routes() {
    return List.of(list(), create(), delete());
  }

  private static Route<Void, TagList> list() {
    return new Route<>(
        "listTags",
        Route.Method.GET,
        TAGS,
        Gate.reading(Action.READ, GraphPath::address),
        new Body.None(),
        TagList.class,
        request -> {
          ServedGraph served = GraphPath.served(request);
          return Prepared.ready(
              Access.Check.on(Action.READ, served.address()),
              () -> Reply.ok(TagList.of(served.graph().tags())));
        });
  }

  private static Route<CreateRequest, TagView> create() {
    return new Route<>(
        "createTag",
        Route.Method.POST,
        TAGS,
        Gate.writing(Action.BRANCH_CREATE, GraphPath::address),
        Body.JsonBody.of(CreateRequest.class),
        TagView.class,
        TagRoutes::creation);
  }

  private static Prepared<TagView> creation(Request<CreateRequest> request) {
    String written = request.body().target();
    Optional<ReadTarget> target =
        written == null ? Optional.of(ReadTarget.main()) : RevisionText.read(written);
    return target
        .map(named ->
            judged(
                request,
                Deed.branchCreate(null, request.body().name()),
                () -> work(request).create(request.body().name(), named, request.body().message())))
        .orElseGet(() ->
            Prepared.refused(Problem.badRequest(RevisionText.problem(String.valueOf(written)))));
  }

  private static Route<Void, Deleted> delete() {
    return new Route<>(
        "deleteTag",
        Route.Method.DELETE,
        TAGS + "/{" + TAG + "}",
        Gate.writing(Action.BRANCH_DELETE, GraphPath::address),
        new Body.None(),
        Deleted.class,
        request -> {
          String name = request.pathParameter(TAG).strip();
          return judged(request, Deed.branchDelete(name), () -> work(request).delete(name));
        });
  }

  private static TagWork work(Head request) {
    return new TagWork(GraphPath.served(request).graph(), request.actor().orElse(null));
  }

  private static <O> Prepared<O> judged(Request<?> request, Deed deed, Prepared.Work<O> work) {
    return Prepared.unless(
        BranchNames.problem(String.valueOf(deed.targetBranch())),
        () -> Prepared.ready(Access.Check.of(deed, GraphPath.address(request)), work));
  }
}
