package baton.platform;

import java.util.Arrays;
import java.util.Optional;

/** What a caller may be. Source: contracts, "Who may". */
public enum Role {
  /** An upstream agency's system: its own referrals and batches. */
  AGENCY(Roles.AGENCY, false),
  ASSESSOR(Roles.ASSESSOR, true),
  ALLOCATOR(Roles.ALLOCATOR, true),
  OFFICER(Roles.OFFICER, true),
  SUPERVISOR(Roles.SUPERVISOR, true),
  /** Reads everything, commands nothing. */
  AUDITOR(Roles.AUDITOR, false),
  /** A force's own system, which names the person on whose behalf it acts. */
  FORCE_SYSTEM(Roles.FORCE_SYSTEM, false),
  ADMINISTRATOR(Roles.ADMINISTRATOR, false);

  private final String claim;
  private final boolean human;

  Role(String claim, boolean human) {
    this.claim = claim;
    this.human = human;
  }

  /** The word in the token's {@code groups}. */
  public String claim() {
    return claim;
  }

  /**
   * Whether a token in this role must name a person even to read. An auditor's or administrator's
   * may belong to a machine (a scraper, the driver of the stepped clock) as long as it only reads.
   */
  public boolean human() {
    return human;
  }

  public static Optional<Role> of(String claim) {
    return Arrays.stream(values()).filter(role -> role.claim.equals(claim)).findFirst();
  }
}
