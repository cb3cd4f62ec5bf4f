package io.omnigraph.query;

import static io.omnigraph.query.Samples.declaration;
import static io.omnigraph.query.Samples.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.ground.json.Json;
import io.omnigraph.query.Queries.Selection;
import io.omnigraph.query.ast.QueryDeclaration;
import io.omnigraph.query.ast.QueryFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class QueriesTest {

  private static final String TWO =
      "query a() { delete T where x = 1 } query b() { delete T where x = 2 }";

  private static QueryFile file(String text) {
    return parse(text).value().orElseThrow();
  }

  @Test
  void selectsByName() {
    QueryFile file = file(TWO);

    assertThat(Queries.select(file, "b"))
        .isEqualTo(new Selection.Selected(file.queries().getLast()));
  }

  @Test
  void selectsTheOnlyQueryWithoutAName() {
    QueryFile file = file("query a() { delete T where x = 1 }");

    assertThat(Queries.select(file, null))
        .isEqualTo(new Selection.Selected(file.queries().getFirst()));
  }

  @Test
  void theFirstOfTwoQueriesOfANameCounts() {
    QueryFile file = file(TWO.replace("query b", "query a"));

    assertThat(Queries.select(file, "a"))
        .isEqualTo(new Selection.Selected(file.queries().getFirst()));
  }

  @Test
  void refusesAnUnknownNameAndAChoice() {
    String choice = "query file contains multiple queries; pass --name";

    assertThat(Queries.select(file(TWO), "c"))
        .isEqualTo(new Selection.Refused("query 'c' not found"));
    assertThat(Queries.select(file(TWO), null)).isEqualTo(new Selection.Refused(choice));
    assertThat(Queries.select(file("// nothing"), null))
        .isEqualTo(new Selection.Refused("the query text is empty; write `query name() { … }`"));
  }

  record Described(String type, String json) {}

  static final List<Described> DESCRIBED =
      List.of(
          new Described("String", "\"kind\":\"string\",\"nullable\":false"),
          new Described("Bool", "\"kind\":\"bool\",\"nullable\":false"),
          new Described("I32", "\"kind\":\"int\",\"nullable\":false"),
          new Described("U32", "\"kind\":\"int\",\"nullable\":false"),
          new Described("I64", "\"kind\":\"bigint\",\"nullable\":false"),
          new Described("U64", "\"kind\":\"bigint\",\"nullable\":false"),
          new Described("F32", "\"kind\":\"float\",\"nullable\":false"),
          new Described("F64", "\"kind\":\"float\",\"nullable\":false"),
          new Described("Date", "\"kind\":\"date\",\"nullable\":false"),
          new Described("DateTime", "\"kind\":\"datetime\",\"nullable\":false"),
          new Described("Blob?", "\"kind\":\"blob\",\"nullable\":true"),
          new Described("Vector(4)?", "\"kind\":\"vector\",\"vector_dim\":4,\"nullable\":true"),
          new Described("[I64]?", "\"kind\":\"list\",\"item_kind\":\"bigint\",\"nullable\":true"));

  @ParameterizedTest
  @FieldSource("DESCRIBED")
  void describesParameters(Described row) {
    QueryDescription description =
        described(declaration("query q($x: " + row.type() + ") { delete T where a = 1 }"));

    assertThat(Json.compact(Json.tree(description.params().getFirst())))
        .isEqualTo("{\"name\":\"x\"," + row.json() + "}");
  }

  @Test
  void describesAQuery() {
    QueryDescription description =
        described(
            declaration(
                "query books() @description(\"All books\") { match { $b: Book } return { $b } }"));

    assertThat(Json.compact(Json.tree(description)))
        .isEqualTo(
            "{\"name\":\"books\",\"tool_name\":\"books\",\"description\":\"All books\","
                + "\"mutation\":false,\"params\":[]}");
  }

  private static QueryDescription described(QueryDeclaration declaration) {
    return QueryDescription.of(declaration, Queries.parameters(declaration).value().orElseThrow());
  }
}
