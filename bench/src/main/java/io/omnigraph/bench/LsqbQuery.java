package io.omnigraph.bench;

import java.util.List;

/**
 * One of the nine queries of the Labelled Subgraph Query Benchmark, which all count.
 *
 * @param words what it asks
 * @param own in the query language
 * @param sql for DuckDB, where {@code Friends} has every friendship both ways
 * @param cypher for Kuzu
 */
record LsqbQuery(int number, String words, String own, String sql, String cypher) {

  private static final String REPLIES =
      "(t:Tag)<-[:HasTag]-(m:Message)<-[:ReplyOf]-(r:Message)-[:HasTag]->(u:Tag)";
  private static final String REPLIES_SQL =
      " FROM HasTag mt JOIN ReplyOf r ON r.b = mt.a JOIN HasTag rt ON rt.a = r.a WHERE mt.b <>"
          + " rt.b";
  private static final String FRIENDS =
      "(a:Person)-[:Knows]-(b:Person)-[:Knows]-(c:Person)-[:HasInterest]->(t:Tag)";
  private static final String FRIENDS_SQL =
      " FROM Friends x JOIN Friends y ON y.a = x.b JOIN HasInterest i ON i.a = y.b WHERE x.a <>"
          + " y.b";

  /** All of them. */
  static final List<LsqbQuery> ALL =
      List.of(
          new LsqbQuery(
              1,
              "chain of seven hops",
              "$y isPartOf $k $p isLocatedIn $y $f hasMember $p $f containerOf $m $r replyOf $m"
                  + " $r hasTag $t $t hasType $c",
              "SELECT count(*) FROM IsPartOf y JOIN IsLocatedIn p ON p.b = y.a JOIN HasMember f ON"
                  + " f.b = p.a JOIN ContainerOf c ON c.a = f.a JOIN ReplyOf r ON r.b = c.b JOIN"
                  + " HasTag t ON t.a = r.a JOIN HasType h ON h.a = t.b",
              "MATCH (k:Country)<-[:IsPartOf]-(y:City)<-[:IsLocatedIn]-(p:Person)<-[:HasMember]-"
                  + "(f:Forum)-[:ContainerOf]->(m:Message)<-[:ReplyOf]-(r:Message)-[:HasTag]->"
                  + "(t:Tag)-[:HasType]->(c:TagClass) RETURN count(*)"),
          new LsqbQuery(
              2,
              "cycle of friends, message and reply",
              "$p <knows> $q $r hasCreator $p $m hasCreator $q $r replyOf $m",
              "SELECT count(*) FROM ReplyOf r JOIN HasCreator p ON p.a = r.a JOIN HasCreator q ON"
                  + " q.a = r.b JOIN Friends k ON k.a = p.b AND k.b = q.b",
              "MATCH (p:Person)-[:Knows]-(q:Person), (r:Message)-[:HasCreator]->(p),"
                  + " (m:Message)-[:HasCreator]->(q), (r)-[:ReplyOf]->(m) RETURN count(*)"),
          new LsqbQuery(
              3,
              "triangles of friends within a country",
              "$x isPartOf $k $y isPartOf $k $z isPartOf $k $a isLocatedIn $x $b isLocatedIn $y"
                  + " $c isLocatedIn $z $a <knows> $b $b <knows> $c $a <knows> $c",
              "WITH Lives AS (SELECT l.a AS a, p.b AS b FROM IsLocatedIn l JOIN IsPartOf p ON p.a ="
                  + " l.b), Near AS MATERIALIZED (SELECT f.a, f.b FROM Friends f JOIN Lives x ON"
                  + " x.a = f.a JOIN Lives y ON y.a = f.b WHERE x.b = y.b) SELECT count(*) FROM"
                  + " Near x JOIN Near y ON y.a = x.b JOIN Near z ON z.a = x.a AND z.b = y.b",
              "MATCH (k:Country), (x:City)-[:IsPartOf]->(k), (y:City)-[:IsPartOf]->(k),"
                  + " (z:City)-[:IsPartOf]->(k), (a:Person)-[:IsLocatedIn]->(x),"
                  + " (b:Person)-[:IsLocatedIn]->(y), (c:Person)-[:IsLocatedIn]->(z),"
                  + " (a)-[:Knows]-(b), (b)-[:Knows]-(c), (a)-[:Knows]-(c) RETURN count(*)"),
          new LsqbQuery(
              4,
              "star of four around a message",
              "$m hasTag $t $m hasCreator $p $l likes $m $r replyOf $m",
              "SELECT count(*) FROM HasTag t JOIN HasCreator p ON p.a = t.a JOIN Likes l ON l.b ="
                  + " t.a JOIN ReplyOf r ON r.b = t.a",
              "MATCH (m:Message)-[:HasTag]->(t:Tag), (m)-[:HasCreator]->(p:Person),"
                  + " (l:Person)-[:Likes]->(m), (r:Message)-[:ReplyOf]->(m) RETURN count(*)"),
          new LsqbQuery(
              5,
              "replies with another tag",
              "$m hasTag $t $r replyOf $m $r hasTag $u $t.@id != $u.@id",
              "SELECT count(*)" + REPLIES_SQL,
              "MATCH " + REPLIES + " WHERE t.id <> u.id RETURN count(*)"),
          new LsqbQuery(
              6,
              "friends of friends with interests",
              "$a <knows> $b $b <knows> $c $c hasInterest $t $a.@id != $c.@id",
              "SELECT count(*)" + FRIENDS_SQL,
              "MATCH " + FRIENDS + " WHERE a.id <> c.id RETURN count(*)"),
          new LsqbQuery(
              7,
              "optional replies and likes",
              "$m hasTag $t $m hasCreator $p optional { $l likes $m } optional { $r replyOf $m }",
              "SELECT count(*) FROM HasTag t JOIN HasCreator p ON p.a = t.a LEFT JOIN Likes l ON"
                  + " l.b = t.a LEFT JOIN ReplyOf r ON r.b = t.a",
              "MATCH (m:Message)-[:HasTag]->(t:Tag), (m)-[:HasCreator]->(p:Person) OPTIONAL MATCH"
                  + " (l:Person)-[:Likes]->(m) OPTIONAL MATCH (r:Message)-[:ReplyOf]->(m) RETURN"
                  + " count(*)"),
          new LsqbQuery(
              8,
              "replies whose tag the message lacks",
              "$m hasTag $t $r replyOf $m $r hasTag $u $t.@id != $u.@id not { $r hasTag $t }",
              "SELECT count(*)"
                  + REPLIES_SQL
                  + " AND NOT EXISTS (SELECT 1 FROM HasTag n WHERE n.a = r.a AND n.b = mt.b)",
              "MATCH "
                  + REPLIES
                  + " WHERE t.id <> u.id AND NOT EXISTS { MATCH (r)-[:HasTag]->(t) } RETURN"
                  + " count(*)"),
          new LsqbQuery(
              9,
              "friends of friends who are no friends",
              "$a <knows> $b $b <knows> $c $c hasInterest $t $a.@id != $c.@id not { $a <knows> $c"
                  + " }",
              "SELECT count(*)"
                  + FRIENDS_SQL
                  + " AND NOT EXISTS (SELECT 1 FROM Friends n WHERE n.a = x.a AND n.b = y.b)",
              "MATCH "
                  + FRIENDS
                  + " WHERE a.id <> c.id AND NOT EXISTS { MATCH (a)-[:Knows]-(c) } RETURN"
                  + " count(*)"));

  /** The whole query in the query language. */
  String text() {
    return "query q() { match { " + own + " } return { count($" + first() + ") as n } }";
  }

  private String first() {
    return own.substring(1, 2);
  }
}
