package baton.intake.receipt;

import baton.intake.receipt.model.Violation;
import java.util.List;

/** A referral that cannot be taken, with every reason why. */
public final class UnacceptableReferral extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  UnacceptableReferral(List<Violation> violations) {
    super(violations.size() + " violations");
    this.violations = violations;
  }

  public List<Violation> violations() {
    return violations;
  }
}
