package baton.contract.access;

import static java.util.Objects.requireNonNull;

import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Sealed personal data was opened and shown to somebody who asked for it.
 *
 * @param service that showed it, such as {@code risk-service}
 * @param box the event whose sealed part was opened
 * @param organisation of who asked
 * @param by who asked; null where an agency's own system did
 * @param throughSystem a force's system asked on that person's behalf
 * @param deliveredTo where it was sent without being asked for, such as {@code
 *     baton.disseminations.46}; null where somebody asked and was answered
 */
@JsonTypeName("baton.personal-data-opened.v1")
@JsonPropertyOrder({
  "referral",
  "service",
  "part",
  "box",
  "organisation",
  "by",
  "throughSystem",
  "deliveredTo"
})
public record PersonalDataOpened(
    ReferralId referral,
    String service,
    OpenedPart part,
    EventId box,
    OrganisationCode organisation,
    PersonId by,
    boolean throughSystem,
    String deliveredTo)
    implements AccessEvent {
  public PersonalDataOpened {
    requireNonNull(referral);
    requireNonNull(service);
    requireNonNull(part);
    requireNonNull(box);
    requireNonNull(organisation);
  }

  /** The stream of a service in which its openings of one referral stand. */
  public static String stream(ReferralId referral) {
    return "opened-" + referral;
  }
}
