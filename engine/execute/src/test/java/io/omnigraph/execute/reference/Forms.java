package io.omnigraph.execute.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Counts which forms of the language random queries have. */
final class Forms {

  private static final Map<String, Pattern> FORMS = new LinkedHashMap<>();

  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private int queries;

  static {
    form("or", " or ");
    form("and", " and ");
    form("scalar not", "not [^{]");
    form("test of a test", "\\) (=|is|in) ");
    form("is null", "is (not )?null");
    form("in", " in ");
    form("contains", " contains ");
    form("starts, ends", "(starts_with|starts with|ends with)");
    form("map", "\\w+ \\{ ?\\w+: ");
    form("hops", "[a-z>)*] ?\\{\\d");
    form("undirected", "<(knows|cites|\\*)");
    form("edge variable", "\\$[wv]\\d?:");
    form("edge variable without a name", "\\$_:");
    form("alternatives", "knows \\| cites");
    form("wildcard", "(\\$\\w+|:) ?<?\\*>?");
    form("not block", "not \\{");
    form("exists block", "exists \\{");
    form("count block", "count(\\([^)]*\\))? \\{");
    form("sum, avg, min, max block", "(sum|avg|min|max)\\([^)]*\\) \\{");
    form("optional block", "optional \\{");
    form("system field", "@(id|src|dst|type)");
    form("parameter", "\\$(p|none|r|l|yes)\\b[^:]");
    form("column of a test", "(>|<|null) ?\\w* as ");
    form("object", "\\{ \\* \\}");
    form("distinct", "distinct \\{");
    form("aggregate", "(count|sum|avg|min|max)\\([^)]*\\)( as|,)");
    form("order", "order \\{");
    form("limit", "limit ");
    form("offset", "offset ");
  }

  private static void form(String name, String pattern) {
    FORMS.put(name, Pattern.compile(pattern));
  }

  void add(String query) {
    queries++;
    String body = query.substring(query.indexOf('{'));
    FORMS.forEach((name, pattern) -> {
      if (pattern.matcher(body).find()) {
        counts.merge(name, 1, Integer::sum);
      }
    });
  }

  /** Prints the counts, and asks that each form is in one of a hundred queries at least. */
  void show(String what) {
    System.out.printf("forms in %d %s: %s%n", queries, what, counts);
    FORMS
        .keySet()
        .forEach(form ->
            assertThat(counts.getOrDefault(form, 0))
                .as("queries with %s of %d", form, queries)
                .isGreaterThanOrEqualTo(queries / 100));
  }
}
