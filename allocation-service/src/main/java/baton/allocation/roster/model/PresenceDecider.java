package baton.allocation.roster.model;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.allocation.DutyRotaSet;
import baton.contract.allocation.OfficerReturned;
import baton.contract.allocation.OfficerUnavailable;
import baton.contract.allocation.RosterEvent;
import baton.roster.Away.Period;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What has to be recorded so that people are away and on duty as is wanted. */
final class PresenceDecider {
  private PresenceDecider() {}

  static Stream<RosterEvent> differences(
      OrganisationCode organisation, Presence is, Presence wanted) {
    Stream<RosterEvent> absences =
        wanted.absences().entrySet().stream()
            .flatMap(
                each ->
                    absences(
                        organisation,
                        each.getKey(),
                        is.absencesOf(each.getKey()),
                        each.getValue()));
    Stream<RosterEvent> rotas =
        wanted.rotas().entrySet().stream()
            .filter(each -> !is.rotaOf(each.getKey()).equals(each.getValue()))
            .map(each -> new DutyRotaSet(organisation, each.getKey(), each.getValue()));
    Stream<RosterEvent> inspectors =
        wanted.dutyInspectors() == null || wanted.dutyInspectors().equals(is.dutyInspectors())
            ? Stream.of()
            : Stream.of(new DutyRotaSet(organisation, null, wanted.dutyInspectors()));
    return Stream.of(absences, rotas, inspectors).flatMap(each -> each);
  }

  /**
   * One that is not wanted any more is ended where it would begin; what that ends as well and is
   * wanted is recorded again.
   */
  private static Stream<RosterEvent> absences(
      OrganisationCode organisation, PersonId person, List<Period> is, List<Period> wanted) {
    Instant ended =
        is.stream()
            .filter(each -> wanted.stream().noneMatch(w -> Presence.sameBeginning(each, w)))
            .map(Period::from)
            .min(Comparator.naturalOrder())
            .orElse(null);
    List<Period> left = ended == null ? is : Presence.endedAt(ended, is);
    Stream<RosterEvent> returned =
        ended == null ? Stream.of() : Stream.of(new OfficerReturned(organisation, person, ended));
    return Stream.concat(
        returned,
        wanted.stream()
            .filter(each -> !left.contains(each))
            .map(each -> unavailable(organisation, person, each)));
  }

  static OfficerUnavailable unavailable(
      OrganisationCode organisation, PersonId person, Period period) {
    return new OfficerUnavailable(
        organisation, person, period.absence(), period.from(), period.until());
  }
}
