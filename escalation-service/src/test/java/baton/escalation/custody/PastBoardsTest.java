package baton.escalation.custody;

import static baton.escalation.custody.PageMark.FIRST;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.contract.ReferralId;
import baton.custody.Custody;
import baton.escalation.clockkeeper.Age;
import baton.escalation.clockkeeper.Ages;
import baton.escalation.fixtures.Story;
import baton.escalation.platform.EscalationConfig;
import baton.escalation.replay.LogAsAt;
import baton.escalation.replay.NotMadeYet;
import baton.escalation.replay.model.Reckoning;
import baton.journal.reader.LogStalled;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One board as at a moment is made at a time; whoever cannot have it is told to come again. */
class PastBoardsTest {
  private static final Instant T = Instant.parse("2026-01-01T08:00:00Z");
  private static final Instant KNOWN = T.plusSeconds(3_600);
  private static final AsAt MOMENT = at(T);
  private static final AsAt ANOTHER = at(T.plusSeconds(1));
  private static final AsAt OPEN_ENDED = at(KNOWN.plusSeconds(1));
  private static final ReferralId LAST = new ReferralId(UuidCreator.getTimeOrderedEpoch());
  private static final PageMark SECOND = new PageMark(LAST, null);

  /** How many boards may be made. */
  private final Semaphore log = new Semaphore(0);

  private final AtomicInteger begun = new AtomicInteger();
  private volatile RuntimeException broken;
  private PastBoards boards;

  @AfterEach
  void end() {
    boards.stop(null);
  }

  @Test
  void while_one_is_made_another_has_to_wait_and_the_same_one_is_shared() {
    boards = boards(Duration.ofSeconds(60), 8, 1 << 20);
    var first = CompletableFuture.supplyAsync(() -> boards.at(MOMENT, FIRST));
    await().until(() -> begun.get() == 1);

    assertThatThrownBy(() -> boards.at(ANOTHER, FIRST)).isInstanceOf(NotMadeYet.class);
    var second = CompletableFuture.supplyAsync(() -> boards.at(MOMENT, FIRST));
    log.release();

    assertThat(second.join()).isSameAs(first.join());
    log.release();
    assertThat(boards.at(ANOTHER, FIRST).moment()).isEqualTo(ANOTHER);
    assertThat(boards.at(MOMENT, FIRST)).isSameAs(first.join());
    assertThat(begun).hasValue(2);
  }

  @Test
  void who_is_told_to_come_again_gets_what_was_made_meanwhile() {
    boards = boards(Duration.ZERO, 8, 1 << 20);
    assertThatThrownBy(() -> boards.at(OPEN_ENDED, FIRST)).isInstanceOf(NotMadeYet.class);
    log.release();

    PastBoard given =
        await()
            .ignoreException(NotMadeYet.class)
            .until(() -> boards.at(OPEN_ENDED, FIRST), board -> board.moment().equals(OPEN_ENDED));
    assertThat(begun).hasValue(1);
    assertThat(boards.at(OPEN_ENDED, SECOND)).isSameAs(given);
  }

  @Test
  void what_may_still_change_is_made_anew_unless_its_pages_are_turned() {
    boards = boards(Duration.ofSeconds(60), 8, 1 << 20);
    log.release(2);
    PastBoard first = boards.at(OPEN_ENDED, FIRST);

    assertThat(boards.at(OPEN_ENDED, SECOND)).isSameAs(first);
    assertThat(boards.at(OPEN_ENDED, FIRST)).isNotSameAs(first);
    assertThat(begun).hasValue(2);
  }

  @Test
  void pages_are_of_one_board_though_another_of_the_same_moment_was_made_since() {
    boards = boards(Duration.ofSeconds(60), 8, 1 << 20);
    log.release(2);
    PastBoard first = boards.at(OPEN_ENDED, FIRST);
    PageMark second = PageMark.of(PageMark.next(LAST, first));
    PastBoard newer = boards.at(OPEN_ENDED, FIRST);

    assertThat(second.after()).isEqualTo(LAST);
    assertThat(boards.at(OPEN_ENDED, second)).isSameAs(first).isNotSameAs(newer);
    assertThat(boards.at(OPEN_ENDED, PageMark.of(PageMark.next(LAST, newer)))).isSameAs(newer);
    assertThat(begun).hasValue(2);
  }

  @Test
  void a_board_that_may_have_changed_and_is_not_kept_is_gone() {
    boards = boards(Duration.ofSeconds(60), 8, 1 << 20);
    log.release();
    PageMark here = PageMark.of(PageMark.next(LAST, boards.at(OPEN_ENDED, FIRST)));

    for (PageMark lost : new PageMark[] {here, new PageMark(LAST, LAST.value())})
      assertThatThrownBy(() -> boards.at(lost == here ? MOMENT : OPEN_ENDED, lost))
          .isInstanceOfSatisfying(
              HttpProblem.class, problem -> assertThat(problem.getStatusCode()).isEqualTo(410));
  }

  @Test
  void what_cannot_change_any_more_needs_no_board_of_its_own() {
    boards = boards(Duration.ofSeconds(60), 8, 1 << 20);
    log.release();

    assertThat(PageMark.next(LAST, boards.at(MOMENT, FIRST))).isEqualTo(LAST.toString());
    assertThat(PageMark.next(null, boards.at(MOMENT, FIRST))).isNull();
  }

  @Test
  void while_the_log_gives_nothing_it_is_to_be_asked_again() {
    boards = boards(Duration.ofSeconds(60), 8, 1 << 20);
    broken = new LogStalled(Map.of());
    log.release();
    assertThatThrownBy(() -> boards.at(MOMENT, FIRST))
        .isInstanceOf(NotMadeYet.class)
        .hasMessageContaining("the log cannot be read just now");

    broken = null;
    log.release();
    assertThat(boards.at(MOMENT, FIRST).moment()).isEqualTo(MOMENT);
  }

  @Test
  void nobody_waits_where_too_many_do() {
    boards = boards(Duration.ofSeconds(60), 0, 1 << 20);

    assertThatThrownBy(() -> boards.at(MOMENT, FIRST))
        .isInstanceOf(NotMadeYet.class)
        .hasMessageContaining("too many");
  }

  @Test
  void what_does_not_fit_is_refused_and_the_next_one_is_made() {
    boards = boards(Duration.ofSeconds(60), 8, 1);
    log.release(2);

    for (AsAt each : new AsAt[] {MOMENT, ANOTHER})
      assertThatThrownBy(() -> boards.at(each, FIRST))
          .isInstanceOfSatisfying(
              HttpProblem.class, problem -> assertThat(problem.getStatusCode()).isEqualTo(409));
    assertThat(begun).hasValue(2);
  }

  private PastBoards boards(Duration waitMax, int waitingMax, long bytesMax) {
    Custody custody = new Story().receivedAndOpened(T).custody();
    var told =
        new LogAsAt(null, null, null, null, null) {
          @Override
          public void each(Instant asAt, long beside, Taker taker) {
            begun.incrementAndGet();
            log.acquireUninterruptibly();
            if (broken != null) throw broken;
            taker.take(custody.referral(), custody);
          }
        };
    var ages =
        new Ages(null, null) {
          @Override
          public Age now() {
            return new Age(KNOWN, KNOWN, KNOWN);
          }
        };
    return new PastBoards(told, null, ages, null, config(waitMax, waitingMax, bytesMax));
  }

  private static EscalationConfig.AsAt config(Duration waitMax, int waitingMax, long bytesMax) {
    return new EscalationConfig.AsAt() {
      @Override
      public Optional<MemorySize> memoryMax() {
        return Optional.of(new MemorySize(BigInteger.valueOf(bytesMax)));
      }

      @Override
      public Duration keptFor() {
        return Duration.ofMinutes(10);
      }

      @Override
      public Duration waitMax() {
        return waitMax;
      }

      @Override
      public int waitingMax() {
        return waitingMax;
      }
    };
  }

  private static AsAt at(Instant moment) {
    return new AsAt(moment, Reckoning.RECORDED);
  }
}
