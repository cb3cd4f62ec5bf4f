package io.omnigraph.store.maintenance;

import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StoredFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writes to a graph that take long and have files which no commit names yet, of all processes:
 * {@code writes/<ulid>.json}, written before the first of the files, and {@code
 * writes/<ulid>.beat}, written again and again while the write lives. Both are removed when it
 * ends.
 *
 * <p>When a write began, and when it was last heard of, is what the store says of these files, as
 * is the age of the files of tables; so only the question whether a write lives depends on the
 * clock of whoever asks, and a good part of an hour of difference does no harm.
 */
public final class OpenWrites {

  /** After how much silence a write is taken for dead. */
  static final Duration SILENCE = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(OpenWrites.class);
  private static final Duration BETWEEN_BEATS = Duration.ofSeconds(20);
  private static final String DIRECTORY = "writes";
  private static final String BEGUN = ".json";
  private static final String BEAT = ".beat";

  private OpenWrites() {}

  /**
   * Notes that a write has begun; it lasts until what is returned is closed.
   *
   * @param id that no write has had
   */
  public static Open begin(Storage storage, String id) {
    return begin(storage, id, BETWEEN_BEATS);
  }

  static Open begin(Storage storage, String id, Duration betweenBeats) {
    Open open = new Open(storage, DIRECTORY + "/" + id);
    long process = ProcessHandle.current().pid();
    String content = Json.compact(Json.object().put("process", process));
    storage.put(open.mark + BEGUN, content.getBytes(StandardCharsets.UTF_8));
    Thread.ofVirtual().name("heartbeat").start(() -> open.beat(betweenBeats));
    return open;
  }

  /**
   * When the oldest write that lives began, by the clock of the store; empty when there is none.
   */
  static Optional<Instant> oldest(Storage storage, Instant now) {
    return marks(storage)
        .filter(mark -> !mark.isSilent(now))
        .map(Mark::begun)
        .min(Instant::compareTo);
  }

  /** Removes what is left of writes that were not heard of for long. */
  static void forgetSilent(Storage storage, Instant now) {
    marks(storage)
        .filter(mark -> mark.isSilent(now))
        .forEach(mark -> {
          storage.delete(mark.key() + BEGUN);
          storage.delete(mark.key() + BEAT);
        });
  }

  /** Looks twice, because a list may lack a file that is replaced while it is made. */
  private static Stream<Mark> marks(Storage storage) {
    Map<String, Mark> marks = new TreeMap<>();
    List<StoredFile> files = new ArrayList<>(storage.tree(DIRECTORY));
    files.addAll(storage.tree(DIRECTORY));
    for (StoredFile file : files) {
      if (file.key().endsWith(BEGUN) || file.key().endsWith(BEAT)) {
        String key = file.key().substring(0, file.key().lastIndexOf('.'));
        marks.merge(key, new Mark(key, file.changed(), file.changed()), Mark::with);
      }
    }
    return marks.values().stream();
  }

  /**
   * What is known of a write.
   *
   * @param heard when it last gave a sign of life
   */
  private record Mark(String key, Instant begun, Instant heard) {

    Mark with(Mark other) {
      return new Mark(
          key,
          begun.isBefore(other.begun) ? begun : other.begun,
          heard.isAfter(other.heard) ? heard : other.heard);
    }

    boolean isSilent(Instant now) {
      return !heard.plus(SILENCE).isAfter(now);
    }
  }

  /** A write that has begun. */
  public static final class Open implements AutoCloseable {

    private final Storage storage;
    private final String mark;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();

    /** Guarded by the lock. */
    private boolean isOpen = true;

    private Open(Storage storage, String mark) {
      this.storage = storage;
      this.mark = mark;
    }

    private void beat(Duration between) {
      byte[] sign = {'\n'};
      lock.lock();
      try {
        while (isOpen) {
          boolean isTime = !ended.await(between.toNanos(), TimeUnit.NANOSECONDS);
          if (isOpen && isTime) {
            renew(sign);
          }
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      } finally {
        lock.unlock();
      }
    }

    private void renew(byte[] sign) {
      try {
        storage.put(mark + BEAT, sign);
      } catch (UncheckedIOException e) {
        // There is time for many more before anybody takes the write for dead.
        LOG.debug("the mark of a write could not be renewed", e);
      }
    }

    @Override
    public void close() {
      lock.lock();
      try {
        isOpen = false;
        ended.signalAll();
        storage.delete(mark + BEGUN);
        storage.delete(mark + BEAT);
      } catch (UncheckedIOException e) {
        // A cleanup removes it later, and the end of the write is known already.
        LOG.debug("the mark of a write could not be removed", e);
      } finally {
        lock.unlock();
      }
    }
  }
}
