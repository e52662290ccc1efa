package baton.acceptance;

import static baton.acceptance.Installation.KENT;
import static org.assertj.core.api.Assertions.assertThat;

import baton.local.client.Staff;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A child is in danger, and the force is known. */
@Order(2)
@ExtendWith(RunningBaton.class)
class UrgentReferralTest {
  private static final String OVERDUE = "&kind=HAND_OFF_OVERDUE&force=" + KENT;

  private final Installation baton;
  private final Watch watch;

  UrgentReferralTest(Installation baton) {
    this.baton = baton;
    this.watch = new Watch(baton.client());
  }

  @Test
  void is_disseminated_at_once_and_overdue_after_an_hour_but_still_acceptable() {
    var received = baton.now();
    var referral = baton.staff().send("ncmec", Referrals.urgent("URGENT-1", KENT));
    baton.settle();
    var disseminated = watch.events(referral, "baton.case-disseminated.v1");
    assertThat(disseminated).hasSize(1);
    assertThat(disseminated.getFirst().path("actor").asText()).startsWith("system:");
    assertThat(watch.custody(referral).path("priority").asText()).isEqualTo("VERY_HIGH");

    baton.pass(Duration.ofMinutes(59));
    assertThat(offerToKent(referral).path("overdue").asBoolean()).isFalse();
    assertThat(kentsSilence(referral, "open")).isZero();

    baton.pass(Duration.ofMinutes(2));
    assertThat(offerToKent(referral).path("overdue").asBoolean()).isTrue();
    assertThat(kentsSilence(referral, "open")).isEqualTo(1);
    assertThat(watch.custody(referral).path("custodian").path("organisation").asText())
        .as("an offer moves nothing")
        .isEqualTo(Staff.NCA);

    baton.staff().forceAccepts(referral, KENT, offerToKent(referral).path("number").asInt());
    baton.settle();
    assertThat(kentsSilence(referral, "open")).isZero();
    var accepted = watch.events(referral, "baton.dissemination-accepted.v1").getFirst();
    assertThat(watch.escalationsOf(referral, "state=resolved" + OVERDUE))
        .filteredOn(UrgentReferralTest::isKentsSilence)
        .singleElement()
        .satisfies(
            resolved -> {
              assertThat(resolved.path("due").asText()).startsWith(hourAfter(received));
              assertThat(resolved.path("resolvedBy").asText())
                  .isEqualTo(accepted.path("id").asText());
            });
    assertThat(watch.custody(referral).path("custodian").path("organisation").asText())
        .isEqualTo(KENT);
  }

  private JsonNode offerToKent(String referral) {
    for (JsonNode offer : watch.custody(referral).path("offers"))
      if (offer.path("kind").asText().equals("FORCE")) return offer;
    throw new AssertionError("nothing is offered to Kent: " + watch.custody(referral));
  }

  private long kentsSilence(String referral, String state) {
    return watch.escalationsOf(referral, "state=" + state + OVERDUE).stream()
        .filter(UrgentReferralTest::isKentsSilence)
        .count();
  }

  private static boolean isKentsSilence(JsonNode escalation) {
    return escalation.path("clock").asText().equals("FORCE_ACCEPTS");
  }

  /** To the second; what followed from the receipt was recorded microseconds after it. */
  private static String hourAfter(java.time.Instant received) {
    return received.plus(Duration.ofHours(1)).toString().replace("Z", "");
  }
}
