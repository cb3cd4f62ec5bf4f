package io.omnigraph.plugin.graph.serving;

import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Body;
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

  private static final String TAGS = "/graphs/{" + GraphPath.PARAMETER + "}/tags";
  private static final String TAG = "tag";
  private static final long COST = 1024;

  private TagRoutes() {}

  static List<Route<?, ?>> routes() {
    return List.of(list(), create(), delete());
  }

  private static Route<Void, TagList> list() {
    return new Route<>(
        "listTags",
        Route.Method.GET,
        TAGS,
        new Body.None(),
        TagList.class,
        request -> Access.reading(Access.Check.on("read", served(request).address())),
        Engine.handler(request -> Reply.ok(TagList.of(served(request).graph().tags()))));
  }

  private static Route<CreateRequest, TagView> create() {
    return new Route<>(
        "createTag",
        Route.Method.POST,
        TAGS,
        Body.JsonBody.of(CreateRequest.class),
        TagView.class,
        request -> {
          String target = request.body().target();
          return target != null && RevisionText.read(target).isEmpty()
              ? new Access.Rejected(Problem.badRequest(RevisionText.problem(target)))
              : access(request, "branch_create", request.body().name());
        },
        Engine.handler(TagRoutes::created));
  }

  private static Reply<TagView> created(Request<CreateRequest> request) {
    CreateRequest body = request.body();
    ReadTarget target =
        Optional.ofNullable(body.target()).flatMap(RevisionText::read).orElseGet(ReadTarget::main);
    return served(request)
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
        new Body.None(),
        Deleted.class,
        request -> access(request, "branch_delete", request.pathParameter(TAG).strip()),
        Engine.handler(request -> {
          String name = request.pathParameter(TAG).strip();
          return served(request).graph().deleteTag(name)
              ? Reply.ok(new Deleted(name))
              : Reply.failed(Problem.notFound("tag '" + name + "' not found"));
        }));
  }

  private static Access access(Request<?> request, String action, String name) {
    return BranchNames.problem(name)
        .<Access>map(problem -> new Access.Rejected(Problem.badRequest(problem)))
        .orElseGet(() ->
            Access.writing(
                new Access.Check(action, served(request).address(), null, name, null), COST));
  }

  private static ServedGraph served(Request<?> request) {
    return request.resolved(GraphPath.PARAMETER, ServedGraph.class);
  }
}
