package io.omnigraph.core.saved;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.ground.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What has moved since a plan was saved, and by whom where that is known. */
final class Staleness {

  private static final String CODE = "plan_stale";

  private final SavedPlan saved;
  private final SavedPlan now;
  private final Ledger ledger;
  private final List<Diagnostic> findings = new ArrayList<>();

  private Staleness(SavedPlan saved, SavedPlan now, Ledger ledger) {
    this.saved = saved;
    this.now = now;
    this.ledger = ledger;
  }

  /**
   * An error for each thing that has moved; none when the plan can be carried out.
   *
   * @param now the plan as it would be made now
   * @param ledger as it is now
   */
  static List<Diagnostic> between(SavedPlan saved, SavedPlan now, Ledger ledger) {
    return saved.id().equals(now.id()) ? List.of() : new Staleness(saved, now, ledger).findings();
  }

  private List<Diagnostic> findings() {
    String there = saved.content().path(SavedPlan.STATE_PATH).asText();
    String here = now.content().path(SavedPlan.STATE_PATH).asText();
    if (!there.equals(here)) {
      stale(here, "the plan was made for the cluster of `%s`".formatted(there));
      return findings;
    }
    inputs();
    ledger();
    moved(
        SavedPlan.APPROVALS,
        id -> "the approval " + id + " was given after the plan was made",
        (id, of) -> "the approval " + id + " of `" + of + "` is no longer there to be used");
    moved(
        SavedPlan.RECOVERIES,
        id -> "the operation " + id + " was interrupted after the plan was made",
        (id, of) -> "the interrupted operation " + id + " (" + of + ") was settled");
    live();
    if (findings.isEmpty()) {
      stale("changes", "the same files and the same ledger come to another plan now");
    }
    return findings;
  }

  private void inputs() {
    Map<String, String> before = saved.named(SavedPlan.INPUTS, SavedPlan.RESOURCES);
    Map<String, String> after = now.named(SavedPlan.INPUTS, SavedPlan.RESOURCES);
    int known = findings.size();
    for (String address : both(before, after)) {
      if (!after.containsKey(address)) {
        stale(address, "`" + address + "` is no longer declared");
      } else if (!before.containsKey(address)) {
        stale(address, "`" + address + "` was declared after the plan was made");
      } else if (!after.get(address).equals(before.get(address))) {
        stale(address, "what is declared for `" + address + "` was edited");
      }
    }
    boolean isSame =
        text(saved, SavedPlan.INPUTS, SavedPlan.CONFIG_DIGEST)
            .equals(text(now, SavedPlan.INPUTS, SavedPlan.CONFIG_DIGEST));
    if (findings.size() == known && !isSame) {
      stale("cluster.yaml", "the configuration was edited");
    }
  }

  private void ledger() {
    if (text(saved, SavedPlan.LEDGER, "cas").equals(text(now, SavedPlan.LEDGER, "cas"))) {
      return;
    }
    Map<String, String> before = saved.named(SavedPlan.LEDGER, SavedPlan.RESOURCES);
    Map<String, String> after = now.named(SavedPlan.LEDGER, SavedPlan.RESOURCES);
    stale(
        "state.revision",
        "the ledger went from revision %s to %s"
            .formatted(
                text(saved, SavedPlan.LEDGER, "revision"),
                text(now, SavedPlan.LEDGER, "revision")));
    for (String address : both(before, after)) {
      if (!Optional.ofNullable(before.get(address))
          .equals(Optional.ofNullable(after.get(address)))) {
        String what = after.containsKey(address) ? "was applied" : "was deleted";
        stale(address, "`" + address + "` " + what + by(address));
      }
    }
  }

  /** Who moved a resource, and when, as far as the ledger knows. */
  private String by(String address) {
    return Address.parse(address)
        .map(resource -> ledger.observations().get(resource))
        .map(Staleness::by)
        .orElse("");
  }

  private static String by(ObjectNode observation) {
    JsonNode how = observation.has("last_applied") ? observation.get("last_applied") : observation;
    String at = how.path("applied_at").asText(how.path("deleted_at").asText(""));
    String actor = how.path("actor").isTextual() ? " by " + how.path("actor").asText() : "";
    return actor + (at.isEmpty() ? "" : " at " + at);
  }

  private void live() {
    Map<String, String> before = saved.named(SavedPlan.LIVE);
    Map<String, String> after = now.named(SavedPlan.LIVE);
    for (String address : both(before, after)) {
      String was = before.getOrDefault(address, "not looked at");
      String is = after.getOrDefault(address, "not looked at");
      if (!was.equals(is)) {
        stale(address, "the graph of `%s` moved on: %s, and now %s".formatted(address, was, is));
      }
    }
  }

  private void moved(String part, Came came, Went went) {
    Map<String, String> before = saved.named(part);
    Map<String, String> after = now.named(part);
    for (String id : both(before, after)) {
      String was = before.get(id);
      String is = after.get(id);
      if (was == null) {
        stale(String.valueOf(is), came.said(id));
      } else if (is == null) {
        stale(was, went.said(id, was));
      }
    }
  }

  private static SortedSet<String> both(Map<String, String> before, Map<String, String> after) {
    SortedSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    return names;
  }

  private static String text(SavedPlan plan, String part, String field) {
    return plan.content().path(part).path(field).asText();
  }

  private void stale(String path, String what) {
    findings.add(
        Diagnostic.error(
            CODE, path, what + "; nothing was done: make the plan anew with `cluster plan --out`"));
  }

  private interface Came {
    String said(String id);
  }

  private interface Went {
    String said(String id, String of);
  }
}
