package baton.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.contract.ReferralId;
import baton.journal.Samples;
import baton.journal.store.TestReferral.ArrestTwice;
import baton.journal.store.TestReferral.Receive;
import baton.journal.store.TestReferral.Refuse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TransactionsTest {
  private static TestJournal journal;
  private static Transactions transactions;
  private final ReferralId referral = Samples.newReferral();
  private final List<String> done = new ArrayList<>();

  @BeforeAll
  static void start() {
    journal = new TestJournal();
    transactions = journal.transactions;
  }

  @AfterEach
  void nothing_is_left_on_the_thread() {
    assertThat(transactions.isBound()).isFalse();
    assertThat(CurrentUnitOfWork.isStarted()).isFalse();
  }

  @Test
  void who_asks_inside_one_joins_it_and_only_the_outermost_commits() {
    transactions.inTransaction(
        () -> {
          Connection outer = transactions.connection();
          transactions.inTransaction(
              () -> {
                assertThat(transactions.connection()).isSameAs(outer);
                transactions.afterCommit(() -> done.add("committed"));
                return null;
              });
          assertThat(done).isEmpty();
          return null;
        });
    assertThat(done).containsExactly("committed");
  }

  @Test
  void a_rollback_undoes_everything_and_runs_no_hook() {
    assertThatThrownBy(
            () ->
                transactions.inTransaction(
                    () -> {
                      journal.send(new Receive(referral));
                      transactions.afterCommit(() -> done.add("committed"));
                      throw new IOException("the sender went away");
                    }))
        .isInstanceOf(TransactionFailed.class)
        .hasRootCauseInstanceOf(IOException.class);
    assertThat(done).isEmpty();
    assertThat(stored()).isZero();
  }

  @Test
  void a_failing_hook_does_not_make_a_committed_transaction_look_failed() {
    transactions.inTransaction(
        () -> {
          journal.send(new Receive(referral));
          transactions.afterCommit(
              () -> {
                throw new IllegalStateException("the relay is down");
              });
          transactions.afterCommit(() -> done.add("the next hook"));
          return null;
        });
    assertThat(stored()).isEqualTo(1);
    assertThat(done).containsExactly("the next hook");
  }

  @Test
  void a_statement_that_failed_cannot_be_committed_by_looking_away() {
    assertThatThrownBy(
            () ->
                transactions.inTransaction(
                    () -> {
                      journal.send(new Receive(referral));
                      ignoringFailure("select 1 / 0");
                      return null;
                    }))
        .isInstanceOf(TransactionFailed.class);
    assertThat(stored()).isZero();
  }

  @Test
  void half_of_a_unit_of_work_is_never_committed() {
    journal.listeners.add(
        (events, transaction) -> {
          throw new IllegalStateException("the read model is broken");
        });
    try {
      assertThatThrownBy(
              () ->
                  transactions.inTransaction(
                      () -> {
                        assertThatThrownBy(() -> journal.send(new Receive(referral)))
                            .hasMessageContaining("read model");
                        return null;
                      }))
          .isInstanceOf(TransactionFailed.class);
    } finally {
      journal.listeners.clear();
    }
    assertThat(stored()).isZero();
  }

  @Test
  void a_refused_command_leaves_the_rest_of_its_transaction_alone() {
    transactions.inTransaction(
        () -> {
          journal.send(new Receive(referral));
          assertThatThrownBy(() -> journal.send(new Refuse(referral)))
              .hasMessage("refused " + referral);
          journal.send(new ArrestTwice(referral));
          return null;
        });
    assertThat(stored()).isEqualTo(3);
  }

  @Test
  void it_may_be_the_root_unit_of_works_own() {
    var unit = DefaultUnitOfWork.startAndGet(null);
    unit.attachTransaction(transactions);
    unit.execute(
        () -> {
          transactions.afterCommit(() -> done.add("committed"));
          journal.send(new Receive(referral));
          journal.send(new ArrestTwice(referral));
          assertThat(transactions.appended()).isEmpty();
        });
    assertThat(done).containsExactly("committed");
    assertThat(stored()).isEqualTo(3);
  }

  @Test
  void a_batch_that_fails_leaves_nothing() {
    assertThatThrownBy(
            () ->
                journal.axon.inBatch(
                    () -> {
                      journal.send(new Receive(referral));
                      throw new IOException("the sender went away");
                    }))
        .hasRootCauseInstanceOf(IOException.class);
    assertThat(stored()).isZero();
  }

  @Test
  void no_transaction_may_last_whatever_the_pool_forgot() {
    transactions.inTransaction(
        () -> {
          assertThat(shown("transaction_timeout")).isEqualTo("30s");
          assertThat(shown("idle_in_transaction_session_timeout")).isEqualTo("10s");
          return null;
        });
  }

  @Test
  void without_one_there_is_no_connection() {
    assertThatThrownBy(transactions::connection).isInstanceOf(IllegalStateException.class);
  }

  private static String shown(String setting) throws SQLException {
    try (var statement = transactions.connection().createStatement();
        var row = statement.executeQuery("show " + setting)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void ignoringFailure(String sql) {
    try (var statement = transactions.connection().createStatement()) {
      statement.execute(sql);
    } catch (SQLException expected) {
      assertThat(expected.getSQLState()).isEqualTo("22012");
    }
  }

  private int stored() {
    return journal
        .rows("select 1 from event_entry where aggregate_identifier = '" + referral + "'")
        .size();
  }
}
