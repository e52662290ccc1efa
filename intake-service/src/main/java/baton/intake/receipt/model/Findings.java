package baton.intake.receipt.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What checking one referral brings to light. */
final class Findings {

  private final Instant now;
  private final List<Violation> violations = new ArrayList<>();
  private final List<String> kept = new ArrayList<>();

  /**
   * @param now nothing in a referral may be later
   */
  Findings(Instant now) {
    this.now = now;
  }

  Instant now() {
    return now;
  }

  void wrong(String pointer, String code, String detail) {
    violations.add(new Violation(pointer, code, detail));
  }

  /** A field that Baton does not know: it stays in the referral and is named in the receipt. */
  void kept(String pointer) {
    kept.add(pointer);
  }

  List<Violation> violations() {
    return List.copyOf(violations);
  }

  List<String> kept() {
    return List.copyOf(kept);
  }
}
