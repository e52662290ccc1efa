package baton.platform;

import baton.decision.Refusal;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.List;

/**
 * The problems that Baton tells (RFC 9457). {@code type} is stable and machines may rely on it;
 * {@code detail} says what, why, who can and what next.
 */
public final class Problems {

  /** Nobody reads more, and an answer must not be larger than its question. */
  private static final int VIOLATIONS_TOLD = 100;

  public static final String TYPES = "https://baton.example/problems/";

  private Problems() {}

  /**
   * One thing wrong in a body.
   *
   * @param pointer where: a JSON pointer (RFC 6901), empty for the whole body
   */
  public record Violation(String pointer, String code, String detail) {}

  public static URI type(String code) {
    return URI.create(TYPES + code);
  }

  public static HttpProblem of(int status, String code, String title, String detail) {
    return builder(status, code, title, detail).build();
  }

  public static HttpProblem.Builder builder(int status, String code, String title, String detail) {
    return HttpProblem.builder()
        .withStatus(status)
        .withType(type(code))
        .withTitle(title)
        .withDetail(detail);
  }

  /** 422 with every violation found, not only the first; of very many, the first hundred. */
  public static HttpProblem invalid(List<Violation> violations) {
    Violation first = violations.getFirst();
    String code = violations.size() == 1 ? first.code() : "invalid-request";
    String detail =
        violations.size() == 1
            ? first.detail()
            : violations.size() + " things are wrong; the first: " + first.detail();
    return builder(422, code, "The request cannot be taken as it is", detail)
        .with("violations", violations.stream().limit(VIOLATIONS_TOLD).toList())
        .build();
  }

  /**
   * Refuses text that no row could hold, as it may come in a query.
   *
   * @param name of the parameter
   * @param text or null, which is fine
   */
  public static void requireText(String name, String text, int max) {
    if (text == null) return;
    boolean fits =
        !text.isBlank() && text.length() <= max && text.chars().noneMatch(Character::isISOControl);
    if (!fits)
      throw of(
          422,
          "parameter-unusable",
          "The request cannot be taken as it is",
          name + " must have 1 to " + max + " characters, none of them a control character");
  }

  /** 404: it is not there, or not this caller's to see, which must look the same. */
  public static HttpProblem notFound(String what) {
    return of(404, "not-found", "Not found", what);
  }

  /** 403: known, but not allowed. */
  public static HttpProblem forbidden(String code, String detail) {
    return of(403, code, "Not allowed", detail);
  }

  /** 404 that a second later may be a 200: the event is on its way. */
  public static HttpProblem notReadYet(String detail) {
    return builder(404, "not-read-yet", "Not read yet", detail)
        .withHeader(HttpHeaders.RETRY_AFTER, 1)
        .build();
  }

  /** A refusal by a rule, never 200 and never 500. */
  public static HttpProblem of(Refusal refusal) {
    return switch (refusal.kind()) {
      case CONFLICT -> of(409, refusal.code(), "Refused as things stand", refusal.detail());
      case UNPROCESSABLE -> of(422, refusal.code(), "Refused by a rule", refusal.detail());
      case FORBIDDEN -> of(403, refusal.code(), "Not allowed", refusal.detail());
      case NOT_FOUND -> of(404, refusal.code(), "Not found", refusal.detail());
      case NOT_READ_YET -> notReadYet(refusal.detail());
    };
  }
}
