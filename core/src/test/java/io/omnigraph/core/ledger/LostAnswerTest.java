package io.omnigraph.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StorageException;
import io.omnigraph.ground.storage.Storages;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The ledger over a store that does not always answer. */
class LostAnswerTest {

  private static final int ALWAYS = Integer.MAX_VALUE;

  /**
   * A store that loses answers.
   *
   * @param isDone whether what was asked for is done all the same
   * @param times how many answers are lost
   */
  record Case(boolean isDone, int times, Class<? extends LedgerWrite> outcome) {}

  static final List<Case> CASES =
      List.of(
          new Case(true, 1, LedgerWrite.Written.class),
          new Case(true, 2, LedgerWrite.Written.class),
          new Case(false, 1, LedgerWrite.Written.class),
          new Case(false, 2, LedgerWrite.Written.class),
          new Case(true, ALWAYS, LedgerWrite.Unknown.class),
          new Case(false, ALWAYS, LedgerWrite.Unknown.class));

  @TempDir Path directory;

  private int lost;

  @ParameterizedTest
  @FieldSource("CASES")
  void aReplacementIsDoneOrNobodyKnows(Case given) {
    LedgerStore store = store(given.isDone(), given.times());

    assertThat(store.write(new LedgerRead.Absent(), Ledger.empty())).isInstanceOf(given.outcome());
    assertThat(store.read() instanceof LedgerRead.Present)
        .isEqualTo(given.isDone() || given.times() < ALWAYS);
  }

  @Test
  void anotherWritersLedgerIsAConflictAlsoWhenTheAnswerWasLost() {
    LedgerStore store = store(true, 1);
    LedgerRead before = store.read();
    store(false, 0).write(before, Ledger.empty());

    assertThat(store.write(before, Ledger.empty())).isInstanceOf(LedgerWrite.Conflict.class);
  }

  private LedgerStore store(boolean isDone, int times) {
    lost = times;
    Storage real = Storages.open(directory.toString());
    Storage losing =
        (Storage)
            Proxy.newProxyInstance(
                Storage.class.getClassLoader(),
                new Class<?>[] {Storage.class},
                (_, method, arguments) -> {
                  boolean isLost = method.getName().startsWith("putIf") && lost > 0;
                  if (isLost && lost != ALWAYS) {
                    lost--;
                  }
                  try {
                    Object answer = isLost && !isDone ? null : method.invoke(real, arguments);
                    if (isLost) {
                      throw StorageException.of("cannot write", "/x", "x", "no", new IOException())
                          .afterSending();
                    }
                    return answer;
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    return new LedgerStore(losing, new LedgerCodec(Kinds.of(List.of())));
  }
}
