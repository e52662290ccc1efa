package baton.intake.status;

import baton.contract.BatchId;
import baton.contract.OrganisationCode;
import baton.platform.Freshness;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;

/**
 * How far a package is.
 *
 * @param name what its sender calls it, or null
 * @param owner who answers for the package until every record in it has an accepting custodian
 * @param byForce by force code; {@code unknown} where none is determined yet
 * @param complete it was read to its end and a person has accepted each of its records (R6)
 */
public record BatchStatus(
    BatchId batchId,
    String name,
    Owner owner,
    @JsonUnwrapped Progress progress,
    Map<String, Progress> byForce,
    boolean complete,
    @JsonUnwrapped Freshness freshness) {

  public record Owner(OrganisationCode organisation, String post) {}

  /** Numbers of referrals that have come so far. {@code received} counts all of them. */
  public record Progress(
      long received,
      long triaged,
      long disseminated,
      long accepted,
      long graded,
      long allocated,
      long acted,
      long concluded) {

    static final Progress NONE = new Progress(0, 0, 0, 0, 0, 0, 0, 0);

    Progress plus(Progress more) {
      return new Progress(
          received + more.received,
          triaged + more.triaged,
          disseminated + more.disseminated,
          accepted + more.accepted,
          graded + more.graded,
          allocated + more.allocated,
          acted + more.acted,
          concluded + more.concluded);
    }
  }
}
