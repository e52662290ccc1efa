package baton.escalation.system;

import static baton.escalation.fixtures.Live.get;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import baton.contract.BatonEvent;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.allocation.DutyMailDelivered;
import baton.contract.allocation.DutyMailGivenUp;
import baton.contract.allocation.WebhookDisabled;
import baton.contract.allocation.WebhookEnabled;
import baton.contract.journal.StoreAudited;
import baton.contract.journal.StoreDifference;
import baton.contract.journal.StoreDiffers;
import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.Stepped;
import baton.escalation.fixtures.Story;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Stepped
class SystemFindingsTest {
  private static final String DIFFERS = "/escalations?kind=STORE_DIFFERS";

  /** Other tests have stores of other writers that differ. */
  private static final String OF_RISK = "items.findAll { it.writer == 'risk-service' }";

  private Live live;
  private Instant start;

  @BeforeEach
  void begin() {
    live = new Live();
    start = live.stepTo(live.now().plus(Duration.ofDays(1)));
  }

  @AfterEach
  void end() {
    live.close();
  }

  @Test
  void a_store_that_differs_is_a_finding_until_an_audit_finds_no_difference() {
    var event = new EventId(UuidCreator.getTimeOrderedEpoch());
    tell(
        0,
        new StoreDiffers(
            "risk-service",
            7,
            StoreDifference.NOT_IN_STORE,
            event,
            "assessment",
            3,
            "baton.referrals",
            4,
            17L));
    tell(1, new StoreAudited("risk-service", 7, 20, 19, 1));
    live.settle();

    get(DIFFERS)
        .body(OF_RISK, hasSize(1))
        .body(OF_RISK + "[0].sentence", containsString(event.toString()))
        .body(OF_RISK + "[0].sentence", containsString("baton.referrals-4@17"))
        .body(OF_RISK + "[0].resolvedAt", equalTo(null));

    tell(2, new StoreAudited("risk-service", 8, 20, 20, 0));
    live.settle();

    get(DIFFERS).body(OF_RISK, hasSize(0));
    get(DIFFERS + "&state=resolved").body(OF_RISK, hasSize(1));
  }

  @Test
  void a_register_that_tells_two_stories_is_a_finding() {
    String stream = "store-audit-of-" + UuidCreator.getTimeOrderedEpoch();
    var said =
        Story.register(
            Story.INTAKE, stream, 0, new StoreAudited("intake-service", 1, 0, 0, 0), start);
    live.others().tell(List.of(said));
    live.others().tellOtherwise(said);
    live.settle();

    get("/escalations?kind=REGISTER_DIVERGED")
        .body(
            "items.find { it.writer == '" + stream + "' }.sentence", containsString("other bytes"));
  }

  @Test
  void a_webhook_that_is_disabled_is_a_finding_until_somebody_enables_it() {
    var force = OrganisationCode.of("38");
    var webhook = UuidCreator.getTimeOrderedEpoch();
    String stream = "webhook-" + webhook;
    String one = "items.findAll { it.writer == '38/" + webhook + "' }";
    tell(
        stream,
        0,
        new WebhookDisabled(
            force,
            webhook,
            "records.example",
            WebhookDisabled.Because.FAILING,
            start,
            "it answered 503"));
    live.settle();

    get("/escalations?kind=WEBHOOK_DISABLED")
        .body(one, hasSize(1))
        .body(one + "[0].sentence", containsString("records.example"))
        .body(one + "[0].sentence", containsString("it answered 503"));

    tell(stream, 1, new WebhookEnabled(force, webhook));
    live.settle();

    get("/escalations?kind=WEBHOOK_DISABLED").body(one, hasSize(0));
    get("/escalations?kind=WEBHOOK_DISABLED&state=resolved").body(one, hasSize(1));
  }

  @Test
  void duty_mail_that_is_given_up_is_a_finding_until_some_is_delivered() {
    var force = OrganisationCode.of("38");
    String stream = "duty-mailbox-38";
    String one = "items.findAll { it.writer == '38' }";
    tell(stream, 0, new DutyMailGivenUp(force, 2, start, "the mail server took nothing"));
    live.settle();

    get("/escalations?kind=DUTY_MAIL_GIVEN_UP")
        .body(one, hasSize(1))
        .body(one + "[0].sentence", containsString("2 mails to the duty mailbox of 38"))
        .body(one + "[0].sentence", containsString("the mail server took nothing"));

    tell(stream, 1, new DutyMailDelivered(force));
    live.settle();

    get("/escalations?kind=DUTY_MAIL_GIVEN_UP").body(one, hasSize(0));
    get("/escalations?kind=DUTY_MAIL_GIVEN_UP&state=resolved").body(one, hasSize(1));
  }

  private void tell(String stream, long sequence, BatonEvent event) {
    live.others()
        .tell(
            List.of(
                Story.register(
                    Story.ALLOCATION, stream, sequence, event, start.plusMillis(sequence))));
  }

  private void tell(long sequence, BatonEvent event) {
    live.others()
        .tell(
            List.of(
                Story.register(
                    Story.RISK,
                    "store-audit-risk-service",
                    sequence,
                    event,
                    start.plusMillis(sequence))));
  }
}
