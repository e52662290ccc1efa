package baton.allocation.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.allocation.AllocationWorld;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import baton.testing.BatonTestResource;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which stores the migration finds to have something to tell; all of it is undone at the end. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class RetellingBeginsTest {
  private static final String MIGRATION = "/db/migration/V128__feed_retelling.sql";

  @Inject AllocationWorld world;
  @Inject Transactions transactions;

  private ReferralId told;

  /** And nothing is on its way any more, that would wait for what is undone. */
  @BeforeEach
  void somethingIsTold() {
    told = world.received();
    world.disseminated(told, OrganisationCode.of("07"));
    new FeedOf("07").told(told, "disseminated");
    world.awaitQuiet();
  }

  @Test
  void what_never_was_to_be_told_and_what_is_about_to_be_set_nothing_off() {
    migrated(
        "nca",
        "now() - interval '2 days'",
        () -> {
          assertThat(count("feed_retelling")).isZero();
          assertThat(count(itsFold())).isEqualTo(1);
        });
    migrated("07", "now()", () -> assertThat(count("feed_retelling")).isZero());
  }

  @Test
  void what_a_force_was_not_told_for_long_is_told_late() {
    migrated(
        "07",
        "now() - interval '2 days'",
        () -> {
          assertThat(count("feed_retelling where late and next = 0 and up_to > 0")).isPositive();
          assertThat(count(itsFold())).isZero();
        });
  }

  @Test
  void where_feeds_were_never_begun_all_is_told_as_it_was() {
    migrated(
        "07",
        "now()",
        () -> {
          assertThat(count("feed_retelling where not late and next = 0")).isPositive();
          assertThat(count(itsFold())).isZero();
        },
        "delete from feed_entry",
        "delete from feed");
  }

  /**
   * @param force to which something was disseminated that stands in no feed
   * @param offered when, in SQL
   * @param before what the store is like besides
   */
  private void migrated(String force, String offered, Runnable then, String... before) {
    assertThatThrownBy(
            () ->
                transactions.inTransaction(
                    () -> {
                      execute("drop table feed_retelling");
                      for (String each : before) execute(each);
                      execute(
                          """
                          insert into dissemination
                            (referral, number, force, state, offered_at, sealed_by)
                          values ('%s', 1, '%s', 'OPEN', %s, '%s')\
                          """
                              .formatted(
                                  UuidCreator.getTimeOrderedEpoch(),
                                  force,
                                  offered,
                                  UuidCreator.getTimeOrderedEpoch()));
                      execute(migration());
                      then.run();
                      throw new Undone();
                    }))
        .isInstanceOf(Undone.class);
  }

  private static String migration() throws IOException {
    try (var in = Retelling.class.getResourceAsStream(MIGRATION)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = transactions.connection().createStatement()) {
      statement.execute(sql);
    }
  }

  private String itsFold() {
    return "custody_board where referral = '%s'".formatted(told);
  }

  private long count(String of) {
    return Sql.on(transactions.connection(), "a test")
        .find("select count(*) from " + of, row -> row.getLong(1))
        .orElseThrow();
  }

  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
