package baton.allocation.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.allocation.feed.FeedTaken.Stretch;
import baton.contract.OrganisationCode;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import baton.testing.BatonTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class FeedTakenTest {
  @Inject Transactions transactions;

  @Test
  void stretches_that_touch_are_one_and_others_stay_apart() {
    var force = OrganisationCode.of("taken-apart");
    assertThat(add(force, 10, 20)).isEqualTo(new Stretch(10, 20));
    assertThat(add(force, 30, 40)).isEqualTo(new Stretch(30, 40));
    assertThat(add(force, 20, 22)).isEqualTo(new Stretch(10, 22));
    assertThat(add(force, 12, 15)).isEqualTo(new Stretch(10, 22));
    assertThat(all(force)).containsExactly(new Stretch(10, 22), new Stretch(30, 40));
    assertThat(add(force, 21, 35)).isEqualTo(new Stretch(10, 40));
    assertThat(all(force)).containsExactly(new Stretch(10, 40));
  }

  @Test
  void nothing_is_no_stretch() {
    assertThatThrownBy(() -> new Stretch(5, 5)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void many_at_once_make_one_of_what_belongs_together() throws Exception {
    var force = OrganisationCode.of("taken-together");
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Stretch>> added =
          IntStream.range(0, 40)
              .mapToObj(n -> readers.submit(() -> add(force, 3L * n, 3L * n + 3)))
              .toList();
      for (var each : added) each.get();
    }
    assertThat(all(force)).containsExactly(new Stretch(0, 120));
  }

  private Stretch add(OrganisationCode force, long after, long upTo) {
    return transactions.inTransaction(
        () -> FeedTaken.on(transactions.connection()).add(force, new Stretch(after, upTo)));
  }

  private List<Stretch> all(OrganisationCode force) {
    return transactions.inTransaction(
        () ->
            Sql.on(transactions.connection(), "a test")
                .list(
                    "select \"after\", up_to from feed_taken where force = ? order by 1",
                    row -> new Stretch(row.getLong(1), row.getLong(2)),
                    force));
  }
}
