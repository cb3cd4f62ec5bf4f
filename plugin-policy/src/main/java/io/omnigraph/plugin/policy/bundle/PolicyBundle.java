package io.omnigraph.plugin.policy.bundle;

import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.ground.source.SourceText;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A policy bundle: what groups of actors may do. Everything that no rule allows is denied.
 *
 * @param version of the format, as written
 * @param groups the members of each group, by its name
 * @param protectedBranches names that the scopes {@code protected} and {@code unprotected} refer to
 * @param rules in the order of the file
 */
public record PolicyBundle(
    Located<BigInteger> version,
    SortedMap<String, Group> groups,
    List<Located<String>> protectedBranches,
    List<Rule> rules) {

  public PolicyBundle {
    groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    protectedBranches = List.copyOf(protectedBranches);
    rules = List.copyOf(rules);
  }

  /**
   * Reads and checks a bundle. The first thing that is wrong ends it: the text, then its shape,
   * then its content.
   */
  public static Outcome read(SourceText source) {
    try {
      PolicyBundle bundle = new BundleReader(source).read();
      ContentChecks.check(bundle);
      return new Outcome.Valid(bundle);
    } catch (InvalidBundleException e) {
      return new Outcome.Invalid(e.problem());
    }
  }

  /** Everybody who is in a group, whether a rule uses it or not; sorted. */
  public Set<String> actors() {
    Set<String> actors = new TreeSet<>();
    groups.values().forEach(group -> group.members().forEach(m -> actors.add(m.value())));
    return actors;
  }

  /** A bundle, or what is wrong with it. */
  public sealed interface Outcome {

    /** The bundle can be used, where its kind fits. */
    record Valid(PolicyBundle bundle) implements Outcome {}

    /** It cannot. */
    record Invalid(BundleProblem problem) implements Outcome {}
  }

  /**
   * The members of a group, in the order of the file.
   *
   * @param span where the list begins
   */
  public record Group(List<Located<String>> members, SourceSpan span) {

    public Group {
      members = List.copyOf(members);
    }
  }
}
