package io.omnigraph.api.serving;

import io.omnigraph.ground.Diagnostic;
import java.util.List;

/** What a serving plugin starts from. */
public interface ServingContext {

  /** What was applied. */
  AppliedRevision revision();

  /** The services of a type that the plugins before this one offer, in the order of plugins. */
  <S> List<S> services(Class<S> type);

  /** Says something that the operator should know but that does not stop the start. */
  void warn(Diagnostic warning);
}
