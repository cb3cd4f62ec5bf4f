package io.omnigraph.cli.failures;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.cli.InProcess;
import io.omnigraph.cli.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing says {@code 1 rows}: numbers of things are written by {@code Quantity}. */
class NumbersOfThingsTest {

  private static final String THINGS =
      "(?:more )?(?:stored"
          + " )?(?:rows|edges|nodes|bytes|files|records|problems|versions"
          + "|commits|branches|tags|tables|findings"
          + "|texts|members|levels|vectors|dimensions|values|numbers|arguments|queries|policies"
          + "|steps|conflicts|fragments|columns|lines|graphs|types|changes|resources|errors"
          + "|warnings|properties|indexes|characters|letters|seconds|actors|requests)\\b";

  /** In a text of the sources. */
  private static final Pattern WRITTEN =
      Pattern.compile("%,?d " + THINGS + "(?![=(])|[a-zA-Z0-9)] *\\+ \" " + THINGS);

  /** In what is printed. */
  private static final Pattern PRINTED = Pattern.compile("(?<![0-9.,:=-])1 " + THINGS);

  /** Texts whose number is never one, or that the reference fixes. */
  private static final Set<String> ALLOWED =
      Set.of(
          "at most %d bytes when it is percent-encoded",
          "Lint complete: %d queries processed (%d error(s)",
          "%d rows are too many for a file",
          "MOST + \" levels deep\"",
          "LONGEST_NUMBER + \" characters\"",
          "DEEPEST + \" levels deep\"");

  @TempDir private Path directory;

  @Test
  void noTextOfTheSourcesCountsWithoutAsking() {
    Set<String> found = new TreeSet<>();
    for (Path file : Repository.mainSources()) {
      if (file.startsWith(Repository.ROOT.resolve("bench"))) {
        continue;
      }
      Repository.text(file)
          .lines()
          .filter(line -> WRITTEN.matcher(line).find())
          .filter(line -> ALLOWED.stream().noneMatch(line::contains))
          .forEach(line -> found.add(file.getFileName() + ": " + line.strip()));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void noCommandPrintsThePluralOfOne() {
    GraphCommandLines lines = new GraphCommandLines(directory);
    lines.layOut();
    List<String> wrong = new ArrayList<>();
    for (String line : GraphCommandLines.LINES) {
      String graph = lines.copy("g" + GraphCommandLines.LINES.indexOf(line)).toString();
      InProcess.Result result = lines.run(line, graph);
      Matcher plural = PRINTED.matcher(result.out() + result.err());
      if (plural.find() && !line.contains("lint") && !line.contains("check")) {
        wrong.add(line + ": " + plural.group());
      }
    }
    assertThat(wrong).isEmpty();
  }
}
