package io.omnigraph.api.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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

  /** What a resource was found to be: all that the ledger records of it. */
  public sealed interface Found {

    /** Content with a digest of its own. */
    record Content(Recorded record) implements Found {}

    /**
     * Something whose digest the core composes from its parts.
     *
     * @param attributes what else is recorded, by name
     * @param dependsOn the resources that must be applied before this one
     */
    record Composite(SortedMap<String, JsonNode> attributes, SortedSet<Address> dependsOn)
        implements Found {

      public Composite {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        dependsOn = Collections.unmodifiableSortedSet(new TreeSet<>(dependsOn));
      }

      /** One of which nothing but its digest is recorded. */
      public static Composite plain() {
        return new Composite(Collections.emptySortedMap(), Collections.emptySortedSet());
      }
    }
  }
}
