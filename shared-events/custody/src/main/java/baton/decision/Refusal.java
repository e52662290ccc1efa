package baton.decision;

import static java.util.Objects.requireNonNull;

/**
 * Why a command is not carried out.
 *
 * @param code stable, kebab-case: the last segment of the problem's type
 * @param detail for a person: what, why (the rule and its source), who can, what next
 */
public record Refusal(Kind kind, String code, String detail) {
  /** Each kind is one HTTP status. */
  public enum Kind {
    /** 409: it contradicts how things stand. */
    CONFLICT,
    /** 422: a rule forbids what it says. */
    UNPROCESSABLE,
    /** 403: somebody else may. */
    FORBIDDEN,
    /** 404: there is no such thing, or it is not this caller's to see. */
    NOT_FOUND,
    /** 404 with Retry-After: this service has not read that referral yet. */
    NOT_READ_YET
  }

  public Refusal {
    requireNonNull(kind);
    requireNonNull(code);
    requireNonNull(detail);
  }

  public static Refusal conflict(String code, String detail) {
    return new Refusal(Kind.CONFLICT, code, detail);
  }

  public static Refusal unprocessable(String code, String detail) {
    return new Refusal(Kind.UNPROCESSABLE, code, detail);
  }

  public static Refusal forbidden(String code, String detail) {
    return new Refusal(Kind.FORBIDDEN, code, detail);
  }

  public static Refusal notFound(String code, String detail) {
    return new Refusal(Kind.NOT_FOUND, code, detail);
  }

  public static Refusal notReadYet(String code, String detail) {
    return new Refusal(Kind.NOT_READ_YET, code, detail);
  }
}
