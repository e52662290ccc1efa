package baton.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.contract.ReferralId;
import baton.journal.Samples;
import baton.journal.clock.BusinessClock;
import baton.journal.store.TestReferral.Receive;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** Services test their aggregates with Axon's fixture; it must work without XStream. */
class AggregateFixtureTest {
  private final ReferralId referral = Samples.newReferral();
  private final FixtureConfiguration<TestReferral> fixture =
      new AggregateTestFixture<>(TestReferral.class)
          .registerCommandTargetResolver(CommandTarget::of)
          .registerInjectableResource((BusinessClock) () -> TestJournal.START);

  @Test
  void xstream_is_not_there() {
    assertThatThrownBy(() -> Class.forName("com.thoughtworks.xstream.XStream"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void a_first_receipt_is_recorded() {
    fixture
        .givenNoPriorActivity()
        .when(new Receive(referral))
        .expectEvents(Samples.received(referral))
        .expectResultMessagePayload(0);
  }

  @Test
  void a_second_receipt_is_not() {
    fixture
        .given(Samples.received(referral))
        .when(new Receive(referral))
        .expectNoEvents()
        .expectResultMessagePayload(1);
  }

  @Test
  void an_aggregate_without_a_name_chosen_by_hand_is_refused() {
    class Nameless {}
    var builder = AxonJournal.builder(null, null);
    assertThatThrownBy(() -> builder.aggregates(Nameless.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Nameless");
    assertThat(builder.aggregates(TestReferral.class)).isNotNull();
  }
}
