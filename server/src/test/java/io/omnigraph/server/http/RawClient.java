package io.omnigraph.server.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends bytes that no proper client would send. */
final class RawClient {

  private static final int PATIENCE_MILLIS = 60_000;

  private RawClient() {}

  /** Everything that a server answers until it closes the connection. */
  static String answer(int port, String request) throws IOException {
    return answer(port, request.getBytes(StandardCharsets.UTF_8));
  }

  /** Everything that a server answers until it closes the connection. */
  static String answer(int port, byte[] request) throws IOException {
    try (Socket socket = open(port)) {
      OutputStream out = socket.getOutputStream();
      out.write(request);
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The same, where the request is sent in pieces of so many bytes. */
  static String answer(int port, String request, int pieceLength) throws IOException {
    byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
    try (Socket socket = open(port)) {
      socket.setTcpNoDelay(true);
      for (int start = 0; start < bytes.length; start += Math.min(pieceLength, bytes.length)) {
        int count = Math.min(pieceLength, bytes.length - start);
        socket.getOutputStream().write(bytes, start, count);
      }
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static Socket open(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  /** The status of an answer; 0 when there is none. */
  static int status(String answer) {
    return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
  }
}
