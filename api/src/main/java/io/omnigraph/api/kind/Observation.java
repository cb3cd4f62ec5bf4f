package io.omnigraph.api.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import java.util.List;

/**
 * What was found when a resource was looked at, without changing anything.
 *
 * @param record what the ledger keeps as the last observation of the resource
 * @param findings about the resource itself and the parts of it that can be seen with it
 */
public record Observation(ObjectNode record, List<Finding> findings) {

  public Observation {
    findings = List.copyOf(findings);
  }

  /** What was found about one resource. */
  public sealed interface Finding {

    /** The resource. */
    Address address();

    /** It is there and was read. */
    sealed interface Live extends Finding {}

    /**
     * It is there, and just as declared.
     *
     * @param recorded what the ledger is to record for it
     */
    record AsDeclared(Address address, Found recorded) implements Live {}

    /** It is there, but not as declared. */
    record Drifted(Address address, Found recorded, String condition, String message)
        implements Live {}

    /** It is not there: the ledger entry goes, and the status becomes {@code drifted}. */
    record Missing(Address address, String condition, String message) implements Finding {}

    /** Something is there that cannot be read: the entry stays, and the status is {@code error}. */
    record Unreadable(Address address, String condition, String message) implements Finding {}
  }

  /** What a resource was found to be. */
  public sealed interface Found {

    /** Content with a digest of its own. */
    record Content(io.omnigraph.ground.Digest digest) implements Found {}

    /** Something whose digest the core composes from its parts. */
    record Composite() implements Found {}
  }
}
