package baton.allocation.feed;

import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.journal.store.Transactions;
import baton.platform.BatonConfig;
import baton.platform.sql.Sql;
import baton.platform.topics.TopicLocks;
import baton.platform.wiring.OwnConnection;
import baton.testing.BatonTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Two instances, one topic; and a database that ends the session of who has it. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class TopicLocksTest {
  private static final String TOPIC = "baton.disseminations.locks-test";

  @Inject Transactions transactions;
  @Inject BatonConfig config;

  @Test
  void a_topic_is_one_instances_until_it_gives_it_back() throws SQLException {
    try (var one = locks("one");
        var other = locks("other")) {
      assertThat(one.take(TOPIC)).isTrue();
      assertThat(other.take(TOPIC)).isFalse();
      one.release(TOPIC);
      assertThat(other.take(TOPIC)).isTrue();
    }
  }

  @Test
  void whose_session_was_ended_asks_in_a_new_one() throws SQLException {
    try (var waiting = locks("waiting");
        var other = locks("other")) {
      assertThat(other.take(TOPIC)).isTrue();
      assertThat(waiting.take(TOPIC)).isFalse();
      end("waiting");
      other.release(TOPIC);
      assertThatThrownBy(() -> waiting.take(TOPIC)).isInstanceOf(SQLException.class);
      assertThat(waiting.intact()).isFalse();
      assertThat(waiting.take(TOPIC)).isTrue();
      assertThat(waiting.intact()).isTrue();
    }
  }

  private TopicLocks locks(String name) {
    return new TopicLocks(OwnConnection.of(config, purpose(name)));
  }

  private static String purpose(String name) {
    return "locks-test-" + name;
  }

  private void end(String name) {
    String session = config.service() + "-" + purpose(name);
    assertThat(sessions("select pg_terminate_backend(pid) from pg_stat_activity", session))
        .isEqualTo(1);
    await().until(() -> sessions("select 1 from pg_stat_activity", session) == 0);
  }

  private int sessions(String select, String session) {
    return transactions.inTransaction(
        () ->
            Sql.on(transactions.connection(), "the sessions")
                .list(select + " where application_name = ?", row -> 1, session)
                .size());
  }
}
