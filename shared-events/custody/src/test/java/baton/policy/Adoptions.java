package baton.policy;

import baton.contract.Actor;
import baton.contract.BatonEvent;
import baton.contract.EventId;
import baton.contract.Nation;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.Recorded;
import baton.contract.escalation.CalendarAdopted;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.LadderAdopted;
import baton.contract.escalation.Rung;
import baton.contract.escalation.TimescaleRow;
import baton.contract.escalation.TimescalesAdopted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events of the register as a test tells them; each has an id of its own. */
final class Adoptions {
  private long told;

  Recorded<? extends BatonEvent> timescales(
      OrganisationCode organisation, String version, Instant from, ClockName clock, String limit) {
    var row = new TimescaleRow(limit, limit, limit, limit, limit);
    return recorded(
        new TimescalesAdopted(
            organisation, version, from, new PersonId("p-1"), "a test", Map.of(clock, row)),
        from);
  }

  Recorded<? extends BatonEvent> ladder(
      OrganisationCode organisation, String version, Instant from, Rung rung, String limit) {
    return recorded(
        new LadderAdopted(
            organisation, version, from, null, "a test", Map.of(rung, limit), "PT12H"),
        from);
  }

  Recorded<? extends BatonEvent> calendar(
      Nation nation, String version, Instant from, LocalDate... holidays) {
    return recorded(
        new CalendarAdopted(nation, version, from, 2026, 2026, List.of(holidays)), from);
  }

  Recorded<? extends BatonEvent> recorded(BatonEvent event, Instant at) {
    return new Recorded<>(
        new EventId(new UUID(0x0199bb0000007000L, 0x8000000000000000L + ++told)),
        "/escalation-service",
        "policy-" + told,
        null,
        0,
        at,
        at,
        Actor.system("test"),
        OrganisationCode.BATON,
        null,
        null,
        event);
  }
}
