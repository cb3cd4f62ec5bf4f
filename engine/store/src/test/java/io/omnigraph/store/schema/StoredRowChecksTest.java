package io.omnigraph.store.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.live.LiveSchema.Outcome;
import io.omnigraph.schema.migration.MigrationLines;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What stored rows say to a change that demands something of them. */
class StoredRowChecksTest {

  /**
   * A change of the harbour's schema.
   *
   * @param finding the terse line of the step, or of what rows have against it
   */
  record Case(String from, String to, String finding) {

    @Override
    public String toString() {
      return from + " => " + to;
    }
  }

  static final List<Case> CASES =
      List.of(
          new Case("name: String?", "name: String", "change_property_type Ship.name"),
          new Case(
              "tons: I32?",
              "tons: I32",
              "unsupported: changing property type of 'Ship.tons' from I32? to I32 is not possible"
                  + " because of 2 stored rows without a value: '2', '3' [OG-MF-104]"),
          new Case("imo: String @key", "imo: String? @unique", "change_property_type Ship.imo"),
          new Case(
              "enum(active, laid_up)?",
              "enum(active, laid_up, lost)?",
              "change_property_type Ship.status"),
          new Case("enum(active, laid_up)?", "String?", "change_property_type Ship.status"),
          new Case(
              "enum(active, laid_up)?",
              "enum(active)?",
              "unsupported: changing property type of 'Ship.status' from enum(active, laid_up)? to"
                  + " enum(active)? is not possible because of 1 stored row with another value: '3'"
                  + " (value 'laid_up') [OG-MF-106]"),
          new Case("name: String?", "name: enum(Kestrel, Tern)?", "change_property_type Ship.name"),
          new Case(
              "name: String?",
              "name: String? @unique",
              "unsupported: adding constraint 'unique:name' to 'Ship' is not possible because of 2"
                  + " stored rows that would break it: '2', '3' ('2' and '3' have the same)"
                  + " [OG-MF-107]"),
          new Case(
              "name: String?",
              "name: String? @unique(name, status)",
              "add_constraint Ship @unique(name, status)"),
          new Case("tons: I32?", "tons: I32? @unique", "add_constraint Ship @unique(tons)"),
          new Case(
              "tons: I32?", "tons: I32? @range(tons, 0..5)", "add_constraint Ship @range(tons"),
          new Case(
              "tons: I32?",
              "tons: I32? @range(tons, 6..)",
              "unsupported: adding constraint 'range:tons:6:' to 'Ship' is not possible because of"
                  + " 1 stored row that would break it: '1' (@range violation on Ship.tons: value 5"
                  + " < min 6) [OG-MF-107]"),
          new Case(
              "name: String?",
              "name: String? @check(name, \"^K\")",
              "unsupported: adding constraint 'check:name:^K' to 'Ship' is not possible because of"
                  + " 2 stored rows that would break it: '2', '3' (@check violation on Ship.name:"
                  + " value 'Tern' does not match pattern '^K') [OG-MF-107]"),
          new Case(
              "imo: String @key  name: String?",
              "imo: String  name: String @key",
              "unsupported: adding constraint 'key:name' to 'Ship' is not possible because of 3"
                  + " stored rows that would break it: '1', '2', '3' (id '1' is not the key"
                  + " 'Kestrel') [OG-MF-107]"),
          new Case("imo: String @key", "imo: String", "drop_constraint Ship @key(imo)"),
          new Case(
              "Ship -> Port",
              "Ship -> Port @card(1..2)",
              "change_cardinality edge Calls (0.. -> 1"),
          new Case(
              "Ship -> Port",
              "Ship -> Port @card(0..1)",
              "unsupported: changing cardinality of edge 'Calls' is not possible because of 1 node"
                  + " with too many or too few edges: '1' (source '1' has 2 edges) [OG-MF-107]"),
          new Case(
              "Ship -> Port",
              "Ship -> Port { @unique(dst) }",
              "unsupported: adding constraint 'unique:dst' to 'Calls' is not possible because of 2"
                  + " stored rows that would break it: 'c2', 'c3' ('c2' and 'c3' have the same)"
                  + " [OG-MF-107]"),
          new Case(
              "Ship -> Port",
              "Ship -> Port { @unique(src, dst) }",
              "add_constraint edge Calls @unique(dst, src)"),
          new Case(
              "tons: I32?",
              "tons: I32?  crew: I32 @default(0) @unique",
              "unsupported: adding constraint 'unique:crew' to 'Ship' is not possible because of 3"
                  + " stored rows that would break it: '1', '2', '3' ('1' and '2' have the same)"
                  + " [OG-MF-107]"));

  @TempDir static Path directory;
  private static Harbor harbor;

  @BeforeAll
  static void makeGraph() {
    harbor = new Harbor(directory);
  }

  @AfterAll
  static void count() {
    System.out.println("rows covered: " + CASES.size() + " data checks");
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void rowsAreLookedAtBeforeAChangeIsAccepted(Case changed) {
    String desired = Harbor.SCHEMA.replace(changed.from(), changed.to());

    var plan = harbor.plan(desired);

    assertThat(MigrationLines.terse(plan.migration()))
        .as("plan of %s", changed)
        .anySatisfy(line -> assertThat(line).startsWith(changed.finding()));
    assertThat(plan.isSupported()).isNotEqualTo(changed.finding().startsWith("unsupported"));
  }

  @Test
  void whatRowsStandAgainstIsRefusedAndChangesNothing(@TempDir Path other) {
    Harbor own = new Harbor(other);

    Outcome outcome = own.apply(Harbor.SCHEMA.replace("tons: I32?", "tons: I32"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused ->
                assertThat(refused.reason()).startsWith("[OG-MF-104] changing property type"));
    assertThat(own.plan(Harbor.SCHEMA).migration().steps()).isEmpty();
  }
}
