package io.omnigraph.plugin.graph.serving;

import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Gate;
import io.omnigraph.api.serving.Prepared;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Request;
import io.omnigraph.api.serving.Route;
import io.omnigraph.api.serving.StreamedReply;
import io.omnigraph.graph.BranchNames;
import io.omnigraph.graph.diff.DiffFilter;
import io.omnigraph.graph.diff.GraphDiff;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.RevisionText;
import io.omnigraph.ground.access.Action;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The route that compares two states, streamed line by line. */
final class DiffRoute {

  private static final String FROM = "from";
  private static final String TO = "to";

  private DiffRoute() {}

  static Route<Void, StreamedReply> route() {
    return new Route<>(
        "diff",
        Route.Method.GET,
        GraphPath.GRAPH + "/diff",
        Gate.reading(Action.READ, GraphPath::address),
        new Body.None(),
        StreamedReply.class,
        DiffRoute::prepared);
  }

  private static Prepared<StreamedReply> prepared(Request<Void> request) {
    DiffQuery query = query(request);
    Optional<String> problem =
        Stream.of(FROM, TO)
            .map(name -> request.queryParameter(name).orElse(BranchNames.MAIN))
            .filter(text -> RevisionText.read(text).isEmpty())
            .map(RevisionText::problem)
            .findFirst()
            .or(query::problem);
    return Prepared.unless(problem, () -> comparing(request, query.filter()));
  }

  private static Prepared<StreamedReply> comparing(Request<Void> request, DiffFilter filter) {
    ServedGraph served = GraphPath.served(request);
    ReadTarget from = revision(request, FROM);
    ReadTarget to = revision(request, TO);
    return States.reading(
        served,
        List.of(from, to),
        () -> Reply.ok(new Lines(served.graph().diff(from, to), filter)));
  }

  /** The state that a parameter names, {@code main} when it is missing. */
  private static ReadTarget revision(Request<Void> request, String parameter) {
    return request
        .queryParameter(parameter)
        .flatMap(RevisionText::read)
        .orElseGet(ReadTarget::main);
  }

  private static DiffQuery query(Request<Void> request) {
    return new DiffQuery(words(request, "kind"), words(request, "type"), words(request, "op"));
  }

  private static List<String> words(Request<Void> request, String parameter) {
    return Optional.of(request.queryParameter(parameter).orElse(""))
        .filter(text -> !text.isBlank())
        .map(text -> Arrays.stream(text.split(",")).map(String::strip).toList())
        .orElse(List.of());
  }

  private record Lines(GraphDiff diff, DiffFilter filter) implements StreamedReply {

    @Override
    public String mediaType() {
      return "application/x-ndjson; charset=utf-8";
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      BufferedWriter writer =
          new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      try {
        DiffLines.write(diff, filter, line -> append(writer, line));
      } catch (ReaderGone e) {
        throw new IOException("the difference was cut short", e);
      }
      writer.flush();
    }

    private static void append(BufferedWriter writer, String line) {
      try {
        writer.write(line);
        writer.write('\n');
      } catch (IOException e) {
        throw new ReaderGone(e);
      }
    }
  }

  /** Nobody takes the lines any more. */
  private static final class ReaderGone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReaderGone(IOException cause) {
      super(cause);
    }
  }
}
