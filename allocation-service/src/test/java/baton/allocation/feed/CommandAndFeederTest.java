package baton.allocation.feed;

import static baton.allocation.AllocationWorld.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import baton.allocation.AllocationWorld;
import baton.contract.Actor;
import baton.contract.EventId;
import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.feed.FeedTopic;
import baton.contract.risk.TriagePrioritySet;
import baton.journal.reader.LogRecord;
import baton.journal.store.Transactions;
import baton.platform.commands.CommandDesk.Sent;
import baton.platform.commands.CommandIntake;
import baton.platform.sql.Sql;
import baton.platform.topics.ForceTopics.Topic;
import baton.testing.BatonTestResource;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.Uuid;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who answers a command and who tells from the log write the same referral's clock and the same
 * force's feed: both take the clock first, so that neither waits for the other in a circle.
 */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class CommandAndFeederTest {
  private static final OrganisationCode FORCE = OrganisationCode.of("52");
  private static final String WAITS =
      """
      select pg_blocking_pids(pid) && array[?]::int[], query ilike '%feed%' from pg_stat_activity
       where pid = ? and wait_event_type = 'Lock'\
      """;

  private static final String UNHURRIED =
      """
      select pg_backend_pid(), set_config('transaction_timeout', '0', true),
             set_config('idle_in_transaction_session_timeout', '0', true)\
      """;

  @Inject AllocationWorld world;
  @Inject CommandIntake intake;
  @Inject Feeder feeder;
  @Inject Transactions transactions;

  private ReferralId referral;

  @BeforeEach
  void held() {
    world.staffed("52", "polit-52", "p-sue");
    referral = world.received();
    int number = world.disseminated(referral, FORCE);
    as("supervisor", "52", "p-sue")
        .body(Map.of("team", "polit-52", "person", "p-sue"))
        .post("/cases/" + referral + "/disseminations/" + number + "/acceptance")
        .then()
        .statusCode(200);
    // That it was accepted is told by the reader: nobody else works at this feed from then on.
    new FeedOf("52").told(referral, "deadline-changed");
  }

  @Test
  void a_command_waits_for_the_clock_that_the_feeder_has_before_it_asks_for_the_feed()
      throws Exception {
    inTheWay(
        (way, released) -> {
          var telling = new Working(this::tell).begin();
          telling.awaitBlockedBy(way, true);
          var answering = new Working(this::answer).begin();
          answering.awaitBlockedBy(telling.process.get(), false);
          released.countDown();
          telling.end();
          answering.end();
        });
  }

  @Test
  void the_feeder_waits_for_the_clock_that_a_command_has_before_it_asks_for_the_feed()
      throws Exception {
    inTheWay(
        (way, released) -> {
          var answering = new Working(this::answer).begin();
          answering.awaitBlockedBy(way, true);
          var telling = new Working(this::tell).begin();
          telling.awaitBlockedBy(answering.process.get(), false);
          released.countDown();
          answering.end();
          telling.end();
        });
  }

  private interface Meanwhile {
    /**
     * @param way the process at the database that has the feed
     * @param released gives it free
     */
    void happens(int way, CountDownLatch released) throws Exception;
  }

  /** Somebody has the force's feed, so that whoever asks for it stands there with what he has. */
  private void inTheWay(Meanwhile meanwhile) throws Exception {
    var released = new CountDownLatch(1);
    var standing = new CountDownLatch(1);
    var way =
        new Working(
            () -> {
              FeedTable.on(transactions.connection()).lock(Set.of(FORCE));
              standing.countDown();
              await(released);
            });
    way.begin();
    try {
      assertThat(standing.await(60, SECONDS)).isTrue();
      meanwhile.happens(way.process.get(), released);
    } finally {
      released.countDown();
      way.end();
    }
  }

  private void tell() {
    Instant now = Instant.now();
    var recorded =
        new Recorded<>(
            new EventId(UuidCreator.getTimeOrderedEpoch()),
            "/risk-service",
            "order-of-locks-" + referral,
            referral,
            0,
            now,
            now,
            Actor.system("risk-service"),
            OrganisationCode.NCA,
            null,
            null,
            new TriagePrioritySet(referral, null, Grade.LOW, null));
    transactions.witnessed(recorded);
    feeder.tell(
        List.of(
            new LogRecord(
                "baton.referrals",
                "test",
                0,
                0,
                new byte[0],
                null,
                recorded,
                null,
                referral.toString(),
                false)));
  }

  private void answer() {
    var topic = new Topic(FeedTopic.COMMANDS, FORCE, Uuid.randomUuid());
    String command =
        """
        {"specversion":"1.0","id":"%s","source":"/niche","subject":"%s","onbehalfof":"p-sue",
         "type":"baton.command.record-local-reference.v1",
         "data":{"system":"NICHE","reference":"%s"}}\
        """
            .formatted(Uuid.randomUuid(), referral, referral);
    var record =
        new ConsumerRecord<byte[], byte[]>(topic.name(), 0, 0, null, command.getBytes(UTF_8));
    record.headers().add("content-type", "application/cloudevents+json".getBytes(UTF_8));
    intake.take(new Sent(topic, record, 0));
  }

  /** A transaction on a thread of its own, and its process at the database. */
  private final class Working {
    private final AtomicInteger process = new AtomicInteger();
    private final FutureTask<Void> task;

    Working(Runnable work) {
      task =
          new FutureTask<>(
              () ->
                  transactions.inTransaction(
                      () -> {
                        // Whoever waits here waits for the test, however slow the machine is.
                        process.set(sql().find(UNHURRIED, row -> row.getInt(1)).orElseThrow());
                        work.run();
                        return null;
                      }));
    }

    Working begin() {
      Thread.ofVirtual().start(task);
      return this;
    }

    void awaitBlockedBy(int other, boolean atTheFeed) {
      Awaitility.await()
          .atMost(60, SECONDS)
          .until(
              () ->
                  transactions.inTransaction(
                      () ->
                          sql()
                              .find(
                                  WAITS,
                                  row -> row.getBoolean(1) && row.getBoolean(2) == atTheFeed,
                                  other,
                                  process.get())
                              .orElse(false)));
    }

    void end() throws Exception {
      task.get(60, SECONDS);
    }
  }

  private Sql sql() {
    return Sql.on(transactions.connection(), "a test");
  }

  private static void await(CountDownLatch released) {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
