package baton.escalation.limits;

import static java.nio.charset.StandardCharsets.US_ASCII;

import baton.testing.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Somebody who asks for an answer and takes next to nothing of it. */
final class Unread implements AutoCloseable {
  /** What one's own side takes without being asked to. */
  private static final int RECEIVED_MAX = 4096;

  private final Socket socket = new Socket();

  Unread(URI server, String path, String organisation) throws IOException {
    socket.setReceiveBufferSize(RECEIVED_MAX);
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    String request =
        "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(path, Tokens.of("auditor", organisation));
    socket.getOutputStream().write(request.getBytes(US_ASCII));
  }

  /** The beginning of the answer: it is under way. */
  String status() throws IOException {
    return new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()), US_ASCII);
  }

  /** All that can still be taken; the server closes it for a reader who is slow. */
  long left() throws IOException {
    long left = 0;
    var buffer = new byte[64 * 1024];
    try {
      InputStream in = socket.getInputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) left += n;
    } catch (IOException reset) {
      return left;
    }
    return left;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
