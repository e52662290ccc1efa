package baton.allocation.notices;

import static baton.allocation.AllocationWorld.allocator;
import static baton.allocation.AllocationWorld.as;
import static baton.testing.Patience.await;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import baton.allocation.AllocationWorld;
import baton.allocation.feed.FeedOf;
import baton.allocation.notices.model.DutyMailbox;
import baton.allocation.webhooks.Receiver;
import baton.allocation.webhooks.Sending;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.allocation.DutyMailDelivered;
import baton.contract.allocation.DutyMailGivenUp;
import baton.journal.store.AxonJournal;
import baton.journal.store.Transactions;
import baton.testing.BatonTestResource;
import com.icegreen.greenmail.util.GreenMailUtil;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a force's duty mailbox is told, by a real mail server. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
@TestProfile(Sending.class)
class DutyMailTest {
  private static final OrganisationCode HERTFORDSHIRE = OrganisationCode.of("41");
  private static final OrganisationCode WEST_MERCIA = OrganisationCode.of("22");

  @Inject AllocationWorld world;
  @Inject DutyPost post;
  @Inject DutyNotices notices;
  @Inject Transactions transactions;
  @Inject AxonJournal journal;

  /** A mailbox is told of what comes after the first look. */
  @BeforeEach
  void look() {
    post.run();
  }

  @Test
  void a_dissemination_that_no_system_took_is_mailed_with_number_and_link_and_no_names() {
    ReferralId id = disseminated(HERTFORDSHIRE);
    List<MimeMessage> mails = awaited(id);
    assertThat(mails).hasSize(1);
    String text = text(mails.getFirst());
    assertThat(text)
        .contains("T-" + id + ", dissemination 1")
        .contains("http://localhost:8083/cases/" + id)
        .doesNotContain("first words")
        .doesNotContain("a note");
    // Once, however often it is looked.
    post.run();
    assertThat(about(id)).hasSize(1);
  }

  @Test
  void a_mail_server_that_is_away_loses_nothing() throws Exception {
    Mailboxes.away();
    ReferralId id;
    try {
      id = disseminated(HERTFORDSHIRE);
      await()
          .atMost(120, SECONDS)
          .until(
              () -> {
                post.run();
                return attempts(id) >= 2;
              });
    } finally {
      Mailboxes.backAgain();
    }
    assertThat(awaited(id)).hasSize(1);
  }

  @Test
  void who_reads_the_feed_is_not_mailed_nor_is_what_was_withdrawn() {
    var feed = new FeedOf("22");
    ReferralId read = disseminated(WEST_MERCIA);
    feed.told(read, "disseminated");
    post.run();

    ReferralId withdrawn = world.received();
    int number = world.disseminated(withdrawn, HERTFORDSHIRE);
    allocator("nca")
        .body("{}")
        .post("/cases/" + withdrawn + "/disseminations/" + number + "/withdrawal")
        .then()
        .statusCode(200);
    awaited(disseminated(HERTFORDSHIRE));
    assertThat(Mailboxes.to(Mailboxes.WEST_MERCIA)).isEmpty();
    assertThat(about(withdrawn)).isEmpty();
  }

  @Test
  void what_is_due_early_does_not_take_the_place_of_what_is_due_late() {
    ReferralId late = disseminated(HERTFORDSHIRE);
    await().atMost(120, SECONDS).until(() -> entries(late) == 1);
    ReferralId early = disseminated(HERTFORDSHIRE);
    await().atMost(120, SECONDS).until(() -> entries(early) == 1);
    recordedLater(late, 1);
    post.run();
    assertThat(about(late)).isEmpty();
    assertThat(about(early)).isEmpty();
    recordedLater(late, -1);
    assertThat(awaited(late)).hasSize(1);
    assertThat(awaited(early)).hasSize(1);
  }

  @Test
  void a_webhook_that_took_nothing_has_nothing() {
    ReferralId id = disseminated(HERTFORDSHIRE);
    await().atMost(120, SECONDS).until(() -> entries(id) == 1);
    // It begins behind what there is, at a port that nobody listens on.
    String webhook =
        as("force-system", "41", null)
            .body(Map.of("url", "http://localhost:1/", "scheme", "v1"))
            .post("/webhooks")
            .then()
            .statusCode(201)
            .extract()
            .path("webhook.id");
    try {
      assertThat(awaited(id)).hasSize(1);
    } finally {
      as("force-system", "41", null).delete("/webhooks/" + webhook).then().statusCode(204);
    }
  }

  @Test
  void a_webhook_that_comes_late_has_nothing_of_what_was_told_before() throws Exception {
    ReferralId before = disseminated(HERTFORDSHIRE);
    await().atMost(120, SECONDS).until(() -> entries(before) == 1);
    try (var receiver = new Receiver()) {
      String webhook =
          as("force-system", "41", null)
              .body(Map.of("url", receiver.url().toString(), "scheme", "v1"))
              .post("/webhooks")
              .then()
              .statusCode(201)
              .extract()
              .path("webhook.id");
      try {
        ReferralId later = disseminated(HERTFORDSHIRE);
        await()
            .atMost(120, SECONDS)
            .until(
                () -> receiver.taken().stream().anyMatch(got -> got.body().contains(later + "")));
        awaitHad(webhook);
        assertThat(awaited(before)).hasSize(1);
        assertThat(about(later)).isEmpty();
      } finally {
        as("force-system", "41", null).delete("/webhooks/" + webhook).then().statusCode(204);
      }
    }
  }

  /** All that was told is taken, and known to be. */
  private static void awaitHad(String webhook) {
    await()
        .atMost(120, SECONDS)
        .until(
            () -> {
              var row = as("force-system", "41", null).get("/webhooks/" + webhook).then().extract();
              return row.<Integer>path("webhook.position") >= row.<Integer>path("webhook.last");
            });
  }

  @Test
  void that_a_webhook_is_disabled_is_mailed() {
    UUID webhook = UUID.randomUUID();
    transactions.inTransaction(
        () -> {
          notices.webhookDisabled(HERTFORDSHIRE, "records.example", webhook, "it answered 503");
          return null;
        });
    post.run();
    assertThat(Mailboxes.to(Mailboxes.HERTFORDSHIRE).stream().map(DutyMailTest::text))
        .anyMatch(
            text ->
                text.contains("records.example")
                    && text.contains("it answered 503")
                    && text.contains("/webhooks/" + webhook + "/enable"));
  }

  @Test
  void mail_that_nobody_takes_for_a_week_is_given_up_and_told_until_some_is_taken_again()
      throws Exception {
    ReferralId id;
    Mailboxes.away();
    try {
      id = disseminated(HERTFORDSHIRE);
      await()
          .atMost(120, SECONDS)
          .until(
              () -> {
                post.run();
                return attempts(id) >= 1;
              });
      madeEarlier(id, 8);
      // Also what another test left here is given up by now, and told by itself.
      await()
          .atMost(120, SECONDS)
          .until(
              () -> {
                post.run();
                return last() instanceof DutyMailGivenUp;
              });
      assertThat((DutyMailGivenUp) last())
          .satisfies(
              given -> {
                assertThat(given.force()).isEqualTo(HERTFORDSHIRE);
                assertThat(given.mails()).isPositive();
                assertThat(given.failure()).contains("the mail server took nothing");
              });
      int tried = attempts(id);
      post.run();
      assertThat(attempts(id)).isEqualTo(tried);
    } finally {
      Mailboxes.backAgain();
    }
    awaited(disseminated(HERTFORDSHIRE));
    await().atMost(60, SECONDS).until(() -> last() instanceof DutyMailDelivered);
    assertThat(about(id)).isEmpty();
  }

  /** What the register says last of the mailbox, or null. */
  private Object last() {
    return transactions.inTransaction(
        () -> {
          var said = journal.eventStore().readEvents(DutyMailbox.stream(HERTFORDSHIRE));
          Object last = null;
          while (said.hasNext()) last = said.next().getPayload();
          return last;
        });
  }

  private ReferralId disseminated(OrganisationCode force) {
    ReferralId id = world.received();
    world.disseminated(id, force);
    return id;
  }

  private List<MimeMessage> awaited(ReferralId id) {
    await()
        .atMost(120, SECONDS)
        .until(
            () -> {
              post.run();
              return !about(id).isEmpty();
            });
    return about(id);
  }

  private static List<MimeMessage> about(ReferralId id) {
    return Mailboxes.to(Mailboxes.HERTFORDSHIRE).stream()
        .filter(mail -> text(mail).contains(id.toString()))
        .toList();
  }

  private int entries(ReferralId id) {
    return transactions.inTransaction(
        () -> {
          try (var select =
              transactions
                  .connection()
                  .prepareStatement(
                      "select count(*) from feed_entry where type = 'baton.feed.disseminated.v1'"
                          + " and referral = ?")) {
            select.setObject(1, id.value());
            try (var row = select.executeQuery()) {
              row.next();
              return row.getInt(1);
            }
          }
        });
  }

  private void recordedLater(ReferralId id, int days) {
    transactions.inTransaction(
        () -> {
          try (var update =
              transactions
                  .connection()
                  .prepareStatement(
                      "update feed_entry set recorded_at = recorded_at + make_interval(days => ?)"
                          + " where referral = ?")) {
            update.setInt(1, days);
            update.setObject(2, id.value());
            return update.executeUpdate();
          }
        });
  }

  private void madeEarlier(ReferralId id, int days) {
    transactions.inTransaction(
        () -> {
          try (var update =
              transactions
                  .connection()
                  .prepareStatement(
                      "update duty_mail set made_at = made_at - make_interval(days => ?)"
                          + " where body like ?")) {
            update.setInt(1, days);
            update.setString(2, "%" + id + "%");
            return update.executeUpdate();
          }
        });
  }

  /** Of the mail about it that waits. */
  private int attempts(ReferralId id) {
    return transactions.inTransaction(
        () -> {
          try (var select =
              transactions
                  .connection()
                  .prepareStatement(
                      "select coalesce(max(attempts), 0) from duty_mail where body like ?")) {
            select.setString(1, "%" + id + "%");
            try (var row = select.executeQuery()) {
              row.next();
              return row.getInt(1);
            }
          }
        });
  }

  /** Lines that the mail server cut are put together again. */
  private static String text(MimeMessage mail) {
    return GreenMailUtil.getBody(mail).replace("=\r\n", "").replace("=3D", "=");
  }
}
