package io.omnigraph.plugin.s3;

import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StorageException;
import io.omnigraph.ground.storage.StoredFile;
import io.omnigraph.ground.storage.StoredObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Objects below a prefix of a bucket. Conditional writes are those of the server ({@code
 * If-None-Match} and {@code If-Match} on entity tags), so they decide between machines too.
 *
 * <p>A write whose answer is lost is sent again, and the second one then finds the first: an object
 * that holds the very bytes that were to be written counts as written.
 */
final class S3Storage implements Storage {

  private static final int PRECONDITION_FAILED = 412;
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int ATTEMPTS = 5;

  private final S3Client client;
  private final String bucket;
  private final String prefix;

  S3Storage(S3Client client, String bucket, String prefix) {
    this.client = client;
    this.bucket = bucket;
    this.prefix = prefix;
  }

  @Override
  public String root() {
    return "s3://" + bucket + (prefix.isEmpty() ? "" : "/" + prefix);
  }

  @Override
  public Optional<StoredObject> get(String key) {
    return talking(
        "read",
        key,
        () -> {
          try {
            ResponseBytes<GetObjectResponse> read =
                client.getObjectAsBytes(get -> get.bucket(bucket).key(name(key)));
            return Optional.of(new StoredObject(read.asByteArray(), read.response().eTag()));
          } catch (NoSuchKeyException _) {
            return Optional.empty();
          }
        });
  }

  @Override
  public void put(String key, byte[] content) {
    talking("write", key, () -> client.putObject(request(key).build(), body(content)));
  }

  @Override
  public boolean putIfAbsent(String key, byte[] content) {
    return putIf(key, request(key).ifNoneMatch("*").build(), content);
  }

  @Override
  public boolean putIfUnchanged(String key, StoredObject read, byte[] content) {
    return putIf(key, request(key).ifMatch(read.token()).build(), content);
  }

  @Override
  public void delete(String key) {
    talking("delete", key, () -> client.deleteObject(d -> d.bucket(bucket).key(name(key))));
  }

  @Override
  public boolean deleteIfUnchanged(String key, StoredObject read) {
    try {
      client.deleteObject(d -> d.bucket(bucket).key(name(key)).ifMatch(read.token()));
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == NOT_FOUND) {
        return false;
      }
      throw sent(failure("delete", key, e), e);
    } catch (SdkException e) {
      throw sent(failure("delete", key, e), e);
    }
  }

  @Override
  public void deleteTree(String key) {
    delete(key);
    talking(
        "delete",
        key,
        () -> {
          ListObjectsV2Request below =
              ListObjectsV2Request.builder().bucket(bucket).prefix(folder(key)).build();
          client.listObjectsV2Paginator(below).stream().forEach(this::deleteAll);
          return true;
        });
  }

  @Override
  public List<String> list(String key) {
    String folder = folder(key);
    ListObjectsV2Request children =
        ListObjectsV2Request.builder().bucket(bucket).prefix(folder).delimiter("/").build();
    return talking(
        "list",
        key,
        () ->
            client.listObjectsV2Paginator(children).contents().stream()
                .map(object -> object.key().substring(folder.length()))
                .filter(name -> !name.isEmpty())
                .sorted()
                .toList());
  }

  @Override
  public List<StoredFile> tree(String key) {
    String root = folder("");
    ListObjectsV2Request below =
        ListObjectsV2Request.builder().bucket(bucket).prefix(folder(key)).build();
    return talking(
        "list",
        key,
        () ->
            client.listObjectsV2Paginator(below).contents().stream()
                .map(object ->
                    new StoredFile(
                        object.key().substring(root.length()),
                        object.size(),
                        object.lastModified()))
                .sorted(Comparator.comparing(StoredFile::key))
                .toList());
  }

  @Override
  public boolean exists(String key) {
    return talking(
        "look for",
        key,
        () -> {
          String name = name(key);
          String folder = folder(key);
          ListObjectsV2Response found =
              client.listObjectsV2(l -> l.bucket(bucket).prefix(folder).maxKeys(1));
          return !found.contents().isEmpty() || (!name.isEmpty() && isObject(name));
        });
  }

  @Override
  public Storage below(String key) {
    return new S3Storage(client, bucket, name(key));
  }

  private boolean isObject(String name) {
    try {
      client.headObject(head -> head.bucket(bucket).key(name));
      return true;
    } catch (NoSuchKeyException _) {
      return false;
    }
  }

  /** A conditional write. A server that is busy with another one on the key is asked again. */
  private boolean putIf(String key, PutObjectRequest request, byte[] content) {
    for (int attempt = 1; ; attempt++) {
      try {
        client.putObject(request, body(content));
        return true;
      } catch (S3Exception e) {
        boolean isBusy = e.statusCode() == CONFLICT && attempt < ATTEMPTS;
        if (e.statusCode() == PRECONDITION_FAILED || isGone(e)) {
          return get(key).filter(now -> Arrays.equals(now.content(), content)).isPresent();
        }
        if (!isBusy) {
          throw sent(failure("write", key, e), e);
        }
      } catch (SdkException e) {
        throw sent(failure("write", key, e), e);
      }
    }
  }

  private static boolean isGone(S3Exception e) {
    return e.statusCode() == NOT_FOUND && e instanceof NoSuchKeyException;
  }

  private void deleteAll(ListObjectsV2Response page) {
    List<ObjectIdentifier> names =
        page.contents().stream()
            .map(S3Object::key)
            .map(name -> ObjectIdentifier.builder().key(name).build())
            .toList();
    if (names.isEmpty()) {
      return;
    }
    var deleted =
        client.deleteObjects(
            d -> d.bucket(bucket).delete(Delete.builder().objects(names).quiet(true).build()));
    deleted.errors().stream()
        .findFirst()
        .ifPresent(error -> {
          throw new UncheckedIOException(
              new IOException(
                  "cannot delete s3://%s/%s: %s".formatted(bucket, error.key(), error.message())));
        });
  }

  private PutObjectRequest.Builder request(String key) {
    return PutObjectRequest.builder().bucket(bucket).key(name(key));
  }

  private static RequestBody body(byte[] content) {
    return RequestBody.fromBytes(content);
  }

  private String name(String key) {
    return prefix.isEmpty() || key.isEmpty() ? prefix + key : prefix + "/" + key;
  }

  private String folder(String key) {
    String name = name(key);
    return name.isEmpty() ? "" : name + "/";
  }

  private <T> T talking(String what, String key, Supplier<T> work) {
    try {
      return work.get();
    } catch (SdkException e) {
      throw failure(what, key, e);
    }
  }

  private StorageException failure(String what, String key, SdkException e) {
    String place = key.isEmpty() ? root() : locate(key);
    return StorageException.of("cannot " + what, place, key, reason(e), new IOException(e));
  }

  /** A server that refuses with a status of its own has done nothing; else nobody knows. */
  private static StorageException sent(StorageException failure, SdkException e) {
    boolean isRefused =
        e instanceof S3Exception answered
            && answered.statusCode() >= 400
            && !isServersFault(answered);
    return isRefused ? failure : failure.afterSending();
  }

  private static boolean isServersFault(S3Exception e) {
    return e.statusCode() >= 500 || e.statusCode() == REQUEST_TIMEOUT;
  }

  private static String reason(SdkException e) {
    if (e instanceof S3Exception answered && answered.awsErrorDetails() != null) {
      String said = answered.awsErrorDetails().errorMessage();
      return said == null || said.isBlank()
          ? "the store answered " + answered.statusCode()
          : "the store answered %d: %s".formatted(answered.statusCode(), said);
    }
    return "the store did not answer: " + e.getMessage();
  }
}
