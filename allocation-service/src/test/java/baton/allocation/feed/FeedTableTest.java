package baton.allocation.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.allocation.feed.model.Draft;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.feed.Transferred;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import baton.testing.BatonTestResource;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Places in feeds, given by several at once on a real database, with work that comes to nothing.
 */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class FeedTableTest {
  private static final int WRITERS = 6;
  private static final int ROUNDS = 25;

  @Inject Transactions transactions;

  /** Other instances, as far as the database sees. */
  @Test
  void whoever_adds_and_whatever_is_rolled_back_there_is_no_hole_and_no_repeat() throws Exception {
    List<OrganisationCode> forces = forces("dense", 3);
    var start = new CyclicBarrier(WRITERS);
    try (var threads = Executors.newFixedThreadPool(WRITERS)) {
      var writers = new ArrayList<Callable<Integer>>();
      for (int writer = 0; writer < WRITERS; writer++) {
        var random = new Random(writer);
        writers.add(
            () -> {
              start.await();
              int kept = 0;
              for (int round = 0; round < ROUNDS; round++) kept += write(forces, random);
              return kept;
            });
      }
      int kept = 0;
      for (var written : threads.invokeAll(writers)) kept += written.get();
      int found = 0;
      for (OrganisationCode force : forces) found += dense(force);
      assertThat(found).isEqualTo(kept).isPositive();
    }
  }

  @Test
  void who_is_killed_in_the_middle_gives_its_places_back() {
    OrganisationCode force = forces("killed", 1).getFirst();
    add(List.of(draft(force), draft(force)));
    assertThatThrownBy(
            () ->
                transactions.inTransaction(
                    () -> {
                      var connection = transactions.connection();
                      FeedTable.on(connection).append(List.of(draft(force), draft(force)));
                      return Sql.on(connection, "the end of this connection")
                          .find("select pg_terminate_backend(pg_backend_pid())", row -> true);
                    }))
        .isInstanceOf(RuntimeException.class);
    add(List.of(draft(force)));
    assertThat(dense(force)).isEqualTo(3);
  }

  @Test
  void the_same_event_is_told_once_and_takes_one_place() {
    OrganisationCode force = forces("once", 1).getFirst();
    Draft draft = draft(force);
    add(List.of(draft, draft));
    add(List.of(draft, draft(force)));
    assertThat(dense(force)).isEqualTo(2);
  }

  @Test
  void a_page_ends_with_the_entry_that_passes_the_bytes_and_never_before_the_first() {
    OrganisationCode force = forces("bytes", 1).getFirst();
    add(List.of(draft(force), draft(force), draft(force)));
    assertThat(page(force, 0, 0)).hasSize(1);
    assertThat(page(force, 0, 1)).hasSize(1);
    int length = page(force, 0, 0).getFirst().data().length();
    assertThat(page(force, 0, length)).hasSize(2);
    assertThat(page(force, 2, 0)).extracting(FeedEntry::position).containsExactly(3L);
  }

  /** How many it added, in feeds in any order; a third of the work is undone at its end. */
  private int write(List<OrganisationCode> forces, Random random) {
    var shuffled = new ArrayList<>(forces);
    Collections.shuffle(shuffled, random);
    var drafts = new ArrayList<Draft>();
    for (OrganisationCode force : shuffled)
      for (int i = 0; i < random.nextInt(3); i++) drafts.add(draft(force));
    boolean undone = random.nextInt(3) == 0;
    try {
      transactions.inTransaction(
          () -> {
            FeedTable.on(transactions.connection()).append(drafts);
            if (undone) throw new Undone();
            return null;
          });
      return drafts.size();
    } catch (Undone _) {
      return 0;
    }
  }

  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private void add(List<Draft> drafts) {
    transactions.inTransaction(() -> FeedTable.on(transactions.connection()).append(drafts));
  }

  private List<FeedEntry> page(OrganisationCode force, long after, long bytes) {
    return transactions.inTransaction(
        () -> FeedTable.on(transactions.connection()).page(force, after, 1_000, bytes));
  }

  /** How many there are, in their places. */
  private int dense(OrganisationCode force) {
    List<FeedEntry> all = page(force, 0, Long.MAX_VALUE / 2);
    assertThat(all)
        .extracting(FeedEntry::position)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, all.size()).boxed().toList());
    assertThat(all).extracting(FeedEntry::id).doesNotHaveDuplicates();
    long last =
        transactions.inTransaction(() -> FeedTable.on(transactions.connection()).last(force));
    assertThat(last).isEqualTo(all.size());
    return all.size();
  }

  private static Draft draft(OrganisationCode force) {
    var referral = new ReferralId(UuidCreator.getTimeOrderedEpoch());
    return new Draft(
        force,
        new EventId(UuidCreator.getTimeOrderedEpoch()),
        Instant.parse("2026-11-21T09:00:00Z"),
        new Transferred(referral, OrganisationCode.of("46")),
        null);
  }

  private static List<OrganisationCode> forces(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> OrganisationCode.of(name + "-force-" + i))
        .toList();
  }
}
