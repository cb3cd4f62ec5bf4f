package io.omnigraph.core.samplekinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.Recorded;
import io.omnigraph.core.desired.DesiredState;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.core.plan.Approvals;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Desired and recorded states in few words: resources separated by blanks, each an address, then
 * optionally {@code =content} and {@code >dependency,dependency}. The attributes of a policy are
 * its dependencies. Content of one hexadecimal digit has a digest of that digit alone.
 */
public final class States {

  /** The config digest of every desired state. */
  public static final Digest CONFIG = digest("c");

  private States() {}

  /** What a configuration asks for. */
  public static DesiredState desired(String resources) {
    SortedMap<Address, Declared> declared = new TreeMap<>();
    for (Written it : written(resources)) {
      declared.put(
          it.address(),
          new Declared(
              it.address(),
              it.digest(),
              null,
              new TreeMap<>(it.attributes()),
              new TreeSet<>(it.dependencies()),
              null));
    }
    return new DesiredState(CONFIG, declared);
  }

  /** A ledger of revision 1 without statuses. */
  public static Ledger recorded(String resources) {
    SortedMap<Address, Recorded> recorded = new TreeMap<>();
    for (Written it : written(resources)) {
      recorded.put(
          it.address(),
          new Recorded(
              it.digest(), new TreeMap<>(it.attributes()), new TreeSet<>(it.dependencies())));
    }
    Ledger empty = Ledger.empty();
    return new Ledger(
        1,
        null,
        recorded,
        empty.statuses(),
        empty.approvals(),
        empty.recoveries(),
        empty.observations());
  }

  /** The addresses alone. */
  public static Set<Address> addresses(String addresses) {
    Set<Address> all = new TreeSet<>();
    written(addresses).forEach(it -> all.add(it.address()));
    return all;
  }

  /** Approvals of some addresses, whatever the change; stale ones of others. */
  public static Approvals approvals(String approved, String stale) {
    return new Approvals() {
      @Override
      public boolean covers(Change change, Digest configDigest) {
        return configDigest.equals(CONFIG) && addresses(approved).contains(change.address());
      }

      @Override
      public boolean isStale(Change change, Digest configDigest) {
        return addresses(stale).contains(change.address());
      }
    };
  }

  /** The digest of some content. */
  public static Digest digest(String content) {
    return content.matches("[0-9a-f]") ? new Digest(content.repeat(64)) : Digest.of(content);
  }

  private static List<Written> written(String resources) {
    List<Written> all = new ArrayList<>();
    for (String word : resources.strip().split(" +", -1)) {
      if (!word.isEmpty()) {
        all.add(Written.of(word));
      }
    }
    return all;
  }

  private record Written(Address address, String content, List<Address> dependencies) {

    static Written of(String word) {
      String[] sides = word.split(">", 2);
      String[] names = sides[0].split("=", 2);
      List<Address> dependencies = new ArrayList<>();
      if (sides.length > 1) {
        for (String dependency : sides[1].split(",", -1)) {
          dependencies.add(Address.parse(dependency).orElseThrow());
        }
      }
      return new Written(
          Address.parse(names[0]).orElseThrow(), names.length > 1 ? names[1] : "", dependencies);
    }

    Digest digest() {
      return States.digest(content);
    }

    Map<String, JsonNode> attributes() {
      if (!address.kind().equals("policy")) {
        return Map.of();
      }
      ArrayNode bindings = Json.mapper().createArrayNode();
      dependencies.forEach(dependency -> bindings.add(dependency.toString()));
      return Map.of("applies_to", bindings);
    }
  }
}
