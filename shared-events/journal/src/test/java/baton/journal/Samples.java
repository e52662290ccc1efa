package baton.journal;

import baton.contract.BatchId;
import baton.contract.FreeText;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.allocation.ActionKind;
import baton.contract.allocation.ActionRecorded;
import baton.contract.intake.BatchOpened;
import baton.contract.intake.ReferralDetails;
import baton.contract.intake.ReferralReceived;
import baton.contract.intake.ReferralType;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.Map;

/** Events for tests; every name in them is made up. */
public final class Samples {
  /** Stands in every sealed part, and nowhere else. */
  public static final String SECRET = "Zebediah Quill of 1 Nowhere Lane";

  /** The sender's reference: never sealed, so a search that finds it does look. */
  public static final String REFERENCE = "SPADE-0001";

  private Samples() {}

  public static ReferralId newReferral() {
    return new ReferralId(UuidCreator.getTimeOrderedEpoch());
  }

  public static ReferralReceived received(ReferralId referral) {
    return new ReferralReceived(
        referral,
        OrganisationCode.of("toronto-police"),
        REFERENCE,
        "R-000001",
        ReferralType.POSSESSION_OR_DISTRIBUTION,
        OrganisationCode.of("46"),
        true,
        false,
        true,
        false,
        null,
        null,
        "0".repeat(64),
        Sealed.open(ReferralDetails.of(Map.of("reference", REFERENCE, "narrative", SECRET))));
  }

  public static ActionRecorded arrest(ReferralId referral, Instant happenedAt) {
    return new ActionRecorded(
        referral,
        ActionKind.ARREST,
        happenedAt,
        PersonId.of("p-1001"),
        FreeText.sealed(null, SECRET));
  }

  public static BatchOpened batch() {
    return new BatchOpened(
        new BatchId(UuidCreator.getTimeOrderedEpoch()),
        "Spade",
        OrganisationCode.of("toronto-police"));
  }
}
