package io.omnigraph.store.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.live.LiveSchema.Outcome;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.fault.InjectedFault;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import io.omnigraph.store.commit.GraphFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An apply that dies at a fault point, the first or a later time that it passes it: every branch
 * has the old or the new schema whole, and applying again comes to the same end.
 */
class SchemaCrashTest {

  /** Renames, drops, fills, adds a type and a constraint, on three branches. */
  private static final String DESIRED =
      """
      node Vessel @rename_from("Ship") {
        imo: String @key
        title: String? @rename_from("name") @index
        status: enum(active, laid_up, lost)?
        crew: I32 @default(3)
      }
      node Port { code: String @key }
      edge Calls: Vessel -> Port @card(0..2) { @unique(src, dst) }
      node Berth { code: String @key }
      """;

  private static int crashes;

  record Crash(String point, int time) {}

  @TempDir Path directory;

  static List<Crash> crashes() {
    List<Crash> crashes = new ArrayList<>();
    for (String point : GraphFaults.SCHEMA) {
      int times =
          switch (point) {
            case GraphFaults.SCHEMA_BRANCH_CARRIED -> 2;
            case GraphFaults.SCHEMA_ROWS_WRITTEN, GraphFaults.SCHEMA_COMMIT_WRITTEN -> 3;
            default -> 1;
          };
      for (int time = 1; time <= times; time++) {
        crashes.add(new Crash(point, time));
      }
    }
    return crashes;
  }

  @AfterAll
  static void count() {
    System.out.println("states covered: " + crashes + " crashes of a schema apply");
  }

  @ParameterizedTest
  @MethodSource("crashes")
  void applyingAgainComesToTheSameEnd(Crash crash) throws IOException {
    Harbor undisturbed = graph("undisturbed");
    undisturbed.apply(DESIRED, DropMode.HARD, FaultPoints.none());
    Harbor harbor = graph("crashed");

    assertThatThrownBy(() -> harbor.apply(DESIRED, DropMode.HARD, faults(crash)))
        .isInstanceOf(InjectedFault.class);
    crashes++;

    boolean isNewOnMain = everyBranchIsWhole(harbor);
    assertThat(isNewOnMain)
        .isEqualTo(
            crash.point().equals(GraphFaults.SCHEMA_REF_SWAPPED)
                || crash.point().equals(GraphFaults.SCHEMA_SWEPT));
    assertThat(harbor.apply(DESIRED, DropMode.HARD, FaultPoints.none()))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(content(harbor)).isEqualTo(content(undisturbed));
    assertThat(harbor.plan(DESIRED).migration().steps()).isEmpty();
  }

  private Harbor graph(String name) throws IOException {
    Harbor harbor = new Harbor(Files.createDirectory(directory.resolve(name)));
    harbor.branch("early");
    harbor.branch("feature");
    harbor.write(
        "feature",
        t -> t.upsertNode("Ship", null, Map.of("imo", "4", "name", "Heron", "tons", 9L)));
    return harbor;
  }

  /**
   * Reads everything with the schema that each branch has, and says whether main has the new one.
   */
  private static boolean everyBranchIsWhole(Harbor harbor) {
    boolean isNew = false;
    try (Graph graph = harbor.open()) {
      for (String branch : graph.branches()) {
        var snapshot = graph.snapshot(new ReadTarget.Branch(branch));
        String source = snapshot.schema().source();
        assertThat(source).isIn(Harbor.SCHEMA, DESIRED);
        boolean isNewHere = source.equals(DESIRED);
        SortedMap<String, Object> ships = Harbor.values(snapshot, isNewHere ? "Vessel" : "Ship");
        assertThat(ships).containsEntry(isNewHere ? "1.title" : "1.name", "Kestrel");
        assertThat(ships.containsKey("1.crew")).isEqualTo(isNewHere);
        assertThat(ships.containsKey("1.tons")).isEqualTo(!isNewHere);
        isNew = branch.equals("main") ? isNewHere : isNew;
      }
    }
    return isNew;
  }

  private static SortedMap<String, Object> content(Harbor harbor) {
    SortedMap<String, Object> content = new TreeMap<>();
    for (String branch : List.of("early", "feature", "main")) {
      for (String type : List.of("Vessel", "Port", "Calls", "Berth")) {
        content.put(branch + " " + type, harbor.values(branch, type));
      }
    }
    return content;
  }

  private static FaultPoints faults(Crash crash) {
    int[] seen = {0};
    return reached -> {
      if (reached.equals(crash.point()) && ++seen[0] == crash.time()) {
        throw new InjectedFault(crash.point());
      }
    };
  }
}
