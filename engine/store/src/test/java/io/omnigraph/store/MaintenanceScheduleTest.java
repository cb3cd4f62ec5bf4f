package io.omnigraph.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.maintenance.CleanupRequest;
import io.omnigraph.graph.maintenance.RepairMode;
import io.omnigraph.store.StagedGraph.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Lets one actor do something and others come in at one of its steps, for each of its steps: every
 * call of the store, and every fault point.
 */
class MaintenanceScheduleTest {

  private static final CleanupRequest KEEP_TWO = new CleanupRequest(2, null, Duration.ZERO);
  private static final CleanupRequest KEEP_ONE = new CleanupRequest(1, null, Duration.ZERO);
  private static final CleanupRequest ONE_MINUTE =
      new CleanupRequest(1, null, Duration.ofSeconds(60));

  static final List<Schedule> SCHEDULES =
      List.of(
          new Schedule("cleanup beside everything", g -> clean(g, KEEP_TWO), Others::everything),
          new Schedule("cleanup beside one writer", g -> clean(g, ONE_MINUTE), Others::writes),
          new Schedule("cleanup beside an optimize", g -> clean(g, KEEP_ONE), Others::optimizes),
          new Schedule("cleanup beside a cleanup", g -> clean(g, KEEP_ONE), Others::cleans),
          new Schedule("repair", MaintenanceScheduleTest::repair, Others::movesOn),
          new Schedule("optimize", g -> g.graph().maintenance().optimize(), Others::movesOn),
          new Schedule("write", g -> g.write("main", "own"), Others::movesOn),
          new Schedule("bulk write", g -> g.writeMany("main", "many"), Others::movesOn),
          new Schedule("branch", g -> g.branch("twig", "main"), Others::movesOn),
          new Schedule("tag", g -> g.tagOldest("mark"), Others::movesOn),
          new Schedule("merge", g -> g.merge("side", "main"), Others::movesBothOn));

  private static final List<Place> PLACES = List.of(Place.values());

  @TempDir Path directory;

  @ParameterizedTest
  @FieldSource("SCHEDULES")
  void whateverIsNamedOrAcknowledgedIsWholeAtEveryStep(Schedule schedule) throws IOException {
    for (Place place : PLACES) {
      int steps = run(schedule, place, -1);
      System.out.printf("%s on %s: %d steps%n", schedule.name(), place, steps);
      assertThat(steps).isPositive();
      for (int step = 0; step < steps; step++) {
        run(schedule, place, step);
      }
    }
  }

  /** Returns the number of steps; the others come in before one of them, or never. */
  private int run(Schedule schedule, Place place, int at) throws IOException {
    AtomicInteger steps = new AtomicInteger();
    try (StagedGraph staged = StagedGraph.at(directory, place)) {
      Runnable others =
          () -> {
            if (steps.getAndIncrement() == at) {
              schedule.others().accept(staged.others());
            }
          };
      schedule.work().accept(staged.actor(others));

      staged.requireWhole("step %d of %s on %s".formatted(at, schedule.name(), place));
    }
    return steps.get();
  }

  private static void clean(StagedGraph.Actor actor, CleanupRequest request) {
    assertThat(actor.graph().maintenance().cleanup(request).tables())
        .isNotEmpty()
        .allMatch(table -> table.error() == null);
  }

  private static void repair(StagedGraph.Actor actor) {
    assertThat(actor.graph().maintenance().repair(RepairMode.FORCE).findings()).isEmpty();
  }

  /** What others do while somebody works. */
  private static final class Others {

    private Others() {}

    static void everything(StagedGraph.Actor others) {
      others.write("main", "late");
      others.tagOldest("oldest");
      others.branch("fresh", "main");
      others.branch("second", "side");
      others.graph().deleteBranch("spare");
      others.tag("newest", "main");
      others.write("main", "later");
      others.write("fresh", "fresh");
      others.write("main", "latest");
    }

    static void writes(StagedGraph.Actor others) {
      others.write("main", "late");
      others.write("main", "later");
    }

    static void optimizes(StagedGraph.Actor others) {
      others.graph().maintenance().optimize();
      others.write("main", "late");
    }

    static void cleans(StagedGraph.Actor others) {
      others.write("main", "late");
      clean(others, KEEP_ONE);
    }

    static void movesOn(StagedGraph.Actor others) {
      others.write("main", "late");
      others.write("main", "later");
      clean(others, KEEP_ONE);
    }

    static void movesBothOn(StagedGraph.Actor others) {
      others.write("side", "beside");
      movesOn(others);
    }
  }

  record Schedule(
      String name, Consumer<StagedGraph.Actor> work, Consumer<StagedGraph.Actor> others) {

    @Override
    public String toString() {
      return name;
    }
  }
}
