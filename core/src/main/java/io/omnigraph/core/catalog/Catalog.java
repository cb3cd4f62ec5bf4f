package io.omnigraph.core.catalog;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Payload;
import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.Names;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StoredObject;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The catalog below a storage root. */
public final class Catalog {

  private static final String FOLDER = "__cluster/resources/";
  private static final BlobCheck MISSING = new BlobCheck.Missing();

  private final Storage storage;
  private final Map<String, Payload> payloads;

  /**
   * The catalog of a storage root.
   *
   * @param payloads the form of the payloads of each kind that has any, by the kind's name
   */
  public Catalog(Storage storage, Map<String, Payload> payloads) {
    this.storage = storage;
    this.payloads = Map.copyOf(payloads);
  }

  /** The catalog of a storage root for the registered kinds. */
  public static Catalog of(Storage storage, Kinds kinds) {
    Map<String, Payload> payloads = new TreeMap<>();
    for (ResourceKind kind : kinds.inOrder()) {
      kind.payload().ifPresent(payload -> payloads.put(kind.name(), payload));
    }
    return new Catalog(storage, payloads);
  }

  /** Whether resources of this kind have payloads here. */
  public boolean holds(Address address) {
    return payloads.containsKey(address.kind());
  }

  /**
   * Makes sure that a payload is in the catalog. What lies there under its name but is not what the
   * name says is replaced.
   *
   * @throws UncheckedIOException when it cannot be written
   */
  public void publish(Address address, byte[] content) {
    Digest digest = Digest.of(content);
    String key =
        key(address, digest)
            .orElseThrow(
                () -> new IllegalArgumentException("no place in the catalog for " + address));
    Optional<StoredObject> present = storage.get(key);
    if (present.isEmpty() || !Digest.of(present.get().content()).equals(digest)) {
      storage.put(key, content);
    }
  }

  /** Looks at the payload of a resource at a digest. */
  public BlobCheck check(Address address, Digest digest) {
    Optional<String> key = key(address, digest);
    if (key.isEmpty()) {
      return MISSING;
    }
    try {
      return storage.get(key.get()).map(blob -> compared(blob, digest)).orElse(MISSING);
    } catch (UncheckedIOException e) {
      return new BlobCheck.Unreadable(String.valueOf(e.getMessage()));
    }
  }

  private static BlobCheck compared(StoredObject blob, Digest digest) {
    return Digest.of(blob.content()).equals(digest)
        ? new BlobCheck.Intact(blob.text())
        : new BlobCheck.Mismatch();
  }

  /** Empty for kinds without payloads, and for names that no configuration can have declared. */
  private Optional<String> key(Address address, Digest digest) {
    Payload payload = payloads.get(address.kind());
    boolean isNamed =
        Names.isValid(address.head()) && address.tail().map(Names::isValid).orElse(true);
    if (payload == null || !isNamed) {
      return Optional.empty();
    }
    String name = address.head() + address.tail().map(tail -> "/" + tail).orElse("");
    String file = digest.hex() + "." + payload.extension();
    return Optional.of(FOLDER + address.kind() + "/" + name + "/" + file);
  }
}
