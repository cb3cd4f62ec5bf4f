package io.omnigraph.core.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Recorded;
import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.api.kind.ResourceStatus;
import io.omnigraph.core.format.MalformedFileException;
import io.omnigraph.core.format.StrictObject;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The JSON form of the ledger (docs/reference/cluster.md §6.1). Of kinds that are not registered
 * every attribute is kept as it is.
 */
public final class LedgerCodec {

  /** The version of the form that is read and written. */
  public static final long VERSION = 1;

  private static final Set<String> OF_EVERY_ENTRY = Set.of(Recorded.DIGEST, Recorded.DEPENDS_ON);

  private final Kinds kinds;

  /** A codec that checks attributes against the registered kinds. */
  public LedgerCodec(Kinds kinds) {
    this.kinds = kinds;
  }

  /** The version that a file claims. */
  public static long version(byte[] content) throws MalformedFileException {
    return StrictObject.parse(content).integer("version");
  }

  /** Reads a file of {@link #VERSION}. */
  public Ledger read(byte[] content) throws MalformedFileException {
    StrictObject file = StrictObject.parse(content);
    file.integer("version");
    long revision = file.value("state_revision").isPresent() ? file.integer("state_revision") : 0;
    if (revision < 0) {
      throw file.mismatch("state_revision", "0 or more");
    }
    StrictObject applied = file.object("applied_revision");
    Optional<Digest> configDigest = applied.optionalDigest("config_digest");
    StrictObject resources = applied.optionalObject("resources");
    applied.finish();
    StrictObject statuses = file.optionalObject("resource_statuses");
    Ledger ledger =
        new Ledger(
            revision,
            configDigest.orElse(null),
            resources(resources),
            statuses(statuses),
            freeForm(file.optionalObject("approval_records")),
            freeForm(file.optionalObject("recovery_records")),
            byAddress(file.optionalObject("observations")));
    file.finish();
    return ledger;
  }

  private SortedMap<Address, Recorded> resources(StrictObject all) throws MalformedFileException {
    SortedMap<Address, Recorded> resources = new TreeMap<>();
    for (String name : all.names()) {
      Address address = address(all, name);
      resources.put(address, entry(address, all.object(name)));
    }
    return resources;
  }

  private Recorded entry(Address address, StrictObject entry) throws MalformedFileException {
    Optional<ResourceKind> kind = kinds.of(address);
    ObjectNode known = Json.object();
    for (String name : entry.names()) {
      if (OF_EVERY_ENTRY.contains(name)
          || kind.isEmpty()
          || kind.get().attributes().contains(name)) {
        known.set(name, entry.presentValue(name));
      }
    }
    entry.finish();
    try {
      return Recorded.read(known);
    } catch (IllegalArgumentException e) {
      throw new MalformedFileException("`" + address + "`: " + e.getMessage(), e);
    }
  }

  private static SortedMap<Address, ResourceStatus> statuses(StrictObject all)
      throws MalformedFileException {
    SortedMap<Address, ResourceStatus> statuses = new TreeMap<>();
    for (String name : all.names()) {
      statuses.put(address(all, name), status(all.object(name)));
    }
    return statuses;
  }

  private static ResourceStatus status(StrictObject record) throws MalformedFileException {
    String word = record.text("status");
    ResourceStatus.State state =
        ResourceStatus.State.of(word)
            .orElseThrow(() -> record.mismatch("status", "a known status, not `" + word + "`"));
    ResourceStatus status =
        new ResourceStatus(
            state, record.texts("conditions"), record.optionalText("message").orElse(null));
    record.finish();
    return status;
  }

  private static SortedMap<String, ObjectNode> freeForm(StrictObject all)
      throws MalformedFileException {
    SortedMap<String, ObjectNode> records = new TreeMap<>();
    for (String name : all.names()) {
      records.put(name, objectAt(all, name));
    }
    return records;
  }

  private static SortedMap<Address, ObjectNode> byAddress(StrictObject all)
      throws MalformedFileException {
    SortedMap<Address, ObjectNode> records = new TreeMap<>();
    for (String name : all.names()) {
      records.put(address(all, name), objectAt(all, name));
    }
    return records;
  }

  private static ObjectNode objectAt(StrictObject all, String name) throws MalformedFileException {
    if (all.presentValue(name) instanceof ObjectNode object) {
      return object;
    }
    throw all.mismatch(name, "an object");
  }

  private static Address address(StrictObject all, String name) throws MalformedFileException {
    return Address.parse(name)
        .orElseThrow(
            () -> new MalformedFileException("`" + all.path(name) + "` is not a resource address"));
  }

  /** The file of a ledger. */
  public byte[] write(Ledger ledger) {
    return (Json.pretty(json(ledger)) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Whether two ledgers are the same in the file, apart from their revisions. */
  public boolean saySame(Ledger one, Ledger other) {
    // Numbers of one value may have several Java types in trees, so the texts are compared.
    return content(one).equals(content(other));
  }

  private static String content(Ledger ledger) {
    ObjectNode json = json(ledger);
    json.remove("state_revision");
    return Json.compact(json);
  }

  private static ObjectNode json(Ledger ledger) {
    ObjectNode file =
        Json.object().put("version", VERSION).put("state_revision", ledger.revision());
    Digest config = ledger.configDigest();
    ObjectNode applied = file.putObject("applied_revision");
    applied.put("config_digest", config == null ? null : config.hex());
    ObjectNode resources = applied.putObject("resources");
    ledger.resources().forEach((address, it) -> resources.set(address.toString(), it.json()));
    ObjectNode statuses = file.putObject("resource_statuses");
    ledger.statuses().forEach((address, it) -> statuses.set(address.toString(), it.json()));
    putAll(file.putObject("approval_records"), ledger.approvals());
    putAll(file.putObject("recovery_records"), ledger.recoveries());
    putAll(file.putObject("observations"), ledger.observations());
    return file;
  }

  private static void putAll(ObjectNode target, Map<?, ObjectNode> records) {
    records.forEach((key, record) -> target.set(key.toString(), record));
  }
}
