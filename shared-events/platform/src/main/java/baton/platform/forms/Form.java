package baton.platform.forms;

import baton.contract.DeclineReason;
import baton.contract.Forces;
import baton.contract.OrganisationCode;
import baton.platform.Problems;
import baton.platform.Problems.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the fields of a request's body and collects everything that is wrong with them. A method
 * gives null for a field that is missing or wrong; {@link #check} then refuses the whole with 422.
 * Messages quote only short values that were meant to be codes, never free text.
 */
public final class Form {
  private static final int QUOTED_MAX = 60;
  private static final int LABEL_MAX = 200;

  /** Beyond these it is a slip, and further out neither PostgreSQL nor RFC 3339 could write it. */
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private final List<Violation> violations = new ArrayList<>();

  /**
   * What was declined and why.
   *
   * @param words those given where they are not on the list; free text, to be sealed
   */
  public record Decline(DeclineReason reason, String words) {}

  /** The body itself, which a request must have. */
  public static <T> T body(T given) {
    var form = new Form();
    if (given == null) form.wrong("", "missing", "a body is required: a JSON object");
    form.check();
    return given;
  }

  /** A required field of any type. */
  public <T> T required(String pointer, T given) {
    if (given == null || (given instanceof String text && text.isBlank())) {
      wrong(pointer, "missing", field(pointer) + " is required");
      return null;
    }
    return given;
  }

  /** An optional id, such as {@code PersonId::of}. */
  public <T> T id(String pointer, String given, Function<String, T> reader) {
    if (given == null) return null;
    try {
      return reader.apply(given.strip());
    } catch (IllegalArgumentException e) {
      wrong(pointer, "wrong-form", e.getMessage());
      return null;
    }
  }

  public <T> T requiredId(String pointer, String given, Function<String, T> reader) {
    return id(pointer, required(pointer, given), reader);
  }

  /** An optional short name, such as a tool's or a team's. */
  public String label(String pointer, String given) {
    if (given == null || given.isBlank()) return null;
    if (given.length() > LABEL_MAX || !given.codePoints().allMatch(Form::printable)) {
      wrong(
          pointer,
          "wrong-form",
          field(pointer) + " has at most " + LABEL_MAX + " characters and no control characters");
      return null;
    }
    return given.strip();
  }

  /** A required word of a list. */
  public <E extends Enum<E>> E word(String pointer, String given, Class<E> list) {
    return optionalWord(pointer, required(pointer, given), list);
  }

  public <E extends Enum<E>> E optionalWord(String pointer, String given, Class<E> list) {
    if (given == null) return null;
    Optional<E> word = Words.read(list, given);
    if (word.isEmpty())
      wrong(
          pointer,
          "unknown-" + field(pointer),
          quoted(given) + " is none of " + Words.allowed(list));
    return word.orElse(null);
  }

  /** A required force that exists. */
  public OrganisationCode force(String pointer, String given) {
    return optionalForce(pointer, required(pointer, given));
  }

  public OrganisationCode optionalForce(String pointer, String given) {
    if (given == null) return null;
    Optional<OrganisationCode> force = forceCode(given.strip());
    if (force.isEmpty()) {
      String hint = Forces.byName(given).map(f -> f.name() + " is " + f.code() + ", ").orElse("");
      wrong(
          pointer,
          "unknown-force",
          quoted(given) + " is not a force code; " + hint + "see GET /forces");
    }
    return force.orElse(null);
  }

  /** A required time, RFC 3339 with its offset. */
  public Instant time(String pointer, String given) {
    if (required(pointer, given) == null) return null;
    try {
      Instant time = OffsetDateTime.parse(given.strip()).toInstant();
      if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) return time;
    } catch (DateTimeException noTime) {
      // the violation below says what is wanted
    }
    wrong(
        pointer,
        "wrong-form",
        field(pointer) + " is a time with its offset, such as 2026-11-21T12:00:00Z");
    return null;
  }

  /** A required reason (R3); words outside the list count as OTHER and are kept. */
  public Decline decline(String pointer, String given) {
    if (required(pointer, given) == null) return null;
    return Words.read(DeclineReason.class, given)
        .map(reason -> new Decline(reason, null))
        .orElseGet(() -> new Decline(DeclineReason.OTHER, given));
  }

  /**
   * @param pointer where: a JSON pointer (RFC 6901)
   */
  public void wrong(String pointer, String code, String detail) {
    violations.add(new Violation(pointer, code, detail));
  }

  /** Throws the problem with every violation, if there is one. */
  public void check() {
    if (!violations.isEmpty()) throw Problems.invalid(List.copyOf(violations));
  }

  private static Optional<OrganisationCode> forceCode(String given) {
    try {
      return Optional.of(OrganisationCode.of(given)).filter(Forces::knows);
    } catch (IllegalArgumentException notEvenACode) {
      return Optional.empty();
    }
  }

  private static boolean printable(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.CONTROL && type != Character.SURROGATE;
  }

  private static String field(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  private static String quoted(String given) {
    return given.length() <= QUOTED_MAX ? "'" + given + "'" : "what is given";
  }
}
