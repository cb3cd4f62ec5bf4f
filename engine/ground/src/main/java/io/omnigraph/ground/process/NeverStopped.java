package io.omnigraph.ground.process;

import java.util.concurrent.CountDownLatch;

/** A request that is never made. */
record NeverStopped() implements StopRequest {

  @Override
  public boolean isMade() {
    return false;
  }

  @Override
  public Deferral defer() {
    return () -> {};
  }

  @Override
  public void await() throws InterruptedException {
    new CountDownLatch(1).await();
  }
}
