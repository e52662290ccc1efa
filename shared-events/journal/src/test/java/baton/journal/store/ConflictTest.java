package baton.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.contract.ReferralId;
import baton.contract.allocation.ActionRecorded;
import baton.decision.Command;
import baton.journal.Samples;
import baton.journal.store.TestReferral.Arrest;
import baton.journal.store.TestReferral.Receive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

/** Two processes of one service, which share no lock in memory. */
class ConflictTest {
  private final TestJournal one = new TestJournal();
  private final TestJournal other = one.another();
  private final ReferralId referral = Samples.newReferral();

  @Test
  void whoever_comes_second_to_a_place_in_a_stream_is_told_to_try_again() {
    one.send(new Receive(referral));
    assertThatThrownBy(
            () ->
                one.axon.inBatch(
                    () -> {
                      one.send(arrest());
                      return CompletableFuture.supplyAsync(() -> other.send(arrest())).join();
                    }))
        .isInstanceOf(ConcurrencyException.class);
    assertThat(one.events(referral)).hasSize(2);
  }

  @Test
  void with_retries_every_event_gets_its_place() throws Exception {
    one.send(new Receive(referral));
    int each = 20;
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (TestJournal journal : List.of(one, other))
        threads.submit(
            () -> {
              for (int i = 0; i < each; i++) retrying(journal, arrest());
            });
    }
    assertThat(one.events(referral)).hasSize(1 + 2 * each);
    assertThat(one.rows("select sequence_number as n from event_entry order by global_index"))
        .extracting(row -> Long.parseLong(row.get("n")))
        .isSorted()
        .endsWith(2L * each);
  }

  @Test
  void a_referral_gets_one_key_whoever_seals_first() throws Exception {
    List<ReferralId> referrals = new ArrayList<>();
    for (int i = 0; i < 20; i++) referrals.add(Samples.newReferral());
    var together = new CyclicBarrier(2);
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (TestJournal journal : List.of(one, other)) {
        String stream = journal == one ? "one-" : "other-";
        threads.submit(
            () -> {
              for (ReferralId each : referrals) {
                together.await();
                journal.send(new Arrest(stream + each, each, Instant.EPOCH));
              }
              return null;
            });
      }
    }
    for (ReferralId each : referrals)
      assertThat(key("one-" + each)).isEqualTo(key("other-" + each));
  }

  private String key(String stream) {
    return ((ActionRecorded) one.axon.eventStore().readEvents(stream).next().getPayload())
        .sealed()
        .key();
  }

  private Arrest arrest() {
    return new Arrest(referral.toString(), referral, Instant.EPOCH);
  }

  private static void retrying(TestJournal journal, Command command) {
    while (true) {
      try {
        journal.send(command);
        return;
      } catch (ConcurrencyException again) {
        // somebody else took the place: load and decide again
      }
    }
  }
}
