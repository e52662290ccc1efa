package baton.acceptance.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One connection to a service, opened again when it was closed. Sends any bytes at all. */
final class Wire implements AutoCloseable {
  /** Far more than any answer takes: only a service that hangs is found out by it. */
  private static final int PATIENCE = (int) Duration.ofMinutes(2).toMillis();

  private static final int BODY_MAX = 256 * 1024;
  private static final int LINE_MAX = 64 * 1024;

  private final int port;
  private Socket socket;
  private InputStream in;

  Wire(int port) {
    this.port = port;
  }

  /**
   * @throws IOException if it is not answered
   */
  Reply send(Request request) throws IOException {
    boolean reused = socket != null;
    try {
      return exchange(request);
    } catch (IOException e) {
      close();
      // An idle connection may be closed at any time, also just now.
      if (!reused) throw e;
      return exchange(request);
    }
  }

  private Reply exchange(Request request) throws IOException {
    if (socket == null) {
      socket = new Socket("127.0.0.1", port);
      socket.setSoTimeout(PATIENCE);
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream());
    }
    IOException unsent = null;
    try {
      socket.getOutputStream().write(request.bytes());
    } catch (IOException e) {
      unsent = e; // it may have been answered before all of it was read
    }
    try {
      return read(request.method.equals("HEAD"));
    } catch (EOFException e) {
      throw unsent == null ? e : unsent;
    }
  }

  private Reply read(boolean noBody) throws IOException {
    String[] line = line().split(" ", 3);
    int status = Integer.parseInt(line[1]);
    var headers = new HashMap<String, String>();
    for (String header = line(); !header.isEmpty(); header = line()) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    if (status < 200) return read(noBody);
    var reply =
        noBody || status == 204 || status == 304
            ? new Reply(status, headers, new byte[0], false)
            : body(status, headers);
    if (reply.cut() || "close".equalsIgnoreCase(headers.get("connection"))) close();
    return reply;
  }

  private Reply body(int status, Map<String, String> headers) throws IOException {
    var body = new ByteArrayOutputStream();
    boolean cut = false;
    if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
      for (int size = Integer.parseInt(line(), 16);
          size > 0 && !cut;
          size = cut ? 0 : Integer.parseInt(line(), 16)) {
        body.writeBytes(exactly(size));
        line();
        cut = body.size() > BODY_MAX;
      }
      if (!cut) line();
    } else if (headers.containsKey("content-length")) {
      int length = Integer.parseInt(headers.get("content-length"));
      cut = length > BODY_MAX;
      body.writeBytes(exactly(Math.min(length, BODY_MAX)));
    } else cut = true;
    return new Reply(status, headers, body.toByteArray(), cut);
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) throw new EOFException("the answer ends in its body");
    return bytes;
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) throw new EOFException("the connection was closed without an answer");
      line.write(b);
      if (line.size() > LINE_MAX) throw new IOException("a line without an end");
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() throws IOException {
    if (socket != null) socket.close();
    socket = null;
  }
}
