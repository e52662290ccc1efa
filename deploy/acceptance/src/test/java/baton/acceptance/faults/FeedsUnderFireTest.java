package baton.acceptance.faults;

import static baton.acceptance.faults.Load.KENT;
import static baton.local.client.ServiceName.ALLOCATION;
import static org.assertj.core.api.Assertions.assertThat;

import baton.acceptance.Databases;
import baton.contract.Forces;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.feed.CommandNames;
import baton.contract.feed.FeedTopic;
import baton.local.Instance;
import baton.local.client.Staff;
import baton.local.client.Who;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A force's feed by cursor, as an event stream, on its topic and by webhook while what carries it
 * is killed, taken away and left behind: each dissemination arrives at least once on Kafka with a
 * stable id, exactly once by cursor over HTTP, and never after its withdrawal.
 */
@Order(0)
class FeedsUnderFireTest {
  private static final String FIRST = "allocation";
  private static final String SECOND = "allocation-2";
  private static final List<Instance> BOTH =
      List.of(new Instance(ALLOCATION, 1), new Instance(ALLOCATION, 2));
  private static final OrganisationCode FORCE = OrganisationCode.of(KENT);
  private static final String RECEIPT = "receipt-under-fire";
  private static final ReferralId NOBODYS = ReferralId.of("0199aaaa-0000-7000-8000-00000000dead");

  /** From which port at the database's side of the wires. */
  private static final String HAS_THE_TOPIC =
      """
      select a.client_port from pg_locks l join pg_stat_activity a on a.pid = l.pid
       where l.locktype = 'advisory' and l.granted
         and (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended('%s', 0)\
      """
          .formatted(FeedTopic.DISSEMINATIONS.of(FORCE));

  private static final Duration ARRIVES_MAX = Duration.ofMinutes(3);
  private static final int COMMITS = 2;

  @TempDir private Path folder;

  @Test
  void a_feed_survives_whatever_carries_it() throws Exception {
    feed(1, Duration.ofSeconds(15));
  }

  @Test
  @Tag("full")
  void a_feed_survives_it_again_and_again_and_a_broker_that_is_away_for_a_minute()
      throws Exception {
    feed(Integer.getInteger("baton.feeds.rounds", 5), Duration.ofMinutes(1));
  }

  /** What brings the feed to its force, each in its own way. */
  private record Ways(
      FaultyBaton baton,
      FeedPages pages,
      FeedFollower follower,
      FeedReceiver receiver,
      ForceTopic topic,
      Path store) {

    /** Something that was told after now has come every way. */
    void awaitProgress(String after) throws IOException {
      long now = Math.max(1, pages.reached());
      await(after + ": pages go on", () -> pages.reached() > now);
      long next = pages.reached();
      await(after + ": the webhook goes on", () -> FeedEntries.reach(receiver.taken(), next));
      await(
          after + ": the topic goes on",
          () -> FeedEntries.reach(FeedSubscriber.stored(store), next));
    }
  }

  /**
   * @param away so long the broker is
   */
  private void feed(int rounds, Duration away) throws Exception {
    try (var baton = FaultyBaton.start(1, 1, List.of(BOTH.getLast()));
        var receiver = new FeedReceiver()) {
      var settings = folder.resolve("client.properties");
      Files.writeString(settings, baton.letIn(Forces.byCode(FORCE).orElseThrow()));
      var topic = new ForceTopic(FORCE, settings);
      register(baton, receiver);
      baton.processes().start(SECOND);
      var promises = new Promises();
      var store = folder.resolve("store");
      var token = baton.token(new Who("force-system", KENT, null));
      Process subscriber = FeedSubscriber.start(settings, topic.name(), store, COMMITS);
      try (var pages = new FeedPages(baton.home(), BOTH, token).start();
          var follower = new FeedFollower(baton.home(), BOTH, token).start()) {
        var ways = new Ways(baton, pages, follower, receiver, topic, store);
        FeedLoad load;
        try (var sending = new FeedLoad(caller(baton, promises), promises)) {
          load = sending;
          await("it hangs between poll and commit", () -> FeedSubscriber.hangs(store));
          int hung = FeedSubscriber.stored(store).size();
          subscriber.destroyForcibly().waitFor();
          subscriber = FeedSubscriber.start(settings, topic.name(), store, 0);
          ways.awaitProgress("the subscriber was killed");
          assertThat(FeedSubscriber.stored(store).subList(hung, hung + 1))
              .as("what it had not committed comes again")
              .allMatch(entry -> FeedEntries.position(entry) <= hung);
          for (int round = 1; round <= rounds; round++) storm(ways, away);
          isAnswered(ways);
          isAnsweredByTheOthers(ways);
        }
        baton.awaitSettled();
        judge(ways, load, promises);
      } finally {
        subscriber.destroyForcibly().waitFor();
      }
    }
  }

  private static Caller caller(FaultyBaton baton, Promises promises) {
    var all = Stream.concat(baton.instances().stream(), Stream.of(BOTH.getLast())).toList();
    return baton.caller(promises, all);
  }

  private static void storm(Ways ways, Duration away) throws Exception {
    var processes = ways.baton().processes();
    assertThat(processes.kill(FIRST)).isTrue();
    processes.start(FIRST);
    ways.awaitProgress("the first allocation-service was killed");

    assertThat(processes.kill("kafka")).isTrue();
    Driver.park(System.nanoTime() + away.toNanos());
    processes.start("kafka");
    ways.awaitProgress("the broker was away for " + away);

    // What cannot run on keeps what it had: its fence is taken by the other one meanwhile.
    var zombie = sender(ways.baton());
    processes.freeze(zombie);
    var database = ways.baton().wires().between(zombie, Schedule.Cast.DATABASE);
    database.cut();
    ways.awaitProgress(zombie + " was left behind");
    database.mend();
    processes.thaw(zombie);
    ways.awaitProgress(zombie + " came back");
  }

  /** What the force's system says on its commands topic is done, and answered on the feed. */
  private static void isAnswered(Ways ways) throws Exception {
    ways.topic().receipt(RECEIPT, ways.pages().reached());
    await("the receipt is answered", () -> !answers(ways, RECEIPT).isEmpty());
    assertThat(answers(ways, RECEIPT))
        .singleElement()
        .satisfies(
            answer ->
                assertThat(answer.at("/data/recorded/0").asText())
                    .isEqualTo("baton.disseminations-received.v1"));
  }

  /** What risk and intake take from there they answer too: here, what is wrong with it. */
  private static void isAnsweredByTheOthers(Ways ways) throws Exception {
    for (String name : List.of("grade", "report-progress")) {
      String id = name + "-under-fire";
      ways.topic().empty(id, name, NOBODYS, Staff.supervisor(KENT).person());
      await(name + " is answered", () -> !answers(ways, id).isEmpty());
      assertThat(answers(ways, id))
          .singleElement()
          .satisfies(
              answer -> {
                assertThat(answer.at("/data/commandType").asText())
                    .isEqualTo(CommandNames.type(name));
                assertThat(answer.at("/data/problem/status").asInt()).isBetween(400, 499);
              });
    }
  }

  private static List<JsonNode> answers(Ways ways, String command) {
    return ways.pages().read().stream()
        .filter(entry -> entry.at("/data/command").asText().equals(command))
        .toList();
  }

  /** The instance that sends the feed to its topic now. */
  private static String sender(FaultyBaton baton) {
    var databases = new Databases(baton.postgres());
    return Awaitility.await("somebody has the topic")
        .atMost(ARRIVES_MAX)
        .until(
            () ->
                databases.texts(ALLOCATION.slug(), HAS_THE_TOPIC).stream()
                    .flatMap(port -> Stream.of(FIRST, SECOND).filter(carries(baton, port)))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static Predicate<String> carries(FaultyBaton baton, String port) {
    return instance ->
        baton.wires().between(instance, Schedule.Cast.DATABASE).carries(Integer.parseInt(port));
  }

  private static void judge(Ways ways, FeedLoad load, Promises promises) throws Exception {
    long last = last(ways.baton());
    await("pages have all", () -> ways.pages().reached() == last);
    await("the stream has all", () -> FeedEntries.reach(ways.follower().came(), last));
    await("the webhook has all", () -> FeedEntries.reach(ways.receiver().taken(), last));
    await(
        "the subscriber has all",
        () -> FeedEntries.reach(FeedSubscriber.stored(ways.store()), last));
    List<JsonNode> again;
    try (var reader =
        new FeedPages(
                ways.baton().home(),
                BOTH.subList(0, 1),
                ways.baton().token(new Who("force-system", KENT, null)))
            .start()) {
      await("it is read again", () -> reader.reached() == last);
      again = reader.read();
    }
    List<JsonNode> posted = ways.receiver().arrived();
    List<JsonNode> topic = ways.topic().all();
    List<JsonNode> stored = FeedSubscriber.stored(ways.store());
    var verdict =
        new FeedVerdict(ways.pages().read())
            .cursor(again)
            .told(load.received(), load.withdrawn())
            .exactlyOnce("event stream", ways.follower().came())
            .atLeastOnce("webhook", posted)
            .neverAfterItsWithdrawal("webhook", posted)
            .atLeastOnce("topic", topic)
            .neverAfterItsWithdrawal("topic", topic)
            .atLeastOnce("subscriber", stored);
    System.out.printf(
        "feed of %d entries, %d received, %d taken back; %d event streams; webhook %d times,"
            + " subscriber %d, topic %d%n",
        last,
        load.received().size(),
        load.withdrawn().size(),
        ways.follower().streams(),
        posted.size(),
        stored.size(),
        topic.size());
    assertThat(verdict.wrong()).isEmpty();
    assertThat(ways.receiver().unnamed()).as("a webhook-id is the entry's id").isEmpty();
    assertThat(promises.accidents()).isEmpty();
    assertThat(promises.refused()).isEmpty();
    assertThat(load.withdrawn()).isNotEmpty();
    assertThat(ways.follower().streams()).as("it resumed").isGreaterThan(1);
  }

  private static void register(FaultyBaton baton, FeedReceiver receiver) {
    baton
        .client()
        .post(
            ALLOCATION,
            Staff.supervisor(KENT),
            "/webhooks",
            Map.of("url", receiver.url().toString(), "scheme", "v1"))
        .orFail();
  }

  private static long last(FaultyBaton baton) {
    var webhooks = baton.client().get(ALLOCATION, Staff.supervisor(KENT), "/webhooks").orFail();
    return webhooks.path("items").path(0).path("last").asLong();
  }

  private static void await(String what, Callable<Boolean> condition) {
    Awaitility.await(what)
        .atMost(ARRIVES_MAX)
        .pollInterval(Duration.ofMillis(200))
        .until(condition);
  }
}
