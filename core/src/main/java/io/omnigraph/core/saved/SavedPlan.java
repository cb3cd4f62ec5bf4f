package io.omnigraph.core.saved;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.core.approval.Approval;
import io.omnigraph.core.desired.DesiredState;
import io.omnigraph.core.format.MalformedFileException;
import io.omnigraph.core.format.StrictObject;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.core.ledger.LedgerRead;
import io.omnigraph.core.ledger.LedgerStore;
import io.omnigraph.core.recovery.Sidecar;
import io.omnigraph.core.report.PlanWords;
import io.omnigraph.core.session.Findings;
import io.omnigraph.core.session.Session;
import io.omnigraph.core.session.Standing;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.json.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * A plan with everything that it was made from: the digest of every input, the ledger, unused
 * approvals, interrupted operations, and the states of live graphs that it looked at. Its id is the
 * digest of all that, so two plans of one id are the same plan. Immutable: nobody changes the
 * content.
 *
 * <p>Nothing is executed from a file. Whoever applies a saved plan makes the plan anew, and goes on
 * when the two are equal.
 *
 * @param content the file without its id
 */
public record SavedPlan(ObjectNode content) {

  /** The fields of the file that hold what may move, beside the changes themselves. */
  static final String INPUTS = "inputs";

  static final String LEDGER = "ledger";
  static final String APPROVALS = "approvals";
  static final String RECOVERIES = "recoveries";
  static final String LIVE = "live";
  static final String RESOURCES = "resources";
  static final String CONFIG_DIGEST = "config_digest";
  static final String STATE_PATH = "state_path";

  private static final long VERSION = 1;
  private static final String FORMAT_VERSION = "format_version";
  private static final String ID = "plan_id";
  private static final String TEXT = "text";

  /** The plan that was made in a session. */
  static SavedPlan of(Session session, Foreseen foreseen, Foreseen.Basis basis) {
    ObjectNode content = Json.object().put(FORMAT_VERSION, VERSION);
    content.put(STATE_PATH, session.stores().storage().locate(LedgerStore.KEY));
    content.set(INPUTS, inputs(session.desired()));
    content.set(LEDGER, ledger(basis.standing().read()));
    ObjectNode approvals = content.putObject(APPROVALS);
    for (Approval approval : basis.approvals().all()) {
      approvals.put(approval.id(), approval.resource());
    }
    ObjectNode recoveries = content.putObject(RECOVERIES);
    for (Sidecar sidecar : basis.standing().sidecars().sidecars()) {
      recoveries.put(sidecar.id(), sidecar.operation());
    }
    ObjectNode live = content.putObject(LIVE);
    foreseen.lookedAt().forEach((address, state) -> live.put(address.toString(), state));
    var words = new PlanWords(foreseen.plan(), foreseen.previews(), session.kinds());
    words.addTo(content);
    words.lines().forEach(content.putArray(TEXT)::add);
    return new SavedPlan(content);
  }

  private static ObjectNode inputs(DesiredState desired) {
    ObjectNode inputs = Json.object().put(CONFIG_DIGEST, desired.configDigest().hex());
    ObjectNode resources = inputs.putObject(RESOURCES);
    desired
        .resources()
        .forEach((address, declared) ->
            resources.put(address.toString(), String.valueOf(declared.digest())));
    return inputs;
  }

  private static ObjectNode ledger(LedgerRead read) {
    Ledger ledger = read.ledgerOrEmpty();
    ObjectNode json = Json.object().put("revision", ledger.revision());
    json.put("cas", read.found().map(LedgerRead::cas).orElse(null));
    ObjectNode resources = json.putObject(RESOURCES);
    ledger
        .resources()
        .forEach((address, recorded) -> resources.put(address.toString(), recorded.digest().hex()));
    return json;
  }

  /**
   * Reads a file.
   *
   * @throws MalformedFileException when it is not one that was written by this version, and has
   *     stayed as it was
   */
  public static SavedPlan read(byte[] file) throws MalformedFileException {
    StrictObject object = StrictObject.parse(file);
    long version = object.integer(FORMAT_VERSION);
    if (version != VERSION) {
      throw new MalformedFileException(
          "it has format version %d, this version knows %d".formatted(version, VERSION));
    }
    String id = object.text(ID);
    ObjectNode content = Json.object();
    for (String name : object.names()) {
      if (!name.equals(ID)) {
        content.set(name, object.presentValue(name));
      }
    }
    SavedPlan plan = new SavedPlan(content);
    if (!plan.id().hex().equals(id)) {
      throw new MalformedFileException("its content is not the one that `" + ID + "` is made of");
    }
    return plan;
  }

  /** The digest of everything in it. */
  public Digest id() {
    return Digest.of(Json.compact(content));
  }

  /** The whole file. */
  public ObjectNode json() {
    ObjectNode json = Json.object().put(ID, id().hex());
    json.setAll(content);
    return json;
  }

  /** The changes for people, as they were shown when the plan was made. */
  public List<String> lines() {
    return StreamSupport.stream(content.path(TEXT).spliterator(), false)
        .map(line -> line.asText())
        .toList();
  }

  /**
   * An error for each thing that has moved since the plan was made; none when it still holds.
   *
   * @param standing what lies there now, under the lock of whoever is about to apply
   */
  public List<Diagnostic> staleness(Session session, Standing standing) {
    Findings unsaid = session.findings();
    Foreseen foreseen = Foreseen.of(session, standing, unsaid);
    return foreseen
        .basis()
        .map(basis -> Staleness.between(this, of(session, foreseen, basis), standing.ledger()))
        .orElse(List.of());
  }

  /** What is recorded by name in a part of the plan. */
  Map<String, String> named(String... path) {
    return NamedTexts.at(content, path);
  }
}
