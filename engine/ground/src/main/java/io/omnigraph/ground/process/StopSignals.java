package io.omnigraph.ground.process;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

/**
 * The signals that ask a process to stop: SIGHUP, SIGINT and SIGTERM.
 *
 * <p>The first one ends the process at once, or, while anything defers that, is noted. The second
 * one ends it whatever it does; it counts as the first when it comes within a second, because tools
 * such as {@code timeout} signal a process and its group. The exit code is 128 and the number of
 * the signal.
 *
 * <p>The only way to receive a signal without ending is {@code sun.misc.Signal} of the module
 * {@code jdk.unsupported}; it is reached by reflection, because the compiler's warning about that
 * module cannot be switched off for one class.
 */
public final class StopSignals implements StopRequest {

  private static final int SIGNALLED = 128;
  private static final Duration ONE_REQUEST = Duration.ofSeconds(1);

  private final IntConsumer exit;
  private final IntConsumer halt;
  private final Runnable notice;
  private final InstantSource clock;

  /** All guarded by {@code this}. */
  private int deferrals;

  private boolean isEnding;
  private int received;
  private Instant first = Instant.EPOCH;

  /**
   * Signals that somebody hands to {@link #receive}.
   *
   * @param exit ends the process in order
   * @param halt ends it at once
   * @param notice told when a signal has to wait
   */
  StopSignals(IntConsumer exit, IntConsumer halt, Runnable notice, InstantSource clock) {
    this.exit = exit;
    this.halt = halt;
    this.notice = notice;
    this.clock = clock;
  }

  /**
   * Listens from now on, instead of the virtual machine. Signals that the process was started to
   * ignore stay ignored.
   *
   * @param notice told when a signal has to wait
   */
  public static StopSignals ofProcess(Runnable notice) {
    StopSignals signals =
        new StopSignals(
            System::exit, code -> Runtime.getRuntime().halt(code), notice, InstantSource.system());
    signals.listen();
    return signals;
  }

  /** What the process ends with because of a signal; empty when there was none. */
  public synchronized OptionalInt exitCode() {
    return received == 0 ? OptionalInt.empty() : OptionalInt.of(SIGNALLED + received);
  }

  @Override
  public synchronized boolean isMade() {
    return received != 0;
  }

  @Override
  public synchronized Deferral defer() {
    // INVARIANT: once the process is ending, nobody begins what must not be cut off.
    while (isEnding) {
      try {
        wait();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new Stopped();
      }
    }
    deferrals++;
    return this::resume;
  }

  private synchronized void resume() {
    deferrals--;
  }

  @Override
  public synchronized void await() throws InterruptedException {
    while (received == 0) {
      wait();
    }
  }

  void receive(int number) {
    boolean isFirst;
    boolean isDeferred;
    synchronized (this) {
      Instant now = clock.instant();
      isFirst = received == 0;
      if (!isFirst && now.isBefore(first.plus(ONE_REQUEST))) {
        return;
      }
      first = isFirst ? now : first;
      isDeferred = deferrals > 0;
      received = isFirst ? number : received;
      isEnding = isEnding || !isFirst || !isDeferred;
      notifyAll();
    }
    if (!isFirst) {
      halt.accept(SIGNALLED + number);
    } else if (isDeferred) {
      notice.run();
    } else {
      exit.accept(SIGNALLED + number);
    }
  }

  private void listen() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler onSignal =
          (_, method, arguments) -> {
            if (method.getName().equals("handle")) {
              receive((Integer) signal.getMethod("getNumber").invoke(arguments[0]));
            }
            return null;
          };
      Object proxy =
          Proxy.newProxyInstance(
              StopSignals.class.getClassLoader(), new Class<?>[] {handler}, onSignal);
      for (String name : new String[] {"HUP", "INT", "TERM"}) {
        Object caught = signal.getConstructor(String.class).newInstance(name);
        signal.getMethod("handle", signal, handler).invoke(null, caught, proxy);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Java runtime cannot receive signals", e);
    }
  }
}
