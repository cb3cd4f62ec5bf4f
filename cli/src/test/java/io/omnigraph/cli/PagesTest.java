package io.omnigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What comments and pages point at is there. */
class PagesTest {

  /** A page and the sections that are named right after it, perhaps over lines of a comment. */
  private static final Pattern CITATION =
      Pattern.compile(
          "docs/reference/([a-z-]+)\\.md((?:(?:,|[\\s*]+and|[\\s*]+to)?[\\s*]+§[0-9.]*[0-9])*)");

  private static final Pattern SECTION = Pattern.compile("§([0-9.]*[0-9])");
  private static final Pattern HEADING = Pattern.compile("(?m)^##+ §([0-9.]+) ");
  private static final Pattern ELSEWHERE =
      Pattern.compile("specification,?[\\s*]+sections?\\b|(?<!RFC \\d{4} )\\bsections? \\d");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(?:#[^)]*)?\\)");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:Test|IT))`");

  /** This file itself shows what citations look like. */
  private static final String OURSELVES = "PagesTest.java";

  private final List<String> wrong = new ArrayList<>();

  @Test
  void everySectionThatAFileCitesIsOnItsPage() {
    Map<String, Set<String>> headings = headings();
    int citations = 0;
    for (Path file : Repository.sources()) {
      for (MatchResult cited : matches(CITATION, file)) {
        Set<String> known = headings.get(cited.group(1));
        if (known == null) {
          wrong.add(file + " cites the page " + cited.group(1));
        } else {
          SECTION
              .matcher(cited.group(2))
              .results()
              .map(section -> section.group(1))
              .filter(section -> !known.contains(section))
              .forEach(section -> wrong.add(file + " cites " + cited.group(1) + " §" + section));
        }
        citations++;
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(citations).isGreaterThan(120);
  }

  @Test
  void noFileCitesWhatIsNotInTheRepository() {
    List<Path> sources = Repository.sources();
    for (Path file : sources) {
      if (!file.endsWith(OURSELVES)) {
        matches(ELSEWHERE, file).forEach(cited -> wrong.add(file + ": " + cited.group()));
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(sources).hasSizeGreaterThan(1000);
  }

  @Test
  void noSectionHasTheNumberOfAnother() {
    for (Path page : Repository.pages()) {
      Set<String> seen = new TreeSet<>();
      for (MatchResult heading : matches(HEADING, page)) {
        if (!seen.add(heading.group(1))) {
          wrong.add(page + " has two sections " + heading.group(1));
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void everyLinkOfAPageLeadsToAFile() {
    int links = 0;
    for (Path page : Repository.pages()) {
      for (MatchResult link : matches(LINK, page)) {
        if (!Files.exists(page.resolveSibling(link.group(1)))) {
          wrong.add(page + " links to " + link.group(1));
        }
        links++;
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(links).isGreaterThan(60);
  }

  @Test
  void everyTestThatAPageNamesExists() {
    Set<String> sources = new TreeSet<>();
    Repository.sources().forEach(file -> sources.add(file.getFileName().toString()));
    int named = 0;
    for (Path page : Repository.pages()) {
      for (MatchResult test : matches(TEST, page)) {
        if (!sources.contains(test.group(1) + ".java")) {
          wrong.add(page + " names " + test.group(1));
        }
        named++;
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(named).isGreaterThan(30);
  }

  private static Map<String, Set<String>> headings() {
    Map<String, Set<String>> headings = new TreeMap<>();
    for (Path page : Repository.pages()) {
      if (Objects.requireNonNull(page.getParent()).endsWith("docs/reference")) {
        String name = page.getFileName().toString().replace(".md", "");
        Set<String> sections = new TreeSet<>();
        matches(HEADING, page).forEach(heading -> sections.add(heading.group(1)));
        headings.put(name, sections);
      }
    }
    return headings;
  }

  private static List<MatchResult> matches(Pattern pattern, Path file) {
    return pattern.matcher(Repository.text(file)).results().toList();
  }
}
