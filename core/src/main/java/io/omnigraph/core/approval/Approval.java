package io.omnigraph.core.approval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.core.format.MalformedFileException;
import io.omnigraph.core.format.StrictObject;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's approval of one change.
 *
 * @param resource the address of the resource
 * @param binding the change that is approved, and nothing else
 * @param createdAt as written
 * @param consumption absent while it is unused
 */
public record Approval(
    String id,
    String resource,
    String operation,
    String reason,
    Binding binding,
    String approvedBy,
    String createdAt,
    @Nullable Consumption consumption) {

  static final long VERSION = 1;

  /**
   * The change that an approval is for.
   *
   * @param config digest of the configuration that asks for it
   * @param before recorded digest; absent for a create
   * @param after declared digest; absent for a delete
   */
  public record Binding(Digest config, @Nullable Digest before, @Nullable Digest after) {

    /** The binding to a change under a configuration. */
    public static Binding to(Change change, Digest config) {
      return switch (change) {
        case Change.Create(var desired) -> new Binding(config, null, desired.digest());
        case Change.Update(var desired, var recorded, _) ->
            new Binding(config, recorded.digest(), desired.digest());
        case Change.Delete(_, var recorded) -> new Binding(config, recorded.digest(), null);
      };
    }
  }

  /**
   * The use of an approval.
   *
   * @param at when, as written
   * @param byOperation what used it; absent in files of other writers
   */
  public record Consumption(String at, @Nullable String byOperation) {}

  /** Whether this is about a resource and bound to just this change of it. */
  boolean covers(Change change, Digest config) {
    return isFor(change) && binding.equals(Binding.to(change, config));
  }

  /**
   * Whether this is unused, and an operation that was carried out leaves nothing to approve here.
   * It uses up what approved it, whatever that was bound to; a creation begins a life that no
   * approval knew; and what goes with its owner needs none any more.
   */
  public boolean isSpentBy(
      Operation done, Address subject, Function<Address, Optional<Address>> owner) {
    if (consumption != null) {
      return false;
    }
    Optional<Address> about = Address.parse(resource);
    boolean isOwned = about.flatMap(owner).equals(Optional.of(subject));
    return switch (done) {
      case CREATE -> about.equals(Optional.of(subject));
      case UPDATE -> about.equals(Optional.of(subject)) && operation.equals(done.word());
      case DELETE ->
          (about.equals(Optional.of(subject)) && operation.equals(done.word())) || isOwned;
    };
  }

  boolean isFor(Change change) {
    return resource.equals(change.address().toString())
        && operation.equals(change.operation().word());
  }

  Approval consumed(Consumption use) {
    return new Approval(id, resource, operation, reason, binding, approvedBy, createdAt, use);
  }

  /** What the ledger keeps of it once it is consumed. */
  public ObjectNode record(Consumption use) {
    return Json.object()
        .put("consumed_at", use.at())
        .put("consumed_by_operation", use.byOperation())
        .put("resource", resource)
        .put("operation", operation)
        .put("reason", reason)
        .put("approved_by", approvedBy)
        .put("created_at", createdAt)
        .put("bound_config_digest", binding.config().hex())
        .put("bound_before_digest", hex(binding.before()))
        .put("bound_after_digest", hex(binding.after()));
  }

  static long version(byte[] content) throws MalformedFileException {
    return StrictObject.parse(content).integer("schema_version");
  }

  static Approval read(byte[] content) throws MalformedFileException {
    StrictObject file = StrictObject.parse(content);
    file.integer("schema_version");
    Digest config =
        file.optionalDigest("bound_config_digest")
            .orElseThrow(() -> file.mismatch("bound_config_digest", "a digest"));
    Binding binding =
        new Binding(
            config,
            file.optionalDigest("bound_before_digest").orElse(null),
            file.optionalDigest("bound_after_digest").orElse(null));
    String consumedAt = file.optionalText("consumed_at").orElse(null);
    String consumedBy = file.optionalText("consumed_by_operation").orElse(null);
    Approval approval =
        new Approval(
            file.text("approval_id"),
            file.text("resource"),
            file.text("operation"),
            file.text("reason"),
            binding,
            file.text("approved_by"),
            file.text("created_at"),
            consumedAt == null ? null : new Consumption(consumedAt, consumedBy));
    file.finish();
    return approval;
  }

  byte[] bytes() {
    ObjectNode file =
        Json.object()
            .put("schema_version", VERSION)
            .put("approval_id", id)
            .put("resource", resource)
            .put("operation", operation)
            .put("reason", reason)
            .put("bound_config_digest", binding.config().hex())
            .put("bound_before_digest", hex(binding.before()))
            .put("bound_after_digest", hex(binding.after()))
            .put("approved_by", approvedBy)
            .put("created_at", createdAt)
            .put("consumed_at", consumption == null ? null : consumption.at())
            .put("consumed_by_operation", consumption == null ? null : consumption.byOperation());
    return (Json.pretty(file) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static @Nullable String hex(@Nullable Digest digest) {
    return digest == null ? null : digest.hex();
  }
}
