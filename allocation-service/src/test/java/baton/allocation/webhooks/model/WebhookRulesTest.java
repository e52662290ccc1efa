package baton.allocation.webhooks.model;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.OrganisationCode;
import baton.contract.allocation.WebhookDisabled;
import baton.contract.allocation.WebhookEnabled;
import baton.contract.allocation.WebhookEvent;
import baton.contract.allocation.WebhookRegistered;
import baton.contract.allocation.WebhookRemoved;
import baton.decision.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-21T19:09:00Z");
  private static final OrganisationCode KENT = OrganisationCode.of("46");
  private static final UUID ID = UUID.fromString("0199dddd-0000-7000-8000-000000000010");
  private static final List<String> ALL = List.of();

  private final Patience patience = new Patience(Duration.ofDays(5), Duration.ofHours(6));

  @Test
  void only_200_to_299_is_a_receipt_and_only_410_is_for_good() {
    for (int status : new int[] {200, 201, 202, 204, 299})
      assertThat(Answer.of(status, null)).isEqualTo(new Answer.Taken(status));
    for (int status : new int[] {100, 199, 300, 301, 307, 400, 404, 409, 429, 500, 503, 599})
      assertThat(Answer.of(status, null)).isInstanceOf(Answer.Failed.class);
    assertThat(Answer.of(410, null)).isEqualTo(new Answer.Gone());
    assertThat(Answer.of(302, null).words()).contains("redirects are not followed");
  }

  @Test
  void it_is_tried_again_after_the_longer_of_what_it_asks_and_what_is_due() {
    assertThat(after(Duration.ofSeconds(20), null)).isEqualTo(Duration.ofSeconds(20));
    assertThat(after(Duration.ofSeconds(20), Duration.ofSeconds(5)))
        .isEqualTo(Duration.ofSeconds(20));
    assertThat(after(Duration.ofSeconds(20), Duration.ofMinutes(2)))
        .isEqualTo(Duration.ofMinutes(2));
    assertThat(after(Duration.ofSeconds(20), Duration.ofDays(400))).isEqualTo(Duration.ofHours(6));
  }

  private Duration after(Duration backoff, Duration asked) {
    return Duration.between(NOW, patience.next(NOW, backoff, asked));
  }

  @Test
  void patience_is_over_after_days_of_nothing_but_failures() {
    assertThat(patience.isOver(NOW, NOW.plus(Duration.ofDays(5)).minusMillis(1))).isFalse();
    assertThat(patience.isOver(NOW, NOW.plus(Duration.ofDays(5)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no url",
        "records.force.example",
        "/baton",
        "ftp://records.force.example/",
        "file:///etc/passwd",
        "https:///baton",
        "https://0x7f.1/",
        "https://127.1/",
        "https://2130706433/",
        "https://user:password@records.force.example/",
        "https://records.force.example/#part",
        "https://records.force.example:70000/",
        "http://records.force.example/"
      })
  void what_is_no_address_for_personal_data_is_refused(String url) {
    assertThat(WebhookUrl.wrong(url, false)).isNotNull();
  }

  @Test
  void https_is_wanted_unless_it_is_configured_otherwise() {
    assertThat(WebhookUrl.wrong("https://records.force.example:8443/baton?key=1", false)).isNull();
    assertThat(WebhookUrl.wrong("http://records.force.example/", true)).isNull();
    assertThat(WebhookUrl.wrong("https://r.example/" + "x".repeat(2_000), false)).isNotNull();
  }

  @Test
  void a_webhook_is_registered_disabled_enabled_and_removed_each_once() {
    var register = new Webhook.Register(KENT, ID, "records.kent.example", Scheme.V1A, ALL);
    var disable =
        new Webhook.Disable(
            KENT, ID, "records.kent.example", WebhookDisabled.Because.GONE, NOW, "gone");
    var enable = new Webhook.Enable(KENT, ID);
    var remove = new Webhook.Remove(KENT, ID);

    assertThat(Webhook.UNKNOWN.decide(register))
        .isEqualTo(
            Decision.accept(new WebhookRegistered(KENT, ID, "records.kent.example", "v1a", ALL)));
    assertThat(Webhook.UNKNOWN.decide(disable)).isEqualTo(Decision.nothingToDo());
    assertThat(Webhook.ACTIVE.decide(register)).isEqualTo(Decision.nothingToDo());
    assertThat(after(Webhook.ACTIVE.decide(disable))).isEqualTo(Webhook.DISABLED);
    assertThat(Webhook.DISABLED.decide(disable)).isEqualTo(Decision.nothingToDo());
    assertThat(Webhook.ACTIVE.decide(enable)).isEqualTo(Decision.nothingToDo());
    assertThat(Webhook.DISABLED.decide(enable))
        .isEqualTo(Decision.accept(new WebhookEnabled(KENT, ID)));
    assertThat(Webhook.DISABLED.decide(remove))
        .isEqualTo(Decision.accept(new WebhookRemoved(KENT, ID)));
    assertThat(Webhook.REMOVED.decide(remove)).isEqualTo(Decision.nothingToDo());
  }

  private static Webhook after(Decision decision) {
    return Webhook.after((WebhookEvent) ((Decision.Accepted) decision).events().getFirst());
  }
}
