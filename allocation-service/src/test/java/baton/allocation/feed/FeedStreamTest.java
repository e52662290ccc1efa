package baton.allocation.feed;

import static org.assertj.core.api.Assertions.assertThat;

import baton.allocation.feed.FeedReading.Given;
import baton.allocation.feed.FeedReading.Pages;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** One connection to a feed, with a hand that turns the clock and runs its work. */
class FeedStreamTest {
  private static final Duration BEAT = Duration.ofSeconds(15);
  private static final Duration MAX = Duration.ofSeconds(60);

  private final Deque<Runnable> work = new ArrayDeque<>();
  private final List<FeedLine> sent = new ArrayList<>();
  private final List<String> endings = new ArrayList<>();
  private long nanos;
  private long last;
  private boolean allowed = true;
  private boolean broken;
  private int reads;

  @Test
  void it_says_at_once_that_it_is_connected() {
    FeedStream stream = following(7);
    take(stream, 1);
    assertThat(sent).containsExactly(FeedLine.comment("after 7"));
  }

  @Test
  void it_sends_what_stands_behind_its_place_and_then_what_comes() {
    last = 3;
    FeedStream stream = following(1);
    take(stream, 10);
    assertThat(positions()).containsExactly(2L, 3L);
    last = 5;
    stream.wake();
    run();
    assertThat(positions()).containsExactly(2L, 3L, 4L, 5L);
  }

  @Test
  void from_every_place_it_resumes_without_loss_and_without_repeat() {
    last = 61;
    for (long place = 0; place <= last; place++) {
      sent.clear();
      take(following(place), Integer.MAX_VALUE);
      assertThat(positions())
          .containsExactlyElementsOf(LongStream.rangeClosed(place + 1, last).boxed().toList());
    }
  }

  @Test
  void an_entry_is_read_when_the_client_takes_it_however_much_happens_before() {
    last = 10_000;
    FeedStream stream = following(0);
    take(stream, 2);
    for (int i = 0; i < 1_000; i++) stream.wake();
    run();
    assertThat(positions()).containsExactly(1L);
    assertThat(reads).isEqualTo(1);
    assertThat(work).isEmpty();
    take(stream, 1);
    assertThat(positions()).containsExactly(1L, 2L);
    assertThat(reads).isEqualTo(2);
  }

  @Test
  void news_that_come_while_it_reads_are_not_forgotten() {
    last = 1;
    FeedStream stream = following(0);
    onRead = () -> stream.wake();
    take(stream, 10);
    onRead = () -> {};
    last = 2;
    assertThat(reads).isGreaterThan(1);
    stream.wake();
    run();
    assertThat(positions()).containsExactly(1L, 2L);
  }

  @Test
  void where_nothing_happens_a_heartbeat_is_sent_after_so_long_and_no_sooner() {
    FeedStream stream = following(0);
    take(stream, 10);
    nanos += BEAT.toNanos() - 1;
    stream.beat(BEAT);
    run();
    assertThat(sent).hasSize(1);
    nanos++;
    stream.beat(BEAT);
    run();
    assertThat(sent).last().isEqualTo(FeedLine.comment("heartbeat"));
    stream.beat(BEAT);
    run();
    assertThat(sent).hasSize(2);
  }

  @Test
  void who_takes_nothing_is_blocked_after_so_long_and_gets_no_heartbeats_meanwhile() {
    FeedStream stream = following(0);
    take(stream, 1);
    nanos += MAX.toNanos() - 1;
    stream.beat(BEAT);
    run();
    assertThat(sent).hasSize(1);
    assertThat(stream.blocked(MAX)).isFalse();
    nanos++;
    assertThat(stream.blocked(MAX)).isTrue();
    take(stream, 1);
    assertThat(stream.blocked(MAX)).isFalse();
  }

  @Test
  void who_may_read_it_no_longer_gets_nothing_more_and_an_orderly_end() {
    last = 1;
    FeedStream stream = following(0);
    take(stream, 10);
    allowed = false;
    last = 2;
    stream.wake();
    run();
    assertThat(positions()).containsExactly(1L);
    assertThat(endings).containsExactly("complete", "ended");
  }

  @Test
  void a_database_that_fails_ends_it_so_that_the_client_resumes() {
    last = 1;
    FeedStream stream = following(0);
    broken = true;
    take(stream, 10);
    assertThat(endings).containsExactly("complete", "ended");
    stream.wake();
    run();
    assertThat(endings).hasSize(2);
  }

  @Test
  void it_ends_also_while_the_client_takes_nothing() {
    FeedStream stream = following(0);
    take(stream, 1);
    stream.end();
    run();
    assertThat(endings).containsExactly("complete", "ended");
  }

  @Test
  void a_client_that_goes_is_forgotten_and_sent_nothing() {
    last = 5;
    FeedStream stream = following(0);
    stream.cancel();
    take(stream, 10);
    assertThat(sent).isEmpty();
    assertThat(endings).containsExactly("ended");
  }

  private Runnable onRead = () -> {};

  private FeedStream following(long after) {
    var source =
        new FeedStream.Source() {
          @Override
          public Pages behind(long from, int limit) {
            if (broken) throw new IllegalStateException("no database");
            reads++;
            if (reads < 100) onRead.run();
            List<Given> entries =
                LongStream.rangeClosed(from + 1, Math.min(last, from + limit))
                    .mapToObj(
                        at ->
                            new Given(
                                at, "t", JsonNodeFactory.instance.objectNode().put("n", at), null))
                    .toList();
            return new Pages(entries, last);
          }

          @Override
          public boolean allowed() {
            return allowed;
          }
        };
    var subscriber =
        new Flow.Subscriber<FeedLine>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {}

          @Override
          public void onNext(FeedLine line) {
            sent.add(line);
          }

          @Override
          public void onError(Throwable failure) {
            endings.add("error");
          }

          @Override
          public void onComplete() {
            endings.add("complete");
          }
        };
    return new FeedStream(
        source, after, subscriber, work::add, () -> nanos, () -> endings.add("ended"));
  }

  private void take(FeedStream stream, int lines) {
    stream.request(lines);
    run();
  }

  private void run() {
    while (!work.isEmpty()) work.poll().run();
  }

  private List<Long> positions() {
    return sent.stream().map(FeedLine::position).filter(p -> p != null).toList();
  }
}
