package io.omnigraph.execute.reference;

import io.omnigraph.query.check.EdgeVariable;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.Pattern;
import io.omnigraph.query.check.Pattern.Block;
import io.omnigraph.query.check.Pattern.Direction;
import io.omnigraph.query.check.Pattern.Member;
import io.omnigraph.query.check.Pattern.Traversal;
import io.omnigraph.query.check.RowVariable;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says patterns in SQL over tables that are named like the types: nodes with {@code id}, edges with
 * {@code id}, {@code src} and {@code dst}, and all with their properties.
 */
final class SqlMatch {

  private static final String NO_PAIRS =
      "SELECT NULL::VARCHAR AS a, NULL::VARCHAR AS b WHERE false";

  /** The definitions of the relations that the pattern walks along, by their names. */
  private final Map<String, String> relations = new LinkedHashMap<>();

  /** Their names by what they are. */
  private final Map<String, String> names = new HashMap<>();

  private int optionals;

  /** The definitions of the relations that patterns were said with. */
  String relations() {
    return relations.entrySet().stream()
        .map(relation -> relation.getKey() + " AS (" + relation.getValue() + ")")
        .collect(Collectors.joining(", ", relations.isEmpty() ? "" : "WITH RECURSIVE ", " "));
  }

  /**
   * What stands after the columns of a {@code SELECT} of a pattern's assignments.
   *
   * @param places of the variables around the pattern; gets those of its own
   */
  String from(Pattern pattern, Map<Integer, String> places) {
    List<String> sources = new ArrayList<>();
    for (RowVariable variable : pattern.variables()) {
      places.put(variable.slot(), "v" + variable.slot() + ".");
      if (variable instanceof NodeVariable node) {
        sources.add(node.type().name() + " v" + node.slot());
      }
    }
    SqlWords words = new SqlWords(places);
    List<String> conditions = new ArrayList<>();
    for (Traversal traversal : pattern.traversals()) {
      EdgeVariable edge = traversal.edge();
      String ends =
          "a = %s AND %sb = %s"
              .formatted(
                  words.id(traversal.from()),
                  edge == null ? "" : words.column(edge, ""),
                  words.id(traversal.to()));
      if (edge == null) {
        conditions.add("EXISTS (SELECT 1 FROM " + named(pairs(traversal)) + " WHERE " + ends + ")");
      } else {
        sources.add(named(edges(traversal, edge)) + " v" + edge.slot());
        conditions.add(words.column(edge, "") + ends);
      }
    }
    String from = sources.isEmpty() ? "(SELECT 1) one" : String.join(" CROSS JOIN ", sources);
    for (Pattern optional : pattern.optionals()) {
      from += optional(optional, places);
    }
    pattern.conditions().forEach(condition -> conditions.add(words.of(condition)));
    pattern.blocks().forEach(block -> conditions.add(of(block, places)));
    return " FROM "
        + from
        + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
  }

  private String optional(Pattern optional, Map<Integer, String> places) {
    String name = "o" + optionals++;
    Map<Integer, String> inner = new HashMap<>(places);
    String from = from(optional, inner);
    List<String> columns = new ArrayList<>();
    for (RowVariable variable : optional.visibleVariables()) {
      String own = "v" + variable.slot() + "_";
      columnsOf(variable)
          .forEach(
              column -> columns.add(inner.get(variable.slot()) + column + " AS " + own + column));
      places.put(variable.slot(), name + "." + own);
    }
    String selected = columns.isEmpty() ? "1" : String.join(", ", columns);
    return " LEFT JOIN LATERAL (SELECT " + selected + from + ") " + name + " ON true";
  }

  private String of(Block block, Map<Integer, String> places) {
    SqlWords outer = new SqlWords(places);
    Map<Integer, String> own = new HashMap<>(places);
    String from = from(block.pattern(), own);
    return switch (block) {
      case Block.Absent _ -> "NOT EXISTS (SELECT 1" + from + ")";
      case Block.Present _ -> "EXISTS (SELECT 1" + from + ")";
      case Block.Counted(_, var comparison, var number) ->
          SqlWords.compared("(SELECT count(*)" + from + ")", comparison, outer.of(number));
      case Block.Measured(_, var aggregate, var comparison, var number) ->
          SqlWords.compared(
              "(SELECT " + new SqlWords(own).of(aggregate) + from + ")",
              comparison,
              outer.of(number));
    };
  }

  private String named(String relation) {
    return names.computeIfAbsent(
        relation,
        _ -> {
          String name = "r" + relations.size();
          relations.put(name, relation);
          return name;
        });
  }

  /** Pairs of ends that a path of so many edges or fewer joins, with the length of the path. */
  private String walk(String step, long most) {
    return names.computeIfAbsent(
        "walk along %s up to %d".formatted(step, most),
        _ -> {
          String name = "r" + relations.size();
          relations.put(
              name,
              ("SELECT a, b, 1 AS d FROM %s UNION SELECT w.a, s.b, w.d + 1 FROM %s w"
                      + " JOIN %s s ON w.b = s.a WHERE w.d < %d")
                  .formatted(step, name, step, most));
          return name;
        });
  }

  /** Pairs of ends by the length of the shortest path; loops are paths of one edge. */
  private String pairs(Traversal traversal) {
    String direct =
        traversal.members().isEmpty()
            ? NO_PAIRS
            : traversal.members().stream()
                .flatMap(SqlMatch::directions)
                .map(way -> "SELECT " + way)
                .collect(Collectors.joining(" UNION "));
    if (traversal.max() == 1) {
      return direct;
    }
    String walk = walk(named(direct), traversal.max());
    return ("SELECT a, b FROM (SELECT a, b, min(d) AS d FROM %s GROUP BY a, b)"
            + " WHERE CASE WHEN a = b THEN d = 1 AND %d = 1 ELSE d >= %d END")
        .formatted(walk, traversal.min(), traversal.min());
  }

  private static Stream<String> directions(Member member) {
    String forward = "src AS a, dst AS b FROM " + member.type().name();
    String backward = "dst AS a, src AS b FROM " + member.type().name();
    return switch (member.direction()) {
      case FORWARD -> Stream.of(forward);
      case BACKWARD -> Stream.of(backward);
      case EITHER -> Stream.of(forward, backward);
    };
  }

  /** Edges with their columns, and the ends of the traversal that they join. */
  private static String edges(Traversal traversal, EdgeVariable edge) {
    List<String> columns = columnsOf(edge);
    if (traversal.members().isEmpty()) {
      return "SELECT "
          + columns.stream().map(c -> "NULL AS " + c + ", ").collect(Collectors.joining())
          + NO_PAIRS.substring("SELECT ".length());
    }
    List<String> ways = new ArrayList<>();
    for (Member member : traversal.members()) {
      String own =
          columns.stream()
              .map(c -> c.equals("type") ? "'" + member.type().name() + "' AS type" : c)
              .collect(Collectors.joining(", "));
      List<String> directions = directions(member).toList();
      for (int i = 0; i < directions.size(); i++) {
        boolean isRepeated = member.direction() == Direction.EITHER && i > 0;
        ways.add(
            "SELECT " + own + ", " + directions.get(i) + (isRepeated ? " WHERE src <> dst" : ""));
      }
    }
    return String.join(" UNION ALL ", ways);
  }

  /** The columns of a variable's rows: what every row has, and the properties of all types. */
  private static List<String> columnsOf(RowVariable variable) {
    List<String> columns =
        new ArrayList<>(
            variable instanceof EdgeVariable ? List.of("id", "type", "src", "dst") : List.of("id"));
    for (GraphType type : variable.types().stream().limit(1).toList()) {
      type.properties().stream()
          .map(Property::name)
          .filter(name -> variable.property(name).isPresent())
          .forEach(columns::add);
    }
    return columns;
  }
}
