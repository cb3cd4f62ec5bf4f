package io.omnigraph.core.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.core.approval.Approval.Consumption;
import io.omnigraph.core.fault.ControlPoints;
import io.omnigraph.core.format.MalformedFileException;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StoredObject;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The approvals' files below a storage root. Files are rewritten, never removed. */
public final class ApprovalStore {

  private static final String FOLDER = "__cluster/approvals";

  private final Storage storage;
  private final FaultPoints faults;

  /** The approvals of a storage root. */
  public ApprovalStore(Storage storage, FaultPoints faults) {
    this.storage = storage;
    this.faults = faults;
  }

  /**
   * What lies there.
   *
   * @param book every approval that could be read
   * @param findings about what could not, all of them warnings
   */
  public record Listing(ApprovalBook book, List<Diagnostic> findings) {

    public Listing {
      findings = List.copyOf(findings);
    }
  }

  /** Reads every approval; what cannot be read is left in place and reported. */
  public Listing list() {
    List<Approval> approvals = new ArrayList<>();
    List<Diagnostic> findings = new ArrayList<>();
    for (String name : names(findings)) {
      if (name.endsWith(".json")) {
        read(FOLDER + "/" + name, findings).ifPresent(approvals::add);
      }
    }
    return new Listing(new ApprovalBook(approvals), findings);
  }

  private List<String> names(List<Diagnostic> findings) {
    try {
      return storage.list(FOLDER);
    } catch (UncheckedIOException e) {
      findings.add(
          Diagnostic.warning("approval_read_error", FOLDER, String.valueOf(e.getMessage())));
      return List.of();
    }
  }

  private Optional<Approval> read(String key, List<Diagnostic> findings) {
    String place = storage.locate(key);
    try {
      Optional<StoredObject> file = storage.get(key);
      if (file.isEmpty()) {
        return Optional.empty();
      }
      long version = Approval.version(file.get().content());
      if (version == Approval.VERSION) {
        Approval approval = Approval.read(file.get().content());
        if (!key(approval.id()).equals(key)) {
          throw new MalformedFileException("`approval_id` is not the name of the file");
        }
        return Optional.of(approval);
      }
      String message = "the approval has version " + version + ", this version knows 1";
      findings.add(Diagnostic.warning("unsupported_approval_version", place, message));
    } catch (MalformedFileException | UncheckedIOException e) {
      String message = "the approval cannot be understood: " + e.getMessage();
      findings.add(Diagnostic.warning("invalid_approval_artifact", place, message));
    }
    return Optional.empty();
  }

  /** Where an approval lies, in the form that is shown to people. */
  public String locate(String approvalId) {
    return storage.locate(key(approvalId));
  }

  /**
   * Writes an approval.
   *
   * @throws UncheckedIOException when it cannot be written
   */
  public void write(Approval approval) {
    storage.put(key(approval.id()), approval.bytes());
  }

  /**
   * Marks in their files those approvals that a ledger on disk says are consumed. Also catches up
   * what an earlier command did not come to.
   */
  public void settle(ApprovalBook book, Ledger ledger, Consumer<Diagnostic> findings) {
    for (Approval approval : book.all()) {
      ObjectNode record = ledger.approvals().get(approval.id());
      if (record != null && approval.consumption() == null) {
        settle(approval, record, findings);
      }
    }
  }

  private void settle(Approval approval, ObjectNode record, Consumer<Diagnostic> findings) {
    String at = text(record, "consumed_at");
    Consumption use =
        new Consumption(
            at == null ? approval.createdAt() : at, text(record, "consumed_by_operation"));
    try {
      write(approval.consumed(use));
    } catch (UncheckedIOException e) {
      String message =
          "the approval is consumed in the ledger, but its file could not be marked: "
              + e.getMessage();
      findings.accept(Diagnostic.warning("approval_write_error", locate(approval.id()), message));
    }
    faults.reached(ControlPoints.AFTER_APPROVAL_CONSUMED);
  }

  private static @Nullable String text(ObjectNode record, String field) {
    JsonNode value = record.path(field);
    return value.isTextual() ? value.textValue() : null;
  }

  private static String key(String approvalId) {
    return FOLDER + "/" + approvalId + ".json";
  }
}
