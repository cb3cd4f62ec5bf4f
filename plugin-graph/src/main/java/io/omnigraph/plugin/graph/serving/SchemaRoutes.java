package io.omnigraph.plugin.graph.serving;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Gate;
import io.omnigraph.api.serving.Head;
import io.omnigraph.api.serving.Prepared;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Request;
import io.omnigraph.api.serving.Route;
import io.omnigraph.graph.failure.GraphFailureException;
import io.omnigraph.graph.live.LiveSchema;
import io.omnigraph.graph.live.LiveSchema.Outcome;
import io.omnigraph.graph.live.LiveSchemaException;
import io.omnigraph.graph.live.LiveSchemas;
import io.omnigraph.ground.access.Action;
import io.omnigraph.ground.access.Deed;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.plugin.schema.ProcessEngine;
import io.omnigraph.plugin.schema.report.SchemaApplyReport;
import io.omnigraph.plugin.schema.report.SchemaPlanReport;
import io.omnigraph.schema.SchemaCompiler;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.migration.SchemaPlan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The routes that plan and apply schemas (docs/reference/http.md §9.11). */
final class SchemaRoutes {

  private static final String SCHEMA = GraphPath.GRAPH + "/schema";
  private static final long LIMIT = 1_048_576;

  private final LiveSchemas schemas = ProcessEngine.get().schemas();
  private final SchemaGates gates;

  SchemaRoutes(SchemaGates gates) {
    this.gates = gates;
  }

  List<Route<?, ?>> routes() {
    return List.of(
        post(
            "planSchema",
            "/plan",
            Gate.reading(Action.READ, GraphPath::address),
            request ->
                Prepared.ready(
                    Access.Check.on(Action.READ, GraphPath.address(request)), () -> plan(request))),
        post(
            "applySchema",
            "/apply",
            Gate.writing(Action.SCHEMA_APPLY, GraphPath::address),
            request -> Prepared.ready(applying(request), () -> apply(request))));
  }

  private static Route<SchemaRequest, ObjectNode> post(
      String operation,
      String path,
      Gate gate,
      Route.Preparation<SchemaRequest, ObjectNode> preparation) {
    return new Route<>(
        operation,
        Route.Method.POST,
        SCHEMA + path,
        gate,
        new Body.JsonBody<>(SchemaRequest.class, LIMIT),
        ObjectNode.class,
        preparation);
  }

  private static Access.Check applying(Head request) {
    return Access.Check.of(Deed.schemaApply(), GraphPath.address(request));
  }

  private Reply<ObjectNode> plan(Request<SchemaRequest> request) {
    return with(
        request,
        (live, desired) ->
            Reply.ok(
                new SchemaPlanReport(live.uri(), live.plan(desired, request.body().dropMode()))
                    .json()));
  }

  private Reply<ObjectNode> apply(Request<SchemaRequest> request) {
    return with(request, (live, desired) -> apply(request, live, desired));
  }

  private Reply<ObjectNode> apply(Request<SchemaRequest> request, LiveSchema live, Schema desired) {
    SchemaPlan plan = live.plan(desired, request.body().dropMode());
    Optional<Problem> problem =
        plan.mainRefusal()
            .map(Problem::badRequest)
            .or(() -> plan.branchRefusal().map(Problem::conflict))
            .or(() ->
                gates.objection(GraphPath.served(request).id(), desired).map(Problem::badRequest));
    if (problem.isPresent()) {
      return Reply.failed(problem.get());
    }
    return switch (live.apply(desired, request.body().dropMode(), request.actor())) {
      case Outcome.Applied applied -> Reply.ok(new SchemaApplyReport(live.uri(), applied).json());
      case Outcome.Refused(String reason) -> Reply.failed(Problem.badRequest(reason));
      case Outcome.Conflict(String reason) -> Reply.failed(Problem.conflict(reason));
    };
  }

  private Reply<ObjectNode> with(Request<SchemaRequest> request, Work work) {
    SchemaCompiler.Result compiled =
        SchemaCompiler.compile(new SourceText("schema_source", request.body().schemaSource()));
    if (compiled.schema().isEmpty()) {
      return Reply.failed(
          Problem.badRequest(
              compiled.problems().stream()
                  .map(SchemaCompiler.Problem::text)
                  .collect(Collectors.joining("\n"))));
    }
    try (LiveSchema live =
        schemas.open(GraphPath.served(request).graph().uri(), FaultPoints.none())) {
      return work.run(live, compiled.schema().get());
    } catch (LiveSchemaException e) {
      throw e.getCause() instanceof GraphFailureException known ? known : e;
    }
  }

  /** What is done with an open schema. */
  private interface Work {

    Reply<ObjectNode> run(LiveSchema live, Schema desired);
  }
}
