package baton.escalation.notices;

import static baton.escalation.fixtures.Live.get;
import static org.assertj.core.api.Assertions.assertThat;

import baton.escalation.fixtures.Stepped;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An address that takes nothing is found, and its finding ends when it does. */
@QuarkusTest
@Stepped
class UndeliverableTest {
  private static final String FAILED =
      """
      insert into notice (notice, address, channel, body, created_at, next_attempt, attempts,
        failure)
      values (?::uuid, ?, 'webhook', '{}', clock_timestamp() - make_interval(secs => ?),
        'infinity', 9, 'it answered 503')
      """;

  @Inject Transactions transactions;
  @Inject Undeliverable undeliverable;

  private final UUID notice = UuidCreator.getTimeOrderedEpoch();
  private final String address = "desk-" + notice;

  @Test
  void an_address_that_takes_nothing_for_an_hour_is_a_finding_until_it_takes_something() {
    update(FAILED, notice, address, 2 * 3600);
    undeliverable.keep();

    assertThat(found("open")).hasSize(1);
    assertThat(found("open").getFirst().get("sentence").toString())
        .startsWith("The webhook " + address + " has taken no notice")
        .contains("it answered 503");

    update("update notice set sent_at = clock_timestamp() where notice = ?::uuid", notice);
    undeliverable.keep();
    assertThat(found("open")).isEmpty();
    assertThat(found("resolved")).hasSize(1);
  }

  @Test
  void one_that_failed_just_now_is_none_yet() {
    update(FAILED, notice, address, 60);
    undeliverable.keep();

    assertThat(found("open")).isEmpty();
  }

  private void update(String change, Object... values) {
    transactions.inTransaction(
        () -> {
          Sql.on(transactions.connection(), "the outbox").update(change, values);
          return null;
        });
  }

  private List<Map<String, Object>> found(String state) {
    List<Map<String, Object>> all =
        get("/escalations?kind=NOTICES_UNDELIVERED&state=" + state).extract().path("items");
    return all.stream().filter(each -> address.equals(each.get("writer"))).toList();
  }
}
