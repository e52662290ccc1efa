package baton.platform.testing;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.intake.ReferralAmended;
import baton.contract.intake.ReferralDetails;
import baton.contract.intake.ReferralReceived;
import baton.contract.intake.ReferralType;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Map;

/** What intake says when a referral of Toronto's arrives. */
public final class Receipts {
  private Receipts() {}

  public static ReferralId newReferral() {
    return new ReferralId(UuidCreator.getTimeOrderedEpoch());
  }

  /**
   * @param force that the sender names, or null
   */
  public static ReferralReceived received(
      ReferralId id,
      OrganisationCode force,
      boolean actionable,
      boolean urgent,
      Sealed<ReferralDetails> said) {
    return new ReferralReceived(
        id,
        OrganisationCode.of("toronto-police"),
        "T-" + id,
        "R-1",
        ReferralType.ENTICEMENT,
        force,
        actionable,
        urgent,
        false,
        false,
        null,
        null,
        "00",
        said);
  }

  public static ReferralAmended amended(ReferralId id, boolean actionable, boolean urgent) {
    return amended(id, actionable, urgent, details("second words"));
  }

  /** With this in place of what the sender wrote before. */
  public static ReferralAmended amended(
      ReferralId id, boolean actionable, boolean urgent, Sealed<ReferralDetails> said) {
    return new ReferralAmended(
        id,
        "R-2",
        2,
        ReferralType.ENTICEMENT,
        null,
        actionable,
        urgent,
        false,
        false,
        null,
        "01",
        "00",
        said);
  }

  /** Still open: the service that says it seals it. */
  public static Sealed<ReferralDetails> details(String narrative) {
    return Sealed.open(ReferralDetails.of(Map.of("narrative", narrative)));
  }
}
