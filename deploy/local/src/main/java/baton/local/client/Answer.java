package baton.local.client;

import com.fasterxml.jackson.databind.JsonNode;

/** What a service answered; {@code body} is a missing node where there was no JSON. */
public record Answer(String request, int status, JsonNode body) {
  public boolean ok() {
    return status >= 200 && status < 300;
  }

  /** The body of a success; anything else is an exception that shows the problem document. */
  public JsonNode orFail() {
    if (!ok()) throw new UnexpectedAnswer(request + " gave " + status + " " + body);
    return body;
  }

  /** A call that should have succeeded and did not. */
  public static final class UnexpectedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnexpectedAnswer(String message) {
      super(message);
    }
  }
}
