package io.omnigraph.plugin.graph.serving;

import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Gate;
import io.omnigraph.api.serving.Prepared;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Route;
import io.omnigraph.api.serving.StreamedReply;
import io.omnigraph.graph.BranchNames;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.ground.access.Action;
import io.omnigraph.io.export.ExportSelection;
import io.omnigraph.io.export.Exporter;
import io.omnigraph.schema.catalog.GraphType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The route that exports rows (docs/reference/http.md §9.7). */
final class ExportRoute {

  private ExportRoute() {}

  static Route<ExportRequest, StreamedReply> route() {
    return new Route<>(
        "export",
        Route.Method.POST,
        GraphPath.GRAPH + "/export",
        Gate.reading(Action.EXPORT, GraphPath::address),
        Body.JsonBody.of(ExportRequest.class),
        StreamedReply.class,
        request -> {
          ExportRequest body = request.body();
          String branch = body.exportedBranch();
          ServedGraph served = GraphPath.served(request);
          return Prepared.unless(
              BranchNames.problem(branch),
              () ->
                  Prepared.ready(
                      Access.Check.onBranch(Action.EXPORT, served.address(), branch),
                      () -> export(served, branch, body)));
        });
  }

  private static Reply<StreamedReply> export(
      ServedGraph served, String branch, ExportRequest body) {
    Snapshot snapshot = served.graph().snapshot(new ReadTarget.Branch(branch));
    return switch (ExportSelection.of(snapshot.schema(), body.types(), body.tables())) {
      case ExportSelection.Selected(var types) -> Reply.ok(new Lines(snapshot, types));
      case ExportSelection.Unknown(var problem) -> Reply.failed(Problem.badRequest(problem));
    };
  }

  /** An export, written as it is read. */
  private record Lines(Snapshot snapshot, List<GraphType> types) implements StreamedReply {

    @Override
    public String mediaType() {
      return "application/x-ndjson; charset=utf-8";
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      new Exporter(snapshot).write(types, text);
    }
  }
}
