package baton.allocation.webhooks;

import static baton.allocation.AllocationWorld.allocator;
import static baton.testing.Patience.await;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import baton.allocation.AllocationWorld;
import baton.allocation.feed.FeedOf;
import baton.contract.BatonEvent;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.access.PersonalDataOpened;
import baton.contract.allocation.WebhookDisabled;
import baton.journal.seal.Keyring;
import baton.journal.store.AxonJournal;
import baton.journal.store.Transactions;
import baton.testing.BatonTestResource;
import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Feeds that are sent, to real receivers; signatures are checked by an implementation not ours. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
@TestProfile(Sending.class)
class WebhooksTest {
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  @Inject AllocationWorld world;
  @Inject TransportClock clock;
  @Inject AxonJournal journal;
  @Inject Transactions transactions;
  @Inject Keyring keyring;

  @Test
  void what_is_told_is_sent_as_it_is_read_and_signed_as_the_specification_says() throws Exception {
    var feed = new FeedOf("23");
    try (var receiver = new Receiver()) {
      JsonPath made = made(feed, receiver, Map.of("scheme", "v1")).jsonPath();
      ReferralId id = world.received();
      world.disseminated(id, OrganisationCode.of(feed.force()));
      Receiver.Got got = first(receiver);

      // Nobody else has read it yet.
      assertThat(opened(id)).isEqualTo(receiver.all().size());
      assertThat(deliveredTo(id)).containsOnly("webhook " + id(made) + " (localhost)");
      assertThat(got.document()).isEqualTo(feed.told(id, "disseminated"));
      assertThat(got.document().at("/data/package/note").asText()).isEqualTo("a note");
      assertThat(got.id()).isEqualTo(got.document().path("id").asText());
      assertThat(got.headers().get("content-type"))
          .containsExactly("application/cloudevents+json; charset=utf-8");
      String secret = made.getString("secret");
      assertThat(secret).startsWith("whsec_");
      new Webhook(secret).verify(got.body(), got.headers());
      assertThatThrownBy(() -> new Webhook(secret).verify(got.body() + " ", got.headers()))
          .isInstanceOf(WebhookVerificationException.class);
      await()
          .atMost(120, SECONDS)
          .until(() -> show(feed, made).getLong("webhook.position") == got.position());
      // The secret is told once, and never again.
      assertThat(system(feed).get("/webhooks/" + id(made)).asString()).doesNotContain("whsec_");
    }
  }

  @Test
  void the_asymmetric_scheme_verifies_by_the_public_key() throws Exception {
    var feed = new FeedOf("31");
    try (var receiver = new Receiver()) {
      JsonPath made = made(feed, receiver, Map.of("scheme", "v1a")).jsonPath();
      assertThat(made.getString("secret")).isNull();
      disseminated(feed);
      Receiver.Got got = first(receiver);
      String key = made.getString("webhook.keys[0].publicKey");
      assertThat(verifies(key, got)).isTrue();
    }
  }

  @Test
  void one_that_answers_500_for_an_hour_misses_nothing_and_holds_up_nobody() throws Exception {
    var feed = new FeedOf("32");
    var other = new FeedOf("33");
    try (var broken = new Receiver().answers(500);
        var well = new Receiver();
        var others = new Receiver()) {
      JsonPath failing = made(feed, broken, Map.of("scheme", "v1")).jsonPath();
      made(feed, well, Map.of("scheme", "v1"));
      made(other, others, Map.of("scheme", "v1"));
      disseminated(feed);
      disseminated(feed);
      disseminated(other);
      await().atMost(120, SECONDS).until(() -> places(well.taken()).size() >= 2);
      await().atMost(120, SECONDS).until(() -> !others.taken().isEmpty());

      for (Duration passed = Duration.ZERO;
          passed.compareTo(Duration.ofHours(1)) < 0;
          passed = passed.plusMinutes(15)) {
        int attempts = broken.all().size();
        step(Duration.ofMinutes(15));
        await().atMost(120, SECONDS).until(() -> broken.all().size() > attempts);
      }
      // In the order of the feed: what follows waits for the first.
      assertThat(broken.all().stream().map(Receiver.Got::id))
          .containsOnly(broken.all().getFirst().id());
      JsonPath now = show(feed, failing);
      assertThat(now.getString("webhook.state")).isEqualTo("FAILING");
      assertThat(now.getString("webhook.failure")).isEqualTo("it answered 500");
      await().atMost(120, SECONDS).until(() -> show(feed, failing).getInt("webhook.attempts") >= 5);

      broken.answers(204);
      step(Duration.ofMinutes(31));
      long last = feed.last();
      await().atMost(120, SECONDS).until(() -> places(broken.taken()).contains(last));
      await().atMost(120, SECONDS).until(() -> places(well.taken()).contains(last));
      assertThat(places(broken.taken())).isEqualTo(places(well.taken()));
      await()
          .atMost(120, SECONDS)
          .until(() -> "ACTIVE".equals(show(feed, failing).getString("webhook.state")));
    }
  }

  @Test
  void after_days_it_is_disabled_and_goes_on_where_it_was_when_it_is_enabled() throws Exception {
    var feed = new FeedOf("34");
    try (var receiver = new Receiver().answers(503, Map.of("Retry-After", "3600"))) {
      JsonPath made = made(feed, receiver, Map.of("scheme", "v1")).jsonPath();
      disseminated(feed);
      await().atMost(120, SECONDS).until(() -> show(feed, made).getInt("webhook.attempts") == 1);
      step(Duration.ofDays(6));
      await()
          .atMost(120, SECONDS)
          .until(() -> "DISABLED".equals(show(feed, made).getString("webhook.state")));
      assertThat(events("webhook-" + id(made)))
          .last()
          .isInstanceOfSatisfying(
              WebhookDisabled.class,
              e -> {
                assertThat(e.because()).isEqualTo(WebhookDisabled.Because.FAILING);
                assertThat(e.failure()).isEqualTo("it answered 503");
                assertThat(e.host()).isEqualTo("localhost");
              });

      int attempts = receiver.all().size();
      disseminated(feed);
      receiver.answers(200);
      step(Duration.ofDays(1));
      long last = feed.last();
      system(feed).post("/webhooks/" + id(made) + "/enable").then().statusCode(200);
      await().atMost(120, SECONDS).until(() -> places(receiver.taken()).contains(last));
      assertThat(places(receiver.taken()).getFirst())
          .isEqualTo(receiver.all().getFirst().position());
      assertThat(places(receiver.taken())).isSorted();
      // While it was disabled it was asked nothing.
      assertThat(receiver.all().get(attempts).answered()).isEqualTo(200);
    }
  }

  @Test
  void one_that_is_gone_is_disabled_at_once() throws Exception {
    var feed = new FeedOf("35");
    try (var receiver = new Receiver().answers(410)) {
      JsonPath made = made(feed, receiver, Map.of("scheme", "v1")).jsonPath();
      disseminated(feed);
      await()
          .atMost(120, SECONDS)
          .until(() -> "GONE".equals(show(feed, made).getString("webhook.disabledBecause")));
      assertThat(receiver.all()).hasSize(1);
    }
  }

  @Test
  void redirects_are_not_followed_and_retry_after_is_kept() throws Exception {
    var feed = new FeedOf("35");
    try (var target = new Receiver();
        var receiver =
            new Receiver()
                .answers(307, Map.of("Location", target.url().toString(), "Retry-After", "3600"))) {
      JsonPath made = made(feed, receiver, Map.of("scheme", "v1")).jsonPath();
      disseminated(feed);
      awaitFailure(feed, made, "307");

      receiver.answers(503, Map.of("Retry-After", "7200"));
      step(Duration.ofMinutes(61));
      awaitFailure(feed, made, "503");
      assertThat(Instant.parse(show(feed, made).getString("webhook.nextAttemptAt")))
          .isAfter(clock.instant().plus(Duration.ofMinutes(110)));
      assertThat(target.all()).isEmpty();
    }
  }

  @Test
  void one_that_does_not_answer_in_time_has_not_taken_it() throws Exception {
    var feed = new FeedOf("35");
    try (var hanging = new Receiver().answers(Receiver.NOTHING);
        var well = new Receiver()) {
      JsonPath made = made(feed, hanging, Map.of("scheme", "v1")).jsonPath();
      made(feed, well, Map.of("scheme", "v1"));
      disseminated(feed);
      await().atMost(120, SECONDS).until(() -> !well.taken().isEmpty());
      await().atMost(120, SECONDS).until(() -> show(feed, made).getInt("webhook.attempts") >= 1);
      assertThat(show(feed, made).getString("webhook.failure"))
          .isEqualTo("it did not answer within 5 s");
      hanging.answers(200);
      step(Duration.ofSeconds(6));
      await().atMost(120, SECONDS).until(() -> !hanging.taken().isEmpty());
    }
  }

  @Test
  void one_that_answers_when_nobody_waits_any_more_has_not_taken_it() throws Exception {
    var feed = new FeedOf("35");
    try (var receiver = new Receiver().answers(Receiver.LATE)) {
      JsonPath made = made(feed, receiver, Map.of("scheme", "v1")).jsonPath();
      disseminated(feed);
      await().atMost(120, SECONDS).until(() -> show(feed, made).getInt("webhook.attempts") >= 1);
      receiver.answerLate();
      assertThat(show(feed, made).getLong("webhook.position"))
          .isEqualTo(made.getLong("webhook.position"));
      receiver.answers(200);
      step(Duration.ofMinutes(61));
      await().atMost(120, SECONDS).until(() -> !receiver.taken().isEmpty());
      assertThat(receiver.taken().getFirst().id())
          .as("the same again, under its id")
          .isEqualTo(receiver.all().getFirst().id());
    }
  }

  @Test
  void what_was_withdrawn_while_it_failed_is_never_sent_open() throws Exception {
    var feed = new FeedOf("36");
    try (var receiver = new Receiver().answers(503, Map.of("Retry-After", "3600"))) {
      JsonPath made = made(feed, receiver, Map.of("scheme", "v1")).jsonPath();
      ReferralId id = world.received();
      int number = world.disseminated(id, OrganisationCode.of("36"));
      await().atMost(120, SECONDS).until(() -> show(feed, made).getInt("webhook.attempts") == 1);
      assertThat(receiver.all().getFirst().body()).contains("a note");

      allocator("nca")
          .body("{}")
          .post("/cases/" + id + "/disseminations/" + number + "/withdrawal")
          .then()
          .statusCode(200);
      feed.told(id, "withdrawn");
      receiver.answers(200);
      step(Duration.ofMinutes(61));
      await()
          .atMost(120, SECONDS)
          .until(() -> kinds(receiver.taken()).contains("baton.feed.withdrawn.v1"));
      JsonNode again = receiver.taken().getFirst().document().path("data");
      assertThat(again.path("withheld").asText()).isEqualTo("NOT_YOURS");
      assertThat(again.has("package")).isFalse();
    }
  }

  @Test
  void it_is_replayed_from_a_place_with_the_same_ids_and_only_the_kinds_that_are_wanted()
      throws Exception {
    var feed = new FeedOf("37");
    try (var receiver = new Receiver()) {
      disseminated(feed);
      JsonPath made =
          made(
                  feed,
                  receiver,
                  Map.of(
                      "scheme", "v1", "kinds", List.of("baton.feed.disseminated.v1"), "after", 0))
              .jsonPath();
      disseminated(feed);
      long last = feed.last();
      await()
          .atMost(120, SECONDS)
          .until(() -> show(feed, made).getLong("webhook.position") == last);
      assertThat(kinds(receiver.taken())).containsOnly("baton.feed.disseminated.v1");
      var ids = receiver.taken().stream().map(Receiver.Got::id).toList();
      system(feed)
          .body(Map.of("after", 0))
          .post("/webhooks/" + id(made) + "/replay")
          .then()
          .statusCode(200)
          .body("webhook.position", equalTo(0));
      await().atMost(120, SECONDS).until(() -> receiver.taken().size() >= 2 * ids.size());
      assertThat(receiver.taken().stream().map(Receiver.Got::id).skip(ids.size()))
          .containsExactlyElementsOf(ids);
      system(feed)
          .body(Map.of("after", last + 1_000))
          .post("/webhooks/" + id(made) + "/replay")
          .then()
          .statusCode(409);
    }
  }

  @Test
  void with_a_new_secret_both_sign_until_the_old_one_is_over() throws Exception {
    var feed = new FeedOf("31");
    try (var receiver = new Receiver()) {
      JsonPath made = made(feed, receiver, Map.of("scheme", "v1")).jsonPath();
      String fresh =
          system(feed)
              .body(Map.of("overlap", "PT1H"))
              .post("/webhooks/" + id(made) + "/secret")
              .then()
              .statusCode(200)
              .extract()
              .path("secret");
      test(feed, made).then().body("delivered", equalTo(true));
      Receiver.Got both = receiver.all().getLast();
      assertThat(both.document().path("type").asText()).isEqualTo("baton.feed.webhook-test.v1");
      for (String secret : List.of(made.getString("secret"), fresh))
        new Webhook(secret).verify(both.body(), both.headers());

      step(Duration.ofHours(2));
      test(feed, made).then().body("delivered", equalTo(true));
      Receiver.Got one = receiver.all().getLast();
      new Webhook(fresh).verify(one.body(), one.headers());
      assertThatThrownBy(
              () -> new Webhook(made.getString("secret")).verify(one.body(), one.headers()))
          .isInstanceOf(WebhookVerificationException.class);
      receiver.answers(500);
      test(feed, made)
          .then()
          .body("delivered", equalTo(false))
          .body("answer", equalTo("it answered 500"));
    }
  }

  @Test
  void what_a_killed_instance_had_under_way_is_sent_by_another() throws Exception {
    var feed = new FeedOf("36");
    try (var receiver = new Receiver().answers(503, Map.of("Retry-After", "7200"))) {
      JsonPath made = made(feed, receiver, Map.of("scheme", "v1")).jsonPath();
      disseminated(feed);
      await().atMost(120, SECONDS).until(() -> show(feed, made).getInt("webhook.attempts") == 1);
      UUID id = UUID.fromString(id(made));
      // Somebody has taken it and will never say what became of it.
      transactions.inTransaction(
          () -> {
            try (var lease =
                transactions
                    .connection()
                    .prepareStatement(
                        "update webhook set lease = ?, leased_until = ?, next_at = ? where id ="
                            + " ?")) {
              var now = clock.instant().atOffset(ZoneOffset.UTC);
              lease.setObject(1, UUID.randomUUID());
              lease.setObject(2, now.plusSeconds(3_600));
              lease.setObject(3, now);
              lease.setObject(4, id);
              return lease.executeUpdate();
            }
          });
      receiver.answers(200);
      int before = receiver.all().size();
      disseminated(feed);
      assertThat(receiver.all()).hasSize(before);
      step(Duration.ofMinutes(61));
      await().atMost(120, SECONDS).until(() -> !receiver.taken().isEmpty());
    }
  }

  @Test
  void the_same_idempotency_key_makes_one_webhook_and_tells_the_secret_once() throws Exception {
    var feed = new FeedOf("37");
    try (var receiver = new Receiver()) {
      Map<String, ?> body = Map.of("url", receiver.url().toString(), "scheme", "v1");
      Response first = system(feed).header("Idempotency-Key", "once").body(body).post("/webhooks");
      Response again = system(feed).header("Idempotency-Key", "once").body(body).post("/webhooks");
      first.then().statusCode(201);
      again
          .then()
          .statusCode(201)
          .body("webhook.id", equalTo(first.path("webhook.id")))
          .body("secret", nullValue());
      assertThat(again.header("Location")).isEqualTo(first.header("Location"));
      system(feed).delete("/webhooks/" + first.path("webhook.id")).then().statusCode(204);
      system(feed).get("/webhooks/" + first.path("webhook.id")).then().statusCode(404);
    }
  }

  @Test
  void a_unit_that_acts_for_a_force_no_longer_is_sent_nothing_more() throws Exception {
    var feed = new FeedOf("54");
    actsFor(List.of("54", "17"));
    try (var receiver = new Receiver()) {
      Map<String, ?> body = Map.of("url", receiver.url().toString(), "scheme", "v1");
      Response answer = ofUnit("for-54", body).post("/webhooks?force=54");
      answer.then().statusCode(201).body("webhook.registrant", equalTo("hooks-unit"));
      // The same key and body, for another force: another request.
      ofUnit("for-54", body).post("/webhooks?force=17").then().statusCode(422);
      JsonPath made = answer.jsonPath();
      disseminated(feed);
      await().atMost(120, SECONDS).until(() -> !receiver.taken().isEmpty());

      actsFor(List.of("17"));
      ReferralId id = disseminated(feed);
      await()
          .atMost(120, SECONDS)
          .until(() -> "NOT_ALLOWED".equals(show(feed, made).getString("webhook.disabledBecause")));
      assertThat(receiver.all().stream().map(Receiver.Got::body))
          .noneMatch(sent -> sent.contains(id.toString()));
      AllocationWorld.as("force-system", "hooks-unit", null)
          .get("/webhooks/" + id(made))
          .then()
          .statusCode(404);
    }
  }

  @Test
  void one_whose_key_is_gone_says_so_and_signs_again_with_a_new_secret() throws Exception {
    var feed = new FeedOf("31");
    try (var receiver = new Receiver()) {
      JsonPath made = made(feed, receiver, Map.of("scheme", "v1")).jsonPath();
      keyring.delete(key(id(made)));
      test(feed, made)
          .then()
          .body("delivered", equalTo(false))
          .body("answer", containsString("the key of its secret is gone"));
      assertThat(receiver.all()).isEmpty();
      system(feed).post("/webhooks/" + id(made) + "/secret").then().statusCode(200);
      test(feed, made).then().body("delivered", equalTo(true));
    }
  }

  private String key(String webhook) {
    return transactions.inTransaction(
        () -> {
          try (var select =
              transactions
                  .connection()
                  .prepareStatement("select key from webhook_secret where webhook = ?")) {
            select.setObject(1, UUID.fromString(webhook));
            try (var row = select.executeQuery()) {
              row.next();
              return row.getString(1);
            }
          }
        });
  }

  private static void actsFor(List<String> forces) {
    AllocationWorld.as("administrator", "baton", "p-admin")
        .body(Map.of("forces", forces))
        .put("/joint-units/hooks-unit")
        .then()
        .statusCode(200);
  }

  private static RequestSpecification ofUnit(String key, Map<String, ?> body) {
    return AllocationWorld.as("force-system", "hooks-unit", null)
        .header("Idempotency-Key", key)
        .body(body);
  }

  private Response made(FeedOf feed, Receiver receiver, Map<String, ?> with) {
    var body = new HashMap<String, Object>(with);
    body.put("url", receiver.url().toString());
    Response answer = system(feed).body(body).post("/webhooks");
    answer.then().statusCode(201);
    return answer;
  }

  private Response test(FeedOf feed, JsonPath made) {
    return system(feed).post("/webhooks/" + id(made) + "/test");
  }

  private static JsonPath show(FeedOf feed, JsonPath made) {
    return system(feed).get("/webhooks/" + id(made)).then().statusCode(200).extract().jsonPath();
  }

  private static RequestSpecification system(FeedOf feed) {
    return AllocationWorld.as("force-system", feed.force(), null);
  }

  private static String id(JsonPath made) {
    return made.getString("webhook.id");
  }

  private ReferralId disseminated(FeedOf feed) {
    ReferralId id = world.received();
    world.disseminated(id, OrganisationCode.of(feed.force()));
    feed.told(id, "disseminated");
    return id;
  }

  private static Receiver.Got first(Receiver receiver) {
    await().atMost(120, SECONDS).until(() -> !receiver.taken().isEmpty());
    return receiver.taken().getFirst();
  }

  private static List<Long> places(List<Receiver.Got> all) {
    return all.stream().map(Receiver.Got::position).distinct().toList();
  }

  private static List<String> kinds(List<Receiver.Got> all) {
    return all.stream().map(got -> got.document().path("type").asText()).toList();
  }

  /** Tries again after whatever else a slow machine makes of an answer. */
  private void awaitFailure(FeedOf feed, JsonPath made, String words) {
    await()
        .atMost(120, SECONDS)
        .until(
            () -> {
              String failure = show(feed, made).getString("webhook.failure");
              if (failure != null && !failure.contains("307") && !failure.contains("503"))
                step(Duration.ofMinutes(1));
              return failure != null && failure.contains(words);
            });
  }

  private void step(Duration by) {
    ((SteppedTransport) ClientProxy.unwrap(clock)).step(by);
  }

  /** By systems of forces, in nobody's name. */
  private int opened(ReferralId id) {
    return (int)
        events(PersonalDataOpened.stream(id)).stream()
            .filter(event -> event instanceof PersonalDataOpened opened && opened.by() == null)
            .count();
  }

  private List<String> deliveredTo(ReferralId id) {
    return events(PersonalDataOpened.stream(id)).stream()
        .filter(event -> event instanceof PersonalDataOpened opened && opened.by() == null)
        .map(event -> ((PersonalDataOpened) event).deliveredTo())
        .filter(Objects::nonNull)
        .toList();
  }

  private List<BatonEvent> events(String stream) {
    return transactions.inTransaction(
        () -> {
          var all = new ArrayList<BatonEvent>();
          journal
              .eventStore()
              .readEvents(stream)
              .forEachRemaining(message -> all.add((BatonEvent) message.getPayload()));
          return all;
        });
  }

  /** Written from the specification: {@code v1a,} and Ed25519 over id, time and body. */
  private static boolean verifies(String told, Receiver.Got got) throws Exception {
    byte[] raw = Base64.getDecoder().decode(told.substring("whpk_".length()));
    byte[] encoded = new byte[X509.length + raw.length];
    System.arraycopy(X509, 0, encoded, 0, X509.length);
    System.arraycopy(raw, 0, encoded, X509.length, raw.length);
    PublicKey key =
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    String signature = got.headers().get("webhook-signature").getFirst();
    String at = got.headers().get("webhook-timestamp").getFirst();
    var verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(key);
    verifier.update((got.id() + "." + at + "." + got.body()).getBytes("UTF-8"));
    return verifier.verify(Base64.getDecoder().decode(signature.substring("v1a,".length())));
  }
}
