package io.omnigraph.server.http;

import io.omnigraph.server.limit.Limit;
import io.omnigraph.server.limit.Limits;
import io.omnigraph.server.pipeline.Generation;
import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/** A listening HTTP server. */
public final class HttpServer {

  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
  private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(1);
  private static final long UNLIMITED = -1L;
  private static final int HEAD_BYTES = 65_536;
  private static final int BUFFER_BYTES = 16_384;
  private static final int BACKLOG = 1000;

  private final InFlight inFlight = new InFlight();
  private final ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();
  private final XnioWorker worker;
  private final ByteBufferPool buffers = new DefaultByteBufferPool(true, BUFFER_BYTES);
  private final AcceptingChannel<StreamConnection> listener;
  private final HttpOpenListener connections;

  private HttpServer(BindAddress address, Generation generation) throws IOException {
    AtomicReference<Generation> current = new AtomicReference<>(generation);
    this.worker = Xnio.getInstance().createWorker(workerOptions());
    this.connections = new HttpOpenListener(buffers, requestOptions(generation.limits()));
    connections.setRootHandler(new RequestHandler(current::get, virtualThreads, inFlight));
    try {
      this.listener =
          worker.createStreamConnectionServer(
              new InetSocketAddress(address.host(), address.port()),
              ChannelListeners.openListenerAdapter(this::open),
              socketOptions(generation.limits()));
    } catch (IOException e) {
      worker.shutdownNow();
      buffers.close();
      throw e;
    }
  }

  private void open(StreamConnection connection) {
    connection
        .getSinkChannel()
        .setConduit(new RefusalConduit(connection.getSinkChannel().getConduit()));
    connection
        .getSourceChannel()
        .setConduit(new HeadConduit(connection.getSourceChannel().getConduit()));
    connections.handleEvent(connection);
  }

  /** Listens and serves. */
  public static Start start(BindAddress address, Generation generation) {
    if (new InetSocketAddress(address.host(), address.port()).isUnresolved()) {
      return new Start.Failed("cannot listen on `" + address + "`: unknown host");
    }
    try {
      HttpServer server = new HttpServer(address, generation);
      server.listener.resumeAccepts();
      return new Start.Listening(server);
    } catch (IOException e) {
      return new Start.Failed("cannot listen on `" + address + "`: " + e.getMessage());
    }
  }

  /** The port that it listens on. */
  public int port() {
    return listener.getLocalAddress(InetSocketAddress.class).getPort();
  }

  /**
   * Stops: accepts no more, lets running requests finish until the deadline, interrupts what still
   * runs then, and lets go of all threads.
   */
  public void stop(Duration deadline) throws InterruptedException {
    inFlight.close();
    IoUtils.safeClose(listener);
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
    connections.closeConnections();
    worker.shutdownNow();
    buffers.close();
  }

  private static OptionMap requestOptions(Limits limits) {
    return OptionMap.builder()
        // Bodies are limited per route, with an answer that says so.
        .set(UndertowOptions.MAX_ENTITY_SIZE, UNLIMITED)
        .set(UndertowOptions.DECODE_URL, false)
        .set(UndertowOptions.MAX_HEADER_SIZE, HEAD_BYTES)
        .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, millis(limits, Limit.HEAD_SECONDS))
        .set(UndertowOptions.NO_REQUEST_TIMEOUT, millis(limits, Limit.IDLE_SECONDS))
        .getMap();
  }

  private static OptionMap socketOptions(Limits limits) {
    int most = Math.toIntExact(limits.of(Limit.CONNECTIONS));
    return OptionMap.builder()
        .set(Options.TCP_NODELAY, true)
        .set(Options.REUSE_ADDRESSES, true)
        .set(Options.BACKLOG, BACKLOG)
        .set(Options.CONNECTION_HIGH_WATER, most)
        .set(Options.CONNECTION_LOW_WATER, most)
        .getMap();
  }

  private static int millis(Limits limits, Limit seconds) {
    return Math.toIntExact(limits.time(seconds).toMillis());
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
