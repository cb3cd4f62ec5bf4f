package io.omnigraph.server.http;

import io.omnigraph.server.pipeline.Generation;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/** A listening HTTP server. */
public final class HttpServer {

  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
  private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(1);
  private static final long UNLIMITED = -1L;

  private final AtomicReference<Generation> current;
  private final InFlight inFlight = new InFlight();
  private final ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();
  private final XnioWorker worker;
  private final Undertow undertow;

  private HttpServer(BindAddress address, Generation generation) throws IOException {
    this.current = new AtomicReference<>(generation);
    this.worker = Xnio.getInstance().createWorker(workerOptions());
    this.undertow =
        Undertow.builder()
            .setWorker(worker)
            .addHttpListener(address.port(), address.host())
            // Bodies are limited per route, with an answer that says so.
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, UNLIMITED)
            .setServerOption(UndertowOptions.DECODE_URL, false)
            .setHandler(new RequestHandler(current::get, virtualThreads, inFlight))
            .build();
  }

  /** Listens and serves. */
  public static Start start(BindAddress address, Generation generation) {
    if (new InetSocketAddress(address.host(), address.port()).isUnresolved()) {
      return new Start.Failed("cannot listen on `" + address + "`: unknown host");
    }
    HttpServer server;
    try {
      server = new HttpServer(address, generation);
    } catch (IOException e) {
      return new Start.Failed("cannot listen on `" + address + "`: " + e.getMessage());
    }
    try {
      server.undertow.start();
      return new Start.Listening(server);
    } catch (RuntimeException e) {
      server.release();
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return new Start.Failed("cannot listen on `" + address + "`: " + cause.getMessage());
    }
  }

  /** The port that it listens on. */
  public int port() {
    return ((InetSocketAddress) undertow.getListenerInfo().getFirst().getAddress()).getPort();
  }

  /**
   * Stops: accepts no more, lets running requests finish until the deadline, interrupts what still
   * runs then, and lets go of all threads.
   */
  public void stop(Duration deadline) throws InterruptedException {
    inFlight.close();
    undertow.stop();
    int late = inFlight.awaitIdle(deadline);
    if (late > 0) {
      LOG.warn("{} requests still ran after {} s and are interrupted", late, deadline.toSeconds());
      virtualThreads.shutdownNow();
      late = inFlight.awaitIdle(AFTER_INTERRUPT);
      LOG.warn("{} requests are given up", late);
    }
    release();
  }

  private void release() {
    virtualThreads.shutdownNow();
    worker.shutdownNow();
  }

  private static OptionMap workerOptions() {
    int ioThreads = Math.max(2, Runtime.getRuntime().availableProcessors());
    return OptionMap.builder()
        .set(Options.WORKER_NAME, "http")
        .set(Options.WORKER_IO_THREADS, ioThreads)
        // Requests run on virtual threads; the pool of the library has next to nothing to do.
        .set(Options.WORKER_TASK_CORE_THREADS, 1)
        .set(Options.WORKER_TASK_MAX_THREADS, ioThreads)
        .set(Options.TCP_NODELAY, true)
        .getMap();
  }

  /** A server, or why there is none. */
  public sealed interface Start {

    /** It listens. */
    record Listening(HttpServer server) implements Start {}

    /** It cannot; the message names the address. */
    record Failed(String message) implements Start {}
  }
}
