package io.omnigraph.cli.failures;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.cli.CommandNames;
import io.omnigraph.cli.InProcess;
import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.graph.NoSuchTargetException;
import io.omnigraph.graph.failure.GraphFailure;
import io.omnigraph.graph.failure.GraphFailureException;
import io.omnigraph.graph.failure.NameTakenException;
import io.omnigraph.graph.failure.UnknownOutcomeException;
import io.omnigraph.graph.write.WriteRejected;
import io.omnigraph.ground.access.AccessDeniedException;
import io.omnigraph.ground.storage.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every kind of failure, at every command that opens a graph. */
class EveryCommandTest {

  /** How often a command is let do its work before its storage fails. */
  private static final int[] WELL = {0, 1, 2, 3, 5, 8, 13, 21, 34, 55};

  private static final String REASON = "the anchor is fouled";

  @TempDir private static Path directory;

  private static GraphCommandLines lines;

  static final List<String> LINES = GraphCommandLines.LINES;

  /** A failure as the engine throws it. */
  record Kind(Supplier<RuntimeException> thrown) {

    GraphFailure failure() {
      return GraphFailureException.failureOf(thrown.get()).orElseThrow();
    }
  }

  static final List<Kind> KINDS =
      List.of(
          new Kind(() -> new NoSuchTargetException(GraphFailure.Thing.BRANCH, REASON)),
          new Kind(() -> new WriteRejected(REASON)),
          new Kind(() -> new AccessDeniedException(REASON)),
          new Kind(() -> new NameTakenException(REASON)),
          new Kind(() -> new DamagedGraphException(REASON)),
          new Kind(() -> QueryRejected.beyond(REASON, "rows", 1, 2)),
          new Kind(EveryCommandTest::unavailable),
          new Kind(() -> new UnknownOutcomeException("main", "01J", new IOException())));

  @BeforeAll
  static void layOut() {
    lines = new GraphCommandLines(directory);
    lines.layOut();
  }

  @Test
  void noKindAndNoCommandIsLeftOut() {
    assertThat(KINDS.stream().<Class<?>>map(kind -> kind.failure().getClass()))
        .containsExactlyInAnyOrder(GraphFailure.class.getPermittedSubclasses());
    Set<String> covered =
        Stream.concat(
                GraphCommandLines.WITHOUT_A_GRAPH.stream(),
                LINES.stream().map(EveryCommandTest::command))
            .collect(Collectors.toSet());
    assertThat(covered).containsExactlyInAnyOrderElementsOf(CommandNames.ofPlugins(directory));
  }

  @ParameterizedTest
  @FieldSource("LINES")
  void eachKindOfFailureIsOneErrorOfTheCommand(String line) {
    SoftAssertions softly = new SoftAssertions();
    for (Kind kind : KINDS) {
      FailingStorage.failing(place(line, lines.graph()), 0, kind.thrown());
      InProcess.Result result = lines.run(line, FailingStorage.uri(lines.graph()));

      isOneError(softly, line + "\n" + kind.failure(), result);
      softly.assertThat(result.err()).as(line).contains(reason(kind));
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @FieldSource("LINES")
  void aStorageThatFailsAtAnyTimeIsOneErrorOfTheCommand(String line) {
    SoftAssertions softly = new SoftAssertions();
    for (int well : WELL) {
      Path copy = lines.copy("c" + well + "-" + LINES.indexOf(line) + ".omni");
      FailingStorage.failing(place(line, copy), well, EveryCommandTest::unavailable);
      InProcess.Result result = lines.run(line, FailingStorage.uri(copy));
      boolean isUntroubled = FailingStorage.asked(place(line, copy)) <= well;
      if (isUntroubled || isDone(line, result)) {
        softly.assertThat(result.exitCode()).as(line + result.err()).isZero();
        softly.assertThat(result.err()).as(line).doesNotContain("Error:");
        break;
      }
      isOneError(softly, "%s, failing after %d".formatted(line, well), result);
    }
    softly.assertAll();
  }

  /**
   * Whether a write was whole before its storage failed, and only its mark could not be removed.
   */
  private static boolean isDone(String line, InProcess.Result result) {
    boolean isLong = line.startsWith("load") || line.startsWith("ingest") || line.startsWith("opt");
    return isLong && result.exitCode() == 0;
  }

  private static void isOneError(SoftAssertions softly, String what, InProcess.Result result) {
    String said =
        result
            .err()
            .lines()
            .filter(text -> !text.startsWith("warning: "))
            .collect(Collectors.joining("\n"));
    softly.assertThat(result.exitCode()).as(what + result).isEqualTo(1);
    softly.assertThat(result.out()).as(what).isEmpty();
    softly.assertThat(said).as(what).startsWith("Error: ");
    softly.assertThat(said.split("Error:", -1)).as(what + said).hasSize(2);
    softly.assertThat(said).as(what).doesNotContain("Exception", "\tat ", "OMNIGRAPH_DEBUG");
    softly
        .assertThat(said)
        .as(what)
        .doesNotContain("StreamReadFeature", "REDACTED", "CoercionConfig", "JsonToken");
  }

  private static String reason(Kind kind) {
    return kind.failure() instanceof GraphFailure.UnknownOutcome(_, _, var message)
        ? message
        : REASON;
  }

  private static RuntimeException unavailable() {
    return StorageException.of("cannot read", "/srv/x", "x", REASON, new IOException(REASON));
  }

  /** Where the graph is that a line works on. */
  private static String place(String line, Path graph) {
    return line.endsWith("@.new") ? graph + ".new" : graph.toString();
  }

  private static String command(String line) {
    String[] words = line.split(" ", -1);
    String grouped = words[0] + " " + words[1];
    return CommandNames.ofPlugins(directory).contains(grouped) ? grouped : words[0];
  }
}
