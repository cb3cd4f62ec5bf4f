package io.omnigraph.execute.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes reads out of clauses, columns and orders that go with the schema of {@link Records}. */
final class RandomRead {

  private static final List<String> BINDINGS =
      List.of(
          "$a: A",
          "$a: A $b: A",
          "$a: A $c: B",
          "$c: B $a: A {k: \"a1\"}",
          "$a: A $b: A {k: \"a0\"}",
          "$a: A {b: true}",
          "$a: A $a knows $b",
          "$a: A $a has $c",
          "$a: A $a knows $b $b knows $c2",
          "$a: A $c: B $c likes $a");

  private static final List<String> CLAUSES =
      List.of(
          "$a knows $a",
          "$a knows $_",
          "$_ knows $a",
          "$a has $_",
          "$_ knows{2,4} $a",
          "$a knows{1,2} $e",
          "$a has $h",
          "$h: B $h likes $a",
          "$a knows $d $d has $h",
          "$a knows $d $d knows $g $a knows $g",
          "$a <knows> $d $d <knows> $g $a <knows> $g",
          "$a knows $d $d knows $g $g has $h $a.@id != $g.@id",
          "$a <knows> $d $d <knows> $g $a.@id != $g.@id not { $a <knows> $g }",
          "$a has $h $h likes $g $g.@id != $a.@id not { $a knows $g }",
          "$a knows $d not { $d knows $a } $a.k != $d.k",
          "$h likes $a $h likes $g $a.@id != $g.@id $g cites $a",
          "$a knows{1,2} $g $g cites $a $g.n > 0",
          "exists { $a knows $x $x knows $y $y knows $a }",
          "count { $a <knows> $x $x <knows> $y $a.@id != $y.@id } > 2",
          "$a knows{1,3} $e $e.n <= 2",
          "$a <knows> $d",
          "$a <knows>{1,2} $d",
          "$a <knows>{2,3} $_",
          "$a (knows | cites) $d",
          "$a (knows | cites){1,3} $d",
          "$a <knows | cites>{2,2} $d",
          "$a * $z $z: A",
          "$a * $z $z: B",
          "$a $w:knows $d",
          "$a $w:knows $d $w.w > 1",
          "$a $w:<knows> $_",
          "$a $w:(knows | cites) $d $w.w != 2 or $w.w is null",
          "$a $_:cites $_",
          "$a $w:* $z $z: A $w.@type = \"Cites\"",
          "$a $w:knows $a",
          "$a $w:knows $d $d $v:cites $a",
          "$a $w:has $h $w.w = $a.n",
          "not { $a $w:knows $_ $w.w > 1 }",
          "count { $a $w:<knows> $_ } > 1",
          "count { $a $w:knows $x $w.w < 2 } >= 1",
          "exists { $a $w:(knows | cites) $x $w.w = $x.n }",
          "$a.n > 1",
          "$a.n != 2",
          "$a.n < 1.5",
          "$a.n = -1",
          "$a.f >= $a.n",
          "$a.f > 0.75",
          "$a.n is null",
          "$a.s is not null",
          "$a.n in [0, 2, 3]",
          "$a.s in [\"red\", \"\"]",
          "[\"red\", \"blue\"] contains $a.s",
          "$a.t contains \"red\"",
          "$a.s contains \"re\"",
          "$a.s starts with \"r\"",
          "$a.s ends with \"d\"",
          "$a.b != true",
          "$a.k = $a.s",
          "$a.n > 1 or $a.s = \"red\"",
          "$a.k = \"a1\" or $a.k = \"a0\" or $a.@id in [\"a2\", \"zz\"]",
          "$a.k in [\"a0\", \"a3\", \"a0\"]",
          "$a.k in []",
          "$a.k = \"a1\" or $a.n = 2",
          "exists { $a $w:<knows> $_ }",
          "count { $a $_:has $_ } > 1",
          "not ($a.n > 1 and $a.b)",
          "$a.b or not $a.f > 1.5 or $a.n is null",
          "($a.n > 0) = $a.b",
          "($a.n > 0) is null",
          "not $a.t contains \"red\" and $a.n != 2",
          "$a.b",
          "not $a.b is not null",
          "($a.n > 1 or $a.f > 1) and not ($a.s starts_with \"r\" or $a.s is null)",
          "($a.n = 1) in [true]",
          "not { $a knows{2,2} $_ }",
          "not { $a has $_ }",
          "not { $_ has $x $x likes $a }",
          "not { $a has $x $x.n > 1 }",
          "not { $a knows $x not { $x knows $a } }",
          "not { $x: A $x.n = $a.n $x knows $a }",
          "not { $a knows $x optional { $x has $y } $y.n is null }",
          "exists { $a knows $x $x has $y }",
          "exists { $x: B $x.n = $a.n }",
          "exists { $a has $x count { $x likes $_ } > 0 }",
          "sum($x.n) { $a knows $x } > 1",
          "avg($x.f) { $a knows{1,2} $x } <= $a.f",
          "min($x.s) { $a knows $x } = \"red\"",
          "max($w.w) { $a $w:<knows> $_ } < 3",
          "count($w.w) { $a $w:knows $_ } = 0",
          "max($x.b) { $a <cites> $x } = true",
          "count { $a knows $_ } > 1",
          "count { $a knows $x $x has $y } = 0",
          "count { $a knows $x $x.n > 0 } >= 1",
          "count { $a has $x $x likes $y $y.n != 1 } != 2",
          "count { $a knows{1,3} $_ } <= $a.n");

  private static final List<String> OPTIONALS =
      List.of(
          "optional { $a knows $o }",
          "optional { $a $v:knows $o $v.w > 0 }",
          "optional { $a <cites> $o }",
          "optional { $a knows $_ } optional { $a has $_ } optional { $a cites $o }",
          "optional { $a knows $l $l has $m $l.n > 0 } optional { $a cites $o }",
          "optional { $a knows $o $o knows $l $l knows $a }",
          "optional { $a has $p $p likes $o }",
          "optional { $o: A $o.n = $a.n $o knows $a }",
          "optional { $a knows $o $o.n > 1 not { $o has $_ } }",
          "optional { $a knows $o } optional { $o has $q }",
          "optional { $a knows $o optional { $o knows $r } $r.n is null }");

  private static final List<String> ON_OPTIONAL =
      List.of("$o.n is null", "$o.n > 0", "$o is null", "$o is not null", "$o.s starts with \"r\"");

  private final Random random;

  private RandomRead(Random random) {
    this.random = random;
  }

  static String from(Random random) {
    return new RandomRead(random).query();
  }

  private String query() {
    List<String> match = new ArrayList<>(List.of(any(BINDINGS)));
    for (int i = random.nextInt(3); i > 0; i--) {
      String number = String.valueOf(i);
      match.add(
          any(CLAUSES)
              .replace("$w", "$w" + number)
              .replace("$v", "$v" + number)
              .replace("$z", "$z" + number));
    }
    boolean isOptional = random.nextInt(3) == 0;
    if (isOptional) {
      match.add(any(OPTIONALS));
      if (random.nextBoolean()) {
        match.add(any(ON_OPTIONAL));
      }
    }
    return "query q() { match { "
        + String.join("\n", match)
        + " } return "
        + result(isOptional)
        + " }";
  }

  private String result(boolean isOptional) {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "$a.@id as x",
                "$a.k as x",
                "$a.n as x",
                "$a.s as x",
                "$a.b as x",
                "$a.f as x",
                "$a.n > 1 as x",
                "$a.b or $a.n < 1 as x",
                "not $a.s is null as x"));
    if (isOptional) {
      columns.addAll(List.of("$o.@id as x", "$o.n as x", "$o.s as x"));
    }
    return switch (random.nextInt(6)) {
      case 0 -> aggregate(isOptional);
      case 1 -> grouped(any(columns), isOptional);
      case 2 -> "distinct { " + any(columns) + " } " + ordered(List.of("x")) + window();
      case 3 -> "{ $a { * } as x } " + ordered(List.of("$a.n", "$a.s", "$a.k")) + window();
      case 4 -> "{ " + any(columns) + " }";
      default ->
          "{ " + any(columns) + ", $a.t as l } " + ordered(List.of("x", "$a.n", "$a.f")) + window();
    };
  }

  private String aggregate(boolean isOptional) {
    return "{ " + function(isOptional) + " as y, " + function(isOptional) + " as z }";
  }

  private String grouped(String key, boolean isOptional) {
    String function = function(isOptional);
    String order = random.nextBoolean() ? "y" : "count($a)";
    return "{ %s, %s as y } order { %s%s } %s"
        .formatted(key, function, order, any(List.of("", " desc")), window());
  }

  private String function(boolean isOptional) {
    List<String> functions =
        new ArrayList<>(
            List.of(
                "count($a)",
                "count($a.n)",
                "count($a.k)",
                "count(distinct $a.n)",
                "count(distinct $a)",
                "sum($a.n)",
                "sum(distinct $a.f)",
                "avg($a.f)",
                "min($a.s)",
                "max($a.n)",
                "min($a.@id)"));
    if (isOptional) {
      functions.addAll(List.of("count($o)", "count(distinct $o.n)", "max($o.n)"));
    }
    return any(functions);
  }

  private String ordered(List<String> keys) {
    String first = any(keys) + any(List.of("", " asc", " desc"));
    return "order { " + first + " } ";
  }

  private String window() {
    return switch (random.nextInt(4)) {
      case 0 -> "limit " + random.nextInt(5);
      case 1 -> "limit " + random.nextInt(5) + " offset " + random.nextInt(4);
      default -> "";
    };
  }

  private String any(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
