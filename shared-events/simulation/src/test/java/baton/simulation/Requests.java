package baton.simulation;

import baton.contract.OrganisationCode;
import baton.contract.ReferralEvent;
import baton.contract.ReferralId;
import baton.contract.allocation.CaseDisseminated;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.intake.ReferralReceived;
import baton.contract.intake.ReferralType;
import baton.contract.risk.AssessmentAccepted;
import baton.contract.risk.AssessorAssigned;
import baton.contract.risk.Basis;
import baton.contract.risk.ForceDetermined;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people ask the services for. */
final class Requests {
  private Requests() {}

  static Map<String, ReferralEvent> of(World world, Service service, Call chance) {
    var events = new LinkedHashMap<String, ReferralEvent>();
    if (service.is("intake")) intake(world, chance, events);
    if (service.is("risk")) about(service, "assessment-", chance, events);
    if (service.is("allocation")) about(service, "case-", chance, events);
    return events;
  }

  private static void intake(World world, Call chance, Map<String, ReferralEvent> events) {
    var referral = new ReferralId(world.newId());
    events.put("referral-" + referral, received(referral));
    if (chance.dice(3) > 0)
      events.put(
          "force-" + referral,
          new ForceDetermined(referral, null, Service.KENT, Basis.NAMED_BY_SENDER, null));
  }

  /** About a referral that the service knows, if it knows any. */
  private static void about(
      Service service, String prefix, Call chance, Map<String, ReferralEvent> events) {
    List<Row> first =
        service.store().rows().values().stream()
            .filter(row -> row.sequence() == 0 && row.stream().startsWith(prefix))
            .toList();
    if (first.isEmpty()) return;
    Row one = first.get(chance.dice(97) % first.size());
    ReferralId referral = one.event().referral();
    boolean offers = chance.dice(5) < 3;
    events.put(
        one.stream(),
        service.is("risk") ? assessment(referral, offers) : dissemination(referral, offers));
  }

  private static ReferralEvent assessment(ReferralId referral, boolean offers) {
    return offers
        ? new AssessorAssigned(referral, 1, Service.SOMEBODY, null)
        : new AssessmentAccepted(referral, 1, Service.SOMEBODY, OrganisationCode.NCA, null);
  }

  private static ReferralEvent dissemination(ReferralId referral, boolean offers) {
    return offers
        ? new CaseDisseminated(
            referral, 1, OrganisationCode.NCA, Service.KENT, "SPADE-1", false, null)
        : new DisseminationAccepted(referral, 1, Service.KENT, null, Service.SOMEBODY);
  }

  private static ReferralReceived received(ReferralId referral) {
    return new ReferralReceived(
        referral,
        new OrganisationCode("toronto-police"),
        "SPADE-1",
        "R-1",
        ReferralType.POSSESSION_OR_DISTRIBUTION,
        null,
        true,
        false,
        true,
        false,
        null,
        null,
        "00",
        null);
  }
}
