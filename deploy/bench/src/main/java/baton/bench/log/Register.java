package baton.bench.log;

import baton.contract.Actor;
import baton.contract.BatonEvent;
import baton.contract.EventTypes;
import baton.contract.Nation;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.escalation.CalendarAdopted;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.TimescaleRow;
import baton.contract.escalation.TimescalesAdopted;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.envelope.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What stands on the register of a made log: a calendar, and one force with limits of its own. */
public final class Register {
  private static final Instant ADOPTED = Instant.parse("2023-12-01T09:00:00Z");
  private static final EventCodec CODEC = new EventCodec();

  private Register() {}

  public static List<byte[]> records() {
    var kent = OrganisationCode.of("46");
    var days =
        List.of(
            LocalDate.of(2024, 1, 1),
            LocalDate.of(2024, 3, 29),
            LocalDate.of(2024, 4, 1),
            LocalDate.of(2024, 12, 25),
            LocalDate.of(2024, 12, 26),
            LocalDate.of(2025, 1, 1),
            LocalDate.of(2025, 12, 25));
    var calendar =
        new CalendarAdopted(Nation.ENGLAND_AND_WALES, "bench-1", ADOPTED, 2024, 2026, days);
    var limits =
        new TimescalesAdopted(
            kent,
            "kent-1",
            ADOPTED,
            PersonId.of("p-46-9001"),
            "fewer officers at night",
            Map.of(
                ClockName.NAMED_OFFICER_ACCEPTS, new TimescaleRow("2h", "2h", "24h", "4d", "6d")));
    return List.of(
        bytes("01890000-0000-7000-8000-000000000001", "calendar-england-and-wales", calendar),
        bytes("01890000-0000-7000-8000-000000000002", "timescales-46", limits));
  }

  private static byte[] bytes(String id, String stream, BatonEvent event) {
    return new Envelope(
            id,
            "/escalation-service",
            EventTypes.nameOf(event.getClass()),
            stream,
            null,
            0,
            Times.text(ADOPTED),
            Times.text(ADOPTED),
            Actor.system("escalation-service").toString(),
            OrganisationCode.BATON.toString(),
            null,
            null,
            Envelope.DEFAULT_MARKING,
            false,
            null,
            CODEC.data(event))
        .bytes();
  }
}
