package baton.platform.board;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.Actor;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.intake.ReferralDetails;
import baton.contract.intake.ReferralReceived;
import baton.contract.intake.ReferralType;
import baton.custody.Custody;
import baton.custody.Stage;
import baton.journal.envelope.JournalJson;
import baton.policy.file.Defaults;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BoardRowTest {

  private static final ReferralId ID = ReferralId.of("01936000-0000-7000-8000-000000000001");
  private static final Instant RECEIVED = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void what_was_received_is_at_the_desk_without_a_person() {
    Map<String, Object> row = BoardRow.columns(received());
    assertThat(row)
        .containsEntry("stage", Stage.RECEIVED)
        .containsEntry("custodian_organisation", OrganisationCode.NCA)
        .containsEntry("custodian_post", "referrals-desk")
        .containsEntry("without_person", true)
        .containsEntry("waiting_acceptance", false)
        .containsEntry("concluded", false)
        .containsEntry("received_at", RECEIVED)
        .containsEntry("dormant_due", RECEIVED.plus(Duration.ofDays(30)));
    assertThat((Instant) row.get("next_due"))
        .isAfter(RECEIVED)
        .isBefore(RECEIVED.plus(Duration.ofDays(1)));
  }

  @Test
  void the_state_is_read_as_it_was_written() throws JsonProcessingException {
    Custody custody = received();
    assertThat(CustodyBoard.read(JournalJson.mapper().writeValueAsString(custody)))
        .isEqualTo(custody);
  }

  private static Custody received() {
    var event =
        new ReferralReceived(
            ID,
            OrganisationCode.of("toronto-police"),
            "SYNTHETIC-1",
            "R-1",
            ReferralType.ENTICEMENT,
            null,
            true,
            false,
            false,
            false,
            null,
            null,
            "hash",
            Sealed.open(ReferralDetails.of(Map.of())));
    var recorded =
        new Recorded<>(
            new EventId(UUID.fromString("01936000-0000-7000-8000-0000000000e1")),
            "/intake-service",
            ID.toString(),
            ID,
            0,
            RECEIVED,
            RECEIVED,
            Actor.agency(OrganisationCode.of("toronto-police")),
            OrganisationCode.of("toronto-police"),
            null,
            null,
            event);
    return Custody.evolve(Custody.none(ID), recorded, Defaults.book());
  }
}
