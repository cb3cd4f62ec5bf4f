package io.omnigraph.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.access.WriteGate;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.json.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class TargetCommandTest {

  private static final String LOCAL = "/srv/harbour.omni";
  private static final String SERVED = "http://localhost:8080/graphs/harbour";

  private final List<String> requests = new ArrayList<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private JsonNode reply = Json.object().put("ship", "Alba").put("heads", 3);

  @ParameterizedTest
  @ValueSource(strings = {LOCAL, SERVED})
  void whoeverAnswersTheAnswerLooksTheSame(String uri) {
    assertThat(run(uri, "--ship", "Alba")).isZero();
    assertThat(run(uri, "--ship", "Alba", "--json")).isZero();

    assertThat(out)
        .hasToString(
            """
            3 people on Alba
            {
              "ship": "Alba",
              "heads": 3
            }
            """);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aServerIsAskedForTheSameWithEveryPartOfThePathEncoded() {
    run(SERVED, "--ship", "Alba & Co/2");

    assertThat(requests).containsExactly("GET /crews/count?ship=Alba%20%26%20Co%2F2&branch=main");
  }

  @Test
  void aParameterWithoutAValueIsLeftOut() {
    assertThat(RemotePath.of("crews", "a/b").with("ship", null).with("limit", 2L).text())
        .isEqualTo("/crews/a%2Fb?limit=2");
  }

  @Test
  void aReplyOfAnotherShapeIsAFailure() {
    reply = Json.object().put("heads", "many");

    assertThat(run(SERVED, "--ship", "Alba")).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).startsWith("the server's reply is not understood: ");
  }

  @Test
  void anAnswerCanBeAFailureAndIsShownAllTheSame() {
    reply = Json.object().put("ship", "Alba").put("heads", 0);

    assertThat(run(SERVED, "--ship", "Alba")).isEqualTo(1);
    assertThat(out).hasToString("0 people on Alba\n");
    assertThat(err).hasToString("nobody is on board\n");
  }

  private int run(String... arguments) {
    return new CommandLine(new CrewCommand(new Context()))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler((failure, _, _) -> {
          err.write(failure.getMessage() + "\n");
          return ((CommandFailure) failure).exitCode();
        })
        .execute(arguments);
  }

  record Crew(String ship, long heads) {}

  @Command(name = "crew")
  static final class CrewCommand extends TargetCommand<Crew> {

    @Option(names = "--ship", required = true)
    private String ship;

    @Option(names = "--branch")
    private @Nullable String branch;

    CrewCommand(CommandContext context) {
      super(context, new TargetOptions());
    }

    @Override
    protected Work<Crew> work() {
      return new Work<>(
          local -> new Crew(ship, local.uri().equals(LOCAL) ? 3 : 0),
          RemoteCall.get(
              RemotePath.of("crews", "count")
                  .with("ship", ship)
                  .with("branch", orDefaultBranch(branch)),
              Crew.class));
    }

    @Override
    protected List<String> lines(Crew crew) {
      return List.of(crew.heads() + " people on " + crew.ship());
    }

    @Override
    protected int exitCode(Crew crew) {
      if (crew.heads() == 0) {
        say("nobody is on board");
      }
      return crew.heads() == 0 ? 1 : 0;
    }
  }

  private final class Context implements CommandContext, RemoteGraph {

    @Override
    public Target target(TargetOptions options) {
      String uri = options.uri().orElseThrow();
      return uri.startsWith("http") ? new Target.Remote(uri, null) : new Target.Local(uri);
    }

    @Override
    public Optional<String> actor(TargetOptions options) {
      return Optional.empty();
    }

    @Override
    public String defaultBranch(TargetOptions options) {
      return "main";
    }

    @Override
    public Optional<String> setting(TargetOptions options, String path) {
      return Optional.empty();
    }

    @Override
    public WriteGate gate(TargetOptions options) {
      return WriteGate.OPEN;
    }

    @Override
    public RemoteGraph connect(Target.Remote target) {
      return this;
    }

    @Override
    public FaultPoints faults() {
      return FaultPoints.none();
    }

    @Override
    public JsonNode get(String path) {
      requests.add("GET " + path);
      return reply;
    }

    @Override
    public JsonNode post(String path, JsonNode body) {
      throw new AssertionError(path);
    }

    @Override
    public JsonNode delete(String path) {
      throw new AssertionError(path);
    }
  }
}
