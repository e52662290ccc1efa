package baton.escalation.clockkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import baton.escalation.alarms.AlarmAggregate;
import baton.escalation.alarms.Alarms;
import baton.escalation.alarms.Grouping;
import baton.escalation.blindness.Watch;
import baton.escalation.catchup.CatchUp;
import baton.escalation.escalations.EscalationAggregate;
import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.Stepped;
import baton.escalation.fixtures.Story;
import baton.escalation.ladder.Climbs;
import baton.escalation.ladder.CurrentRoster;
import baton.escalation.ladder.LadderPolicies;
import baton.escalation.ladder.Placing;
import baton.escalation.ladder.RungHolders;
import baton.escalation.notices.Digests;
import baton.escalation.notices.Notices;
import baton.escalation.platform.EscalationConfig;
import baton.escalation.watching.AlarmLooks;
import baton.escalation.watching.People;
import baton.escalation.watching.Teams;
import baton.escalation.watching.WatchingConfig;
import baton.journal.clock.BusinessClock;
import baton.journal.reader.LogReader;
import baton.journal.store.AxonJournal;
import baton.journal.store.EventStoreEngine;
import baton.journal.store.Transactions;
import baton.platform.Attempts;
import baton.platform.BatonConfig;
import baton.platform.Caller;
import baton.platform.Commands;
import baton.platform.Idempotency;
import baton.platform.ReadOnly;
import baton.platform.board.CustodyBoard;
import baton.platform.sql.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Several instances of this service look at the same partitions at the same time: the running one,
 * and keepers that share its database but neither its memory nor its locks.
 */
@QuarkusTest
@Stepped
class TwoKeepersTest {
  private static final int STORIES = 150;
  private static final int OTHERS = 2;

  @Inject ReadOnly readOnly;
  @Inject LogReader reader;
  @Inject EventStoreEngine engine;
  @Inject Transactions transactions;
  @Inject BusinessClock clock;
  @Inject CustodyBoard board;
  @Inject Watch watch;
  @Inject Attempts attempts;
  @Inject Idempotency idempotency;
  @Inject BatonConfig config;
  @Inject EscalationConfig settings;
  @Inject Caller caller;
  @Inject LastLook lastLook;
  @Inject LadderPolicies ladders;
  @Inject RungHolders holders;
  @Inject Notices notices;
  @Inject Digests digests;
  @Inject CurrentRoster roster;
  @Inject WatchingConfig watching;

  private Live live;

  @BeforeEach
  void begin() {
    live = new Live();
  }

  @AfterEach
  void end() {
    live.close();
  }

  @Test
  void what_falls_due_is_raised_once_whoever_looks() throws Exception {
    Instant start = live.stepTo(live.now().plus(Duration.ofDays(40)));
    List<Story> stories =
        Stream.generate(() -> new Story().receivedAndOpened(start)).limit(STORIES).toList();
    live.others().tell(stories.toArray(Story[]::new));
    live.stepTo(start.plusSeconds(1));

    var over = new AtomicBoolean();
    try (var instances = Executors.newFixedThreadPool(OTHERS)) {
      var looks = new ArrayList<Future<Integer>>();
      for (int i = 0; i < OTHERS; i++) looks.add(instances.submit(looking(keeper(), over)));
      live.stepTo(start.plus(Duration.ofHours(5)));
      live.stepTo(start.plus(Duration.ofHours(10)));
      over.set(true);
      for (var each : looks) assertThat(looksOf(each)).isPositive();
    }

    for (Story story : stories)
      assertThat(live.escalationsOf(story))
          .extracting(each -> each.get("kind"))
          .containsExactlyInAnyOrder("HAND_OFF_OVERDUE", "WITHOUT_PERSON");
    assertThat(raisedTwice()).isEmpty();
    assertThat(climbedTwice()).isEmpty();
    assertThat(alarmsOf("HAND_OFF_OVERDUE")).isEqualTo(1);
  }

  private static Callable<Integer> looking(Clockkeeper keeper, AtomicBoolean over) {
    return () -> {
      int looks = 0;
      do {
        keeper.look();
        looks++;
      } while (!over.get());
      return looks;
    };
  }

  private static int looksOf(Future<Integer> keeper) throws InterruptedException {
    try {
      return keeper.get();
    } catch (ExecutionException failed) {
      throw new AssertionError("a look failed", failed.getCause());
    }
  }

  /** As another process has it: an Axon of its own, and what it knows of the log. */
  private Clockkeeper keeper() {
    var journal =
        AxonJournal.builder(transactions, engine)
            .aggregates(EscalationAggregate.class, AlarmAggregate.class)
            .resource(BusinessClock.class, clock)
            .start();
    var commands =
        new Commands(journal, transactions, attempts, idempotency, clock, config, caller, readOnly);
    var horizons = new Horizons();
    return new Clockkeeper(
        reader,
        journal,
        transactions,
        clock,
        board,
        watch,
        horizons,
        new Referee(commands, horizons, clock, readOnly),
        new ParkedHere(commands, board),
        new Gaps(reader, journal, transactions, commands, board, clock, settings),
        new LadderLook(
            journal,
            transactions,
            horizons,
            new Placing(ladders, holders, new Grouping(commands), notices, clock),
            new Climbs(commands, holders, clock),
            new AlarmLooks(
                new Alarms(commands, ladders, holders, clock),
                new People(commands, roster, transactions),
                new Teams(commands, roster, watching, transactions),
                new CatchUp(commands),
                clock),
            digests),
        lastLook);
  }

  /** From the same rung, whoever told it. */
  private List<String> climbedTwice() {
    return transactions.inTransaction(
        () ->
            Sql.on(transactions.connection(), "the climbed")
                .list(
                    """
                    select aggregate_identifier from event_entry
                    where payload_type in
                      ('baton.escalation-climbed.v1', 'baton.alarm-climbed.v1')
                    group by aggregate_identifier, payload::json ->> 'rung' having count(*) > 1
                    """,
                    row -> row.getString(1)));
  }

  private int alarmsOf(String kind) {
    return transactions.inTransaction(
        () ->
            Sql.on(transactions.connection(), "the alarms")
                .find(
                    """
                    select count(*) from alarm where kind = ? and resolved_at is null
                      and organisation = 'nca' and team is null
                    """,
                    row -> row.getInt(1),
                    kind)
                .orElseThrow());
  }

  private List<String> raisedTwice() {
    return transactions.inTransaction(
        () ->
            Sql.on(transactions.connection(), "the raised")
                .list(
                    """
                    select aggregate_identifier from event_entry
                    where payload_type = 'baton.escalation-raised.v1'
                    group by aggregate_identifier having count(*) > 1
                    """,
                    row -> row.getString(1)));
  }
}
