package io.omnigraph.execute.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.execute.fixture.RandomQueries;
import io.omnigraph.execute.fixture.Reads;
import io.omnigraph.execute.operator.Heat;
import io.omnigraph.execute.operator.Limits;
import io.omnigraph.execute.operator.ReadRun;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.query.check.CheckedRead;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Compares reads of random graphs with DuckDB, which knows nothing of our reference, for the part
 * of the language that SQL can say. The system property {@code duckdb.graphs} sets how many graphs
 * there are: 400 make 20,000 pairs.
 */
class DuckDbTest {

  private static final int GRAPHS = Integer.getInteger("duckdb.graphs", 12);
  private static final int QUERIES = 50;

  private DuckTables tables;
  private int pairs;
  private int unsaid;
  private int withRows;

  @BeforeEach
  void open() throws SQLException {
    tables = new DuckTables();
  }

  @AfterEach
  void close() throws SQLException {
    tables.close();
  }

  @Test
  void aReadFindsWhatDuckDbFinds() throws SQLException {
    for (int seed = 0; seed < GRAPHS; seed++) {
      Random random = new Random(seed);
      Records records = RandomGraph.from(random);
      records.dropLooseEdges();
      Snapshot graph = records.inMemory();
      tables.fill(records);
      for (int i = 0; i < QUERIES; i++) {
        String source =
            random.nextBoolean() ? RandomRead.from(random) : RandomQueries.next(random).text();
        compare("seed " + seed, source, graph);
      }
    }

    System.out.printf(
        "random pairs of a graph and a query, compared with DuckDB: %d, of which %d have rows;"
            + " %d more are not said in SQL%n",
        pairs, withRows, unsaid);
    assertThat(pairs + unsaid).isEqualTo(GRAPHS * QUERIES);
    assertThat(unsaid).isLessThan(pairs / 10);
    assertThat(withRows).isGreaterThan(pairs / 4);
  }

  private void compare(String place, String source, Snapshot graph) throws SQLException {
    CheckedRead read = Reads.checked(source, graph);
    SqlRead sql;
    try {
      sql = SqlRead.of(read);
    } catch (SqlWords.Unsaid e) {
      unsaid++;
      return;
    }
    List<List<@Nullable Object>> expected = new ArrayList<>();
    for (List<@Nullable Object> row : tables.rows(sql.text())) {
      expected.add(sql.row(row));
    }
    List<List<@Nullable Object>> found = new ArrayList<>();
    Reads.run(read, Map.of(), graph, new ReadRun.Setting(Limits.usual(), new Heat()))
        .rows()
        .forEach(row -> found.add(new ArrayList<>(row.values())));
    pairs++;
    withRows += expected.isEmpty() ? 0 : 1;
    if (read.sortKeys().isEmpty()) {
      assertThat(sorted(found))
          .as("%s: %s%n%s", place, source, sql.text())
          .isEqualTo(sorted(expected));
    } else {
      assertThat(found).as("%s: %s%n%s", place, source, sql.text()).isEqualTo(expected);
    }
  }

  private static List<String> sorted(List<List<@Nullable Object>> rows) {
    return rows.stream().map(String::valueOf).sorted().toList();
  }
}
