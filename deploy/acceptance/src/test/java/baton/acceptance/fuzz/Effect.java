package baton.acceptance.fuzz;

/** Whether a request did, or was shown, what its operation is for. */
final class Effect {
  private Effect() {}

  /** A body of many lines is answered 2xx whatever becomes of the lines: one of them must be in. */
  static boolean of(Request request, Reply reply) {
    if (reply.status() / 100 != 2) return false;
    return switch (request.operation.path()) {
      case "/batches", "/back-records" -> reply.json().path("created").asInt() > 0;
      case "/commands" -> reply.lines().stream().anyMatch(line -> line.has("recorded"));
      default -> true;
    };
  }
}
