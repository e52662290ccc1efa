package baton.custody;

import static baton.contract.escalation.ClockName.DISSEMINATE;
import static baton.contract.escalation.ClockName.ENFORCEMENT_ACTION;
import static baton.contract.escalation.ClockName.FORCE_ACCEPTS;
import static baton.contract.escalation.ClockName.TRIAGE;
import static baton.custody.Story.KENT;
import static baton.custody.Story.RECEIVED;
import static baton.custody.Story.REFERRAL;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.BatonEvent;
import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.Recorded;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.DeadlinesRecalculated;
import baton.contract.escalation.TimescaleRow;
import baton.contract.escalation.TimescalesAdopted;
import baton.policy.PolicyBook;
import baton.policy.file.Defaults;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A table that is adopted moves nothing that is set; only an order does (R8). */
class RecalculationTest {
  private static final Instant LATER = RECEIVED.plus(ofHours(3));

  @Test
  void a_force_that_is_offered_it_has_its_own_limits_and_the_senders_stay_the_senders() {
    var story = Story.ordinary().by(kent("kent-1", RECEIVED, ENFORCEMENT_ACTION, "P2D"));
    story.after(ofHours(1)).disseminated(1, KENT);
    assertThat(story.due(ENFORCEMENT_ACTION)).isEqualTo(ofHours(49));
    assertThat(story.clock(ENFORCEMENT_ACTION).policyVersion()).isEqualTo("kent-1");
    assertThat(story.clock(FORCE_ACCEPTS).policyOf()).isEqualTo(KENT);
    assertThat(story.clock(TRIAGE).policyOf()).isEqualTo(OrganisationCode.NCA);
  }

  @Test
  void a_new_table_moves_no_deadline_that_is_set_not_even_with_the_priority() {
    var story = Story.disseminatedToKent();
    story.by(kent("kent-1", LATER, ENFORCEMENT_ACTION, "P2D")).after(ofHours(4));
    story.triaged(Grade.MEDIUM);
    assertThat(story.due(ENFORCEMENT_ACTION)).isEqualTo(ofDays(14));
    assertThat(story.clock(ENFORCEMENT_ACTION).policyVersion()).isEqualTo("baton-defaults-1");
  }

  @Test
  void an_order_sets_what_runs_anew_from_its_start_shorter_or_longer() {
    var story = Story.disseminatedToKent();
    story.by(kent("kent-1", LATER, ENFORCEMENT_ACTION, "P2D")).after(ofHours(3));
    story.recorded("/escalation-service", ordered("kent-1"));
    assertThat(story.due(ENFORCEMENT_ACTION)).isEqualTo(ofDays(2));
    assertThat(story.clock(ENFORCEMENT_ACTION).policyVersion()).isEqualTo("kent-1");

    story.by(kent("kent-2", LATER, ENFORCEMENT_ACTION, "P20D"));
    story.recorded("/escalation-service", ordered("kent-2"));
    assertThat(story.due(ENFORCEMENT_ACTION)).isEqualTo(ofDays(20));
  }

  @Test
  void what_has_expired_is_given_no_time_again() {
    var story = Story.disseminatedToKent();
    Instant due = story.clock(FORCE_ACCEPTS).due();
    story.by(kent("kent-1", LATER, FORCE_ACCEPTS, "P2D")).after(ofHours(5));
    story.recorded("/escalation-service", ordered("kent-1"));
    assertThat(story.clock(FORCE_ACCEPTS).due()).isEqualTo(due);
    assertThat(story.clock(FORCE_ACCEPTS).at(story.now())).isEqualTo(Clock.State.EXPIRED);
  }

  @Test
  void an_order_of_one_organisation_leaves_the_clocks_of_others() {
    var story = Story.ordinary();
    Clock before = story.clock(DISSEMINATE);
    story.by(kent("kent-1", RECEIVED, DISSEMINATE, "PT1H")).after(ofHours(1));
    story.recorded("/escalation-service", ordered("kent-1"));
    assertThat(story.clock(DISSEMINATE)).isEqualTo(before);
  }

  @Test
  void an_order_of_a_version_that_nobody_knows_moves_nothing() {
    var story = Story.disseminatedToKent();
    Clock before = story.clock(ENFORCEMENT_ACTION);
    story.after(ofHours(1)).recorded("/escalation-service", ordered("kent-9"));
    assertThat(story.clock(ENFORCEMENT_ACTION)).isEqualTo(before);
  }

  private static DeadlinesRecalculated ordered(String version) {
    return new DeadlinesRecalculated(REFERRAL, KENT, version, new PersonId("p-1"), "a test");
  }

  private static PolicyBook kent(String version, Instant from, ClockName clock, String limit) {
    var row = new TimescaleRow(limit, limit, limit, limit, limit);
    var adopted = new TimescalesAdopted(KENT, version, from, null, "a test", Map.of(clock, row));
    Recorded<BatonEvent> recorded = new Story().at("/escalation-service", 0, adopted);
    return Defaults.book().with(recorded);
  }
}
