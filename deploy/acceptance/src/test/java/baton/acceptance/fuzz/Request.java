package baton.acceptance.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import baton.local.client.Who;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/** A request as it goes over the wire; its parts need not make sense. */
final class Request {
  private static final int SHOWN = 1_500;

  final Operation operation;
  Who who;
  String method;
  String target;
  private final String written;
  final List<String> headers = new ArrayList<>();
  byte[] body;
  boolean chunked;

  Request(Operation operation, Who who, String target) {
    this.operation = operation;
    this.who = who;
    this.method = operation.method();
    this.target = target;
    this.written = target;
  }

  /** Whether nothing was done to its first line: what is answered is that operation's answer. */
  boolean isOfItsOperation() {
    return method.equals(operation.method()) && target.equals(written);
  }

  byte[] bytes() {
    var out = new ByteArrayOutputStream();
    out.writeBytes(head().getBytes(ISO_8859_1));
    if (body == null) return out.toByteArray();
    if (!chunked) {
      out.writeBytes(body);
      return out.toByteArray();
    }
    for (int at = 0; at < body.length; at += 1_000) {
      int length = Math.min(1_000, body.length - at);
      out.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
      out.write(body, at, length);
      out.writeBytes("\r\n".getBytes(ISO_8859_1));
    }
    out.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
    return out.toByteArray();
  }

  private String head() {
    var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
    for (String each : headers) head.append(each).append("\r\n");
    if (chunked) head.append("Transfer-Encoding: chunked\r\n");
    else if (body != null) head.append("Content-Length: ").append(body.length).append("\r\n");
    return head.append("\r\n").toString();
  }

  /** Not a message of HTTP at all: the server answers before Baton sees it. */
  boolean isIllFormed() {
    return !method.matches("[A-Z]+")
        || !target.startsWith("/")
        || !isUri()
        || headers.stream()
            .anyMatch(
                each ->
                    each.startsWith("Upgrade: h2c")
                        || each.startsWith("Transfer-Encoding")
                        || each.startsWith("Expect: n"));
  }

  private boolean isUri() {
    try {
      new URI(target);
      return true;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** To be sent again by hand: without the token, and not longer than one can read. */
  @Override
  public String toString() {
    var text =
        new StringBuilder(who + " " + operation.service().slug() + " " + method + " " + target);
    headers.stream()
        .filter(each -> !each.startsWith("Authorization: Bearer ey"))
        .forEach(each -> text.append(" | ").append(each));
    if (body != null)
      text.append(" | ").append(body.length).append(" bytes: ").append(new String(body, UTF_8));
    return text.substring(0, Math.min(SHOWN, text.length()));
  }
}
