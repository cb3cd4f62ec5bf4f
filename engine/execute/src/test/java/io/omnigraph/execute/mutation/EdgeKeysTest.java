package io.omnigraph.execute.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.io.load.LoadMode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The table of edge keys, on a stored graph. */
class EdgeKeysTest {

  private static final String ID = "ann|ben|friend";
  private static final String ANN_BEN =
      "insert Follows { from: \"ann\", to: \"ben\", kind: \"friend\" }";
  private static final String DATED = ANN_BEN.replace(" }", ", since: date(\"2020-01-01\") }");
  private static final String LATER = ANN_BEN.replace(" }", ", since: date(\"2021-01-01\") }");

  @TempDir private Path directory;

  /** What is done to a graph, and what is true then. */
  record Case(String name, String schema, Consumer<EdgeKeyLab> work) {

    static Case keyed(String name, Consumer<EdgeKeyLab> work) {
      return new Case(name, EdgeKeyLab.KEYED, work);
    }

    static Case free(String name, Consumer<EdgeKeyLab> work) {
      return new Case(name, EdgeKeyLab.FREE, work);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static String edge(String from, String to, String more) {
    return "{\"edge\":\"Follows\",\"from\":\"%s\",\"to\":\"%s\",\"data\":{\"kind\":\"friend\"%s}}"
        .formatted(from, to, more);
  }

  private static String follows(String more) {
    return edge("ann", "ben", more);
  }

  static final List<Case> INSERTS =
      List.of(
          Case.keyed(
              "inserted twice it is one edge with the second value",
              lab -> {
                assertThat(lab.mutate("main", ANN_BEN)).isEqualTo(1);
                lab.expectEdges(ID + " -");
                assertThat(lab.mutate("main", DATED)).isEqualTo(1);
                lab.expectEdges(ID + " dated");
                assertThat(lab.mutate("main", ANN_BEN)).isEqualTo(1);
                lab.expectEdges(ID + " -");
              }),
          Case.keyed(
              "twice in one query counts two",
              lab -> {
                assertThat(lab.mutate("main", ANN_BEN + " " + DATED)).isEqualTo(2);
                lab.expectEdges(ID + " dated");
              }),
          Case.keyed(
              "members keep apart what they join",
              lab -> {
                lab.mutate(
                    "main", "insert Author { handle: \"a|b\" } insert Author { handle: \"a\" }");
                lab.mutate("main", "insert Follows { from: \"a|b\", to: \"a\", kind: \"x\" }");
                lab.mutate("main", "insert Follows { from: \"a\", to: \"a|b\", kind: \"x\" }");
                lab.expectEdges("a\\|b|a|x -", "a|a\\|b|x -");
              }),
          Case.free(
              "without a key there are two",
              lab -> {
                lab.mutate("main", ANN_BEN);
                lab.mutate("main", ANN_BEN);
                assertThat(lab.edges("main")).hasSize(2).noneMatch(e -> e.startsWith(ID));
              }),
          Case.keyed(
              "another property is updated, a member is not",
              lab -> {
                lab.mutate("main", DATED);
                assertThat(
                        lab.mutate(
                            "main", "update Follows set { weight: 1.0 } where @src = \"ann\""))
                    .isEqualTo(1);
                lab.expectEdges(ID + " dated");
                for (String set : List.of("kind: \"foe\"", "to: \"ann\"", "from: \"ben\"")) {
                  assertThatThrownBy(
                          () -> lab.mutate("main", "update Follows set { " + set + " } where true"))
                      .hasMessageContaining("T16");
                }
                lab.expectEdges(ID + " dated");
              }),
          Case.keyed(
              "deleted and inserted again it has the same id",
              lab -> {
                lab.mutate("main", DATED);
                String before = lab.head();
                lab.mutate("main", "delete Follows where from = \"ann\"");
                lab.mutate("main", ANN_BEN);
                assertThat(lab.diff(before, lab.head())).containsExactly("update " + ID);
                lab.mutate("main", DATED);
                assertThat(lab.diff(before, lab.head())).isEmpty();
              }));

  static final List<Case> LOADS =
      List.of(
          Case.keyed(
              "merge replaces",
              lab -> {
                lab.mutate("main", ANN_BEN);
                assertThat(lab.load(LoadMode.MERGE, follows(",\"since\":\"2020-01-01\"")))
                    .isEqualTo("loaded");
                lab.expectEdges(ID + " dated");
              }),
          Case.keyed(
              "append refuses a known key",
              lab -> {
                lab.mutate("main", ANN_BEN);
                assertThat(lab.load(LoadMode.APPEND, follows("")))
                    .contains("Follows '" + ID + "' exists already");
                lab.expectEdges(ID + " -");
              }),
          Case.keyed(
              "overwrite replaces",
              lab -> {
                lab.mutate("main", ANN_BEN.replace("friend", "foe"));
                assertThat(lab.load(LoadMode.OVERWRITE, follows(""))).isEqualTo("loaded");
                lab.expectEdges(ID + " -");
              }),
          Case.keyed(
              "of two records of one key the last wins in merge",
              lab -> {
                assertThat(
                        lab.load(LoadMode.MERGE, follows(""), follows(",\"since\":\"2020-01-01\"")))
                    .isEqualTo("loaded");
                lab.expectEdges(ID + " dated");
              }),
          Case.keyed(
              "and in overwrite",
              lab -> {
                assertThat(
                        lab.load(
                            LoadMode.OVERWRITE,
                            follows(",\"since\":\"2020-01-01\""),
                            edge("ben", "ann", ""),
                            follows("")))
                    .isEqualTo("loaded");
                lab.expectEdges(ID + " -", "ben|ann|friend -");
              }),
          Case.keyed(
              "and are an error in append",
              lab -> {
                assertThat(lab.load(LoadMode.APPEND, follows(""), follows("")))
                    .contains("Follows '" + ID + "' appears in rows 0 and 1");
                lab.expectEdges();
              }),
          Case.keyed(
              "another id is refused and the derived one named",
              lab -> {
                assertThat(lab.load(LoadMode.MERGE, follows(",\"id\":\"mine\"")))
                    .contains(
                        "edge Follows has explicit id 'mine', but its @key (src, dst, kind) makes"
                            + " it '"
                            + ID
                            + "'");
                assertThat(lab.load(LoadMode.MERGE, follows(",\"id\":\"" + ID + "\"")))
                    .isEqualTo("loaded");
                lab.expectEdges(ID + " -");
              }),
          Case.keyed(
              "what is exported is loaded again",
              lab -> {
                lab.mutate("main", DATED);
                String before = lab.head();
                List<String> lines = lab.exported();
                assertThat(lines).singleElement().asString().contains("\"id\":\"" + ID + "\"");
                assertThat(lab.load(LoadMode.MERGE, lines.getFirst())).isEqualTo("loaded");
                assertThat(lab.diff(before, lab.head())).isEmpty();
              }),
          Case.keyed(
              "a member must be there",
              lab ->
                  assertThat(
                          lab.load(
                              LoadMode.MERGE,
                              "{\"edge\":\"Follows\",\"from\":\"ann\",\"to\":\"ben\"}"))
                      .contains("Follows.kind is required")),
          new Case(
              "a cardinality counts edges that are left",
              EdgeKeyLab.KEYED.replace("Author -> Author {", "Author -> Author @card(0..1) {"),
              lab -> {
                assertThat(lab.load(LoadMode.MERGE, follows(""), follows(""))).isEqualTo("loaded");
                lab.mutate("main", DATED);
                lab.expectEdges(ID + " dated");
                assertThat(lab.load(LoadMode.MERGE, edge("ann", "ann", "")))
                    .contains("@card violation");
                assertThatThrownBy(() -> lab.mutate("main", ANN_BEN.replace("friend", "foe")))
                    .hasMessageContaining("@card violation");
              }),
          new Case(
              "uniqueness of the members says nothing new",
              EdgeKeyLab.KEYED.replace(
                  "@key(@src, @dst, kind)", "@key(@src, @dst, kind) @unique(kind, dst, @src)"),
              lab -> {
                lab.mutate("main", ANN_BEN + " " + DATED);
                assertThat(lab.load(LoadMode.MERGE, follows(""), follows(""))).isEqualTo("loaded");
                lab.expectEdges(ID + " -");
              }));

  static final List<Case> MERGES =
      List.of(
          Case.keyed(
              "the same edge on both sides is one edge",
              lab -> {
                lab.graph().createBranch("side", "main");
                lab.mutate("main", DATED);
                lab.mutate("side", DATED);
                assertThat(lab.merge("side")).isIn("merged", "fast_forward", "up_to_date");
                lab.expectEdges(ID + " dated");
              }),
          Case.keyed(
              "on one side only it comes over",
              lab -> {
                lab.graph().createBranch("side", "main");
                lab.mutate("side", DATED);
                assertThat(lab.merge("side")).isEqualTo("fast_forward");
                lab.expectEdges(ID + " dated");
              }),
          Case.keyed(
              "with different values it diverges",
              lab -> {
                lab.graph().createBranch("side", "main");
                lab.mutate("main", DATED);
                lab.mutate("side", LATER);
                String before = lab.head();
                assertThat(lab.merge("side")).isEqualTo("divergent_insert " + ID);
                assertThat(lab.head()).isEqualTo(before);
              }),
          Case.free(
              "without a key both edges stay",
              lab -> {
                lab.graph().createBranch("side", "main");
                lab.mutate("main", DATED);
                lab.mutate("side", DATED);
                assertThat(lab.merge("side")).isEqualTo("merged");
                assertThat(lab.edges("main")).hasSize(2);
              }),
          Case.keyed(
              "between nodes with made-up ids edges stay different",
              lab -> {
                lab.graph().createBranch("side", "main");
                for (String branch : List.of("main", "side")) {
                  lab.mutate(branch, "insert Guest { name: \"eva\" }");
                  lab.meet(branch);
                }
                assertThat(lab.merge("side")).isEqualTo("merged");
                assertThat(lab.meetings()).hasSize(2).doesNotHaveDuplicates();
              }));

  static final List<Case> MIGRATIONS =
      List.of(
          Case.free(
              "a key comes to a type without rows",
              lab -> {
                assertThat(lab.apply(EdgeKeyLab.KEYED)).isEqualTo("applied");
                lab.mutate("main", ANN_BEN + " " + ANN_BEN);
                lab.expectEdges(ID + " -");
              }),
          Case.free(
              "it does not come to rows",
              lab -> {
                lab.mutate("main", ANN_BEN + " " + ANN_BEN);
                assertThat(lab.apply(EdgeKeyLab.KEYED))
                    .contains(
                        "adding constraint 'key:dst,kind,src' to 'Follows' is not possible because"
                            + " of 2 stored rows that would break it");
                assertThat(lab.edges("main")).hasSize(2);
              }),
          Case.keyed(
              "a renamed member keeps ids",
              lab -> {
                lab.mutate("main", DATED);
                assertThat(
                        lab.apply(
                            EdgeKeyLab.KEYED
                                .replace("kind: String", "sort: String @rename_from(\"kind\")")
                                .replace("@dst, kind)", "@dst, sort)")))
                    .isEqualTo("applied");
                lab.mutate("main", ANN_BEN.replace("kind:", "sort:"));
                lab.expectEdges(ID + " -");
              }),
          Case.keyed(
              "another key does not come to rows",
              lab -> {
                lab.mutate("main", DATED);
                assertThat(lab.apply(EdgeKeyLab.KEYED.replace("@dst, kind)", "@dst)")))
                    .contains("1 stored row that would break it: 'ann|ben|friend'");
              }),
          Case.keyed(
              "a key may go, and comes back to rows that have its ids",
              lab -> {
                lab.mutate("main", DATED);
                assertThat(lab.apply(EdgeKeyLab.FREE)).isEqualTo("applied");
                assertThat(lab.apply(EdgeKeyLab.KEYED)).isEqualTo("applied");
                lab.mutate("main", ANN_BEN);
                lab.expectEdges(ID + " -");
              }),
          new Case(
              "members that change places are another key",
              EdgeKeyLab.KEYED
                  .replace("since: Date?", "since: Date?  place: String")
                  .replace("@dst, kind)", "@dst, kind, place)"),
              lab -> {
                String moved =
                    EdgeKeyLab.KEYED
                        .replace("kind: String  ", "place: String  kind: String  ")
                        .replace("@dst, kind)", "@dst, kind, place)");
                lab.mutate("main", ANN_BEN.replace(" }", ", place: \"inn\" }"));
                lab.expectEdges("ann|ben|friend|inn -");
                assertThat(lab.apply(moved))
                    .contains("id 'ann|ben|friend|inn' is not the key 'ann|ben|inn|friend'");
                lab.mutate("main", "delete Follows where true");
                assertThat(lab.apply(moved)).isEqualTo("applied");
              }));

  @AfterAll
  static void count() {
    int rows = INSERTS.size() + LOADS.size() + MERGES.size() + MIGRATIONS.size();
    System.out.println("rows covered: " + rows + " cases of edge keys");
  }

  @ParameterizedTest
  @FieldSource({"INSERTS", "LOADS", "MERGES", "MIGRATIONS"})
  void aKeyIdentifiesAnEdge(Case given) {
    try (EdgeKeyLab lab = new EdgeKeyLab(directory.resolve("friends.omni"), given.schema())) {
      given.work().accept(lab);
    }
  }
}
