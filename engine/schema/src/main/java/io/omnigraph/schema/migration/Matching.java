package io.omnigraph.schema.migration;

import io.omnigraph.schema.catalog.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which accepted declaration each desired one continues: the one of the same name, else the one
 * that its {@code @rename_from} names. No accepted declaration is continued twice.
 */
final class Matching {

  /** What a desired declaration continues. */
  sealed interface Match {}

  /** The accepted declaration of this name. */
  record To(String accepted) implements Match {}

  /** Nothing; it is new. */
  record New() implements Match {}

  /** It names one that it cannot continue. */
  record Refused(String reason) implements Match {}

  /** A desired declaration and what its annotations say of its former name. */
  record Wanted(String name, Optional<String> hint) {

    /** Of several hints the first by name counts; one without a value is none. */
    static Wanted of(String name, List<Annotation> annotations) {
      return new Wanted(
          name,
          annotations.stream()
              .filter(annotation -> annotation.name().equals("rename_from"))
              .map(Annotation::value)
              .filter(Objects::nonNull)
              .map(Objects::requireNonNull)
              .sorted()
              .findFirst());
    }
  }

  private final Map<String, Match> matches = new LinkedHashMap<>();
  private final List<String> unclaimed;

  private Matching(List<String> unclaimed) {
    this.unclaimed = unclaimed;
  }

  /**
   * Matches declarations of one sort.
   *
   * @param what the sort, for reasons: {@code node}
   * @param accepted the accepted names, sorted
   * @param wanted the desired declarations, sorted
   */
  static Matching of(String what, List<String> accepted, List<Wanted> wanted) {
    Matching matching = new Matching(new ArrayList<>(accepted));
    for (Wanted each : wanted) {
      if (accepted.contains(each.name())) {
        matching.claim(each.name(), each.name());
      }
    }
    for (Wanted each : wanted) {
      if (!accepted.contains(each.name())) {
        matching.matchByHint(what, accepted, each);
      }
    }
    return matching;
  }

  private void matchByHint(String what, List<String> accepted, Wanted wanted) {
    if (wanted.hint().isEmpty()) {
      matches.put(wanted.name(), new New());
      return;
    }
    String hint = wanted.hint().get();
    if (unclaimed.contains(hint)) {
      claim(wanted.name(), hint);
      return;
    }
    String why =
        accepted.contains(hint)
            ? "the accepted %s of that name is continued by another declaration".formatted(what)
            : "no accepted %s with that name exists".formatted(what);
    matches.put(
        wanted.name(),
        new Refused(
            "%s '%s' declares @rename_from(\"%s\") but %s"
                .formatted(what, wanted.name(), hint, why)));
  }

  private void claim(String desired, String accepted) {
    matches.put(desired, new To(accepted));
    unclaimed.remove(accepted);
  }

  /** What a desired declaration continues. */
  Match of(String desired) {
    return Objects.requireNonNull(matches.get(desired), desired);
  }

  /** The new names of what is continued under another one, by accepted name. */
  Map<String, String> renames() {
    Map<String, String> renames = new TreeMap<>();
    matches.forEach((desired, match) -> {
      if (match instanceof To(String accepted) && !accepted.equals(desired)) {
        renames.put(accepted, desired);
      }
    });
    return renames;
  }

  /** The accepted declarations that nothing continues, sorted. */
  List<String> unclaimed() {
    return List.copyOf(unclaimed);
  }
}
