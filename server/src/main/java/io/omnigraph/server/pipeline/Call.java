package io.omnigraph.server.pipeline;

import io.omnigraph.server.request.Source;
import java.util.List;

/** A request as it came over the wire. */
public interface Call extends Source {

  /** The method, as sent. */
  String method();

  /** The path, as sent, without the query string. */
  String path();

  /** The query string without its question mark; may be empty. */
  String query();

  /** The values of {@code Authorization}, each byte of them as one character. */
  List<String> authorizations();

  /** Whether the client has closed the connection. Asked by the thread that serves the call. */
  boolean isAbandoned();
}
