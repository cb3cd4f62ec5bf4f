package io.omnigraph.server.pipeline;

import io.omnigraph.api.serving.Problem;
import io.omnigraph.server.stage.Refusal;

/** Answers one request; exactly one of its methods is called, once. */
public interface Responder {

  /**
   * Answers with 200.
   *
   * @param body a {@link io.omnigraph.api.serving.StreamedReply}, or anything that is written as
   *     JSON
   */
  void succeed(Object body);

  /** Answers with a problem. */
  void refuse(Refusal refusal);

  /** Answers with a problem that something unexpected caused, and logs the cause. */
  void fail(Problem problem, Throwable cause);
}
