package baton.intake.limits;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import baton.testing.Tokens;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One connection, and exactly the bytes that a test wants on it. */
final class RawHttp implements AutoCloseable {
  private static final int PATIENCE = (int) Duration.ofSeconds(60).toMillis();
  private final Socket socket;

  RawHttp(URI server) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout(PATIENCE);
  }

  static String head(String request, String agency, String... headers) {
    return request
        + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
        + Tokens.of("agency", agency)
        + "\r\n"
        + String.join("", Arrays.stream(headers).map(each -> each + "\r\n").toList())
        + "\r\n";
  }

  static String chunk(String content) {
    return Integer.toHexString(content.getBytes(ISO_8859_1).length) + "\r\n" + content + "\r\n";
  }

  RawHttp send(String bytes) {
    try {
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends more and more, until it is closed or nobody takes it any longer. */
  ScheduledExecutorService trickles(Supplier<String> more, Duration every) {
    var ticking = Executors.newSingleThreadScheduledExecutor();
    ticking.scheduleAtFixedRate(() -> send(more.get()), 0, every.toMillis(), TimeUnit.MILLISECONDS);
    return ticking;
  }

  /** Up to the end of the first answer's JSON body, or of the connection. */
  String answer() {
    var read = new StringBuilder();
    try {
      for (int b = socket.getInputStream().read(); b >= 0; b = socket.getInputStream().read()) {
        read.append((char) b);
        if (b == '}' && read.indexOf("\r\n\r\n") > 0 && complete(read)) break;
      }
    } catch (IOException closed) {
      return read.toString();
    }
    return read.toString();
  }

  private static boolean complete(StringBuilder read) {
    String body = read.substring(read.indexOf("\r\n\r\n"));
    return body.chars().filter(c -> c == '{').count() == body.chars().filter(c -> c == '}').count();
  }

  /** Whether the server has closed it without waiting for anything. */
  boolean isClosedAtOnce() {
    try {
      socket.setSoTimeout(100);
      return isClosedByServer();
    } catch (SocketException closed) {
      return true;
    }
  }

  /** Whether the server closes it within the patience of this, whatever it may say before. */
  boolean isClosedByServer() {
    try {
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (SocketTimeoutException stillOpen) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
