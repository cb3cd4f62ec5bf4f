package io.omnigraph.plugin.graph.serving;

import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Gate;
import io.omnigraph.api.serving.Prepared;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Request;
import io.omnigraph.api.serving.Route;
import io.omnigraph.graph.BranchNames;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.RevisionText;
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
        Gate.reading("read", GraphPath::address),
        new Body.None(),
        TagList.class,
        request -> {
          ServedGraph served = GraphPath.served(request);
          return Prepared.ready(
              Access.Check.on("read", served.address()),
              () -> Reply.ok(TagList.of(served.graph().tags())));
        });
  }

  private static Route<CreateRequest, TagView> create() {
    return new Route<>(
        "createTag",
        Route.Method.POST,
        TAGS,
        Gate.writing("branch_create", GraphPath::address),
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
            judged(request, "branch_create", request.body().name(), () -> created(request, named)))
        .orElseGet(() ->
            Prepared.refused(Problem.badRequest(RevisionText.problem(String.valueOf(written)))));
  }

  private static Reply<TagView> created(Request<CreateRequest> request, ReadTarget target) {
    CreateRequest body = request.body();
    return GraphPath.served(request)
        .graph()
        .createTag(body.name(), target, request.actor().orElse(null), body.message())
        .map(tag -> Reply.ok(TagView.of(tag)))
        .orElseGet(
            () -> Reply.failed(Problem.conflict("tag '" + body.name() + "' already exists")));
  }

  private static Route<Void, Deleted> delete() {
    return new Route<>(
        "deleteTag",
        Route.Method.DELETE,
        TAGS + "/{" + TAG + "}",
        Gate.writing("branch_delete", GraphPath::address),
        new Body.None(),
        Deleted.class,
        request -> {
          String name = request.pathParameter(TAG).strip();
          return judged(
              request,
              "branch_delete",
              name,
              () ->
                  GraphPath.served(request).graph().deleteTag(name)
                      ? Reply.ok(new Deleted(name))
                      : Reply.failed(Problem.notFound("tag '" + name + "' not found")));
        });
  }

  private static <O> Prepared<O> judged(
      Request<?> request, String action, String name, Prepared.Work<O> work) {
    return Prepared.unless(
        BranchNames.problem(name),
        () ->
            Prepared.ready(
                new Access.Check(action, GraphPath.address(request), null, name, null), work));
  }
}
