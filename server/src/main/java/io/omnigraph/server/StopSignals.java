package io.omnigraph.server;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;

/**
 * Waits for the signals that ask a process to stop.
 *
 * <p>A shutdown hook would do for stopping in order, but the process would then end with the
 * signal's exit status and not with 0. The only other way to receive a signal is {@code
 * sun.misc.Signal} of the module {@code jdk.unsupported}; it is reached by reflection, because the
 * compiler's warning about that module cannot be switched off for one class.
 */
final class StopSignals {

  private final CountDownLatch asked = new CountDownLatch(1);

  /** Listens from now on, instead of the virtual machine. */
  void listen() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler countDown =
          (_, method, _) -> {
            if (method.getName().equals("handle")) {
              asked.countDown();
            }
            return null;
          };
      Object onSignal =
          Proxy.newProxyInstance(
              StopSignals.class.getClassLoader(), new Class<?>[] {handler}, countDown);
      for (String name : new String[] {"INT", "TERM"}) {
        Object caught = signal.getConstructor(String.class).newInstance(name);
        signal.getMethod("handle", signal, handler).invoke(null, caught, onSignal);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Java runtime cannot receive signals", e);
    }
  }

  /** Waits for the first of them. */
  void await() throws InterruptedException {
    asked.await();
  }
}
